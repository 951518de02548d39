//! One linked module becomes a main module, one module per lazy page, shared chunks, and the JavaScript between.

use super::{empty, imports, lazy, loaders};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};

/// What the splitter and wasm-bindgen left in the work folder.
pub(crate) struct Split {
    /// Glue of the main module.
    pub(crate) glue: PathBuf,
    /// Loaders of the lazy modules; it and the glue import each other.
    pub(crate) loaders: PathBuf,
    /// The main module.
    pub(crate) main: PathBuf,
    /// Files of lazy modules, in the order of the list.
    pub(crate) lazy: Vec<lazy::File>,
    /// The list of these files and of what each page needs.
    pub(crate) list: PathBuf,
}

const LOADERS: &str = "./__wasm_split.js";

/// Splits a linked module into an emptied folder.
pub(crate) fn run(linked: &Path, folder: &Path) -> Result<Split> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let input = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;

    let unbound = folder.join("unbound.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &unbound;
    options.link_name = LOADERS;
    options.main_module = "./main.js";
    let split =
        wasm_split_cli_support::transform(options).map_err(|error| anyhow!("splitting failed: {error:#}"))?;

    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(&unbound)
        .out_name("main")
        .typescript(false)
        .demangle(false)
        .keep_lld_exports(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .context("wasm-bindgen failed")?;
    fs::remove_file(&unbound)?;
    let (main, glue) = (folder.join("main_bg.wasm"), folder.join("main.js"));
    imports::shorten(&main, &glue).context("the main module's imports")?;
    empty::leave_out(&main).context("the main module's function table")?;

    let script = folder.join("__wasm_split.js");
    let pages = split.prefetch_map.into_iter().collect();
    let lazy = lazy::join(folder, &script, &split.split_modules, &pages)?;
    Ok(Split {
        glue,
        loaders: script,
        main,
        lazy,
        list: folder.join(loaders::LIST),
    })
}

/// `home_page` of `__home_page_view_123456`, the name that `#[lazy_route]` makes for `impl LazyRoute for HomePage`.
pub(super) fn page_name(module: &str) -> String {
    let bare = module
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_matches('_');
    bare.strip_suffix("_view").unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::page_name;

    #[test]
    fn pages_are_named_by_their_type() {
        assert_eq!(page_name("__home_page_view_1234567890"), "home_page");
        assert_eq!(page_name("scan_card_42"), "scan_card");
    }
}

//! Smaller files: `wasm-opt` on every module, `terser` on the glue.

use super::split::Split;
use crate::setup::node;
use crate::{cmd, parallel};
use anyhow::Result;
use std::cmp::Reverse;
use std::path::Path;

/// What today's browsers have. `--all-features` would emit encodings that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Optimises every file in place.
pub(crate) fn all(parts: &Split) -> Result<()> {
    let tools = node::Tools::find()?;
    let mut modules: Vec<&Path> = parts
        .lazy
        .iter()
        .map(|file| file.path.as_path())
        .chain([parts.main.as_path()])
        .collect();
    // The largest first, so that none is left alone at the end.
    modules.sort_by_key(|module| Reverse(module.metadata().map_or(0, |data| data.len())));
    parallel::each(&modules, |module| wasm(&tools, module, "-Oz"))?;
    script(&tools, &parts.glue)?;
    script(&tools, &parts.loaders)
}

/// Optimises a module for speed rather than size, and the scripts around it.
pub(crate) fn fast(module: &Path, scripts: &[&Path]) -> Result<()> {
    let tools = node::Tools::find()?;
    wasm(&tools, module, "-O3")?;
    scripts.iter().try_for_each(|file| script(&tools, file))
}

fn wasm(tools: &node::Tools, module: &Path, level: &str) -> Result<()> {
    let smaller = module.with_extension("opt.wasm");
    let mut command = cmd::new(&tools.node);
    command
        .arg(&tools.wasm_opt)
        .arg(level)
        .args(FEATURES)
        .arg(module)
        .arg("-o")
        .arg(&smaller);
    cmd::quiet(&mut command)?;
    Ok(std::fs::rename(smaller, module)?)
}

/// Exported names stay: the two scripts and the WASM modules find each other by them.
fn script(tools: &node::Tools, file: &Path) -> Result<()> {
    let mut command = cmd::new(&tools.node);
    command
        .arg(&tools.terser)
        .arg(file)
        .args(["--module", "--compress", "--mangle", "--output"])
        .arg(file);
    cmd::quiet(&mut command).map(drop)
}

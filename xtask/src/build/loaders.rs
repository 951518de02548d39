//! The script that loads the lazy part of the client: the splitter's own, with one loader a file and a list of files a
//! page.

use super::group::Group;
use anyhow::{Context, Result};

/// The part of the splitter's script that holds each module's own loader begins with one of these.
const LOADERS: [&str; 2] = ["\n/* ", "\nexport const __wasm_split_load_"];

/// The start of the exported names that the main module calls.
const EXPORT: &str = "export const __wasm_split_load_";

const LOADER: &str = include_str!("lazy_loader.js");

/// What the script calls the pack of a page, until it has a name with its hash.
pub(crate) fn pack(page: &str) -> String {
    format!("{}.pack", super::split::page_name(page))
}

/// The script.
pub(crate) fn write(script: &str, groups: &[Group], names: &[String], pages: &[&str]) -> Result<String> {
    let start = LOADERS.iter().filter_map(|mark| script.find(mark)).min();
    let Some(start) = start else {
        return Ok(script.to_owned());
    };
    let exported = script
        .split(EXPORT)
        .skip(1)
        .filter_map(|rest| rest.split_once(" = "))
        .map(|(name, _)| name);
    let files: Vec<String> = names.iter().map(|name| format!("\"./{name}.wasm\"")).collect();
    let mut rewritten = script[..start].to_owned();
    rewritten.push_str(&format!("\nconst files = [{}];\n", files.join(", ")));
    rewritten.push_str(LOADER);
    for exported in exported {
        let page = pages.iter().position(|page| *page == exported);
        let page =
            page.with_context(|| format!("the splitter exports {exported}, but lists no files for it"))?;
        let has =
            |(index, _): &(usize, &String)| groups.get(*index).is_some_and(|group| group.pages.has(page));
        let mut needed: Vec<(usize, &String)> = names.iter().enumerate().filter(has).collect();
        // As the pack has them: by the names of their files.
        needed.sort_by_key(|(_, name)| format!("{name}.wasm"));
        let needed: Vec<String> = needed.iter().map(|(index, _)| index.to_string()).collect();
        rewritten.push_str(&format!(
            "{EXPORT}{exported} = page(\"./{}\", [{}]);\n",
            pack(exported),
            needed.join(", ")
        ));
    }
    Ok(rewritten)
}

#[cfg(test)]
mod tests {
    use super::super::group::Pages;
    use super::*;

    #[test]
    fn a_page_loads_the_files_it_is_in() {
        let script = "runtime\n/* a, b */\nconst __chunk_1 = x;\nexport const __wasm_split_load_a = y;\nexport const __wasm_split_load_b = z;\n";
        let group = |pages: &[usize]| Group {
            modules: Vec::new(),
            pages: pages
                .iter()
                .fold(Pages::default(), |pages, page| pages.with(*page)),
            bytes: 0,
        };
        let groups = [group(&[0]), group(&[0, 1])];
        let written = write(script, &groups, &["a".into(), "shared_1".into()], &["a", "b"]).unwrap();
        assert!(written.starts_with("runtime\nconst files = [\"./a.wasm\", \"./shared_1.wasm\"];"));
        assert!(written.contains("__wasm_split_load_a = page(\"./a.pack\", [0, 1]);"));
        assert!(written.contains("__wasm_split_load_b = page(\"./b.pack\", [1]);"));
        assert!(!written.contains("__chunk_1"));
        let names = ["shared_2".into(), "shared_10".into()];
        let written = write(script, &groups, &names, &["a", "b"]).unwrap();
        assert!(written.contains("__wasm_split_load_a = page(\"./a.pack\", [1, 0]);"));
    }
}

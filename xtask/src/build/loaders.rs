//! What loads the lazy part of the client: the splitter's own script, with a pack for each page, and the list of files
//! and pages for whoever walks on.

use super::group::Group;
use super::split::page_name;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;

/// The part of the splitter's script that holds each module's own loader begins with one of these.
const LOADERS: [&str; 2] = ["\n/* ", "\nexport const __wasm_split_load_"];

/// The start of the exported names that the main module calls.
const EXPORT: &str = "export const __wasm_split_load_";

const LOADER: &str = include_str!("lazy_loader.js");

/// What the script calls the list, until it has a name with its hash.
pub(crate) const LIST: &str = "files.json";

/// What the script and the list call the pack of a page, until it has a name with its hash.
pub(crate) fn pack(page: &str) -> String {
    format!("{}.pack", page_name(page))
}

/// The script.
pub(crate) fn script(written: &str) -> String {
    let start = LOADERS.iter().filter_map(|mark| written.find(mark)).min();
    let Some(start) = start else {
        return written.to_owned();
    };
    let exported = written
        .split(EXPORT)
        .skip(1)
        .filter_map(|rest| rest.split_once(" = "))
        .map(|(name, _)| name);
    let mut script = written[..start].to_owned();
    script.push_str(LOADER);
    for exported in exported {
        let (name, pack) = (page_name(exported), pack(exported));
        script.push_str(&format!("{EXPORT}{exported} = page(\"{name}\", \"./{pack}\");\n"));
    }
    script
}

#[derive(Serialize)]
struct List {
    files: Vec<String>,
    pages: BTreeMap<String, Page>,
}

#[derive(Serialize)]
struct Page {
    pack: String,
    needed: Vec<usize>,
}

/// The list of files, and of the files that each page needs, by their places in it.
pub(crate) fn list(groups: &[Group], names: &[String], pages: &[&str]) -> Result<String> {
    let needed = |page: usize| {
        let places = groups.iter().enumerate();
        let of_page = places.filter(|(_, group)| group.pages.has(page));
        of_page.map(|(place, _)| place).collect()
    };
    let page = |(index, page): (usize, &&str)| {
        let entry = Page {
            pack: format!("./{}", pack(page)),
            needed: needed(index),
        };
        (page_name(page), entry)
    };
    Ok(serde_json::to_string(&List {
        files: names.iter().map(|name| format!("./{name}.wasm")).collect(),
        pages: pages.iter().enumerate().map(page).collect(),
    })?)
}

#[cfg(test)]
mod tests {
    use super::super::group::Pages;
    use super::*;

    #[test]
    fn a_page_loads_its_pack() {
        let written = script(
            "runtime\n/* a, b */\nconst __chunk_1 = x;\nexport const __wasm_split_load_a = y;\nexport const __wasm_split_load_b = z;\n",
        );
        assert!(written.starts_with("runtime\n// Fetches"), "{written}");
        assert!(written.contains("__wasm_split_load_a = page(\"a\", \"./a.pack\");"));
        assert!(written.contains("__wasm_split_load_b = page(\"b\", \"./b.pack\");"));
        assert!(!written.contains("__chunk_1"));
    }

    #[test]
    fn the_list_has_the_files_of_each_page() {
        let group = |pages: &[usize]| Group {
            modules: Vec::new(),
            pages: pages
                .iter()
                .fold(Pages::default(), |pages, page| pages.with(*page)),
            bytes: 0,
        };
        let groups = [group(&[0]), group(&[0, 1])];
        assert_eq!(
            list(&groups, &["a".into(), "shared_1".into()], &["a", "b"]).unwrap(),
            "{\"files\":[\"./a.wasm\",\"./shared_1.wasm\"],\"pages\":{\
                \"a\":{\"pack\":\"./a.pack\",\"needed\":[0,1]},\"b\":{\"pack\":\"./b.pack\",\"needed\":[1]}}}"
        );
    }
}

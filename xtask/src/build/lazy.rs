//! The lazy part of the client after the splitter: modules joined into few files, and a loader for each page.

use super::group::{self, Group};
use super::merge;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The part of the splitter's script that holds each module's own loader begins with one of these.
const LOADERS: [&str; 2] = ["\n/* ", "\nexport const __wasm_split_load_"];

/// The start of the exported names that the main module calls.
const EXPORT: &str = "export const __wasm_split_load_";

/// Joins modules in a folder, rewrites its loader script, and gives the new files with their pages.
pub(crate) fn join(
    folder: &Path,
    script: &Path,
    modules: &[PathBuf],
    pages: &BTreeMap<String, Vec<String>>,
) -> Result<BTreeMap<PathBuf, BTreeSet<String>>> {
    let mut contents = BTreeMap::new();
    for module in modules {
        let stem = module
            .file_stem()
            .context("a module without a name")?
            .to_string_lossy()
            .into_owned();
        contents.insert(stem, fs::read(module)?);
        fs::remove_file(module)?;
    }
    let groups = group::together(single(&contents, pages)?);

    let mut files = BTreeMap::new();
    let mut names = Vec::new();
    let mut shared = 0;
    for group in &groups {
        let parts: Vec<Vec<u8>> = group
            .modules
            .iter()
            .filter_map(|stem| contents.get(stem).cloned())
            .collect();
        let only = group.pages.iter().next().filter(|_| group.pages.len() == 1);
        let name = only.map_or_else(
            || {
                shared += 1;
                format!("shared_{shared}")
            },
            |page| super::split::page_name(page),
        );
        let file = folder.join(format!("{name}.wasm"));
        if files.contains_key(&file) {
            bail!("two lazy pages are called {name}");
        }
        fs::write(&file, merge::modules(&parts)?)?;
        files.insert(file, group.pages.clone());
        names.push(name);
    }
    let written = fs::read_to_string(script)?;
    fs::write(script, loaders(&written, &groups, &names, pages)?)?;
    Ok(files)
}

/// Each module alone, with the pages that load it.
fn single(contents: &BTreeMap<String, Vec<u8>>, pages: &BTreeMap<String, Vec<String>>) -> Result<Vec<Group>> {
    let users = |stem: &String| -> BTreeSet<String> {
        pages
            .iter()
            .filter(|(_, stems)| stems.contains(stem))
            .map(|(page, _)| page.clone())
            .collect()
    };
    contents
        .iter()
        .map(|(stem, content)| {
            // Joined with nothing, a module loses its names, which would count as code.
            let bytes = merge::modules(std::slice::from_ref(content))
                .with_context(|| stem.clone())?
                .len();
            Ok(Group {
                modules: vec![stem.clone()],
                pages: users(stem),
                bytes,
            })
        })
        .collect()
}

/// The splitter's script with one loader a file, and pages that name the files they need.
fn loaders(
    script: &str,
    groups: &[Group],
    names: &[String],
    pages: &BTreeMap<String, Vec<String>>,
) -> Result<String> {
    let start = LOADERS.iter().filter_map(|mark| script.find(mark)).min();
    let Some(start) = start else {
        return Ok(script.to_owned());
    };
    let exported: Vec<&str> = script
        .split(EXPORT)
        .skip(1)
        .filter_map(|rest| rest.split_once(" = "))
        .map(|(name, _)| name)
        .collect();
    let mut rewritten = script[..start].to_owned();
    rewritten.push_str(FILE_LOADER);
    for (index, name) in names.iter().enumerate() {
        rewritten.push_str(&format!(
            "const f{index} = file(() => new URL(\"./{name}.wasm\", import.meta.url));\n"
        ));
    }
    for page in exported {
        if !pages.contains_key(page) {
            bail!("the splitter exports {page}, but lists no files for it");
        }
        let needed = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.pages.contains(page));
        let needed: Vec<String> = needed.map(|(index, _)| format!("f{index}()")).collect();
        rewritten.push_str(&format!(
            "{EXPORT}{page} = wrapAsyncCb(() => Promise.all([{}]));\n",
            needed.join(", ")
        ));
    }
    Ok(rewritten)
}

const FILE_LOADER: &str = "
const file = (url) => makeLoad(() => {
    const src = fetch(url());
    src.catch(() => {});
    return (imports) => WebAssembly.instantiateStreaming(src, imports);
}, []);
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_the_files_it_is_in() {
        let script = "runtime\n/* a, b */\nconst __chunk_1 = x;\nexport const __wasm_split_load_a = y;\nexport const __wasm_split_load_b = z;\n";
        let group = |pages: &[&str]| Group {
            modules: Vec::new(),
            pages: pages.iter().map(|page| (*page).to_owned()).collect(),
            bytes: 0,
        };
        let groups = [group(&["a"]), group(&["a", "b"])];
        let pages = [("a".to_owned(), Vec::new()), ("b".to_owned(), Vec::new())].into();
        let written = loaders(script, &groups, &["a".into(), "shared_1".into()], &pages).unwrap();
        assert!(written.starts_with("runtime\nconst file = "));
        assert!(written.contains("__wasm_split_load_a = wrapAsyncCb(() => Promise.all([f0(), f1()]));"));
        assert!(written.contains("__wasm_split_load_b = wrapAsyncCb(() => Promise.all([f1()]));"));
        assert!(written.contains("\"./shared_1.wasm\"") && !written.contains("__chunk_1"));
    }
}

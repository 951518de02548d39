//! The lazy part of the client after the splitter: modules joined into few files, and a loader for each page.

use super::group::{self, Group, Pages};
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
    stems_of: &BTreeMap<String, Vec<String>>,
) -> Result<BTreeMap<PathBuf, BTreeSet<String>>> {
    let pages: Vec<&str> = stems_of.keys().map(String::as_str).collect();
    if pages.len() > Pages::MOST {
        bail!(
            "{} lazy pages are more than the build can tell apart",
            pages.len()
        );
    }
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
    let groups = group::together(single(&contents, &pages, stems_of)?);
    let names = names(&groups, &pages)?;

    let mut files = BTreeMap::new();
    for (group, name) in groups.iter().zip(&names) {
        let parts: Vec<Vec<u8>> = group
            .modules
            .iter()
            .filter_map(|stem| contents.get(stem).cloned())
            .collect();
        let file = folder.join(format!("{name}.wasm"));
        fs::write(&file, merge::modules(&parts)?)?;
        let users = pages
            .iter()
            .enumerate()
            .filter(|(index, _)| group.pages.has(*index));
        files.insert(file, users.map(|(_, page)| (*page).to_owned()).collect());
    }
    let written = fs::read_to_string(script)?;
    fs::write(script, loaders(&written, &groups, &names, &pages)?)?;
    Ok(files)
}

/// Each module alone, with the pages that load it.
fn single(
    contents: &BTreeMap<String, Vec<u8>>,
    pages: &[&str],
    stems_of: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Group>> {
    let users = |stem: &String| {
        let needs = |page: &str| stems_of.get(page).is_some_and(|stems| stems.contains(stem));
        let users = pages.iter().enumerate().filter(|(_, page)| needs(page));
        users.fold(Pages::default(), |users, (index, _)| users.with(index))
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

/// A file of one page is called after it; others are numbered.
fn names(groups: &[Group], pages: &[&str]) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    let mut shared = 0;
    for group in groups {
        let only = pages
            .iter()
            .enumerate()
            .find(|(index, _)| group.pages.has(*index));
        let name = match only {
            Some((_, page)) if group.pages.count() == 1 => super::split::page_name(page),
            _ => {
                shared += 1;
                format!("shared_{shared}")
            }
        };
        if names.contains(&name) {
            bail!("two lazy pages are called {name}");
        }
        names.push(name);
    }
    Ok(names)
}

/// The splitter's script with one loader a file, and pages that name the files they need.
fn loaders(script: &str, groups: &[Group], names: &[String], pages: &[&str]) -> Result<String> {
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
    for exported in exported {
        let page = pages.iter().position(|page| *page == exported);
        let page =
            page.with_context(|| format!("the splitter exports {exported}, but lists no files for it"))?;
        let needed = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.pages.has(page));
        let needed: Vec<String> = needed.map(|(index, _)| format!("f{index}()")).collect();
        rewritten.push_str(&format!(
            "{EXPORT}{exported} = wrapAsyncCb(() => Promise.all([{}]));\n",
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
        let group = |pages: &[usize]| Group {
            modules: Vec::new(),
            pages: pages
                .iter()
                .fold(Pages::default(), |pages, page| pages.with(*page)),
            bytes: 0,
        };
        let groups = [group(&[0]), group(&[0, 1])];
        let written = loaders(script, &groups, &["a".into(), "shared_1".into()], &["a", "b"]).unwrap();
        assert!(written.starts_with("runtime\nconst file = "));
        assert!(written.contains("__wasm_split_load_a = wrapAsyncCb(() => Promise.all([f0(), f1()]));"));
        assert!(written.contains("__wasm_split_load_b = wrapAsyncCb(() => Promise.all([f1()]));"));
        assert!(written.contains("\"./shared_1.wasm\"") && !written.contains("__chunk_1"));
    }
}

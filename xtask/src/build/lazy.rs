//! The lazy part of the client after the splitter: modules joined into few files, and a loader for each page.

use super::group::{self, Group, Pages};
use super::{loaders, merge};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of lazy modules.
pub(crate) struct File {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The lazy pages that need it, by the splitter's names.
    pub(crate) pages: BTreeSet<String>,
}

/// Joins modules in a folder, rewrites its loader script and writes the list of files beside it; gives the new files in
/// the order of the list.
pub(crate) fn join(
    folder: &Path,
    script: &Path,
    modules: &[PathBuf],
    stems_of: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<File>> {
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

    let mut files = Vec::new();
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
        files.push(File {
            path: file,
            pages: users.map(|(_, page)| (*page).to_owned()).collect(),
        });
    }
    let written = fs::read_to_string(script)?;
    fs::write(script, loaders::script(&written))?;
    fs::write(
        folder.join(loaders::LIST),
        loaders::list(&groups, &names, &pages)?,
    )?;
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

//! Writing the built client: every file in its place, hashed names in `assets/`, pages filled from the template.

use super::manifest::{File, Manifest};
use super::scanner::{self, Scanner};
use super::split::Split;
use super::styles::Styles;
use super::template::{Page, Values};
use super::{Mode, glue, hash, i18n, public, template};
use crate::paths;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Asks once a second whether the build has changed; only development builds carry it.
const RELOAD: &str = include_str!("dev_reload.js");

/// The folder being written, and the list of its hashed files.
pub(crate) struct Output<'a> {
    folder: &'a Path,
    files: Vec<File>,
}

impl Output<'_> {
    /// Writes a file below `assets/` under a name with its hash, and gives its URL.
    pub(crate) fn hashed(&mut self, name: &str, content: &[u8]) -> Result<String> {
        self.asset(&hash::named(name, &hash::content(&[content])), content)
    }

    /// Writes a file below `assets/` whose name has its hash already, and gives its URL.
    pub(crate) fn asset(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let path = format!("assets/{name}");
        write(&self.folder.join(&path), content)?;
        let url = format!("/{path}");
        self.files.push(File {
            path: url.clone(),
            bytes: content.len() as u64,
            br: None,
        });
        Ok(url)
    }
}

/// Writes everything into a folder.
pub(crate) fn all(parts: &Split, scanner: &Scanner, mode: Mode, folder: &Path) -> Result<()> {
    let locales = i18n::load()?;
    let copied = public::copy(folder)?;
    let mut output = Output {
        folder,
        files: Vec::new(),
    };

    let linked = glue::write(parts, &boot(mode)?, &mut output)?;
    let styles = Styles::read()?;
    let style = output.hashed("app.css", styles.common.as_bytes())?;
    let sheets = styles.write_sheets(&mut output)?;
    let messages = i18n::write(&locales, &mut output)?;
    let scan = scanner::write(scanner, &mut output)?;

    let mut assets: BTreeMap<String, String> = copied
        .into_iter()
        .map(|name| (name.clone(), format!("/{name}")))
        .collect();
    assets.insert("app.css".into(), style.clone());
    assets.insert("boot.js".into(), linked.boot.clone());
    assets.insert("scan.js".into(), scan);
    let entry: Vec<String> = [linked.boot, style, linked.main]
        .into_iter()
        .chain(linked.scripts)
        .collect();
    let build = hash::content(
        &output
            .files
            .iter()
            .map(|file| file.path.as_bytes())
            .collect::<Vec<_>>(),
    );

    let source = paths::at("index.html");
    let template = fs::read_to_string(&source).context("cannot read index.html")?;
    for language in &locales.languages {
        let values = Values {
            language,
            locales: &locales,
            assets: &assets,
            entry: &entry,
            pages: &linked.pages,
            messages: &messages,
            sheets: &sheets,
            build: &build,
        };
        let prefix = if language == crate::locales::SOURCE {
            String::new()
        } else {
            format!("{language}/")
        };
        for (name, page) in [("index.html", Page::Home), ("app.html", Page::Other)] {
            let html = template::fill(&template, page, &values)?;
            write(&folder.join(format!("{prefix}{name}")), html.as_bytes())?;
        }
    }
    if mode == Mode::Dev {
        let pages = hash::content(&[template.as_bytes()]);
        write(
            &folder.join("dev-build-id.txt"),
            format!("{build}-{pages}\n").as_bytes(),
        )?;
    }
    Manifest {
        build,
        entry,
        pages: linked.pages,
        files: output.files,
    }
    .write(folder)
}

fn boot(mode: Mode) -> Result<String> {
    let source = fs::read_to_string(paths::at("src/boot.js")).context("cannot read src/boot.js")?;
    Ok(match mode {
        Mode::Dev => source + RELOAD,
        Mode::Release => source,
    })
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

//! The scripts between page and WASM, with every reference pointing at a hashed name.

use super::emit::Output;
use super::hash;
use super::split::Split;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What the page needs to know about the app's modules.
pub(crate) struct Linked {
    /// The script that starts the app.
    pub(crate) boot: String,
    /// The glue and the loaders, which the boot script imports.
    pub(crate) scripts: Vec<String>,
    /// The main module.
    pub(crate) main: String,
    /// A lazy page → its modules.
    pub(crate) pages: BTreeMap<String, Vec<String>>,
}

/// Writes modules and scripts; `boot` is the start script's source.
pub(crate) fn write(parts: &Split, boot: &str, output: &mut Output) -> Result<Linked> {
    let mut loaders = read(&parts.loaders)?;
    let mut urls = BTreeMap::new();
    for module in &parts.lazy {
        let stem = stem(module)?;
        let url = output.hashed(&format!("{}.wasm", short(&stem)), &fs::read(module)?)?;
        loaders = replace(&loaders, &format!("./{stem}.wasm"), &beside(&url))?;
        urls.insert(stem, url);
    }
    let main = output.hashed("main.wasm", &fs::read(&parts.main)?)?;

    // Glue and loaders import each other, so they share the hash of both.
    let glue = read(&parts.glue)?;
    let hash = hash::content(&[glue.as_bytes(), loaders.as_bytes()]);
    let (glue_name, loaders_name) = (hash::named("main.js", &hash), hash::named("pages.js", &hash));
    let glue = replace(&glue, "./__wasm_split.js", &format!("./{loaders_name}"))?;
    let loaders = replace(&loaders, "./main.js", &format!("./{glue_name}"))?;
    let scripts = vec![
        output.asset(&glue_name, glue.as_bytes())?,
        output.asset(&loaders_name, loaders.as_bytes())?,
    ];

    let boot = replace(boot, "./main.wasm", &beside(&main))?;
    let boot = replace(&boot, "./main.js", &format!("./{glue_name}"))?;
    let boot = output.hashed("boot.js", boot.as_bytes())?;
    Ok(Linked {
        boot,
        scripts,
        main,
        pages: pages(parts, &urls)?,
    })
}

fn pages(parts: &Split, urls: &BTreeMap<String, String>) -> Result<BTreeMap<String, Vec<String>>> {
    let url = |stem: &String| {
        urls.get(stem)
            .cloned()
            .with_context(|| format!("{stem} was never written"))
    };
    let resolve = |stems: &Vec<String>| stems.iter().map(url).collect::<Result<Vec<_>>>();
    parts
        .pages
        .iter()
        .map(|(page, stems)| Ok((page.clone(), resolve(stems)?)))
        .collect()
}

/// Replaces a quoted path wherever it names a file, and insists that it does somewhere. A quoted path before a colon
/// is the key under which a WASM module asks for its imports, and stays.
fn replace(script: &str, from: &str, to: &str) -> Result<String> {
    let mut replaced = String::with_capacity(script.len());
    let mut rest = script;
    let mut found = false;
    while let Some((before, after)) = rest.split_once(from) {
        let quote = before
            .chars()
            .last()
            .filter(|last| matches!(last, '"' | '\'' | '`'));
        let names_a_file = quote
            .and_then(|quote| after.strip_prefix(quote))
            .is_some_and(|behind| !behind.trim_start().starts_with(':'));
        replaced.push_str(before);
        replaced.push_str(if names_a_file { to } else { from });
        found |= names_a_file;
        rest = after;
    }
    replaced.push_str(rest);
    if !found {
        bail!("no script mentions {from}: the splitter or wasm-bindgen has changed its output");
    }
    Ok(replaced)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn stem(file: &Path) -> Result<String> {
    let stem = file.file_stem().context("a module without a name")?;
    Ok(stem.to_string_lossy().into_owned())
}

/// `home_page` of `split___home_page_view_123456`; chunks keep their names.
fn short(stem: &str) -> String {
    stem.strip_prefix("split_")
        .map_or_else(|| stem.to_owned(), super::split::page_name)
}

/// A URL as seen from a script in the same folder.
fn beside(url: &str) -> String {
    format!("./{}", url.rsplit('/').next().unwrap_or(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quoted_mention_is_replaced_and_nothing_else() {
        let script = "import a from\"./a.js\";x('./a.js');y(\"./a.js.map\")";
        assert_eq!(
            replace(script, "./a.js", "./b.js").unwrap(),
            "import a from\"./b.js\";x('./b.js');y(\"./a.js.map\")"
        );
        assert!(replace(script, "./absent.js", "./b.js").is_err());
    }

    /// With the key renamed, the browser said that import `./__wasm_split.js` "is not an object or function".
    #[test]
    fn the_key_of_a_modules_imports_stays() {
        let script = "import*as t from\"./s.js\";const i={\"./s.js\" : t}";
        assert_eq!(
            replace(script, "./s.js", "./p.js").unwrap(),
            "import*as t from\"./p.js\";const i={\"./s.js\" : t}"
        );
    }

    #[test]
    fn pages_get_short_names() {
        assert_eq!(short("split___home_page_view_42"), "home_page");
        assert_eq!(short("chunk_3"), "chunk_3");
    }
}

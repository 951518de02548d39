//! The scripts between page and WASM, with every reference pointing at a hashed name.

use super::emit::Output;
use super::split::{Split, page_name};
use super::{hash, loaders};
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
    /// A lazy page → its modules in one piece.
    pub(crate) pages: BTreeMap<String, Vec<String>>,
}

/// Writes modules and scripts; `boot` is the start script's source.
pub(crate) fn write(parts: &Split, boot: &str, output: &mut Output) -> Result<Linked> {
    let mut list = read(&parts.list)?;
    let mut packs: BTreeMap<&String, Vec<u8>> = BTreeMap::new();
    for (index, file) in parts.lazy.iter().enumerate() {
        let name = file
            .path
            .file_name()
            .context("a module without a name")?
            .to_string_lossy();
        let content = fs::read(&file.path)?;
        let url = output.hashed(&name, &content)?;
        list = replace(&list, &format!("./{name}"), &beside(&url))?;
        for page in &file.pages {
            let pack = packs.entry(page).or_default();
            pack.extend(u32::try_from(index)?.to_le_bytes());
            pack.extend(u32::try_from(content.len())?.to_le_bytes());
            pack.extend(&content);
        }
    }
    let mut script = read(&parts.loaders)?;
    let mut pages = BTreeMap::new();
    for (page, pack) in packs {
        let name = loaders::pack(page);
        let url = output.hashed(&name, &pack)?;
        for text in [&mut script, &mut list] {
            *text = replace(text, &format!("./{name}"), &beside(&url))?;
        }
        pages.insert(page_name(page), vec![url]);
    }
    let list = output.hashed(loaders::LIST, list.as_bytes())?;
    script = replace(&script, &format!("./{}", loaders::LIST), &beside(&list))?;
    let main = output.hashed("main.wasm", &fs::read(&parts.main)?)?;

    // Glue and loaders import each other, so they share the hash of both.
    let glue = read(&parts.glue)?;
    let hash = hash::content(&[glue.as_bytes(), script.as_bytes()]);
    let (glue_name, loaders_name) = (hash::named("main.js", &hash), hash::named("pages.js", &hash));
    let glue = replace(&glue, "./__wasm_split.js", &format!("./{loaders_name}"))?;
    let script = replace(&script, "./main.js", &format!("./{glue_name}"))?;
    let scripts = vec![
        output.asset(&glue_name, glue.as_bytes())?,
        output.asset(&loaders_name, script.as_bytes())?,
    ];

    let boot = replace(boot, "./main.wasm", &beside(&main))?;
    let boot = replace(&boot, "./main.js", &format!("./{glue_name}"))?;
    let boot = output.hashed("boot.js", boot.as_bytes())?;
    Ok(Linked {
        boot,
        scripts,
        main,
        pages,
    })
}

/// Replaces a quoted path wherever it names a file, and insists that it does somewhere. A quoted path before a colon
/// is the key under which a WASM module asks for its imports, and stays.
pub(super) fn replace(script: &str, from: &str, to: &str) -> Result<String> {
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
}

//! Short names between the main module and its glue.
//!
//! wasm-bindgen gives every imported function a name with a hash: three hundred names, and what compresses worst stands
//! in them twice. Nobody but these two files reads them.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

/// How the module calls the glue, by wasm-bindgen and by us.
const GLUE: (&str, &str) = ("./main_bg.js", "g");
/// How the module calls the loaders. It imports each from a module of its own, by the same name.
const LOADERS: &str = "./__wasm_split.js";

/// Shortens the names in both files.
pub(crate) fn shorten(module: &Path, glue: &Path) -> Result<()> {
    let script = fs::read_to_string(glue)?;
    let names = names(&script);
    if names.is_empty() {
        bail!("the glue has no functions for its module: wasm-bindgen has changed its output");
    }
    fs::write(module, rename(&fs::read(module)?, &names)?)?;
    Ok(fs::write(glue, rewrite(&script, &names))?)
}

/// Every property `__wb…: ` of the glue's table, in the order of the script, and its new name.
fn names(script: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for line in script.lines() {
        let line = line.trim_start();
        if let Some((name, _)) = line.split_once(": ")
            && name.starts_with("__wb")
            && name.chars().all(is_of_name)
        {
            let next = format!("_{}", names.len());
            names.entry(name.to_owned()).or_insert(next);
        }
    }
    names
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The glue with the new names, with one import of the loaders for all, and without the classes that a library exports
/// for streams which nothing here opens.
fn rewrite(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut lines = Vec::new();
    let mut in_class = false;
    for line in script.lines() {
        let bare = line.trim_start();
        let of_loaders = line.contains(LOADERS) && (bare.starts_with("import ") || bare.starts_with('"'));
        let first = bare.contains("import1 ") || bare.contains("import1,");
        in_class |= line.starts_with("export class IntoUnderlying");
        if in_class {
            in_class = !line.starts_with("if (Symbol.dispose)");
        } else if !of_loaders || first {
            lines.push(match bare.split_once(": ") {
                Some((name, rest)) if names.contains_key(name) => format!("{}: {rest}", names[name]),
                _ => line.replace(&format!("\"{}\":", GLUE.0), &format!("\"{}\":", GLUE.1)),
            });
        }
    }
    lines.join("\n")
}

fn rename(module: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut renamed = Module::new();
    Renamer { names }
        .parse_core_module(&mut renamed, Parser::new(0), module)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("the main module cannot be read")?;
    Ok(renamed.finish())
}

struct Renamer<'a> {
    names: &'a BTreeMap<String, String>,
}

impl Reencode for Renamer<'_> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            let module = if import.module == GLUE.0 {
                GLUE.1
            } else {
                import.module
            };
            let name = self.names.get(import.name).map_or(import.name, String::as_str);
            imports.import(module, name, kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, MemoryType};

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"
import * as import2 from \"./__wasm_split.js\"
export class IntoUnderlyingSink {
    free() {}
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;
function imports() {
        __wbg_get_2080c49015e35254: function(arg0) {
        __wbg_get_556f1c9a5c587e8c: function(arg0) {
        \"./main_bg.js\": import0,
        \"./__wasm_split.js\": import1,
        \"./__wasm_split.js\": import2,";

    #[test]
    fn glue_and_module_are_given_the_same_short_names() {
        let names = names(SCRIPT);
        assert_eq!(
            rewrite(SCRIPT, &names),
            "import * as import1 from \"./__wasm_split.js\"
function imports() {
_0: function(arg0) {
_1: function(arg0) {
        \"g\": import0,
        \"./__wasm_split.js\": import1,"
        );
        let memory = EntityType::Memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut imports = ImportSection::new();
        imports.import("./main_bg.js", "__wbg_get_556f1c9a5c587e8c", memory);
        imports.import("./__wasm_split.js", "load", memory);
        let mut module = Module::new();
        module.section(&imports);
        let renamed = rename(&module.finish(), &names).unwrap();
        let text = String::from_utf8_lossy(&renamed);
        assert!(
            text.contains("\u{1}g\u{2}_1") && !text.contains("__wbg"),
            "{text:?}"
        );
        assert!(text.contains("./__wasm_split.js\u{4}load"), "{text:?}");
    }
}

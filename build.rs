//! Turns `locales/` into typed keys, and stops the build where a language lacks a message.

// The build script and `xtask` read messages with the same code.
#[path = "xtask/src/locales.rs"]
mod locales;

use locales::{Locales, Table};
use std::fmt::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for input in ["build.rs", "xtask/src/locales.rs", "locales"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    let output = std::env::var("OUT_DIR")?;
    match Locales::load(&Path::new(&root).join("locales")) {
        Ok(locales) => {
            std::fs::write(Path::new(&output).join("keys.rs"), keys(&locales)?)?;
            std::fs::write(Path::new(&output).join("texts.rs"), texts(&locales)?)?;
        }
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}

/// The messages themselves, for component tests, which read the words that people read.
fn texts(locales: &Locales) -> Result<String, std::fmt::Error> {
    let mut code = String::from("&[\n");
    for (namespace, table) in &locales.tables {
        for language in &locales.languages {
            let texts = table.texts.get(language).map(Vec::as_slice).unwrap_or_default();
            writeln!(code, "    ({language:?}, {namespace:?}, &{texts:?}),")?;
        }
    }
    code.push_str("]\n");
    Ok(code)
}

/// The source of `Namespace` and of one module of constants for each namespace.
fn keys(locales: &Locales) -> Result<String, Box<dyn std::error::Error>> {
    let mut code = String::from(
        "/// A file of messages.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum Namespace {\n",
    );
    for name in locales.tables.keys() {
        writeln!(code, "    /// `{name}.json`.\n    {},", camel(name))?;
    }
    code.push_str("}\n\nimpl Namespace {\n    /// Every namespace, in the order of its index.\n    pub const ALL: &'static [Self] = &[");
    for name in locales.tables.keys() {
        write!(code, "Self::{}, ", camel(name))?;
    }
    code.push_str("];\n\n    /// The file's name without its extension.\n    pub const fn name(self) -> &'static str {\n        match self {\n");
    for name in locales.tables.keys() {
        writeln!(code, "            Self::{} => \"{name}\",", camel(name))?;
    }
    code.push_str("        }\n    }\n}\n");
    writeln!(
        code,
        "\n/// Every language, the source first.\npub const LANGUAGES: &[&str] = &{:?};",
        locales.languages
    )?;
    for (name, table) in &locales.tables {
        module(&mut code, name, table)?;
    }
    Ok(code)
}

fn module(code: &mut String, name: &str, table: &Table) -> Result<(), Box<dyn std::error::Error>> {
    writeln!(code, "\n/// Messages of `{name}.json`.\npub mod {name} {{")?;
    let namespace = camel(name);
    let mut taken = std::collections::BTreeSet::new();
    for (index, path) in table.paths.iter().enumerate() {
        let in_group = path
            .rsplit_once('.')
            .map(|(group, _)| group)
            .filter(|group| table.plurals.contains_key(*group));
        let constant = in_group.unwrap_or(path).replace('.', "_").to_uppercase();
        if !taken.insert(constant.clone()) {
            if in_group.is_some() {
                continue;
            }
            return Err(format!("locales: two keys of {name}.json are called {constant}").into());
        }
        let said = table
            .texts
            .get(locales::SOURCE)
            .and_then(|texts| texts.get(index))
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .unwrap_or("(empty)");
        writeln!(
            code,
            "    /// {}",
            said.replace(['\n', '\r'], " ")
                .replace(['[', ']', '<', '>', '`'], "'")
        )?;
        match in_group.and_then(|group| table.plurals.get(group)) {
            Some(categories) => writeln!(
                code,
                "    pub const {constant}: super::Plural = super::Plural::new(super::Namespace::{namespace}, {index}, &{categories:?});"
            )?,
            None => writeln!(
                code,
                "    pub const {constant}: super::Key = super::Key::new(super::Namespace::{namespace}, {index});"
            )?,
        }
    }
    code.push_str("}\n");
    Ok(())
}

/// `SignIn` of `sign_in`.
fn camel(snake: &str) -> String {
    let words = snake.split('_').filter_map(|word| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
    });
    words.collect()
}

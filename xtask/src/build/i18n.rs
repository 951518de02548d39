//! Messages for the browser: one array of texts for each language and namespace, read by index.

use super::emit::Output;
use crate::locales::Locales;
use crate::paths;
use anyhow::{Result, anyhow};

/// Reads and compares `locales/`.
pub(crate) fn load() -> Result<Locales> {
    Locales::load(&paths::at("locales")).map_err(|faults| anyhow!("{}", faults.join("\n")))
}

/// Writes every table, and gives the list that the page carries: `vi/home.1a2b3c4d5e en/home.…`.
///
/// A stem's file is `/assets/i18n/<stem>.json`.
pub(crate) fn write(locales: &Locales, output: &mut Output) -> Result<String> {
    let mut stems = Vec::new();
    for language in &locales.languages {
        for (namespace, table) in &locales.tables {
            let Some(texts) = table.texts.get(language) else {
                continue;
            };
            let url = output.hashed(
                &format!("i18n/{language}/{namespace}.json"),
                &serde_json::to_vec(texts)?,
            )?;
            let stem = url
                .strip_prefix("/assets/i18n/")
                .and_then(|rest| rest.strip_suffix(".json"));
            stems.extend(stem.map(str::to_owned));
        }
    }
    Ok(stems.join(" "))
}

/// One message, by `namespace.path`.
pub(crate) fn text<'a>(locales: &'a Locales, language: &str, key: &str) -> Option<&'a str> {
    let (namespace, path) = key.split_once('.')?;
    let table = locales.tables.get(namespace)?;
    let index = table.paths.iter().position(|known| known == path)?;
    table.texts.get(language)?.get(index).map(String::as_str)
}

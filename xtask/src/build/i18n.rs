//! Messages for the browser: one array of texts for each language and namespace, read by index.

use super::emit::Output;
use super::hash;
use crate::locales::{Locales, Table};
use crate::paths;
use anyhow::{Result, anyhow};

/// Reads and compares `locales/`.
pub(crate) fn load() -> Result<Locales> {
    Locales::load(&paths::at("locales")).map_err(|faults| anyhow!("{}", faults.join("\n")))
}

/// Writes every table, and gives the list that the page carries: `vi/1a2b3c4d5e en/…`, a language and the hash of all
/// its texts. One hash a language keeps the page small: a hash is what does not compress.
///
/// The file of a namespace is [`url`].
pub(crate) fn write(locales: &Locales, output: &mut Output) -> Result<String> {
    let mut languages = Vec::new();
    for language in &locales.languages {
        let texts = |table: &Table| table.texts.get(language).map(serde_json::to_vec).transpose();
        let mut files = Vec::new();
        for (namespace, table) in &locales.tables {
            files.extend(texts(table)?.map(|content| (namespace, content)));
        }
        let contents: Vec<&[u8]> = files.iter().map(|(_, content)| content.as_slice()).collect();
        let hash = hash::content(&contents);
        for (namespace, content) in &files {
            output.asset(
                &hash::named(&format!("i18n/{language}/{namespace}.json"), &hash),
                content,
            )?;
        }
        languages.push(format!("{language}/{hash}"));
    }
    Ok(languages.join(" "))
}

/// The address of a namespace's texts, by the list that the page carries.
pub(crate) fn url(list: &str, language: &str, namespace: &str) -> Option<String> {
    let hash = list
        .split(' ')
        .find_map(|one| one.strip_prefix(language)?.strip_prefix('/'))?;
    Some(format!("/assets/i18n/{language}/{namespace}.{hash}.json"))
}

/// One message, by `namespace.path`.
pub(crate) fn text<'a>(locales: &'a Locales, language: &str, key: &str) -> Option<&'a str> {
    let (namespace, path) = key.split_once('.')?;
    let table = locales.tables.get(namespace)?;
    let index = table.paths.iter().position(|known| known == path)?;
    table.texts.get(language)?.get(index).map(String::as_str)
}

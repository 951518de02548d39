//! The messages in `locales/`, read and compared. Shared with the client's build script, so a missing translation
//! stops the build in the same words wherever it is found.

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The language that all others are compared with.
pub(crate) const SOURCE: &str = "vi";

/// Intl's plural categories. An object of these alone is one message in several forms.
const CATEGORIES: [&str; 6] = ["few", "many", "one", "other", "two", "zero"];

/// Every message of every language.
pub(crate) struct Locales {
    /// The source language first.
    pub(crate) languages: Vec<String>,
    /// A file's stem → its messages.
    pub(crate) tables: BTreeMap<String, Table>,
}

/// The messages of one namespace.
#[derive(Default)]
pub(crate) struct Table {
    /// Dotted paths, sorted; a message's place here is its index on the wire.
    pub(crate) paths: Vec<String>,
    /// Plural messages → their categories, in the order of `paths`.
    pub(crate) plurals: BTreeMap<String, Vec<String>>,
    /// Language → texts in the order of `paths`.
    pub(crate) texts: BTreeMap<String, Vec<String>>,
}

impl Locales {
    /// Reads the folder and compares the languages; every fault found is named with its file and key.
    pub(crate) fn load(folder: &Path) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let languages = languages(folder).map_err(|error| vec![format!("{}: {error}", folder.display())])?;
        let mut read: BTreeMap<String, BTreeMap<String, Texts>> = BTreeMap::new();
        for language in &languages {
            for (namespace, file) in namespaces(&folder.join(language)) {
                match texts(&file) {
                    Ok(found) => drop(read.entry(namespace).or_default().insert(language.clone(), found)),
                    Err(fault) => faults.push(format!("locales/{language}/{namespace}.json: {fault}")),
                }
            }
        }
        let mut tables = BTreeMap::new();
        if faults.is_empty() {
            for (namespace, by_language) in read {
                let table = Table::compare(&namespace, &languages, by_language, &mut faults);
                tables.insert(namespace, table);
            }
        }
        if faults.is_empty() {
            Ok(Self { languages, tables })
        } else {
            Err(faults)
        }
    }
}

type Texts = BTreeMap<String, String>;

impl Table {
    fn compare(
        namespace: &str,
        languages: &[String],
        mut read: BTreeMap<String, Texts>,
        faults: &mut Vec<String>,
    ) -> Self {
        let plurals = plural_groups(&read);
        for texts in read.values_mut() {
            complete_plurals(&plurals, texts);
        }
        let source = read.get(SOURCE).cloned().unwrap_or_default();
        let all: BTreeSet<&String> = read.values().flat_map(BTreeMap::keys).collect();
        for language in languages {
            let file = format!("locales/{language}/{namespace}.json");
            let Some(texts) = read.get(language) else {
                faults.push(format!("{file} is missing"));
                continue;
            };
            for path in all.iter().filter(|path| !texts.contains_key(**path)) {
                faults.push(format!("{file}: key \"{path}\" is missing"));
            }
            for (path, text) in texts {
                let Some(original) = source.get(path) else {
                    continue;
                };
                let (wanted, found) = (placeholders(original), placeholders(text));
                // A plural form may leave the number out ("one person").
                let fits = if in_plural(&plurals, path) {
                    found.is_subset(&wanted)
                } else {
                    found == wanted
                };
                if !fits {
                    faults.push(format!(
                        "{file}: key \"{path}\" has {found:?} where {SOURCE} has {wanted:?}"
                    ));
                }
            }
        }
        let paths: Vec<String> = source.into_keys().collect();
        let texts = read
            .into_iter()
            .map(|(language, texts)| {
                (
                    language,
                    paths.iter().filter_map(|path| texts.get(path).cloned()).collect(),
                )
            })
            .collect();
        Self {
            paths,
            plurals,
            texts,
        }
    }
}

fn languages(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut found: Vec<String> = fs::read_dir(folder)?
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort_by_key(|language| (language != SOURCE, language.clone()));
    Ok(found)
}

fn namespaces(folder: &Path) -> BTreeMap<String, std::path::PathBuf> {
    let files = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    files
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .filter_map(|file| Some((file.file_stem()?.to_str()?.to_owned(), file)))
        .collect()
}

fn texts(file: &Path) -> Result<Texts, String> {
    let json = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let root: Node = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let mut flat = Texts::new();
    flatten(root, "", &mut flat)?;
    Ok(flat)
}

fn flatten(node: Node, path: &str, flat: &mut Texts) -> Result<(), String> {
    match node {
        Node::Text(_) if path.is_empty() => Err("the file must hold an object".to_owned()),
        Node::Text(text) if text.trim().is_empty() && !path.ends_with("prefix") => {
            Err(format!("key \"{path}\" is empty"))
        }
        Node::Text(text) => {
            flat.insert(path.to_owned(), text);
            Ok(())
        }
        Node::Object(members) => members.into_iter().try_for_each(|(key, member)| {
            let well_formed = key.starts_with(|c: char| c.is_ascii_lowercase())
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !well_formed {
                return Err(format!("key \"{key}\" is not lower_snake_case"));
            }
            let below = if path.is_empty() {
                key
            } else {
                format!("{path}.{key}")
            };
            flatten(member, &below, flat)
        }),
    }
}

/// Groups whose members are plural categories in some language → the categories that any language has.
fn plural_groups(read: &BTreeMap<String, Texts>) -> BTreeMap<String, Vec<String>> {
    let mut members: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for path in read.values().flat_map(BTreeMap::keys) {
        if let Some((group, member)) = path.rsplit_once('.') {
            members.entry(group).or_default().insert(member);
        }
    }
    let is_plural =
        |found: &BTreeSet<&str>| found.contains("other") && found.iter().all(|m| CATEGORIES.contains(m));
    let owned = |found: BTreeSet<&str>| found.into_iter().map(str::to_owned).collect();
    members
        .into_iter()
        .filter(|(_, found)| is_plural(found))
        .map(|(group, found)| (group.to_owned(), owned(found)))
        .collect()
}

/// A language without a category (Vietnamese has `other` alone) uses its own `other` there.
fn complete_plurals(plurals: &BTreeMap<String, Vec<String>>, texts: &mut Texts) {
    for (group, categories) in plurals {
        let Some(other) = texts.get(&format!("{group}.other")).cloned() else {
            continue;
        };
        for category in categories {
            texts
                .entry(format!("{group}.{category}"))
                .or_insert_with(|| other.clone());
        }
    }
}

fn in_plural(plurals: &BTreeMap<String, Vec<String>>, path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(group, _)| plurals.contains_key(group))
}

/// The `{names}` in a text.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

/// A JSON object that refuses to hold a key twice: serde_json alone would keep the last one silently.
enum Node {
    Text(String),
    Object(Vec<(String, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;

        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Node;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("a text, or an object of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut members: Vec<(String, Node)> = Vec::new();
                while let Some((key, member)) = map.next_entry::<String, Node>()? {
                    if members.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("key \"{key}\" is there twice")));
                    }
                    members.push((key, member));
                }
                Ok(Node::Object(members))
            }
        }

        deserializer.deserialize_any(NodeVisitor)
    }
}

#[cfg(test)]
#[path = "locales_tests.rs"]
mod tests;

//! The texts that have arrived, and the language that is shown.

use super::{Lang, fill::fill, keys::Namespace};
use crate::browser::{dom, http, intl};
use std::cell::{Cell, RefCell};

/// The name of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    namespace: Namespace,
    index: usize,
}

impl Key {
    /// The message at this place of a namespace's list; only the generated constants call this.
    pub const fn new(namespace: Namespace, index: usize) -> Self {
        Self { namespace, index }
    }
}

/// A message in several forms, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    namespace: Namespace,
    index: usize,
    categories: &'static [&'static str],
}

impl Plural {
    /// Forms that stand one after the other in the order of `categories`; only the generated constants call this.
    pub const fn new(namespace: Namespace, index: usize, categories: &'static [&'static str]) -> Self {
        Self {
            namespace,
            index,
            categories,
        }
    }
}

/// A file of messages did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadError;

/// Texts are read for as long as the page lives and there are two languages at most: they are never given back, so
/// that a text can be `&'static str` and views need no copies.
type Texts = &'static [&'static str];

thread_local! {
    static LANG: Cell<Lang> = const { Cell::new(Lang::Vi) };
    /// A list: a page needs five of them, and a map's code is larger than what it would save.
    static TEXTS: RefCell<Vec<(Lang, Namespace, Texts)>> = const { RefCell::new(Vec::new()) };
}

/// The language shown now.
pub fn lang() -> Lang {
    LANG.get()
}

/// Shows another language from the next drawing on; its messages must have been loaded.
pub fn set_lang(lang: Lang) {
    LANG.set(lang);
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("lang", lang.as_str());
    }
}

/// The message in the language shown; empty where its namespace was not loaded, which a debug build reports.
pub fn t(key: Key) -> &'static str {
    text(key.namespace, key.index)
}

/// The form of the message that goes with the number, in the language shown; `{count}` is the number.
pub fn tn(plural: Plural, count: u32) -> String {
    let category = intl::plural_category(count, lang());
    let places = plural.categories.iter().position(|known| *known == category);
    let other = plural
        .categories
        .iter()
        .position(|known| *known == "other")
        .unwrap_or(0);
    let form = text(plural.namespace, plural.index + places.unwrap_or(other));
    fill(form, &[("count", &intl::number(count.into()))])
}

fn text(namespace: Namespace, index: usize) -> &'static str {
    let found = of(lang(), namespace).and_then(|texts| texts.get(index).copied());
    if cfg!(debug_assertions) && found.is_none() {
        leptos::logging::warn!("messages of {} are not loaded", namespace.name());
    }
    found.unwrap_or_default()
}

/// Puts texts in place without fetching them: for tests.
pub fn install(lang: Lang, namespace: Namespace, texts: Vec<String>) {
    let leaked: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
    TEXTS.with_borrow_mut(|all| all.insert(0, (lang, namespace, leaked.leak())));
}

/// The texts of a namespace; those put in place last, where that was done twice.
fn of(lang: Lang, namespace: Namespace) -> Option<Texts> {
    let is = |one: &&(Lang, Namespace, Texts)| one.0 == lang && one.1 == namespace;
    TEXTS.with_borrow(|all| all.iter().find(is).map(|one| one.2))
}

/// A request for messages that is on its way.
pub struct Pending {
    lang: Lang,
    namespace: Namespace,
    fetch: http::JsonFetch,
}

/// Starts fetching what is not there yet. The fetches run at once, also with others started before awaiting.
pub fn request(lang: Lang, namespaces: &[Namespace]) -> Vec<Pending> {
    let missing = namespaces
        .iter()
        .copied()
        .filter(|namespace| of(lang, *namespace).is_none());
    let started = missing.filter_map(|namespace| {
        let fetch = http::fetch_json(&file(lang, namespace)?);
        Some(Pending {
            lang,
            namespace,
            fetch,
        })
    });
    started.collect()
}

/// Waits for requested messages and puts them in place.
///
/// # Errors
/// [`LoadError`] where a file did not arrive; what did arrive stays in place.
pub async fn load(pending: Vec<Pending>) -> Result<(), LoadError> {
    for one in pending {
        let texts = http::json_strings(one.fetch).await.ok_or(LoadError)?;
        install(one.lang, one.namespace, texts);
    }
    Ok(())
}

/// The URL of a namespace's file. The page carries the hash of each language's texts, as `vi/1a2b3c4d5e en/…`.
fn file(lang: Lang, namespace: Namespace) -> Option<String> {
    let (lang, namespace) = (lang.as_str(), namespace.name());
    let list = dom::meta("eid-i18n")?;
    let hash = list
        .split(' ')
        .find_map(|one| one.strip_prefix(lang)?.strip_prefix('/'))?;
    Some(format!("/assets/i18n/{lang}/{namespace}.{hash}.json"))
}

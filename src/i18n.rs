//! Words for people. Messages live in `locales/<language>/<namespace>.json`; the build turns their names into
//! constants, so a missing message does not compile and a missing translation stops the build.
//!
//! ```ignore
//! use crate::i18n::{keys::home, t, tf};
//! view! { <p>{t(home::LEAD)}</p> }
//! ```
//!
//! Texts are looked up in the page's present language. When the language changes, the app draws the shell and the page
//! anew, so a text never needs to be a signal.

mod catalog;
mod fill;

pub use catalog::{Key, LoadError, Plural, install, lang, load, request, set_lang, t, tn};
pub use eid_domain::wire::Lang;
pub use fill::tf;

/// Names of messages, made by the build script from `locales/`.
pub mod keys {
    pub use super::{Key, Plural};

    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

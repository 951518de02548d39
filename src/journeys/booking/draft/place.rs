//! The office, as far as the pages after the finder must know it.

use crate::i18n::{Lang, lang};
use eid_domain::office::Office;
use serde::{Deserialize, Serialize};

/// An office that was chosen.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in super::super) struct Place {
    /// Its id.
    pub(in super::super) id: String,
    vi: String,
    en: String,
    /// Street and commune.
    pub(in super::super) address: String,
    /// Whether its hours are known for sure.
    pub(in super::super) hours_verified: bool,
}

impl Place {
    /// What is kept of an office.
    pub(in super::super) fn of(office: &Office) -> Self {
        Self {
            id: office.id.as_str().to_owned(),
            vi: office.name.vi.clone(),
            en: office.name.en.clone(),
            address: office.address_line(),
            hours_verified: office.hours_verified,
        }
    }

    /// The name in the language shown.
    pub(in super::super) fn name(&self) -> String {
        match lang() {
            Lang::Vi => self.vi.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

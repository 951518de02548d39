//! What is typed. The way outlives a reload; address and number live in memory alone.

use super::Keyed;
use crate::api::communes::{self, Row};
use crate::browser::draft::Draft;
use crate::components::ListField;
use eid_domain::wire::delivery::{ChooseDelivery, DeliveryView};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Default, Serialize, Deserialize)]
struct Kept {
    reference: String,
    way: String,
    #[serde(skip)]
    typed: Option<ChooseDelivery>,
    #[serde(skip)]
    commune: String,
}

fn draft() -> Draft<Kept> {
    Draft::open("delivery")
}

/// Every field. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) way: RwSignal<String>,
    pub(super) line: RwSignal<String>,
    pub(super) commune: ListField<Row>,
    pub(super) contact_phone: RwSignal<String>,
}

impl Fields {
    /// As they were left, or as it stands; a way that was never confirmed is not chosen yet.
    pub(super) fn open(case: &Keyed, view: &DeliveryView) -> Self {
        let kept = Some(draft().now()).filter(|kept| kept.reference == case.reference);
        let stands = view.confirmed_at.is_some() && view.returned.is_none();
        let way = match &kept {
            Some(kept) => kept.way.clone(),
            None if stands => view.way.as_str().to_owned(),
            None => String::new(),
        };
        let typed = kept.as_ref().and_then(|kept| kept.typed.clone());
        let (code, words) = match (&typed, &kept) {
            (Some(typed), Some(kept)) => (typed.commune_code.clone(), kept.commune.clone()),
            _ => (view.commune_code.clone(), view.commune.clone()),
        };
        let typed = typed.unwrap_or_else(|| ChooseDelivery {
            line: view.line.clone(),
            ..ChooseDelivery::default()
        });
        Self {
            way: RwSignal::new(way),
            line: RwSignal::new(typed.line),
            commune: ListField::open(
                communes::coming,
                communes::found,
                (!code.is_empty()).then_some((code, words)),
            ),
            contact_phone: RwSignal::new(typed.contact_phone),
        }
    }

    /// What the wire asks for.
    pub(super) fn wanted(self) -> ChooseDelivery {
        untrack(|| ChooseDelivery {
            way: self.way.get(),
            line: self.line.get(),
            commune_code: self.commune.value(),
            contact_phone: self.contact_phone.get(),
        })
    }

    /// Keeps what is typed, so that a change of language loses nothing.
    pub(super) fn keep(self, case: &Keyed) {
        let wanted = self.wanted();
        draft().update(|kept| {
            *kept = Kept {
                reference: case.reference.clone(),
                way: wanted.way.clone(),
                typed: Some(wanted),
                commune: self.commune.typed(),
            };
        });
    }

    /// Forgets everything: it was sent.
    pub(super) fn forget() {
        draft().clear();
    }
}

//! The fields of one paper.

use super::{draft::Paper, words};
use crate::api::field_words;
use crate::components::{DateField, DateParts, Errors, Select, TextField};
use crate::i18n::{Key, keys::precheck, t};
use eid_domain::precheck::{PaperKind, PaperSide, PaperTyped, SideField};
use jiff::civil::Date;
use leptos::prelude::*;

/// Ids of the fields: the page has them twice.
#[derive(Clone, Copy)]
pub(super) struct Ids {
    kind: &'static str,
    name: &'static str,
    birth: &'static str,
    number: &'static str,
}

/// Of the first paper.
pub(super) const A: Ids = Ids {
    kind: "a_kind",
    name: "a_name",
    birth: "a_birth",
    number: "a_number",
};

/// Of the second paper.
pub(super) const B: Ids = Ids {
    kind: "b_kind",
    name: "b_name",
    birth: "b_birth",
    number: "b_number",
};

/// What is typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Side {
    ids: Ids,
    kind: RwSignal<String>,
    name: RwSignal<String>,
    birth: DateParts,
    number: RwSignal<String>,
}

impl Side {
    /// Filled with what was typed before.
    pub(super) fn new(ids: Ids, typed: Paper) -> Self {
        Self {
            ids,
            kind: RwSignal::new(typed.kind),
            name: RwSignal::new(typed.name),
            birth: DateParts::from_iso(&typed.birth),
            number: RwSignal::new(typed.number),
        }
    }

    /// As typed; follows changes.
    pub(super) fn typed(self) -> Paper {
        Paper {
            kind: self.kind.get(),
            name: self.name.get(),
            birth: self.birth.iso(),
            number: self.number.get(),
        }
    }

    /// Empties the fields.
    pub(super) fn clear(self) {
        for text in [
            self.kind,
            self.name,
            self.birth.day,
            self.birth.month,
            self.birth.year,
            self.number,
        ] {
            text.set(String::new());
        }
        self.birth.partial.set(false);
    }

    /// Reads the fields; what is wrong goes to the end of `wrong`, in words.
    pub(super) fn read(self, today: Date, wrong: &mut Vec<(String, String)>) -> Option<PaperSide> {
        let typed = untrack(|| self.typed());
        let typed = PaperTyped {
            kind: &typed.kind,
            name: &typed.name,
            birth: &typed.birth,
            number: &typed.number,
        };
        PaperSide::parse(&typed, today)
            .map_err(|faults| {
                for (field, code) in faults {
                    let words = match field {
                        SideField::Kind => t(precheck::KIND_CHOOSE),
                        _ => field_words(code),
                    };
                    wrong.push((self.id(field).to_owned(), words.to_owned()));
                }
            })
            .ok()
    }

    const fn id(self, field: SideField) -> &'static str {
        match field {
            SideField::Kind => self.ids.kind,
            SideField::Name => self.ids.name,
            SideField::Birth => self.ids.birth,
            SideField::Number => self.ids.number,
        }
    }

    /// The fields under their heading.
    pub(super) fn fields(self, title: Key, errors: Errors) -> AnyView {
        let kinds = std::iter::once((String::new(), t(precheck::KIND_CHOOSE).to_owned()));
        let kinds = kinds.chain(
            PaperKind::ALL
                .iter()
                .map(|kind| (kind.as_str().to_owned(), t(words::kind(*kind)).to_owned())),
        );
        view! {
            <fieldset class="precheck-side panel stack">
                <legend class="precheck-title">{t(title)}</legend>
                <Select id=self.ids.kind label=t(precheck::KIND_LABEL) options=kinds.collect() value=self.kind errors=errors />
                <TextField id=self.ids.name label=t(precheck::NAME) hint=t(precheck::NAME_HINT) value=self.name errors=errors />
                <DateField id=self.ids.birth legend=t(precheck::BIRTH) parts=self.birth errors=errors allow_partial=true />
                <TextField id=self.ids.number label=t(precheck::NUMBER) hint=t(precheck::NUMBER_HINT) value=self.number errors=errors inputmode="numeric" width="w-20" />
            </fieldset>
        }
        .into_any()
    }
}

//! In which commune of the country, found as one types.

use crate::api::communes::{self, Row};
use crate::components::{Errors, ListField};
use crate::i18n::{keys::home_visit as k, t};
use leptos::prelude::*;

/// What is typed, and the commune that stands for.
#[derive(Clone, Copy)]
pub(super) struct CommuneField(ListField<Row>);

impl CommuneField {
    /// Nothing typed yet.
    pub(super) fn open() -> Self {
        Self(ListField::open(communes::coming, communes::found, None))
    }

    /// The code, where what stands in the field is what was chosen.
    pub(super) fn code(self) -> String {
        self.0.value()
    }

    /// The field.
    pub(super) fn view(self, errors: Errors) -> AnyView {
        self.0
            .view("commune_code", t(k::COMMUNE), t(k::COMMUNE_HINT), errors)
    }
}

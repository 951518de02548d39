//! Somebody who collects another's card: who they are, and that they showed a card of their own.

use crate::components::{Checkbox, Choice, Errors, RadioGroup, Select, TextField};
use crate::i18n::{Key, keys::desk as k, t};
use eid_domain::wire::hand_over::{OtherCollector, Relation};
use leptos::prelude::*;

const OTHER: &str = "other";

/// What was answered. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Other {
    who: RwSignal<String>,
    name: RwSignal<String>,
    relation: RwSignal<String>,
    shown: RwSignal<bool>,
}

impl Other {
    /// The owner comes, unless somebody says otherwise.
    pub(super) fn new() -> Self {
        Self {
            who: RwSignal::new("owner".to_owned()),
            name: RwSignal::new(String::new()),
            relation: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
        }
    }

    /// Whether somebody else collects.
    pub(super) fn comes(self) -> bool {
        self.who.with_untracked(|who| who == OTHER)
    }

    /// The same, followed.
    pub(super) fn comes_now(self) -> bool {
        self.who.with(|who| who == OTHER)
    }

    /// Who, where somebody else does.
    pub(super) fn given(self) -> Option<OtherCollector> {
        self.comes().then(|| OtherCollector {
            name: self.name.get_untracked(),
            relation: self.relation.get_untracked(),
            card_shown: self.shown.get_untracked(),
        })
    }
}

/// Who collects?
pub(super) fn choice(other: Other, errors: Errors) -> impl IntoView {
    let choices = vec![
        Choice::new("owner", t(k::COLLECTOR_OWNER)),
        Choice::new(OTHER, t(k::COLLECTOR_OTHER)).hint(t(k::COLLECTOR_OTHER_HINT)),
    ];
    view! { <RadioGroup id="collector" legend=t(k::COLLECTOR) choices=choices value=other.who errors=errors columns=true /> }
}

/// Who it is.
pub(super) fn fields(other: Other, errors: Errors) -> impl IntoView {
    let word = |relation: &Relation| (relation.as_str().to_owned(), t(words(*relation)).to_owned());
    let mut options = vec![(String::new(), t(k::RELATION_CHOOSE).to_owned())];
    options.extend(Relation::ALL.iter().map(word));
    view! {
        <TextField id="name" label=t(k::COLLECTOR_NAME) value=other.name errors=errors />
        <Select id="relation" label=t(k::RELATION) options=options value=other.relation errors=errors />
        <Checkbox id="card_shown" label=t(k::CARD_SHOWN) checked=other.shown errors=errors />
    }
}

const fn words(relation: Relation) -> Key {
    match relation {
        Relation::Parent => k::RELATION_PARENT,
        Relation::Spouse => k::RELATION_SPOUSE,
        Relation::Child => k::RELATION_CHILD,
        Relation::Sibling => k::RELATION_SIBLING,
        Relation::Guardian => k::RELATION_GUARDIAN,
        Relation::Authorised => k::RELATION_AUTHORISED,
    }
}

//! What is typed about a guest and not filed yet, for back and forth. In memory alone, as it is about somebody else; it goes
//! when nobody is signed in any more.

use crate::browser::draft::Draft;
use eid_domain::wire::stays::NewStay;
use serde::{Deserialize, Serialize};

/// What is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(skip)]
    typed: Option<Typed>,
}

/// The form as it stands.
#[derive(Clone)]
pub(super) struct Typed {
    /// Its fields.
    pub(super) stay: NewStay,
    /// The words of the commune that was chosen.
    pub(super) commune: String,
}

fn draft() -> Draft<Kept> {
    Draft::open("account-stay")
}

/// What there is.
pub(super) fn typed() -> Option<Typed> {
    draft().now().typed
}

/// Keeps it; nothing where it is done with.
pub(super) fn keep(typed: Option<Typed>) {
    draft().update(|kept| kept.typed = typed);
}

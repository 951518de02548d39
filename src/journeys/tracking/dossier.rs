//! A dossier with all that is needed to show it.

use crate::api::{self, ApiError};
use crate::browser::timer;
use eid_domain::calendar::office_date;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::dossiers::DossierView;
use eid_domain::wire::places::Place;
use jiff::civil::Date;
use std::cell::RefCell;

/// What a link to a dossier led to.
#[derive(Clone)]
pub(super) enum Opened {
    /// The dossier.
    Dossier(Box<Case>),
    /// No key, or not this dossier's, or not any more: all the same to whoever asks.
    NoAccess,
}

/// A dossier, and the day on which it is looked at.
#[derive(Clone)]
pub(super) struct Case {
    /// Its key, from behind `#`.
    pub(super) key: String,
    /// The dossier.
    pub(super) view: DossierView,
    /// Today at the offices.
    pub(super) today: Date,
    /// When the device kept it, where the server could not be asked; milliseconds since 1970.
    pub(super) kept_at_ms: Option<f64>,
}

/// Where the visit is; `None` without a visit, or for an office that is no longer listed.
pub(super) fn office_of(view: &DossierView) -> Option<&Place> {
    view.visit.as_ref()?.place.as_deref()
}

thread_local! {
    /// The dossier that was shown last: the steps of moving a visit need not ask for it at every turn.
    static LATEST: RefCell<Option<Case>> = const { RefCell::new(None) };
}

/// Opens a dossier.
///
/// # Errors
/// In words, where the server could not be asked.
pub(super) async fn open(reference: String, key: String) -> Result<Opened, String> {
    if key.is_empty() {
        return Ok(Opened::NoAccess);
    }
    let view = match api::dossiers::get_or_kept(&reference, &key).await {
        Ok(view) => view,
        Err(error) if refused(&error) => return Ok(Opened::NoAccess),
        Err(error) => return Err(error.words()),
    };
    // What the device has kept is of another day: then its own date is nearer the truth.
    let today = match view.at_ms {
        Some(_) => timer::office_date(),
        None => office_date(view.value.now),
    };
    let case = Case {
        key,
        today,
        view: view.value,
        kept_at_ms: view.at_ms,
    };
    LATEST.set(Some(case.clone()));
    Ok(Opened::Dossier(Box::new(case)))
}

/// The same, from memory where it was shown just before.
///
/// # Errors
/// As [`open`].
pub(super) async fn open_again(reference: String, key: String) -> Result<Opened, String> {
    let known = LATEST.with_borrow(|case| {
        case.clone()
            .filter(|case| case.view.reference == reference && case.key == key)
    });
    match known {
        Some(case) => Ok(Opened::Dossier(Box::new(case))),
        None => open(reference, key).await,
    }
}

/// Whether a key opens nothing: all the same to whoever asks.
pub(super) fn refused(error: &ApiError) -> bool {
    [
        ProblemCode::NoMatch,
        ProblemCode::NotFound,
        ProblemCode::NotAllowed,
    ]
    .into_iter()
    .any(|code| error.is(code))
}

//! Where the journey stands on the server, and going on.

use super::place::Place;
use crate::api::{self, ApiError};
use crate::browser::location;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::activation::{ActivationView, Step};
use std::cell::RefCell;

thread_local! {
    /// The answer to the step just done: the next step need not ask again.
    static LATEST: RefCell<Option<ActivationView>> = const { RefCell::new(None) };
}

/// What the server says about a step that is to be shown.
#[derive(Clone)]
pub(super) enum Standing {
    /// The journey stands at this step.
    Here(ActivationView),
    /// It is at a later one.
    Behind(Step),
    /// It has not come this far.
    Ahead(Step),
    /// There is none, or none any more: the server does not say which.
    Expired,
}

/// Asks where the journey stands.
///
/// # Errors
/// In words, where the server could not be asked.
pub(super) async fn standing(step: Step) -> Result<Standing, String> {
    let view = match LATEST.take() {
        Some(view) => view,
        None => match api::activation::get().await {
            Ok(view) => view,
            Err(error) if error.is(ProblemCode::JourneyExpired) => return Ok(Standing::Expired),
            Err(error) => return Err(error.words()),
        },
    };
    Ok(match view.step {
        there if there == step => Standing::Here(view),
        there if super::place::rank(there) > super::place::rank(step) => Standing::Behind(there),
        there => Standing::Ahead(there),
    })
}

/// Goes to the step that the server has answered with.
pub(super) fn go_on(view: ActivationView) {
    let next = Place::At(view.step).href();
    LATEST.set(Some(view));
    location::push(&next);
}

/// Whether a failure means that the page shows another step than the server: then it asks where things stand.
pub(super) fn moved(error: &ApiError) -> bool {
    error.is(ProblemCode::JourneyExpired) || error.is(ProblemCode::StateConflict)
}

/// Shows this address anew, so that it asks the server where things stand.
pub(super) fn ask_again() {
    location::replace(&Place::of_address().href());
}

/// A journey whose phone is proved already: it can be gone on with, or is done.
pub(super) async fn begun() -> Option<ActivationView> {
    let view = api::activation::get().await.ok()?;
    (view.step != Step::Code).then_some(view)
}

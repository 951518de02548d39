//! Who works here. Known in memory once asked; the cookie that counts is out of our reach.

use crate::api::{self, ApiError};
use crate::browser::{
    assisted, location,
    storage::{self, Keep},
    timer,
};
use crate::i18n::lang;
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::future::{Future, pending};

/// Where the officer was when the session ended, to go back there. Holds a path, nothing about a person.
const WAY_BACK: &str = "desk-way-back";

thread_local! {
    static STAFF: RefCell<Option<StaffView>> = const { RefCell::new(None) };
    static TOUCHED_MS: Cell<f64> = const { Cell::new(0.0) };
    static ENDED: Cell<bool> = const { Cell::new(false) };
    static RECOVERY: Cell<Option<u8>> = const { Cell::new(None) };
}

/// Who is signed in, where that is known already.
pub(in crate::journeys::desk) fn known() -> Option<StaffView> {
    STAFF.with_borrow(Clone::clone)
}

/// Somebody has signed in.
pub(in crate::journeys::desk) fn begin(staff: StaffView) {
    ENDED.set(false);
    TOUCHED_MS.set(timer::now_ms());
    STAFF.set(Some(staff));
}

/// Nobody works here any more.
pub(in crate::journeys::desk) fn forget() {
    STAFF.set(None);
}

/// Signs out.
pub(in crate::journeys::desk) fn leave() {
    spawn_local(async {
        // First, so that a refresh refused meanwhile is no session that ended by itself; and whatever the server
        // says: on this device nobody works any more.
        forget();
        assisted::end();
        let _ = api::desk::sign_out().await;
        Route::Desk(DeskPage::SignIn).go();
    });
}

/// Whether the last session ended by itself; asked once.
pub(in crate::journeys::desk) fn ended_by_itself() -> bool {
    ENDED.replace(false)
}

/// Somebody has signed in with a recovery code; so many are left.
pub(in crate::journeys::desk) fn note_recovery(left: u8) {
    RECOVERY.set(Some(left));
}

/// Whether that is to be told; asked once.
pub(in crate::journeys::desk) fn take_recovery() -> Option<u8> {
    RECOVERY.take()
}

/// The device's clock in milliseconds at the last answered call: the server counts idleness from there.
pub(super) fn touched_ms() -> f64 {
    TOUCHED_MS.get()
}

/// Who is signed in, asking the server where it is not known.
pub(in crate::journeys::desk) async fn who() -> Result<StaffView, ApiError> {
    match known() {
        Some(staff) => Ok(staff),
        None => {
            let staff = call(api::desk::who()).await?;
            begin(staff.clone());
            Ok(staff)
        }
    }
}

/// Makes a call. Where the session is over it leads to the sign-in page and never returns: the page is on its way out.
pub(in crate::journeys::desk) async fn call<T>(
    made: impl Future<Output = Result<T, ApiError>>,
) -> Result<T, ApiError> {
    match made.await {
        Err(error) if error.is(ProblemCode::NotSignedIn) => {
            refused();
            pending().await
        }
        answer => {
            if !matches!(answer, Err(ApiError::Offline | ApiError::Timeout)) {
                TOUCHED_MS.set(timer::now_ms());
            }
            answer
        }
    }
}

/// Makes a call that the page makes by itself, to be marked so: it is no sign that somebody is there.
pub(in crate::journeys::desk) async fn look<T>(
    made: impl Future<Output = Result<T, ApiError>>,
) -> Result<T, ApiError> {
    match made.await {
        Err(error) if error.is(ProblemCode::NotSignedIn) => {
            refused();
            pending().await
        }
        answer => answer,
    }
}

/// The server knows of no session. A page of the desk gives way to signing in; on a citizen's page that staff use for somebody
/// a desk call can only be a late one, and what was typed there stays: the page says so itself when it asks for something.
fn refused() {
    if matches!(Route::parse(&location::place().get_untracked()).1, Route::Desk(_)) {
        over();
    }
}

/// The session is over: to the sign-in page, and from there back here. Told twice (an idle page signs out while its
/// refresh is refused), the second time takes nothing back of the first.
pub(in crate::journeys::desk) fn over() {
    let here = location::place().get_untracked();
    if STAFF.take().is_some() {
        ENDED.set(true);
    }
    match Route::parse(&here).1 {
        // Drawn anew it would not say any more that the session ended.
        Route::Desk(DeskPage::SignIn) => return,
        Route::Desk(_) => storage::set(Keep::Tab, WAY_BACK, &here),
        // Nobody finds what was typed for somebody else.
        _ => assisted::end(),
    }
    Route::Desk(DeskPage::SignIn).replace();
}

/// Something else comes first; [`go_back`] leads to this page again.
pub(super) fn detour(to: DeskPage) {
    storage::set(Keep::Tab, WAY_BACK, &location::place().get_untracked());
    Route::Desk(to).replace();
}

/// To where the officer was when the session ended, or to the day.
pub(in crate::journeys::desk) fn go_back() {
    let kept = storage::get(Keep::Tab, WAY_BACK).unwrap_or_default();
    storage::remove(Keep::Tab, WAY_BACK);
    match Route::parse(&kept) {
        (_, Route::Desk(DeskPage::SignIn)) => Route::Desk(DeskPage::Day).replace(),
        // With its query, unless the language was changed meanwhile.
        (spoken, Route::Desk(_)) if spoken == lang() => location::replace(&kept),
        (_, route @ Route::Desk(_)) => route.replace(),
        _ => Route::Desk(DeskPage::Day).replace(),
    }
}

//! What stands around every page of the desk but sign-in: who works here, the ways, and the end of an idle session.

use super::{
    bar::Bar,
    idle::IdleGuard,
    keys::{self, Keys},
    role, session,
};
use crate::components::{Fetched, Heading, Skeleton};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::entry::newcomer;
use crate::journeys::desk::ministry::Panel;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use leptos::{prelude::*, task::spawn_local};

/// A page for somebody who is signed in; others are led to the sign-in page.
pub(in crate::journeys::desk) fn signed(
    here: DeskPage,
    page: fn(&StaffView, &DeskPage) -> AnyView,
) -> AnyView {
    if let Some(staff) = session::known() {
        return inside(&staff, &here, page);
    }
    view! {
        <Fetched
            fetch=|| Box::pin(async { session::who().await.map_err(|error| error.words()) })
            show=move |staff: StaffView| inside(&staff, &here, page)
        />
    }
    .into_any()
}

fn inside(staff: &StaffView, here: &DeskPage, page: fn(&StaffView, &DeskPage) -> AnyView) -> AnyView {
    if staff.must_change_password {
        if *here == DeskPage::SecondFactor {
            return newcomer::view(staff);
        }
        // The form and its words are that page's.
        spawn_local(async { session::detour(DeskPage::SecondFactor) });
        return view! { <Skeleton /> }.into_any();
    }
    if role::audits(staff.role) && !is_for_auditors(here) {
        // Their work is other pages; the first is code of its own, so it is gone to, not drawn here.
        spawn_local(async { Route::Desk(DeskPage::Audit).replace() });
        return view! { <Skeleton /> }.into_any();
    }
    let seen = role::sees(staff.role)
        || matches!(
            here,
            DeskPage::Ministry
                | DeskPage::SecondFactor
                | DeskPage::Audit
                | DeskPage::Office
                | DeskPage::Holidays
                | DeskPage::Figures
                | DeskPage::Announcements
                | DeskPage::Staff
                | DeskPage::Venues
        );
    keys::begin();
    // Drawn first: it says which keys are its own.
    let shown = if seen { page(staff, here) } else { elsewhere() };
    view! {
        <div class="page page-wide desk">
            <Bar staff=staff.clone() here=here.clone() />
            {shown}
            <div class="desk-foot no-print"><Keys searches=role::sees(staff.role) /></div>
            <IdleGuard idle_s=staff.idle_s />
        </div>
    }
    .into_any()
}

const fn is_for_auditors(here: &DeskPage) -> bool {
    matches!(here, DeskPage::Audit | DeskPage::Figures | DeskPage::SecondFactor)
}

/// For roles that do other work: what is true of them, and the simulated ministry where there is one.
fn elsewhere() -> AnyView {
    view! {
        <Heading text=t(k::NO_LOOK) />
        <p>{t(k::NO_LOOK_TEXT)}</p>
        <Panel />
    }
    .into_any()
}

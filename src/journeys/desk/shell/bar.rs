//! Who works here, where to go, and the way out.

use super::{office, role, session};
use crate::components::TextButton;
use crate::i18n::{Key, keys::desk as k, t, tf};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// The bar above every page of the desk.
#[component]
pub(in crate::journeys::desk) fn Bar(
    /// Who works here.
    staff: StaffView,
    /// The page that is shown.
    here: DeskPage,
) -> impl IntoView {
    let office_id = staff.office_id.clone();
    let found = LocalResource::new(move || {
        let id = office_id.clone();
        async move { office::of(&id).await }
    });
    let office_name = move || {
        found
            .get()
            .flatten()
            .map_or_else(String::new, |office| office::name(&office))
    };
    let (name, role, sees) = (staff.name, words::role(staff.role), role::sees(staff.role));
    let (audits, along) = (role::audits(staff.role), role::looks_along(staff.role));
    let counter = role::works_at_counter(staff.role);
    let at_batches = matches!(here, DeskPage::Batches | DeskPage::Batch(_));
    let at_cards = matches!(here, DeskPage::Cards | DeskPage::Uncollected);
    let at_factor = (here == DeskPage::SecondFactor).then_some("page");
    let (closes, manages) = (role::closes(staff.role), role::manages(staff.role));
    let (plans, at_stops) = (
        role::plans(staff.role),
        matches!(here, DeskPage::Stops | DeskPage::Stop(_)),
    );
    let (counts, announces) = (role::counts(staff.role), role::announces(staff.role));
    let (admits, at_staff) = (role::admits(staff.role), here == DeskPage::Staff);
    let (at_venues, at_stays) = (here == DeskPage::Venues, here == DeskPage::Stays);
    let at_news = here == DeskPage::Announcements;
    let at_homes = here == DeskPage::HomeVisits;
    let day = matches!(here, DeskPage::Day | DeskPage::Dossier(_) | DeskPage::Helped(_));
    view! {
        <div class="desk-bar">
            <nav aria-label=t(k::NAV_LABEL)>
                <ul>
                    {audits.then(|| way(DeskPage::Audit, k::NAV_AUDIT, here == DeskPage::Audit))}
                    {(!audits).then(|| way(DeskPage::Day, k::NAV_DAY, day))}
                    {sees.then(|| way(DeskPage::Cards, k::NAV_CARDS, at_cards))}
                    {counter.then(|| way(DeskPage::Batches, k::NAV_BATCHES, at_batches))}
                    {sees.then(|| way(DeskPage::Tickets, k::NAV_TICKETS, here == DeskPage::Tickets))}
                    {along.then(|| way(DeskPage::LookAlong, k::NAV_ALONG, here == DeskPage::LookAlong))}
                    {manages.then(|| way(DeskPage::Office, k::NAV_OFFICE, here == DeskPage::Office))}
                    {closes.then(|| way(DeskPage::Closures, k::NAV_CLOSURES, here == DeskPage::Closures))}
                    {plans.then(|| way(DeskPage::Stops, k::NAV_STOPS, at_stops))}
                    {counts.then(|| way(DeskPage::Figures, k::NAV_FIGURES, here == DeskPage::Figures))}
                    {announces.then(|| way(DeskPage::Announcements, k::NAV_ANNOUNCEMENTS, at_news))}
                    {admits.then(|| way(DeskPage::Holidays, k::NAV_HOLIDAYS, here == DeskPage::Holidays))}
                    {admits.then(|| way(DeskPage::Staff, k::NAV_STAFF, at_staff))}
                    {plans.then(|| way(DeskPage::Aid, k::NAV_AID, here == DeskPage::Aid))}
                    {admits.then(|| way(DeskPage::Venues, k::NAV_VENUES, at_venues))}
                    {counter.then(|| way(DeskPage::Stays, k::NAV_STAYS, at_stays))}
                    {plans.then(|| way(DeskPage::HomeVisits, k::NAV_HOME_VISITS, at_homes))}
                    {counter.then(|| way(DeskPage::Round, k::NAV_ROUND, here == DeskPage::Round))}
                </ul>
            </nav>
            <p class="desk-who">
                <strong><a href=Route::Desk(DeskPage::SecondFactor).href() aria-current=at_factor>{name.clone()}<span class="visually-hidden">": "{t(k::NAV_FACTOR)}</span></a></strong>
                <span>{role}</span>
                <span>{office_name}</span>
            </p>
            <TextButton label=t(k::SIGN_OUT) about=tf(k::SIGN_OUT_WHO, &[("name", &name)]) on_press=|()| session::leave() />
        </div>
    }
}

fn way(to: DeskPage, label: Key, current: bool) -> impl IntoView {
    let href = Route::Desk(to).href();
    view! { <li><a class="site-link" href=href aria-current=current.then_some("page")>{t(label)}</a></li> }
}

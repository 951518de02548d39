//! `/desk/an-sinh`: what people on lists of social assistance still need, messages to them, and the lists themselves.

mod list;
mod people;
mod result;
mod wrong;

use crate::components::Heading;
use crate::i18n::{keys::batches, keys::lists as k, t};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Aid, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::plans(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(batches::NOT_YOURS)}</p> }.into_any();
    }
    let people = people::open();
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        {people::view(people)}
        {list::view(people)}
    }
    .into_any()
}

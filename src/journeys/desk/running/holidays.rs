//! `/desk/ngay-le`: the administrator fixes the country's holidays and working Saturdays. What a change makes and breaks in all
//! offices is seen before it is made, and it can be taken back. It comes with the code of the office's page.

mod form;
mod history;
mod list;
mod seen;
mod state;
mod words;

use crate::api;
use crate::components::{ErrorSummary, Fetched, Heading, Notice, NoticeKind};
use crate::i18n::{keys::holidays as k, keys::office as o, t, tn};
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::holidays::HolidayCalendar;
use leptos::prelude::*;
use state::{Plan, Said};

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Holidays, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::admits(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        <Fetched
            fetch=|| Box::pin(async { session::call(api::holidays::read()).await.map_err(|error| error.words()) })
            show=|record: HolidayCalendar| shown(Plan::open(record))
        />
    }
    .into_any()
}

fn shown(plan: Plan) -> AnyView {
    view! {
        <div id="said" tabindex="-1">{move || plan.said.get().map(said)}</div>
        <ErrorSummary errors=plan.errors />
        {move || match plan.preview.get() {
            None => view! {
                {list::view(plan)}
                {form::view(plan)}
            }
            .into_any(),
            Some((wanted, preview)) => seen::view(plan, wanted, &preview),
        }}
        {history::view(plan)}
    }
    .into_any()
}

fn said(said: Said) -> AnyView {
    let (kind, title, text) = match said {
        Said::Done(people) => {
            let told = (people > 0).then(|| tn(o::DONE_PEOPLE, people));
            (NoticeKind::Ok, k::DONE, told)
        }
        Said::Others => (NoticeKind::Warning, k::OTHERS, Some(t(o::OTHERS_KEPT).to_owned())),
        Said::MorePeople => (NoticeKind::Warning, o::MORE_PEOPLE, None),
    };
    let text = text.map(|text| view! { <p>{text}</p> });
    view! { <Notice kind=kind title=t(title) announced=true>{text}</Notice> }.into_any()
}

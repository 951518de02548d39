//! `/desk/so-lieu`: how many of what. Managers see their office, auditors and administrators every one.

mod form;
mod key;
mod reported;
mod state;
mod table;
mod target;
mod target_form;
mod units;
mod weeks;
mod words;

use crate::browser::html::Html;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Heading, Notice, NoticeKind, Skeleton, chart};
use crate::i18n::{keys, keys::figures as k, t, tf, tn};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::figures::FiguresView;
use leptos::prelude::*;
use state::Figures;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Figures, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::counts(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let figures = Figures::open();
    let failed = move || {
        let words = figures.failed.get()?;
        let again = move |()| figures.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let shown = move || match figures.view.get() {
        None if figures.failed.with(Option::is_some) => ().into_any(),
        None => view! { <Skeleton /> }.into_any(),
        Some(view) => content(figures, &view),
    };
    let mut patterns = Html::new();
    chart::patterns(&mut patterns);
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        <div inner_html=patterns.finish()></div>
        {form::view(figures)}
        <div id="said" tabindex="-1">
            {move || figures.said.get().map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })}
        </div>
        {failed}
        {shown}
    }
    .into_any()
}

fn content(figures: Figures, view: &FiguresView) -> AnyView {
    view! {
        <p class="muted" role="status">{counted(view)}</p>
        {key::view(view)}
        {units::view(figures, view)}
        {weeks::view(view)}
        {target::view(figures, view)}
        {reported::view(view)}
    }
    .into_any()
}

/// Which days, and how far the counting has come.
fn counted(view: &FiguresView) -> String {
    let days = tf(
        k::DAYS,
        &[
            ("from", &intl::short_date(view.from)),
            ("to", &intl::short_date(view.to)),
        ],
    );
    let until = match view.newest_at {
        Some(at) => tf(k::NEWEST, &[("at", &intl::instant(at))]),
        None => t(k::NOTHING_YET).to_owned(),
    };
    let waiting = (view.waiting > 0).then(|| tn(k::WAITING, view.waiting));
    [days, until]
        .into_iter()
        .chain(waiting)
        .collect::<Vec<_>>()
        .join(" ")
}

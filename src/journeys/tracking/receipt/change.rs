//! What may still be changed about the visit, said before anybody begins.

use super::{cancel, live::Page, waiting};
use crate::browser::intl;
use crate::components::{ButtonKind, LinkButton};
use crate::i18n::{Plural, keys::tracking as k, t, tn};
use crate::routes::Route;
use eid_domain::booking::ChangeRules;
use eid_domain::wire::dossiers::DossierView;
use leptos::prelude::*;

/// The rules and the two ways.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    let rules = view.changes;
    let to = format!(
        "{}#{}",
        Route::Reschedule(view.reference.clone()).href(),
        page.case.key
    );
    let way = rules.may_reschedule.then(|| {
        view! { <LinkButton href=to label=t(k::CHANGE_MOVE) kind=ButtonKind::Second /> }
    });
    let (cancel, question) = rules.may_cancel.then(|| cancel::view(page.clone())).unzip();
    let may_cancel = rules
        .may_cancel
        .then(|| view! { <li>{t(k::CHANGE_MAY_CANCEL)}</li> });
    view! {
        <section class="stack-s no-print" aria-labelledby="change">
            <h2 id="change">{t(k::CHANGE_TITLE)}</h2>
            <ul class="bullets"><li>{moving(&rules)}</li>{may_cancel}</ul>
            <p class="row">{way}{waiting::way(page, view)}{cancel}</p>
            {question}
        </section>
    }
    .into_any()
}

/// How often and until when it may be moved, or why it may not.
fn moving(rules: &ChangeRules) -> String {
    if rules.may_reschedule && rules.until.is_none() {
        // The office has closed the time: no rule of ours stands in the way.
        return t(k::CHANGE_CLOSED).to_owned();
    }
    if rules.may_reschedule {
        let until = rules.until.map(intl::instant).unwrap_or_default();
        return fill_until(k::CHANGE_MAY_MOVE, rules.remaining, &until);
    }
    t(if rules.remaining == 0 {
        k::CHANGE_TOO_OFTEN
    } else {
        k::CHANGE_TOO_LATE
    })
    .to_owned()
}

fn fill_until(words: Plural, count: u8, until: &str) -> String {
    tn(words, count.into()).replace("{until}", until)
}

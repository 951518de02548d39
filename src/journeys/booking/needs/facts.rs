//! What to bring, who comes, what it costs, how long it takes: the facts of a visit.

use super::{fee, papers};
use crate::browser::intl;
use crate::components::{Icon, icon};
use crate::i18n::{Key, keys::due, t, tf, tn};
use eid_domain::expiry::Expiry;
use eid_domain::needs::{Assessment, Outcome, Presence};
use jiff::civil::Date;
use leptos::prelude::*;

/// The facts that there are, as a grid of short texts.
pub(super) fn grid(found: &Assessment, today: Date) -> AnyView {
    let on = if let Outcome::Soon { from, .. } = found.outcome {
        from
    } else {
        today
    };
    let facts = [
        bring(found),
        who(found),
        cost(found, on),
        time(found),
        expiry(found, on, today),
    ];
    view! { <div class="visit-facts">{facts.into_iter().flatten().collect_view()}</div> }.into_any()
}

fn fact(drawn: Icon, title: Key, body: AnyView) -> AnyView {
    view! { <section class="visit-fact"><h2>{icon(drawn)}{t(title)}</h2>{body}</section> }.into_any()
}

fn bring(found: &Assessment) -> Option<AnyView> {
    if !found.outcome.is_visit() && found.papers.is_empty() {
        return None;
    }
    if found.papers.is_empty() {
        let body = view! { <p>{t(due::RESULT_BRING_NOTHING)}</p> };
        return Some(fact(Icon::Check, due::RESULT_BRING_TITLE, body.into_any()));
    }
    let papers = found
        .papers
        .iter()
        .map(|one| {
            let (paper, need) = papers::words(*one);
            let need = need.map(|need| view! { <span class="muted">" ("{need}")"</span> });
            view! { <li>{paper}{need}</li> }
        })
        .collect_view();
    Some(fact(
        Icon::Check,
        due::RESULT_BRING_TITLE,
        view! { <ul class="bullets">{papers}</ul> }.into_any(),
    ))
}

fn who(found: &Assessment) -> Option<AnyView> {
    let words = t(match found.presence {
        Presence::Nobody => return None,
        Presence::Person if found.outcome == Outcome::IdentityCertificate => due::RESULT_WHO_CERTIFICATE,
        Presence::Person => due::RESULT_WHO_PERSON,
        Presence::PersonWithRepresentative => due::RESULT_WHO_WITH_REPRESENTATIVE,
        Presence::RepresentativeAlone => due::RESULT_WHO_REPRESENTATIVE_ALONE,
    });
    let taken = found
        .biometrics
        .then(|| view! { <p class="muted">{t(due::RESULT_BIOMETRICS)}</p> });
    Some(fact(
        Icon::User,
        due::RESULT_WHO_TITLE,
        view! { <p>{words}</p>{taken} }.into_any(),
    ))
}

fn cost(found: &Assessment, on: Date) -> Option<AnyView> {
    let main = found.fee.as_ref().or(found.fee_online.as_ref());
    let body = match main {
        Some(fee) => fee::facts(fee, found.fee_online.as_ref(), on),
        None if found.outcome == Outcome::AccountOnly => {
            view! { <p class="visit-big">{t(due::RESULT_FEE_FREE)}</p> }.into_any()
        }
        None => return None,
    };
    Some(fact(Icon::Info, due::RESULT_FEE_TITLE, body))
}

fn time(found: &Assessment) -> Option<AnyView> {
    let visit = found.minutes.map(|n| tn(due::RESULT_TIME_VISIT, n.into()));
    let card = found
        .card_working_days
        .map(|n| tn(due::RESULT_TIME_CARD, n.into()));
    let account = found
        .account_working_days
        .map(|n| tn(due::RESULT_TIME_ACCOUNT, n.into()));
    let certificate = found
        .certificate_working_days
        .map(|n| tn(due::RESULT_TIME_CERTIFICATE, n.into()));
    let lines: Vec<_> = [visit, card, account, certificate]
        .into_iter()
        .flatten()
        .map(|line| view! { <p>{line}</p> })
        .collect();
    (!lines.is_empty()).then(|| {
        fact(
            Icon::Clock,
            due::RESULT_TIME_TITLE,
            lines.collect_view().into_any(),
        )
    })
}

fn expiry(found: &Assessment, on: Date, today: Date) -> Option<AnyView> {
    let words = match found.expiry_if_issued? {
        Expiry::Never => t(due::RESULT_EXPIRY_NEVER).to_owned(),
        Expiry::On { date } if on == today => tf(due::RESULT_EXPIRY_ON, &[("date", &intl::short_date(date))]),
        Expiry::On { date } => tf(
            due::RESULT_EXPIRY_ON_SOON,
            &[
                ("date", &intl::short_date(date)),
                ("issued", &intl::short_date(on)),
            ],
        ),
    };
    Some(fact(
        Icon::Calendar,
        due::RESULT_EXPIRY_TITLE,
        view! { <p>{words}</p> }.into_any(),
    ))
}

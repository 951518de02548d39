//! How things stand: the visit that is booked, and what is waited for.

use super::live::Page;
use crate::api;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Details, Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::office::Office;
use eid_domain::waiting::Kind;
use eid_domain::wire::waiting::{Waiting, WaitingView};
use leptos::{prelude::*, task::spawn_local};

/// The visit that stands until another is taken.
pub(super) fn visit(view: &WaitingView, offices: &[Office]) -> Option<AnyView> {
    let visit = view.visit?;
    let office = offices
        .iter()
        .find(|office| office.id.as_str() == view.office_id)
        .map(|office| view! { <span class="muted">{place::name(office).to_owned()}</span> });
    Some(
        view! {
            <p class="waiting-visit"><b>{t(k::VISIT_NOW)}</b>" "{intl::date_time(visit)}<br />{office}</p>
        }
        .into_any(),
    )
}

/// Why the office looks for another time; only where it has closed the present one.
pub(super) fn reason(view: &WaitingView) -> Option<AnyView> {
    let waiting = view
        .waiting
        .as_ref()
        .filter(|waiting| waiting.kind == Kind::Closure)?;
    let when = view.visit.map(intl::date_time).unwrap_or_default();
    let reason = waiting
        .reason
        .clone()
        .map(|reason| view! { <p>{tf(k::CLOSED_REASON, &[("reason", &reason)])}</p> });
    Some(
        view! {
            <Notice kind=NoticeKind::Warning title=tf(k::CLOSED, &[("when", &when)])>{reason}</Notice>
        }
        .into_any(),
    )
}

/// The link of a message whose place is not kept any more.
pub(super) fn nothing_kept(view: &WaitingView) -> AnyView {
    let kept = view
        .visit
        .map(|visit| view! { <p>{tf(k::KEPT, &[("when", &intl::date_time(visit))])}</p> });
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::GONE)>{kept}</Notice>
    }
    .into_any()
}

/// Nothing is booked any more.
pub(super) fn no_visit() -> AnyView {
    view! { <Notice kind=NoticeKind::Warning title=t(k::NO_VISIT)><p>{t(k::NO_VISIT_TEXT)}</p></Notice> }
        .into_any()
}

/// What is waited for, and the way out.
pub(super) fn waits(page: &Page, waiting: &Waiting, offices: &[Office]) -> AnyView {
    if waiting.kind == Kind::Closure {
        let seen = page.seen.get_untracked();
        return view! { {reason(&seen)}<p>{t(k::LOOKING)}</p> }.into_any();
    }
    let wish = &waiting.wish;
    let names: Vec<String> = wish
        .offices
        .iter()
        .filter_map(|id| offices.iter().find(|office| office.id.as_str() == id))
        .map(|office| place::name(office).to_owned())
        .collect();
    let (from, to) = (intl::day_date(wish.from), intl::day_date(wish.to));
    let days = tf(k::DAYS_FROM_TO, &[("from", &from), ("to", &to)]);
    let hours = t(match (wish.earliest, wish.latest) {
        (None, None) => k::HOURS_ANY,
        (Some(_), None) => k::HOURS_AFTERNOON,
        _ => k::HOURS_MORNING,
    });
    let rows = vec![
        SummaryRow::new(t(k::OFFICES), intl::list(&names)),
        SummaryRow::new(t(k::DAYS), days),
        SummaryRow::new(t(k::HOURS), hours),
    ];
    view! {
        <section class="panel stack" aria-labelledby="waits">
            <h2 id="waits">{t(k::WAITS)}</h2>
            <p>{t(k::WAITS_TEXT)}</p>
            <SummaryList rows=rows />
            {leave(page)}
        </section>
        {rules()}
    }
    .into_any()
}

fn leave(page: &Page) -> AnyView {
    let page = page.clone();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let press = move |()| {
        busy.set(true);
        failed.set(None);
        let page = page.clone();
        spawn_local(async move {
            let Some((reference, key)) = page
                .known
                .try_with_value(|known| (known.reference.clone(), known.key.clone()))
            else {
                return;
            };
            match api::waiting::leave(&reference, &key).await {
                Ok(view) => page.left(view),
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    };
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row"><Button label=t(k::LEAVE) kind=ButtonKind::Second busy=busy on_press=press /></p>
    }
    .into_any()
}

/// How it works, in a few lines.
pub(super) fn rules() -> AnyView {
    view! {
        <Details summary=t(k::RULES)>
            <ul class="bullets">
                <li>{t(k::RULE_KEPT)}</li>
                <li>{t(k::RULE_ORDER)}</li>
                <li>{t(k::RULE_TIME)}</li>
                <li>{t(k::RULE_NIGHT)}</li>
                <li>{t(k::RULE_SILENT)}</li>
                <li>{t(k::RULE_FREE)}</li>
            </ul>
        </Details>
    }
    .into_any()
}

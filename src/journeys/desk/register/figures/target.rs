//! Pace and targets, in plain sentences.

use super::{state::Figures, target_form, words};
use crate::browser::intl;
use crate::i18n::{keys::figures as k, t, tf};
use crate::journeys::desk::words::localised;
use eid_domain::calendar::days_between;
use eid_domain::figures::Pace;
use eid_domain::wire::figures::{FiguresView, Reached, TargetView, UnitFigures};
use leptos::prelude::*;

/// The section.
pub(super) fn view(figures: Figures, view: &FiguresView) -> AnyView {
    let pace = pace(view.pace);
    let told = match view.units.as_slice() {
        [unit] => one(figures, unit, view.may_set),
        units => all(units, view.may_set),
    };
    view! {
        <section class="panel stack-s" aria-labelledby="pace">
            <h2 id="pace">{t(k::TARGET)}</h2>
            <p>{pace}</p>
            {told}
        </section>
    }
    .into_any()
}

fn pace(pace: Pace) -> String {
    let days = f64::from(pace.working_days.max(1));
    let each = (10.0 * f64::from(pace.activated) / days).round() / 10.0;
    tf(
        k::PACE,
        &[
            ("count", &words::number(pace.activated)),
            ("days", &words::number(pace.working_days.into())),
            ("each", &intl::number(each)),
        ],
    )
}

fn one(figures: Figures, unit: &UnitFigures, may_set: bool) -> AnyView {
    let told = match &unit.target {
        Some(target) => sentences(unit, target),
        None => vec![t(k::NO_TARGET).to_owned()],
    };
    let told = told
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view();
    let form = may_set.then(|| target_form::view(figures, unit));
    view! { {told}{form} }.into_any()
}

fn all(units: &[UnitFigures], may_set: bool) -> AnyView {
    let rows: Vec<_> = units
        .iter()
        .filter_map(|unit| Some((unit, unit.target.as_ref()?)))
        .map(|(unit, target)| {
            view! { <li><b>{localised(&unit.name)}</b>": "{sentences(unit, target).join(" ")}</li> }
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <p>{t(k::NO_TARGETS)}</p> });
    let hint = may_set.then(|| view! { <p class="muted">{t(k::CHOOSE_OFFICE)}</p> });
    view! { {none}<ul class="bullets">{rows}</ul>{hint} }.into_any()
}

fn sentences(unit: &UnitFigures, target: &TargetView) -> Vec<String> {
    let mut told = Vec::new();
    let done = words::number(unit.activated_ever);
    let rate = target.eligible.and_then(|eligible| {
        let percent = words::percent(unit.activated_ever, eligible)?;
        Some(tf(
            k::RATE,
            &[
                ("done", &done),
                ("eligible", &words::number(eligible)),
                ("percent", &percent),
            ],
        ))
    });
    told.extend(rate);
    told.push(tf(
        k::TARGET_IS,
        &[
            ("target", &words::number(target.target)),
            ("until", &intl::short_date(target.until)),
            ("done", &done),
        ],
    ));
    told.push(match (target.reached, target.reached_on) {
        (Reached::Yes, _) => t(k::REACHED).to_owned(),
        (Reached::Later, Some(on)) => {
            let date = intl::short_date(on);
            let late = days_between(target.until, on);
            if late > 0 {
                let late = u32::try_from(late).unwrap_or_default();
                tf(
                    k::REACHED_LATE,
                    &[("date", &date), ("days", &words::number(late))],
                )
            } else {
                tf(k::REACHED_IN_TIME, &[("date", &date)])
            }
        }
        (Reached::Never | Reached::Later, _) => t(k::REACHED_NEVER).to_owned(),
    });
    told
}

//! What was reported before: as it was reported, apart from what is counted here.

use super::words;
use crate::browser::{html::Html, intl};
use crate::components::chart::{Bar, Part, bars};
use crate::i18n::{keys::figures as k, t, tf};
use crate::journeys::desk::words::localised;
use eid_domain::figures::{Bound, Reported, ReportedMeasure};
use eid_domain::wire::figures::FiguresView;
use leptos::prelude::*;

/// The section: a panel for each unit that was reported of.
pub(super) fn view(view: &FiguresView) -> AnyView {
    let mut units: Vec<Vec<&Reported>> = Vec::new();
    for one in &view.reported {
        match units
            .iter_mut()
            .find(|unit| unit.iter().any(|known| known.unit == one.unit))
        {
            Some(unit) => unit.push(one),
            None => units.push(vec![one]),
        }
    }
    let panels = units.iter().map(|unit| panel(unit)).collect_view();
    view! {
        <section class="stack-s" aria-labelledby="reported">
            <h2 id="reported">{t(k::REPORTED)}</h2>
            <p class="muted">{t(k::REPORTED_TEXT)}</p>
            <div class="chart-grid chart-grid-wide">{panels}</div>
        </section>
    }
    .into_any()
}

fn panel(unit: &[&Reported]) -> AnyView {
    let name = unit.first().map(|one| localised(&one.unit)).unwrap_or_default();
    let about = unit.first().map(|one| {
        tf(
            k::REPORTED_BY,
            &[
                ("source", &localised(&one.source)),
                ("date", &intl::month(one.as_of)),
            ],
        )
    });
    let (shares, counts): (Vec<&Reported>, Vec<&Reported>) =
        unit.iter().partition(|one| one.measure.is_percent());
    let most = counts.iter().map(|one| one.value).max().unwrap_or_default();
    let mut html = Html::new();
    for (some, most) in [(counts, most), (shares, 1000)] {
        if !some.is_empty() {
            let rows: Vec<Bar> = some.into_iter().map(bar).collect();
            bars(&mut html, &rows, most, &[]);
        }
    }
    view! {
        <figure class="panel chart">
            <figcaption><h3>{name}</h3></figcaption>
            <div inner_html=html.finish()></div>
            <p class="muted"><small>{about}</small></p>
        </figure>
    }
    .into_any()
}

fn bar(one: &Reported) -> Bar {
    let mut label = measure(one.measure).to_owned();
    if let Some(residence) = one.residence {
        label.push_str(", ");
        label.push_str(&words::residence(Some(residence)).to_lowercase());
    }
    let value = if one.measure.is_percent() {
        words::tenths(one.value.into())
    } else {
        words::number(one.value)
    };
    let shown = match one.bound {
        Bound::Exact => value,
        Bound::Over => tf(k::OVER, &[("value", &value)]),
        Bound::Nearly => tf(k::NEARLY, &[("value", &value)]),
        Bound::About => tf(k::ABOUT, &[("value", &value)]),
    };
    Bar {
        label,
        shown,
        parts: vec![(Part::Hatched, one.value)],
    }
}

fn measure(measure: ReportedMeasure) -> &'static str {
    t(match measure {
        ReportedMeasure::Eligible => k::ELIGIBLE_PEOPLE,
        ReportedMeasure::Received => k::RECEIVED,
        ReportedMeasure::Issued => k::ISSUED,
        ReportedMeasure::Returned => k::RETURNED,
        ReportedMeasure::Activated => k::ACTIVATED,
        ReportedMeasure::Uncollected => k::UNCOLLECTED,
        ReportedMeasure::ReturnedPercent => k::RETURNED_PERCENT,
        ReportedMeasure::ActivatedPercent => k::ACTIVATED_PERCENT,
    })
}

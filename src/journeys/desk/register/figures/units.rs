//! Offices beside each other; of one office, its measures.

use super::{state::Figures, table, words};
use crate::browser::html::Html;
use crate::components::chart::{Bar, bars};
use crate::components::{Details, Errors, Select};
use crate::i18n::{keys::figures as k, t, tf, tn};
use crate::journeys::desk::words::localised;
use eid_domain::figures::Measure;
use eid_domain::wire::figures::{FiguresView, UnitFigures};
use leptos::prelude::*;

/// The chart with its table.
pub(super) fn view(figures: Figures, view: &FiguresView) -> AnyView {
    match view.units.as_slice() {
        [unit] => own(unit),
        units => compared(figures, units.to_vec()),
    }
}

fn own(unit: &UnitFigures) -> AnyView {
    let mut html = Html::new();
    let rows: Vec<Bar> = Measure::ALL
        .iter()
        .map(|measure| Bar {
            label: words::measure(*measure).to_owned(),
            shown: words::number(unit.of(*measure)),
            parts: words::parts(&[unit], *measure),
        })
        .collect();
    let most = Measure::ALL.iter().map(|measure| unit.of(*measure)).max();
    let legend = words::legend(&[unit], Measure::ALL);
    bars(&mut html, &rows, most.unwrap_or_default(), &legend);
    let name = localised(&unit.name);
    let whole = table::residences(unit, &name);
    view! {
        <figure class="panel chart" aria-labelledby="units">
            <figcaption><h2 id="units">{name.clone()}</h2><p class="muted">{t(k::OWN_CAPTION)}</p></figcaption>
            <div inner_html=html.finish()></div>
            <Details summary=t(k::AS_TABLE)><div inner_html=whole></div></Details>
        </figure>
    }
    .into_any()
}

fn compared(figures: Figures, units: Vec<UnitFigures>) -> AnyView {
    let options = Measure::ALL
        .iter()
        .map(|measure| (measure.as_str().to_owned(), words::measure(*measure).to_owned()))
        .collect::<Vec<_>>();
    let whole = table::units(&units);
    let drawn = move || {
        let measure = Measure::parse(&figures.measure.get()).unwrap_or(Measure::Received);
        chart(&units, measure)
    };
    view! {
        <figure class="panel chart" aria-labelledby="units">
            <figcaption><h2 id="units">{t(k::BY_UNIT)}</h2></figcaption>
            <div class="no-print"><Select id="measure" label=t(k::MEASURE) options=options value=figures.measure errors=Errors::new() /></div>
            {drawn}
            <Details summary=t(k::AS_TABLE)><div inner_html=whole></div></Details>
        </figure>
    }
    .into_any()
}

/// Offices that have any, the most first.
fn chart(units: &[UnitFigures], measure: Measure) -> AnyView {
    let mut some: Vec<&UnitFigures> = units.iter().filter(|unit| unit.of(measure) > 0).collect();
    some.sort_by_key(|unit| std::cmp::Reverse(unit.of(measure)));
    let none = u32::try_from(units.len() - some.len()).unwrap_or_default();
    let most = some.first().map_or(0, |unit| unit.of(measure));
    let rows: Vec<Bar> = some
        .iter()
        .map(|unit| Bar {
            label: localised(&unit.name),
            shown: words::number(unit.of(measure)),
            parts: words::parts(&[unit], measure),
        })
        .collect();
    let mut html = Html::new();
    bars(&mut html, &rows, most, &words::legend(&some, &[measure]));
    let caption = tf(k::UNITS_CAPTION, &[("measure", words::measure(measure))]);
    view! {
        <p class="muted">{caption}</p>
        <div inner_html=html.finish()></div>
        {(none > 0).then(|| view! { <p class="muted">{tn(k::UNITS_NONE, none)}</p> })}
    }
    .into_any()
}

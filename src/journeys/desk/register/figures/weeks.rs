//! Weeks: a small chart a measure, and one table for all.

use super::{table, words};
use crate::browser::{html::Html, intl};
use crate::components::{Details, chart::trend};
use crate::i18n::{keys::figures as k, t, tf};
use eid_domain::calendar::days_after;
use eid_domain::figures::Measure;
use eid_domain::wire::figures::{FiguresView, WeekFigures};
use leptos::prelude::*;

/// The charts.
pub(super) fn view(view: &FiguresView) -> AnyView {
    let last = view.weeks.last();
    let is_open =
        last.is_some_and(|week| days_after(week.monday, 6) > view.to.min(days_after(view.today, -1)));
    let open = is_open.then(|| view! { " "{t(k::WEEK_OPEN)} });
    let mut html = Html::new();
    for measure in Measure::OF_DAYS {
        one(&mut html, &view.weeks, is_open, measure);
    }
    let whole = table::weeks(&view.weeks);
    view! {
        <section class="panel chart" aria-labelledby="weeks">
            <h2 id="weeks">{t(k::BY_WEEK)}</h2>
            <p class="muted">{t(k::WEEKS_CAPTION)}{open}</p>
            <div class="chart-grid" inner_html=html.finish()></div>
            <Details summary=t(k::AS_TABLE)><div inner_html=whole></div></Details>
        </section>
    }
    .into_any()
}

fn one(html: &mut Html, weeks: &[WeekFigures], is_open: bool, measure: Measure) {
    let value = |week: &WeekFigures| match measure {
        Measure::Issued => week.issued,
        Measure::Returned => week.returned,
        Measure::Activated => week.activated,
        Measure::Received | Measure::Uncollected => week.received,
    };
    let values: Vec<u32> = weeks.iter().map(value).collect();
    let date =
        |week: Option<&WeekFigures>| week.map(|week| intl::short_date(week.monday)).unwrap_or_default();
    let (first, last) = (date(weeks.first()), date(weeks.last()));
    let most = values.iter().copied().max().unwrap_or_default();
    let best = weeks.iter().find(|week| value(week) == most);
    let name = words::measure(measure);
    let alternative = tf(
        k::TREND_WORDS,
        &[
            ("measure", name),
            ("first", &first),
            ("last", &last),
            ("most", &words::number(most)),
            ("best", &date(best)),
        ],
    );
    let highest = tf(k::HIGHEST, &[("count", &words::number(most))]);
    html.within("<figure><figcaption><b>", name, "</b> ").within(
        "<span class=muted>",
        &words::number(values.iter().sum()),
        "</span></figcaption>",
    );
    trend(html, &values, is_open, (&first, &last), &highest, &alternative);
    html.tags("</figure>");
}

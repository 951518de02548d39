//! The numbers of the charts as tables.

use super::words;
use crate::browser::{html::Html, intl};
use crate::i18n::{keys::figures as k, t, tf};
use crate::journeys::desk::words::localised;
use eid_domain::figures::Measure;
use eid_domain::wire::figures::{UnitFigures, WeekFigures};

fn begin(caption: &str, columns: &[&str]) -> Html {
    let mut html = Html::new();
    html.within(
        "<div class=table-scroll tabindex=0 role=region aria-label=\"",
        &tf(k::TABLE_OF, &[("name", caption)]),
        "\">",
    )
    .within("<table class=table><caption>", caption, "</caption><thead><tr>");
    for (at, column) in columns.iter().enumerate() {
        let open = if at == 0 {
            "<th scope=col>"
        } else {
            "<th scope=col class=num>"
        };
        html.within(open, column, "</th>");
    }
    html.tags("</tr></thead><tbody>");
    html
}

fn row(html: &mut Html, name: &str, cells: &[String]) {
    html.within("<tr><th scope=row>", name, "</th>");
    for cell in cells {
        html.within("<td class=num>", cell, "</td>");
    }
    html.tags("</tr>");
}

fn end(mut html: Html) -> String {
    html.tags("</tbody></table></div>");
    html.finish()
}

/// Offices and measures, with the share of those who may have an account.
pub(super) fn units(units: &[UnitFigures]) -> String {
    let mut columns = vec![t(k::COL_UNIT)];
    columns.extend(Measure::ALL.iter().map(|measure| words::measure(*measure)));
    columns.push(t(k::COL_RATE));
    let mut html = begin(t(k::BY_UNIT), &columns);
    for unit in units {
        let mut cells: Vec<String> = Measure::ALL
            .iter()
            .map(|measure| words::number(unit.of(*measure)))
            .collect();
        let eligible = unit.target.and_then(|target| target.eligible);
        let rate = eligible.and_then(|eligible| words::percent(unit.activated_ever, eligible));
        cells.push(rate.unwrap_or_else(|| "–".to_owned()));
        row(&mut html, &localised(&unit.name), &cells);
    }
    end(html)
}

/// Measures and how people live, of one office.
pub(super) fn residences(unit: &UnitFigures, name: &str) -> String {
    let mut columns = vec![t(k::MEASURE)];
    columns.extend(
        words::RESIDENCES
            .iter()
            .map(|(residence, _)| words::residence(*residence)),
    );
    columns.push(t(k::COL_SUM));
    let mut html = begin(name, &columns);
    for measure in Measure::ALL {
        let mut cells: Vec<String> = words::RESIDENCES
            .iter()
            .map(|(residence, _)| words::number(words::of(unit, *measure, *residence)))
            .collect();
        cells.push(words::number(unit.of(*measure)));
        row(&mut html, words::measure(*measure), &cells);
    }
    end(html)
}

/// Weeks and measures.
pub(super) fn weeks(weeks: &[WeekFigures]) -> String {
    let mut columns = vec![t(k::COL_WEEK)];
    columns.extend(Measure::OF_DAYS.map(words::measure));
    let mut html = begin(t(k::BY_WEEK), &columns);
    for week in weeks {
        let cells = [week.received, week.issued, week.returned, week.activated].map(words::number);
        let name = tf(k::WEEK_FROM, &[("date", &intl::short_date(week.monday))]);
        row(&mut html, &name, &cells);
    }
    end(html)
}

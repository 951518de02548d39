//! The rows that are wrong: which line, what is wrong, what to do.

use super::{state::One, table};
use crate::components::{Button, ButtonKind};
use crate::i18n::{Key, keys::batches as k, t, tf};
use crate::journeys::desk::issuance::batches::words;
use eid_domain::wire::batches::BatchRow;
use leptos::prelude::*;

/// The table, where there are any.
pub(super) fn view(one: One) -> impl IntoView {
    let any = Memo::new(move |_| !one.rows().is_empty());
    move || {
        any.get().then(|| {
            let heads = [k::COL_LINE, k::COL_CODE, k::COL_WRONG, k::COL_DO];
            let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
            let more = move || {
                let next = one.next()?;
                let press = move |()| one.more(next);
                Some(view! { <p class="row"><Button label=t(k::MORE) kind=ButtonKind::Second on_press=press /></p> })
            };
            view! {
                <h2>{t(k::WRONG_TITLE)}</h2>
                <table class="table desk-table" role="table" aria-label=t(k::WRONG_TITLE)>
                    <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
                    <tbody role="rowgroup">
                        <For each=move || one.rows() key=|row| row.n let:row>{line(&row)}</For>
                    </tbody>
                </table>
                {more}
                {table::view(one)}
            }
        })
    }
}

fn line(row: &BatchRow) -> impl IntoView + use<> {
    let wrong = row.wrong.iter().map(|one| {
        let column = one
            .column
            .map(|column| view! { <span class="mono muted desk-ref">{words::column(column)}</span> });
        view! { <li>{words::fault(one.fault).0}{column}</li> }
    });
    let wrong = view! { <ul>{wrong.collect_view()}</ul> };
    let to_do = to_do(row).into_iter().map(|words| view! { <li>{words}</li> });
    let to_do = view! { <ul>{to_do.collect_view()}</ul> };
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_LINE)>{tf(k::LINE, &[("n", &row.line.to_string())])}</th>
            <td role="cell" class="mono" data-label=t(k::COL_CODE)>{row.code.clone()}</td>
            <td role="cell" data-label=t(k::COL_WRONG)>{wrong}</td>
            <td role="cell" data-label=t(k::COL_DO)>{to_do}</td>
        </tr>
    }
}

/// What to do about a row, each thing once.
fn to_do(row: &BatchRow) -> Vec<&'static str> {
    let mut all: Vec<&str> = Vec::new();
    for one in &row.wrong {
        let (_, to_do) = words::fault(one.fault);
        if !all.contains(&to_do) {
            all.push(to_do);
        }
    }
    all
}

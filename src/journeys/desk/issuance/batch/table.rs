//! The rows that are wrong as a table for a spreadsheet: to be sent to who wrote the file. Made on the device, in the language
//! that is spoken there.

use super::state::One;
use crate::api;
use crate::browser::download;
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::batches as k, t};
use crate::journeys::desk::issuance::batches::words;
use crate::journeys::desk::shell::session;
use eid_domain::wire::batches::{BatchRow, MOST_ROWS};
use leptos::{prelude::*, task::spawn_local};

/// The button, and what went wrong with it.
pub(super) fn view(one: One) -> impl IntoView {
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let press = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        let id = one.id.get_value();
        spawn_local(async move {
            let told = match whole(&id).await {
                Ok(text) if download::text(&format!("{}-{id}.csv", t(k::TABLE_FILE)), "text/csv", &text) => {
                    None
                }
                Ok(_) => Some(t(k::TABLE_REFUSED).to_owned()),
                Err(words) => Some(words),
            };
            let _ = busy.try_set(false);
            let _ = failed.try_set(told);
        });
    };
    view! {
        <p class="row"><Button label=t(k::TABLE_CSV) kind=ButtonKind::Second busy=busy on_press=press /></p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
    }
}

async fn whole(id: &str) -> Result<String, String> {
    let heads = [k::COL_LINE, k::COL_CODE, k::COL_COLUMN, k::COL_WRONG, k::COL_DO];
    // The mark tells spreadsheets that what follows is UTF-8.
    let mut text = format!("\u{feff}{}", line(heads.map(t)));
    let mut after = 0;
    loop {
        let page = session::call(api::batches::rows(id, after, MOST_ROWS)).await;
        let page = page.map_err(|error| error.words())?;
        for row in &page.rows {
            text.push_str(&of_row(row));
        }
        match page.next {
            Some(next) => after = next,
            None => return Ok(text),
        }
    }
}

/// A line for each thing that is wrong.
fn of_row(row: &BatchRow) -> String {
    let number = row.line.to_string();
    let lines = row.wrong.iter().map(|one| {
        let (wrong, to_do) = words::fault(one.fault);
        let column = one.column.map(words::column).unwrap_or_default();
        line([number.as_str(), row.code.as_str(), column, wrong, to_do])
    });
    lines.collect()
}

/// Quoted, so that nothing of a cell ends it; none of them begins as a formula does.
fn line(cells: [&str; 5]) -> String {
    let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    format!("{}\r\n", cells.join(","))
}

//! From a scanner's or a person's text to a dossier.

mod reading;
mod scan;
pub(in crate::journeys::desk) mod slip;

use super::search;
use crate::api;
use crate::components::{Button, ButtonKind, Errors, TextField};
use crate::i18n::{keys, keys::desk as k, t};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::search::Search;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use reading::{Found, read};

/// The field's id, for the shortcut that leads to it.
pub(in crate::journeys::desk) const FIELD: &str = "find";

/// A field that leads to a dossier. Scanners type the text and press Enter.
#[component]
pub(in crate::journeys::desk) fn Find() -> impl IntoView {
    let (value, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let show = move |token: String| {
        busy.set(true);
        spawn_local(async move {
            let words = slip::open(&token).await;
            // The officer may have gone on meanwhile.
            if busy.try_set(false).is_none() {
                errors.note(FIELD, words);
            }
        });
    };
    // What slips are checked with is there before the network goes.
    spawn_local(api::slips::prepare());
    let take = Callback::new(move |text: String| match read(&text) {
        Ok(Found::Slip(token)) => {
            show(token);
            Ok(())
        }
        // The code of slip CC02.
        Ok(Found::Reference(reference)) => {
            Route::Desk(DeskPage::Dossier(reference)).go();
            Ok(())
        }
        _ => Err(t(keys::slip::STATUS_OTHER)),
    });
    let (scan, reader) = scan::parts(take);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        errors.clear();
        match read(&value.get_untracked()) {
            Ok(Found::Slip(token)) => show(token),
            Ok(Found::Reference(reference)) => Route::Desk(DeskPage::Dossier(reference)).go(),
            Ok(found @ (Found::Code(_) | Found::Number(_))) => {
                busy.set(true);
                spawn_local(async move {
                    let words = by_search(found).await;
                    // The officer may have gone on meanwhile.
                    if busy.try_set(false).is_none() {
                        errors.note(FIELD, words);
                    }
                });
            }
            Err(words) => errors.note(FIELD, Some(t(words).to_owned())),
        }
    };
    view! {
        <form class="desk-find" role="search" aria-label=t(k::FIND_LABEL) on:submit=submit>
            <TextField id=FIELD label=t(k::FIND_LABEL) value=value errors=errors inputmode="search" />
            <Button label=t(k::FIND_GO) kind=ButtonKind::Second busy=busy />
            {scan}
            <a class="desk-find-more" href=Route::Desk(DeskPage::Search).href()>{t(k::FIND_MORE)}</a>
        </form>
        {reader}
    }
}

/// Goes to the one dossier of a code or a number, or to the list of several; else says why not.
async fn by_search(found: Found) -> Option<String> {
    let none = match found {
        Found::Code(_) => k::FIND_NO_CODE,
        _ => k::FIND_NO_NUMBER,
    };
    let wanted = match found {
        Found::Code(code) => Search {
            code,
            ..Search::default()
        },
        Found::Number(personal_number) => Search {
            personal_number,
            ..Search::default()
        },
        _ => return None,
    };
    match session::call(api::desk::search(&wanted)).await {
        Ok(found) => match found.rows.as_slice() {
            [] => return Some(t(none).to_owned()),
            [row] => Route::Desk(DeskPage::Dossier(row.reference.clone())).go(),
            _ => {
                search::keep(wanted, found);
                Route::Desk(DeskPage::Search).go();
            }
        },
        Err(error) => return Some(error.words()),
    }
    None
}

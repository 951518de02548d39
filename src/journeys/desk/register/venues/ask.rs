//! A question before a place is shut out, let in, or loses its password.

use super::{Asked, Page};
use crate::api;
use crate::i18n::{keys::venues as k, t, tf};
use crate::journeys::desk::lists::asking;
use crate::journeys::desk::shell::session;
use eid_domain::wire::venues::VenueRow;
use leptos::prelude::*;

/// The question, once on the page.
pub(super) fn dialog(page: Page) -> AnyView {
    let words = asking::Words {
        title: t(k::ASK_TITLE),
        go: t(k::ASK_DO),
        back: t(k::BACK),
    };
    asking::dialog(page.asked, words, told, move |what| act(page, what))
}

fn told((row, asked): &(VenueRow, Asked)) -> String {
    let words = match asked {
        Asked::Password => k::ASK_PASSWORD,
        Asked::Step if row.disabled => k::ASK_ENABLE,
        Asked::Step => k::ASK_DISABLE,
    };
    tf(words, &[("name", &row.name)])
}

async fn act(page: Page, (row, asked): (VenueRow, Asked)) -> Result<(), String> {
    let answer = match asked {
        Asked::Step => session::call(api::venues::step(&row.id, !row.disabled))
            .await
            .map(|_| None),
        Asked::Password => session::call(api::venues::reset_password(&row.id))
            .await
            .map(Some),
    };
    let given = answer.map_err(|error| error.words())?;
    let words = tf(k::SAVED, &[("name", &row.name)]);
    page.done(words, given.map(|given| (row, given))).await;
    Ok(())
}

//! A question before somebody is shut out, let in, or loses their second factor or their password.

use super::{Asked, Page};
use crate::api;
use crate::i18n::{Key, keys::staff as k, t, tf};
use crate::journeys::desk::lists::asking;
use crate::journeys::desk::shell::session;
use eid_domain::wire::staff_admin::{StaffRow, StaffStep};
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

fn told((row, asked): &(StaffRow, Asked)) -> String {
    tf(asks(*asked), &[("name", &row.name)])
}

async fn act(page: Page, (row, asked): (StaffRow, Asked)) -> Result<(), String> {
    let answer = match asked {
        Asked::Step(step) => session::call(api::staff::step(&row.id, step)).await.map(|_| None),
        Asked::Password => session::call(api::staff::reset_password(&row.id)).await.map(Some),
    };
    let given = answer.map_err(|error| error.words())?;
    let words = tf(done(asked), &[("name", &row.name)]);
    page.done(words, given.map(|given| (row.name, given))).await;
    Ok(())
}

const fn asks(asked: Asked) -> Key {
    match asked {
        Asked::Step(StaffStep::Disable) => k::ASK_DISABLE,
        Asked::Step(StaffStep::Enable) => k::ASK_ENABLE,
        Asked::Step(StaffStep::ResetFactors) => k::ASK_RESET,
        Asked::Password => k::ASK_PASSWORD,
    }
}

const fn done(asked: Asked) -> Key {
    match asked {
        Asked::Step(StaffStep::Disable) => k::DONE_DISABLE,
        Asked::Step(StaffStep::Enable) => k::DONE_ENABLE,
        Asked::Step(StaffStep::ResetFactors) => k::DONE_RESET,
        Asked::Password => k::DONE_PASSWORD,
    }
}

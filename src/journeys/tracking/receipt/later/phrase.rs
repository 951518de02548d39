//! What only the real office can say on the phone.

use crate::i18n::{Lang, keys::call as k, lang, t};
use crate::journeys::tracking::receipt::live::Page;
use crate::routes::Route;
use eid_domain::dossier::State;
use leptos::prelude::*;

/// The phrase, and what it is for; nothing for who only sees, and once no office has a reason to call.
pub(super) fn view(page: &Page, state: State) -> Option<AnyView> {
    if matches!(state, State::Cancelled | State::Expired) {
        return None;
    }
    let phrase = page.seen.peek().phrase.clone()?;
    let shown = match lang() {
        Lang::Vi => phrase.vi,
        Lang::En => format!("{} ({})", phrase.en, phrase.vi),
    };
    Some(
        view! {
            <section class="panel stack-s no-print" aria-labelledby="phrase">
                <h2 id="phrase">{t(k::PHRASE_TITLE)}</h2>
                <p class="phrase">{shown}</p>
                <p>{t(k::PHRASE_TEXT)}" "<a href=Route::CallCheck.href()>{t(k::PHRASE_CHECK)}</a></p>
            </section>
        }
        .into_any(),
    )
}

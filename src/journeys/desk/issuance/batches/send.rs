//! What waits for the ministry, and the button that puts it into a file.

use super::Batches;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ErrorSummary, Errors};
use crate::i18n::{keys::batches as k, t, tn};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};

/// The section.
pub(super) fn view(batches: Batches) -> impl IntoView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let press = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        errors.clear();
        spawn_local(async move {
            let answer = session::call(api::batches::export()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(batch) => {
                    batches.say(Some(tn(k::SENT_DONE, batch.rows)));
                    batches.load();
                    focus::later("said");
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    batches.load();
                    errors.show_one(t(k::SEND_NOTHING).to_owned());
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    });
    let body = move || {
        let (waiting, by_file) = batches.of(|view| (view.to_send, view.by_file))?;
        let button = (waiting > 0).then(|| {
            view! { <p class="row"><Button label=t(k::SEND) busy=busy on_press=press /></p> }
        });
        let words = match (waiting, by_file) {
            (0, _) => t(k::SEND_NOTHING).to_owned(),
            (count, _) => tn(k::SEND_WAITING, count),
        };
        let by_itself = (!by_file).then(|| view! { <p class="hint">{t(k::SEND_BY_ITSELF)}</p> });
        Some(view! { <p>{words}</p>{by_itself}{button} })
    };
    view! {
        <section class="panel stack" aria-labelledby="send">
            <h2 id="send">{t(k::SEND_TITLE)}</h2>
            <ErrorSummary errors=errors />
            {body}
        </section>
    }
}

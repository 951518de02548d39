//! Taking a closure back.

use super::Closures;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Details, ErrorSummary, Errors};
use crate::i18n::{keys::closures as k, t, tn};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::closures::Closure;
use leptos::{prelude::*, task::spawn_local};

/// Closed away: nobody opens a day by accident.
pub(super) fn view(closures: Closures, closure: &Closure) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let id = closure.id.clone();
    let press = move |()| {
        let id = id.clone();
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::closures::reopen(&id)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(done) => {
                    closures.say(Some(tn(k::REOPENED, done.again)));
                    closures.load();
                    focus::later("said");
                }
                Err(error) if error.is(ProblemCode::StateConflict) => errors.show_one(t(k::REOPENED_ALREADY)),
                Err(error) => errors.show_one(error.words()),
            }
        });
    };
    view! {
        <Details summary=t(k::REOPEN)>
            <ErrorSummary errors=errors />
            <p>{t(k::REOPEN_TEXT)}</p>
            <p class="row"><Button label=t(k::REOPEN_DO) kind=ButtonKind::Second busy=busy on_press=press /></p>
        </Details>
    }
    .into_any()
}

//! Slip CC02 (Circular 17/2024/TT-BCA): when and where to collect, how to follow. Printed on A5.

mod paper;

use super::state::Desk;
use crate::browser::print;
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::desk as k, t};
use eid_domain::dossier::State;
use eid_domain::wire::desk::DeskDossier;
use leptos::prelude::*;
use paper::paper;

/// Id of its heading, which takes the focus once the dossier is received.
pub(super) const ID: &str = "slip";

/// The slip; there from the receipt of the dossier until the card is handed over.
#[component]
pub(super) fn Slip(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(|view| is_due(view).then(|| view.clone()));
    // The heading keeps the focus when the dossier goes on its way a moment later.
    let due = Memo::new(move |_| seen.with(|seen| matches!(seen, Some(Some(_)))));
    move || {
        due.get().then(|| view! {
            <section class="desk-slip" aria-labelledby=ID>
                <div class="row no-print">
                    <h2 id=ID tabindex="-1">{t(k::SLIP_TITLE)}</h2>
                    <Button label=t(k::SLIP_PRINT) kind=ButtonKind::Second on_press=|()| print::page() />
                </div>
                {move || Some(paper(&seen.get().flatten()?, desk.office().as_ref(), desk.config().as_ref()))}
            </section>
        })
    }
}

/// Whether there is a slip.
pub(super) fn is_due(view: &DeskDossier) -> bool {
    let over = view.state.is_final() && view.state != State::Completed;
    view.dossier_code.is_some() && view.received_at.is_some() && !over
}

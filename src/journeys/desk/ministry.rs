//! The simulated ministry: how fast it works, and the clock of the demo. Only where the server runs with demo data.

mod clock;
mod pace;

use super::frame;
use crate::api;
use crate::components::{Heading, Tag, TagKind};
use crate::i18n::{keys::desk as k, t};
use crate::routes::DeskPage;
use clock::DemoClock;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use pace::PaceChoice;

/// A page of its own, for those who come by its address.
pub(super) fn draw() -> AnyView {
    frame::signed(DeskPage::Ministry, |_: &StaffView, _: &DeskPage| {
        view! { <Heading text=t(k::MINISTRY_PAGE) /><Panel /> }.into_any()
    })
}

/// The panel; nothing where there is no simulated ministry.
#[component]
pub(super) fn Panel(
    /// After the demo's clock was moved.
    #[prop(optional, into)]
    on_clock: Option<Callback<()>>,
) -> impl IntoView {
    let known = LocalResource::new(|| async { api::desk::ministry().await.ok() });
    move || {
        known.get().flatten().map(|ministry| {
            view! {
                <section class="panel desk-sim no-print" aria-labelledby="ministry">
                    <div class="desk-sim-head">
                        <h2 id="ministry">{t(k::MINISTRY_TITLE)}</h2>
                        <Tag text=t(k::SIMULATED) kind=TagKind::Warning />
                    </div>
                    <p class="muted">{t(k::MINISTRY_TEXT)}</p>
                    <div class="desk-sim-cols">
                        <PaceChoice pace=ministry.pace />
                        <DemoClock on_moved=on_clock />
                    </div>
                </section>
            }
        })
    }
}

//! The simulated ministry: how fast it works, and the clock of the demo. Only where the server runs with demo data.

mod clock;
mod pace;

use crate::api;
use crate::components::{Heading, Tag, TagKind};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::shell::frame;
use crate::routes::DeskPage;
use clock::DemoClock;
use eid_domain::wire::desk::{Ministry, StaffView};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use pace::PaceChoice;

/// A page of its own, for those who come by its address.
pub(super) fn draw() -> AnyView {
    frame::signed(DeskPage::Ministry, |_: &StaffView, _: &DeskPage| {
        view! { <Heading text=t(k::MINISTRY_PAGE) /><Panel /> }.into_any()
    })
}

type PanelOf = fn(Ministry, Option<Callback<()>>) -> AnyView;

/// The panel; nothing where there is no simulated ministry, and then its code is not fetched either.
#[component]
pub(super) fn Panel(
    /// After the demo's clock was moved.
    #[prop(optional, into)]
    on_clock: Option<Callback<()>>,
) -> impl IntoView {
    let drawn = RwSignal::new_local(None::<(Ministry, PanelOf)>);
    spawn_local(async move {
        let Ok(ministry) = api::desk::ministry().await else {
            return;
        };
        if let Ok(draw) = api::part(load_panel(), &[]).await {
            let _ = drawn.try_set(Some((ministry, draw)));
        }
    });
    move || drawn.get().map(|(ministry, draw)| draw(ministry, on_clock))
}

/// Loads the panel's code.
#[wasm_split(desk_ministry, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_panel() -> Result<PanelOf, SplitLoaderError> {
    Ok(panel)
}

fn panel(ministry: Ministry, on_clock: Option<Callback<()>>) -> AnyView {
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
    .into_any()
}

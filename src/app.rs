//! The app: shell, navigation, and what is shown when something does not arrive.
//!
//! A navigation first loads the page's code and messages and only then changes what is seen. So there is never an
//! empty page, the first view takes the place of the static shell without a jump, and a lost connection leaves the
//! person where they are, with a way to try again.

mod load_failed;
mod navigation;
mod pages;
mod shell;

use crate::browser::{crash, dom, focus, location};
use leptos::prelude::*;
use navigation::Shown;

/// Starts everything. Called once.
pub fn start() {
    crash::install();
    location::listen();
    wasm_bindgen_futures::spawn_local(async {
        match navigation::prepare(&location::place().get_untracked()).await {
            Ok(first) => mount(first),
            // The static shell stays; it already says what can be done here and whom to call.
            Err(_) => {
                if let Some(help) = dom::by_id("boot-help") {
                    help.set_hidden(false);
                }
            }
        }
    });
}

fn mount(first: Shown) {
    let Some(root) = dom::by_id("app") else { return };
    let focused = focus::index_in(&root);
    navigation::commit_first(&first);
    root.set_inner_html("");
    leptos::mount::mount_to(root.clone(), move || view! { <App first=first /> }).forget();
    if let Some(index) = focused {
        focus::restore(&root, index);
    }
}

/// Shell and page.
#[component]
fn App(
    /// What is shown at first.
    first: Shown,
) -> impl IntoView {
    let shown = RwSignal::new(first);
    let waiting = navigation::follow(shown);
    let language = Memo::new(move |_| shown.with(|shown| shown.lang));
    move || shell::frame(language.get(), shown, waiting)
}

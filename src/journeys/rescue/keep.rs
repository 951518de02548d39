//! The page opens without a network from now on: whoever needs it often has none.

use crate::api;
use crate::browser::{
    offline::{self, Answer, Kept},
    timer,
};
use eid_domain::wire::Lang;
use leptos::task::spawn_local;
use std::cell::Cell;

const KEPT: Kept = Kept {
    page: "rescue_page",
    parts: &[],
    reads_codes: false,
};

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps page, both languages of the tree, and the number to call. Once while the page lives.
pub(super) fn page() {
    if ASKED.replace(true) {
        return;
    }
    let open = |path: String| Answer {
        path,
        key: String::new(),
    };
    spawn_local(async move {
        timer::sleep(offline::PAUSE_MS).await;
        let trees = [Lang::Vi, Lang::En].map(|lang| open(api::rescue::path(lang)));
        let answers: Vec<Answer> = trees
            .into_iter()
            .chain([open("/api/config".to_owned())])
            .collect();
        offline::keep(&answers, KEPT).await;
    });
}

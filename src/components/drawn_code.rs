//! A QR code as one path of black modules on white, in every theme: scanners need the contrast and the quiet zone.

use crate::browser::html::Html;
use leptos::prelude::*;
use std::fmt::Write;

/// Modules of white around the code (ISO/IEC 18004, 6.3.8).
const QUIET: u16 = 4;

/// The picture by itself.
#[component]
pub fn DrawnCode(
    /// Modules of a side.
    side: u16,
    /// Runs of black modules: column of the first, row, how many.
    runs: Vec<[u16; 3]>,
    /// What it is, for who cannot see it.
    alternative: String,
) -> impl IntoView {
    let mut html = Html::new();
    drawn_code(&mut html, side, &runs, &alternative);
    view! { <div inner_html=html.finish()></div> }
}

/// Writes the picture, as wide as what it stands in. `alternative` is for who cannot see it.
pub fn drawn_code(html: &mut Html, side: u16, runs: &[[u16; 3]], alternative: &str) {
    let side = side.saturating_add(2 * QUIET).to_string();
    html.within(
        "<svg class=drawn-code role=img shape-rendering=crispEdges aria-label=\"",
        alternative,
        "\"",
    )
    .within(" viewBox=\"0 0 ", &side, " ")
    .within("", &side, "\"><rect fill=#fff width=")
    .within("\"", &side, "\" height=")
    .within("\"", &side, "\" /><path fill=#000 d=")
    .within("\"", &path(runs), "\" /></svg>");
}

/// One box for each run of black modules along a line.
fn path(runs: &[[u16; 3]]) -> String {
    let mut path = String::new();
    for [x, y, length] in runs {
        let (x, y) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    path
}

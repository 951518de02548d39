//! A QR code as one path of black modules on white, in every theme: scanners need the contrast and the quiet zone.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Modules of white around the code (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;

/// Draws it; the correction of errors is as good as fits without making the code larger.
pub(super) fn draw(text: &str, alternative: String) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET;
    let view_box = format!("0 0 {side} {side}");
    Some(
        view! {
            <svg class="slip-qr" viewBox=view_box role="img" aria-label=alternative shape-rendering="crispEdges">
                <rect width=side height=side fill="#fff" />
                <path d=path(&code) fill="#000" />
            </svg>
        }
        .into_any(),
    )
}

/// One box for each run of black modules along a line.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let run = x - from;
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", from + QUIET, y + QUIET);
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_black_module_is_drawn_once_and_nothing_in_the_quiet_zone() {
        let code = QrCode::encode_text(
            &"https://eid.example/kiem-tra-phieu#eyJ".repeat(9),
            QrCodeEcc::Low,
        );
        let Ok(code) = code else { panic!("too long") };
        let size = code.size();
        let black = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
        let black = black.filter(|(x, y)| code.get_module(*x, *y)).count();
        let mut drawn = 0;
        for run in path(&code).split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap_or_default();
            let (x, y) = at.split_once(' ').unwrap_or_default();
            let length: i32 = rest.split('v').next().unwrap_or_default().parse().unwrap_or(0);
            let place = |text: &str| text.parse::<i32>().unwrap_or(-1);
            assert!(
                place(x) >= QUIET && place(y) >= QUIET && place(x) + length <= size + QUIET,
                "{run}"
            );
            drawn += length;
        }
        assert_eq!(usize::try_from(drawn).ok(), Some(black));
    }
}

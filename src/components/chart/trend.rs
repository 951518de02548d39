//! A line of values in time.

use crate::browser::html::Html;
use std::fmt::Write;

const WIDTH: f64 = 320.0;
/// Where the line lies: from the top of the highest value to that of nothing.
const TOP: f64 = 16.0;
const FLOOR: f64 = 92.0;
const SIDE: f64 = 8.0;
/// So many points have a dot each.
const DOTS: usize = 30;

/// Writes a line of values; `is_open` where the last of them is not complete yet. `ends` are the words below the first and
/// the last; `highest` stands above the line; `alternative` says all of it to who cannot see it.
pub fn trend(
    html: &mut Html,
    values: &[u32],
    is_open: bool,
    ends: (&str, &str),
    highest: &str,
    alternative: &str,
) {
    let most = values.iter().copied().max().unwrap_or_default().max(1);
    let step = (WIDTH - 2.0 * SIDE) / (values.len().max(2) - 1) as f64;
    let place = |at: usize, value: u32| {
        let height = (FLOOR - TOP) * f64::from(value) / f64::from(most);
        (SIDE + step * at as f64, FLOOR - height)
    };
    // What is complete, what is not, and the dots.
    let (mut line, mut open, mut dots) = (String::new(), String::new(), String::new());
    let whole = values.len() - usize::from(is_open && !values.is_empty());
    for (at, value) in values.iter().enumerate() {
        let (x, y) = place(at, *value);
        // Writing to a string cannot fail.
        if at < whole {
            let _ = write!(line, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
        }
        if at + 1 >= whole && is_open {
            let _ = write!(open, "{}{x:.1} {y:.1}", if open.is_empty() { 'M' } else { 'L' });
        }
        if values.len() <= DOTS {
            let _ = write!(dots, "M{x:.1} {y:.1}h0");
        }
    }
    let last = place(whole.saturating_sub(1), 0).0;
    let area = if whole > 1 {
        format!("{line}L{last:.1} {FLOOR}L{SIDE} {FLOOR}Z")
    } else {
        String::new()
    };
    html.within(
        "<svg class=chart-trend viewBox=\"0 0 320 112\" role=img aria-label=\"",
        alternative,
        "\"><path class=chart-axis d=\"M8 92H312\" /><path class=chart-area d=\"",
    )
    .within("", &area, "\" /><path class=chart-line d=\"")
    .within("", &line, "\" /><path class=\"chart-line chart-open-end\" d=\"")
    .within("", &open, "\" /><path class=chart-points d=\"")
    .within("", &dots, "\" /><text x=8 y=11>")
    .within("", highest, "</text><text x=8 y=108>")
    .within("", ends.0, "</text><text x=312 y=108 text-anchor=end>")
    .within("", if values.len() > 1 { ends.1 } else { "" }, "</text></svg>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_highest_value_is_at_the_top() {
        let mut html = Html::new();
        trend(&mut html, &[0, 4, 2], false, ("a", "b"), "4", "from a to b");
        let text = html.finish();
        assert!(
            text.contains("chart-line d=\"M8.0 92.0L160.0 16.0L312.0 54.0\""),
            "{text}"
        );
        assert!(text.contains("aria-label=\"from a to b\""), "{text}");
        let mut alone = Html::new();
        trend(&mut alone, &[0], true, ("a", "b"), "0", "");
        assert!(alone.finish().contains("M8.0 92.0h0"));
        let mut open = Html::new();
        trend(&mut open, &[2, 4, 0], true, ("a", "b"), "4", "");
        let text = open.finish();
        assert!(text.contains("chart-line d=\"M8.0 54.0L160.0 16.0\""), "{text}");
        assert!(
            text.contains("chart-open-end\" d=\"M160.0 16.0L312.0 92.0\""),
            "{text}"
        );
        trend(&mut Html::new(), &[], true, ("", ""), "", "");
    }
}

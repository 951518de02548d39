//! Charts drawn by hand: bars that tell their numbers in words beside them, and a line of weeks. Colours help, patterns and
//! words say it; who cannot see them reads the numbers, and every chart stands beside a table.

mod bars;
mod trend;

pub use bars::{Bar, Part, bars};
pub use trend::trend;

use crate::browser::html::Html;

/// Patterns that the bars of a page are filled with; once on a page that has any.
pub fn patterns(html: &mut Html) {
    html.tags(
        "<svg class=chart-patterns width=0 height=0 aria-hidden=true><defs>\
        <pattern id=chart-hatch width=7 height=7 patternUnits=userSpaceOnUse patternTransform=\"rotate(45)\">\
        <rect width=7 height=7 class=chart-soft /><rect width=3 height=7 class=chart-solid /></pattern>\
        <pattern id=chart-dots width=7 height=7 patternUnits=userSpaceOnUse>\
        <rect width=7 height=7 class=chart-soft /><circle cx=3.500 cy=3.500 r=1.700 class=chart-solid /></pattern>\
        </defs></svg>",
    );
}

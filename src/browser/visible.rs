//! Whether anybody looks at the page.

use super::dom;

/// False while the tab is in the background or the screen is off.
pub fn now() -> bool {
    !dom::document().hidden()
}

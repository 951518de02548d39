//! What to call windows.

use crate::browser::intl;
use jiff::civil::Time;

/// "07:30–08:40".
pub(super) fn window(from: Time, to: Time) -> String {
    format!("{}–{}", intl::time(from), intl::time(to))
}

//! Times and links as they stand in messages.

use super::{Facts, SMS_LETTERS};
use jiff::civil::{Date, DateTime};

/// "07:30 24/11/2026".
pub(super) fn at(visit: Option<DateTime>) -> String {
    visit
        .map(|at| at.strftime("%H:%M %d/%m/%Y").to_string())
        .unwrap_or_default()
}

/// "09:30 24/11": of these days, so the year goes without saying.
pub(super) fn shortly(until: Option<DateTime>) -> String {
    until
        .map(|at| at.strftime("%H:%M %d/%m").to_string())
        .unwrap_or_default()
}

/// " Huy: https://…", or nothing.
pub(super) fn linked(words: &str, link: &str) -> String {
    if link.is_empty() {
        String::new()
    } else {
        format!(" {words}: {link}")
    }
}

/// "24/11/2026".
pub(super) fn on(day: Option<Date>) -> String {
    day.map(|day| day.strftime("%d/%m/%Y").to_string())
        .unwrap_or_default()
}

/// With a last line that binds the code to our site, where it fits: browsers fill it in there, and nowhere else
/// (origin-bound one-time codes).
pub(super) fn bound(text: String, facts: &Facts) -> String {
    let line = format!("\n@{} #{}", facts.host, facts.code);
    if facts.host.is_empty() || text.chars().count() + line.len() > SMS_LETTERS {
        text
    } else {
        text + &line
    }
}

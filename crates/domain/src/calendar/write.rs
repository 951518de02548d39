//! Writing a calendar as `holidays.csv` has it: what the client reads.

use super::Calendar;
use super::read::HEADER;
use std::fmt::Write as _;

impl Calendar {
    /// All special days as CSV, which [`Calendar::parse`] reads back.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut out = HEADER.join(",");
        out.push('\n');
        for day in self.days() {
            let confirmed = if day.confirmed { "yes" } else { "no" };
            let kind = day.kind.as_str().to_ascii_uppercase();
            // Writing to a String cannot fail.
            let _ = write!(out, "{},{kind},{confirmed}", day.date);
            let office = day.office.as_deref().unwrap_or_default();
            for text in [office, &day.vi, &day.en, &day.source] {
                out.push(',');
                cell(&mut out, text);
            }
            out.push('\n');
        }
        out
    }
}

/// Quoted where a reader would take it for more than one cell.
fn cell(out: &mut String, text: &str) {
    if text.contains([',', '"']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

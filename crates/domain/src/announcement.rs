//! What is said above every page for a while: plain text in both languages, from a time to a time.

use crate::{
    calendar::days_between,
    field::{FieldCode, FieldError},
    str_enum::str_enum,
};
use jiff::civil::DateTime;

/// Most letters of one language: three lines on a phone.
pub const LONGEST: usize = 240;
/// Fewest letters that say something.
pub const SHORTEST: usize = 5;
/// It may be shown for so many days, and begin so many days ahead.
pub const FARTHEST_DAYS: i32 = 366;

str_enum! {
    /// How urgent it is.
    pub enum AnnouncementKind {
        /// Something to know.
        Info = "info",
        /// Something to mind.
        Warning = "warning",
        /// Something does not work.
        Outage = "outage",
    }
}

/// What is to be said, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In Vietnamese, on one line.
    pub vi: String,
    /// In English, on one line.
    pub en: String,
    /// From when on, at the offices.
    pub from: DateTime,
    /// Until when.
    pub until: DateTime,
}

/// Checks what somebody wrote; `now` is the offices' time.
///
/// # Errors
/// Names every wrong field: `vi` and `en` (`required`, `text_too_long`), `from` (`choice_unknown`: more than a year ahead),
/// `until` (`date_impossible`: not after the beginning, or over already; `choice_unknown`: more than a year after it).
pub fn check(
    vi: &str,
    en: &str,
    from: DateTime,
    until: DateTime,
    now: DateTime,
) -> Result<Said, Vec<FieldError>> {
    let mut wrong = Vec::new();
    let mut text = |field: &str, text: &str| {
        let line = one_line(text);
        match line.chars().count() {
            ..SHORTEST => wrong.push(FieldError::new(field, FieldCode::Required)),
            SHORTEST..=LONGEST => {}
            _ => wrong.push(FieldError::new(field, FieldCode::TextTooLong)),
        }
        line
    };
    let (vi, en) = (text("vi", vi), text("en", en));
    if days_between(now.date(), from.date()) > FARTHEST_DAYS {
        wrong.push(FieldError::new("from", FieldCode::ChoiceUnknown));
    }
    if until <= from || until <= now {
        wrong.push(FieldError::new("until", FieldCode::DateImpossible));
    } else if days_between(from.date(), until.date()) > FARTHEST_DAYS {
        wrong.push(FieldError::new("until", FieldCode::ChoiceUnknown));
    }
    if wrong.is_empty() {
        Ok(Said { vi, en, from, until })
    } else {
        Err(wrong)
    }
}

/// Without line breaks, double spaces and signs that cannot be seen: those could turn the text around.
fn one_line(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn wrong_fields_are_named_each() {
        let now = date(2026, 11, 23).at(8, 0, 0, 0);
        let later = date(2026, 11, 24).at(17, 0, 0, 0);
        let codes = |vi: &str, en: &str, from, until| {
            let wrong = check(vi, en, from, until, now).unwrap_err();
            let one = |error: &FieldError| format!("{}:{}", error.field, error.code);
            wrong.iter().map(one).collect::<Vec<_>>()
        };
        let (vi, en) = ("Hệ thống bảo trì", "Maintenance");
        assert_eq!(codes(" x ", "", now, later), ["vi:required", "en:required"]);
        assert_eq!(
            codes(vi, &"e".repeat(LONGEST + 1), now, later),
            ["en:text_too_long"]
        );
        assert_eq!(codes(vi, en, now, now), ["until:date_impossible"]);
        let past = date(2026, 11, 20).at(8, 0, 0, 0);
        assert_eq!(
            codes(vi, en, past, past.date().at(9, 0, 0, 0)),
            ["until:date_impossible"]
        );
        let far = date(2028, 1, 1).at(0, 0, 0, 0);
        assert_eq!(codes(vi, en, now, far), ["until:choice_unknown"]);
        assert_eq!(
            codes(vi, en, far, far.date().at(9, 0, 0, 0)),
            ["from:choice_unknown"]
        );
        // What began before is still shown.
        let said = check("  Hệ thống\n bảo   trì ", "Main\u{202e}tenance", past, later, now).unwrap();
        assert_eq!((said.vi.as_str(), said.en.as_str()), (vi, en));
        assert_eq!(
            check(&"ạ".repeat(LONGEST), en, now, later, now).map(|said| said.vi.len()),
            Ok(3 * LONGEST)
        );
    }
}

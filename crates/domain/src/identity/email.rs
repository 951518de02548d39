//! Address of electronic mail, for notices.

use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_newtype},
    typed_text::one_line,
};

/// An address that mail can be tried at: `name@example.org`. Only a message that arrives proves it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// Longest address that can travel (RFC 5321 §4.5.3.1.3), in bytes.
const LONGEST: usize = 254;
/// Longest part before the `@` (RFC 5321 §4.5.3.1.1), in bytes.
const LONGEST_LOCAL: usize = 64;

impl Email {
    /// Reads an address; the domain becomes lower case.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::TextTooLong`], [`FieldCode::EmailFormat`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let text = one_line(text);
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        if text.len() > LONGEST {
            return Err(FieldCode::TextTooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(FieldCode::EmailFormat)?;
        if !is_local(local) || !is_domain(domain) {
            return Err(FieldCode::EmailFormat);
        }
        Ok(Self(format!("{local}@{}", crate::letter::all_lower(domain))))
    }
}

fn is_local(local: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    (1..=LONGEST_LOCAL).contains(&local.len())
        && local.chars().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

redacted_debug!(Email);
text_newtype!(Email, "An address of electronic mail.", "an@example.org");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (typed, stored) in [
            (" thu.nguyen+the@Example.ORG ", "thu.nguyen+the@example.org"),
            ("a@b.vn", "a@b.vn"),
            ("tên@thử.vn", "tên@thử.vn"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), stored);
        }
        assert_eq!(Email::parse("  "), Err(FieldCode::Required));
        for wrong in [
            "an", "an@", "@b.vn", "a b@c.vn", "a@b", "a@b..vn", ".a@b.vn", "a@-b.vn", "a@b@c.vn",
        ] {
            assert_eq!(Email::parse(wrong), Err(FieldCode::EmailFormat), "{wrong}");
        }
        assert_eq!(
            Email::parse(&format!("a@{}.vn", "b".repeat(260))),
            Err(FieldCode::TextTooLong)
        );
    }
}

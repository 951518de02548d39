//! Addresses of electronic mail.

use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_newtype},
};
use email_address::{EmailAddress, Options};

/// An address that mail can be sent to, as it is written in a letter's head: `nguyen.thu@example.org`. Names in front of it,
/// quotes, addresses of machines by number and domains without a dot are refused; the domain is in small letters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MailAddress(String);

impl MailAddress {
    /// Reads an address as it was typed.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::MailFormat`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        // Addresses beyond ASCII and quoted ones are lawful, and most of the world's mail servers lose them.
        if !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"') {
            return Err(FieldCode::MailFormat);
        }
        let options = Options::default()
            .with_required_tld()
            .without_domain_literal()
            .without_display_text();
        let address = EmailAddress::parse_with_options(text, options).map_err(|_| FieldCode::MailFormat)?;
        Ok(Self(format!(
            "{}@{}",
            address.local_part(),
            address.domain().to_ascii_lowercase()
        )))
    }

    /// Enough for its owner to know it again, and for nobody to write to it: `n***@example.org`.
    #[must_use]
    pub fn hint(&self) -> String {
        let (name, domain) = self.0.split_once('@').unwrap_or_default();
        let first: String = name.chars().take(1).collect();
        format!("{first}***@{domain}")
    }
}

redacted_debug!(MailAddress);
text_newtype!(
    MailAddress,
    "Address of electronic mail.",
    "nguyen.thu@example.org"
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_as_people_type_them() {
        for (typed, read) in [
            ("nguyen.thu@example.org", "nguyen.thu@example.org"),
            ("  Thu+the@Mail.Example.ORG ", "Thu+the@mail.example.org"),
            ("a@b.vn", "a@b.vn"),
        ] {
            assert_eq!(MailAddress::parse(typed).unwrap().as_str(), read);
        }
        assert_eq!(MailAddress::parse("  "), Err(FieldCode::Required));
        for wrong in [
            "thu",
            "thu@",
            "@example.org",
            "thu@example",
            "thu@@example.org",
            "thu@exa mple.org",
            "Thu <thu@example.org>",
            "thu@[127.0.0.1]",
            "\"thu\"@example.org",
            "thư@example.org",
            "thu@example.org\nbcc: x@example.org",
            "thu.@example.org",
            "thu@-example.org",
            "thu@example..org",
        ] {
            assert_eq!(MailAddress::parse(wrong), Err(FieldCode::MailFormat), "{wrong}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        assert_eq!(MailAddress::parse(&long), Err(FieldCode::MailFormat));
        assert_eq!(
            MailAddress::parse("nguyen.thu@example.org").unwrap().hint(),
            "n***@example.org"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_never_panics_and_reads_the_same_twice(text in "\\PC{0,80}") {
            if let Ok(read) = MailAddress::parse(&text) {
                prop_assert_eq!(MailAddress::parse(read.as_str()).unwrap(), read.clone());
                prop_assert!(read.hint().contains('@') && read.as_str().is_ascii());
            }
        }

        #[test]
        fn ordinary_addresses_are_read(name in "[a-z][a-z0-9.]{0,9}[a-z0-9]", host in "[a-z]{1,10}", top in "[a-z]{2,6}") {
            prop_assume!(!name.contains(".."));
            let typed = format!("{name}@{host}.{top}");
            let read = MailAddress::parse(&typed).unwrap();
            prop_assert_eq!(read.as_str(), typed.as_str());
        }
    }
}

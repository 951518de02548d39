//! What a text names: a reference, perhaps inside a scanned address, or the dossier code of a slip.

use crate::i18n::{Key, keys::desk as k};
use eid_domain::field::FieldCode;
use eid_domain::identity::PersonalNumber;
use eid_domain::slip;
use eid_domain::typed_code::TypedCode;

/// What was found in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A reference, written out.
    Reference(String),
    /// A dossier code, written out.
    Code(String),
    /// A personal number.
    Number(String),
    /// A slip's token; whether it is genuine is yet to be judged.
    Slip(String),
}

/// Reads what was typed or scanned.
pub(super) fn read(text: &str) -> Result<Found, Key> {
    if let Some(token) = slip::find(text) {
        return Ok(Found::Slip(token));
    }
    if let Ok(number) = PersonalNumber::parse(text) {
        return Ok(Found::Number(number.as_str().to_owned()));
    }
    match TypedCode::read(text) {
        Ok(TypedCode::Reference(reference)) => Ok(Found::Reference(reference.as_str().to_owned())),
        Ok(TypedCode::Dossier(code)) => Ok(Found::Code(code.as_str().to_owned())),
        Err(FieldCode::Required) => Err(k::FIND_EMPTY),
        Err(FieldCode::ReferenceCheck) => Err(k::FIND_TYPO),
        Err(_) => Err(k::FIND_UNREADABLE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eid_domain::reference::Reference;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn reference() -> String {
        Reference::from_random([7; 16]).as_str().to_owned()
    }

    #[test]
    fn a_reference_in_every_dress() {
        let plain = reference();
        let bare = plain.replace('-', "");
        let key = "#k4y-with-123456789-in-it";
        let dresses = [
            plain.clone(),
            bare.to_lowercase(),
            format!("  {} ", plain.replace('-', " – ")),
            format!("https://eid.example/lich-hen/{plain}{key}"),
            format!("http://127.0.0.1:8080/en/lich-hen/{bare}?x=1{key}"),
            format!("QR: {plain};"),
        ];
        for text in dresses {
            assert_eq!(read(&text), Ok(Found::Reference(plain.clone())), "{text}");
        }
    }

    #[test]
    fn a_slip_from_a_reader_of_codes() {
        let token = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJLN00tMlhQLTk0UiJ9.c2lnbmVk";
        let scanned = format!("https://eid.example/kiem-tra-phieu#{token}\n");
        assert_eq!(read(&scanned), Ok(Found::Slip(token.to_owned())));
    }

    #[test]
    fn a_dossier_code_from_a_slip() {
        let code = "G01.899.108.000-261120-0007";
        assert_eq!(read(code), Ok(Found::Code(code.to_owned())));
        assert_eq!(
            read(" g01.899.108.000 – 261120 – 0007 "),
            Ok(Found::Code(code.to_owned()))
        );
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(read("  "), Err(k::FIND_EMPTY));
        let mut wrong = reference().replace('-', "");
        let last = if wrong.ends_with('0') { '1' } else { '0' };
        wrong.pop();
        wrong.push(last);
        assert_eq!(read(&wrong), Err(k::FIND_TYPO));
        assert_eq!(read("Nguyễn Văn Thử"), Err(k::FIND_UNREADABLE));
    }
}

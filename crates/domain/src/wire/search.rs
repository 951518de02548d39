//! `POST /api/desk/search`: a dossier for who has no reference at hand.

use crate::{
    booking, dossier,
    dossier_code::DossierCode,
    field::{FieldCode, FieldError},
    identity::{BirthDate, PersonalNumber},
    search_key::search_key,
};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Most rows of an answer.
pub const MOST_ROWS: u32 = 20;
/// Fewest letters of a name, by its search key.
const SHORTEST_NAME: usize = 2;
/// How many digits a phone's end has.
const PHONE_END: std::ops::RangeInclusive<usize> = 3..=6;

/// What is known of the person: one of the first four, and with a name or a phone's end the birth date too. It has no
/// `Debug`: it is about a person.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Search {
    /// Dossier code, in any form people type.
    pub code: String,
    /// Twelve digits.
    pub personal_number: String,
    /// The name or a part of it, with or without marks.
    pub name: String,
    /// The last three to six digits of either phone.
    pub phone_end: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
}

/// What is looked for, checked.
#[derive(Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A dossier code.
    Code(String),
    /// A personal number.
    Number(String),
    /// A part of a name as its search key, and the birth date.
    Name(String, String),
    /// The end of a phone, and the birth date.
    Phone(String, String),
}

impl Search {
    /// What is looked for. The first field that is filled in counts, in the order of what names a person best.
    ///
    /// # Errors
    /// What is wrong, by field; `code: required` where nothing is filled in.
    pub fn parse(&self, today: Date) -> Result<Wanted, Vec<FieldError>> {
        let one = |field: &'static str| move |code: FieldCode| vec![FieldError::new(field, code)];
        if !self.code.trim().is_empty() {
            let code = DossierCode::parse(&self.code).map_err(one("code"))?;
            return Ok(Wanted::Code(code.as_str().to_owned()));
        }
        if !self.personal_number.trim().is_empty() {
            let number = PersonalNumber::parse(&self.personal_number).map_err(one("personal_number"))?;
            return Ok(Wanted::Number(number.as_str().to_owned()));
        }
        let birth = || -> Result<String, Vec<FieldError>> {
            if self.birth_date.trim().is_empty() {
                return Err(one("birth_date")(FieldCode::Required));
            }
            let birth = BirthDate::parse(&self.birth_date, today).map_err(one("birth_date"))?;
            Ok(birth.to_string())
        };
        if !self.phone_end.trim().is_empty() {
            let digits: String = self.phone_end.chars().filter(|c| !c.is_whitespace()).collect();
            if digits.chars().any(|c| !c.is_ascii_digit()) {
                return Err(one("phone_end")(FieldCode::PhoneCharacters));
            }
            if !PHONE_END.contains(&digits.len()) {
                return Err(one("phone_end")(FieldCode::PhoneLength));
            }
            return Ok(Wanted::Phone(digits, birth()?));
        }
        if self.name.trim().is_empty() {
            return Err(one("code")(FieldCode::Required));
        }
        let key = search_key(&self.name);
        if key.len() < SHORTEST_NAME || key.len() > 100 {
            return Err(one("name")(FieldCode::NameLength));
        }
        if key.chars().any(|c| !c.is_ascii_alphanumeric() && c != ' ') {
            return Err(one("name")(FieldCode::NameCharacters));
        }
        Ok(Wanted::Name(key, birth()?))
    }
}

/// Who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchResult {
    /// The newest first, masked.
    pub rows: Vec<SearchRow>,
    /// Whether there are more than are shown: more must be known.
    pub more: bool,
}

/// One dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchRow {
    /// Public reference.
    pub reference: String,
    /// Name, masked.
    pub name_masked: String,
    /// Year of birth.
    pub birth_year: String,
    /// Where it stands.
    pub state: dossier::State,
    /// What for.
    pub service: booking::Service,
    /// Local date and time of its last visit.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit_at: Option<DateTime>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn codes(search: &Search) -> Vec<String> {
        let errors = search.parse(date(2026, 11, 22)).err().unwrap_or_default();
        errors
            .into_iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    }

    fn of(set: impl FnOnce(&mut Search)) -> Search {
        let mut search = Search::default();
        set(&mut search);
        search
    }

    #[test]
    fn one_thing_that_names_a_person_is_enough() {
        let number = of(|it| it.personal_number = "098 085 120001".into());
        assert!(matches!(number.parse(date(2026, 11, 22)), Ok(Wanted::Number(n)) if n == "098085120001"));
        let code = of(|it| it.code = "g01.899.108.000-261120-0007".into());
        assert!(
            matches!(code.parse(date(2026, 11, 22)), Ok(Wanted::Code(c)) if c == "G01.899.108.000-261120-0007")
        );
    }

    #[test]
    fn a_name_or_a_phone_needs_the_birth_date() {
        let mut name = of(|it| it.name = "Thử Nghiệm".into());
        assert_eq!(codes(&name), ["birth_date:required"]);
        name.birth_date = "1985-08-15".into();
        assert!(
            matches!(name.parse(date(2026, 11, 22)), Ok(Wanted::Name(k, b)) if k == "thu nghiem" && b == "1985-08-15")
        );
        let mut phone = of(|it| it.phone_end = "0 01".into());
        assert_eq!(codes(&phone), ["birth_date:required"]);
        phone.birth_date = "1985".into();
        assert!(
            matches!(phone.parse(date(2026, 11, 22)), Ok(Wanted::Phone(d, b)) if d == "001" && b == "1985")
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases: [(Search, &str); 6] = [
            (Search::default(), "code:required"),
            (of(|it| it.code = "K7M".into()), "code:dossier_code_format"),
            (
                of(|it| it.personal_number = "12".into()),
                "personal_number:personal_number_length",
            ),
            (of(|it| it.phone_end = "12".into()), "phone_end:phone_length"),
            (of(|it| it.phone_end = "12a".into()), "phone_end:phone_characters"),
            (of(|it| it.name = "%_".into()), "name:name_length"),
        ];
        for (search, code) in cases {
            assert_eq!(codes(&search), [code]);
        }
    }
}

//! Names of offices in addresses.

use crate::{field::FieldCode, text_type::text_newtype};

/// Short stable name of an office in URLs and files, e.g. `hcm-quan-10`: lower-case letters, digits and single
/// hyphens, 3 to 40 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OfficeId(String);

impl OfficeId {
    /// Reads an id. That the office exists is for the store to say.
    ///
    /// # Errors
    /// [`FieldCode::ChoiceUnknown`] for anything else.
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let part = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if (3..=40).contains(&text.len()) && text.split('-').all(part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(FieldCode::ChoiceUnknown)
        }
    }
}

text_newtype!(OfficeId, "Stable name of an office.", "hcm-quan-10");

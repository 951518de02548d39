//! `/api/dossiers/{reference}/delivery` (with the access key): how the card comes to its owner.
//! `/api/desk/dossiers/{reference}/post…`: the office gives it to the post.

use crate::{
    delivery::{Address, ReturnReason, TrackingNumber, Way},
    field::{FieldCode, FieldError},
    identity::ContactPhone,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// `GET`: what is chosen, for its owner alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryView {
    /// How the card comes.
    pub way: Way,
    /// House and street; empty where none was given.
    pub line: String,
    /// Five digits; empty where none was given.
    pub commune_code: String,
    /// The commune with its province; empty where none was given.
    pub commune: String,
    /// Last three digits of the phone for codes.
    pub phone_ends: String,
    /// Last three digits of the other phone; empty where there is none.
    pub contact_ends: String,
    /// When it was last confirmed by its owner.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub confirmed_at: Option<Timestamp>,
    /// Whether it can be chosen now.
    pub may_choose: bool,
    /// Whether it should be confirmed now: the card is about to travel, or came back.
    pub asks: bool,
    /// Under which number the post carries it.
    pub tracking_number: Option<String>,
    /// Why the post brought it back.
    pub returned: Option<ReturnReason>,
}

/// `PUT`: this is how I get my card, and this is my number.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooseDelivery {
    /// A word of [`Way`].
    pub way: String,
    /// House and street; only for the post.
    #[serde(default)]
    pub line: String,
    /// Five digits; only for the post.
    #[serde(default)]
    pub commune_code: String,
    /// Another number for messages, of any country; empty to keep what is there.
    #[serde(default)]
    pub contact_phone: String,
}

/// The same, parsed.
#[derive(Clone)]
pub struct Chosen {
    /// How the card comes.
    pub way: Way,
    /// Where the post brings it; none where it is collected.
    pub address: Option<Address>,
    /// Another number for messages; none to keep what is there.
    pub contact_phone: Option<ContactPhone>,
}

impl ChooseDelivery {
    /// Parses every field that counts; names every wrong one.
    ///
    /// # Errors
    /// `way`, `commune_code`, `line`, `contact_phone`.
    pub fn parse(&self) -> Result<Chosen, Vec<FieldError>> {
        let mut errors = Vec::new();
        let missing = if self.way.is_empty() {
            FieldCode::Required
        } else {
            FieldCode::ChoiceUnknown
        };
        let way = Way::parse(&self.way);
        if way.is_none() {
            errors.push(FieldError::new("way", missing));
        }
        let address = (way == Some(Way::Post)).then(|| Address::parse(&self.line, &self.commune_code));
        let address = address
            .transpose()
            .map_err(|wrong| errors.extend(wrong))
            .ok()
            .flatten();
        let phone = (!self.contact_phone.trim().is_empty()).then(|| ContactPhone::parse(&self.contact_phone));
        let contact_phone = phone
            .transpose()
            .map_err(|code| errors.push(FieldError::new("contact_phone", code)))
            .ok()
            .flatten();
        match way {
            Some(way) if errors.is_empty() => Ok(Chosen {
                way,
                address,
                contact_phone,
            }),
            _ => Err(errors),
        }
    }
}

/// What a desk sees of it; the address is empty while the person is masked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskDelivery {
    /// How the card comes.
    pub way: Way,
    /// House and street; empty while masked.
    pub line: String,
    /// The commune with its province.
    pub commune: String,
    /// When its owner last confirmed it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub confirmed_at: Timestamp,
    /// Under which number the post carries it; empty before.
    pub tracking_number: String,
    /// Why the post brought it back; none where it did not.
    pub returned: Option<ReturnReason>,
}

impl std::fmt::Debug for DeskDelivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeskDelivery")
            .field("way", &self.way)
            .finish_non_exhaustive()
    }
}

/// `POST /api/desk/dossiers/{reference}/post`: the letter was given to the post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GivenToPost {
    /// Under which number the post carries it.
    pub tracking_number: String,
}

impl GivenToPost {
    /// The number.
    ///
    /// # Errors
    /// As [`TrackingNumber::parse`], at `tracking_number`.
    pub fn parse(&self) -> Result<TrackingNumber, Vec<FieldError>> {
        TrackingNumber::parse(&self.tracking_number)
            .map_err(|code| vec![FieldError::new("tracking_number", code)])
    }
}

/// `POST /api/desk/dossiers/{reference}/post-returned`: the post has brought it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PostReturned {
    /// Why; the person is told.
    pub reason: ReturnReason,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(given: &ChooseDelivery) -> Vec<String> {
        let errors = given.parse().err().unwrap_or_default();
        errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    }

    fn choice(way: &str) -> ChooseDelivery {
        ChooseDelivery {
            way: way.into(),
            ..ChooseDelivery::default()
        }
    }

    #[test]
    fn only_the_post_needs_an_address() {
        assert!(
            choice("office")
                .parse()
                .is_ok_and(|chosen| chosen.address.is_none())
        );
        assert_eq!(wrong(&choice("post")), ["commune_code:required", "line:required"]);
        assert_eq!(wrong(&choice("")), ["way:required"]);
        assert_eq!(wrong(&choice("pigeon")), ["way:choice_unknown"]);
        let left_over = ChooseDelivery {
            line: "x".into(),
            ..choice("office")
        };
        assert!(
            wrong(&left_over).is_empty(),
            "what is not asked for is not judged"
        );
    }

    #[test]
    fn a_phone_is_kept_unless_another_is_given() {
        let with = |phone: &str| ChooseDelivery {
            contact_phone: phone.into(),
            ..choice("office")
        };
        assert!(
            with(" ")
                .parse()
                .is_ok_and(|chosen| chosen.contact_phone.is_none())
        );
        let abroad = with("+49 30 901820").parse();
        assert!(abroad.is_ok_and(|chosen| chosen.contact_phone.is_some()));
        assert_eq!(wrong(&with("12a")).len(), 1);
    }
}

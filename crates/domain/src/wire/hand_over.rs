//! `POST /api/desk/dossiers/{reference}/hand-over`: whose hands the card goes into.

use crate::{
    field::{FieldCode, FieldError},
    identity::PersonName,
    str_enum::str_enum,
};
use serde::{Deserialize, Serialize};

str_enum! {
    /// What somebody who collects another's card is to them.
    pub enum Relation {
        /// Father or mother.
        Parent = "parent",
        /// Husband or wife.
        Spouse = "spouse",
        /// Son or daughter.
        Child = "child",
        /// Brother or sister.
        Sibling = "sibling",
        /// Guardian, or otherwise a lawful representative.
        Guardian = "guardian",
        /// Somebody with a written authorisation.
        Authorised = "authorised",
    }
}

/// Who collects; nothing given means the owner.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HandOver {
    /// Somebody else.
    pub other: Option<OtherCollector>,
}

/// Somebody who collects another's card.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherCollector {
    /// Name as on their own card.
    pub name: String,
    /// What they are to the owner; a word of [`Relation`].
    pub relation: String,
    /// Their own card was shown.
    pub card_shown: bool,
}

/// Who collects, as parsed.
#[derive(Clone, PartialEq, Eq)]
pub enum Collector {
    /// The owner.
    Owner,
    /// Somebody else, whose own card was shown.
    Other {
        /// Their name.
        name: PersonName,
        /// What they are to the owner.
        relation: Relation,
    },
}

impl HandOver {
    /// Who it is.
    ///
    /// # Errors
    /// Every wrong field: `name`, `relation`, `card_shown` (their own card must have been shown).
    pub fn parse(&self) -> Result<Collector, Vec<FieldError>> {
        let Some(other) = &self.other else {
            return Ok(Collector::Owner);
        };
        let name = PersonName::parse(&other.name).map_err(|code| FieldError::new("name", code));
        let missing = if other.relation.is_empty() {
            FieldCode::Required
        } else {
            FieldCode::ChoiceUnknown
        };
        let relation = Relation::parse(&other.relation).ok_or(FieldError::new("relation", missing));
        let shown = if other.card_shown {
            Ok(())
        } else {
            Err(FieldError::new("card_shown", FieldCode::ConsentRequired))
        };
        match (name, relation, shown) {
            (Ok(name), Ok(relation), Ok(())) => Ok(Collector::Other { name, relation }),
            (name, relation, shown) => Err([name.err(), relation.err(), shown.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(name: &str, relation: &str, card_shown: bool) -> Vec<String> {
        let other = Some(OtherCollector {
            name: name.into(),
            relation: relation.into(),
            card_shown,
        });
        let errors = HandOver { other }.parse().err().unwrap_or_default();
        errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    }

    #[test]
    fn somebody_else_has_a_name_a_relation_and_a_card_of_their_own() {
        assert!(
            HandOver::default()
                .parse()
                .is_ok_and(|who| who == Collector::Owner)
        );
        assert!(other("Trần Thị Mẫu", "parent", true).is_empty());
        assert_eq!(
            other("", "", false),
            [
                "name:required",
                "relation:required",
                "card_shown:consent_required"
            ]
        );
        assert_eq!(other("Trần Thị Mẫu", "friend", true), ["relation:choice_unknown"]);
    }
}

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

str_enum! {
    /// What the owner showed.
    pub enum Seen {
        /// The appointment slip (form CC02).
        Slip = "slip",
        /// Another paper that says who they are, or the e-ID.
        Identity = "identity",
    }
}

/// What was looked at before the card was given away: of the owner, or of somebody else who collects it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HandOver {
    /// What the owner showed; a word of [`Seen`]. Needed where nobody else collects.
    pub seen: String,
    /// The person is the one of the card's photo. Needed where nobody else collects.
    pub same_person: bool,
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
    /// The owner, who is the one of the photo.
    Owner {
        /// What they showed.
        seen: Seen,
    },
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
    /// Every wrong field: of the owner `seen`, `same_person`; else `name`, `relation`, `card_shown` (their own card must
    /// have been shown).
    pub fn parse(&self) -> Result<Collector, Vec<FieldError>> {
        let Some(other) = &self.other else {
            return self.owner();
        };
        let name = PersonName::parse(&other.name).map_err(|code| FieldError::new("name", code));
        let relation = Relation::parse(&other.relation).ok_or(not_chosen("relation", &other.relation));
        let shown = ticked("card_shown", other.card_shown);
        match (name, relation, shown) {
            (Ok(name), Ok(relation), Ok(())) => Ok(Collector::Other { name, relation }),
            (name, relation, shown) => Err([name.err(), relation.err(), shown.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }

    fn owner(&self) -> Result<Collector, Vec<FieldError>> {
        let seen = Seen::parse(&self.seen).ok_or(not_chosen("seen", &self.seen));
        match (seen, ticked("same_person", self.same_person)) {
            (Ok(seen), Ok(())) => Ok(Collector::Owner { seen }),
            (seen, same) => Err([seen.err(), same.err()].into_iter().flatten().collect()),
        }
    }
}

fn not_chosen(field: &str, given: &str) -> FieldError {
    let code = if given.is_empty() {
        FieldCode::Required
    } else {
        FieldCode::ChoiceUnknown
    };
    FieldError::new(field, code)
}

fn ticked(field: &str, is_ticked: bool) -> Result<(), FieldError> {
    if is_ticked {
        Ok(())
    } else {
        Err(FieldError::new(field, FieldCode::ConsentRequired))
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
        let given = HandOver {
            other,
            ..HandOver::default()
        };
        codes(&given)
    }

    fn codes(given: &HandOver) -> Vec<String> {
        let errors = given.parse().err().unwrap_or_default();
        errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    }

    #[test]
    fn somebody_else_has_a_name_a_relation_and_a_card_of_their_own() {
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

    /// A card could be given away with an empty request: nothing was kept of what the officer had looked at.
    #[test]
    fn the_owner_shows_something_and_is_the_one_of_the_photo() {
        let owner = |seen: &str, same_person| HandOver {
            seen: seen.into(),
            same_person,
            other: None,
        };
        assert_eq!(
            codes(&HandOver::default()),
            ["seen:required", "same_person:consent_required"]
        );
        assert_eq!(codes(&owner("face", true)), ["seen:choice_unknown"]);
        assert_eq!(codes(&owner("slip", false)), ["same_person:consent_required"]);
        let seen = Seen::Identity;
        assert!(
            owner("identity", true)
                .parse()
                .is_ok_and(|who| who == Collector::Owner { seen })
        );
    }
}

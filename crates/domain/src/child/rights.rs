//! What a child may have at which age, as data with its basis.

use super::{LEVEL_2_FROM_AGE, OWN_FROM_AGE, reaches};
use crate::{
    identity::BirthDate,
    legal::{Act, LegalBasis},
    str_enum::str_enum,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

str_enum! {
    /// Something that an age opens.
    pub enum Thing {
        /// A card, on demand, without a visit and without a photo.
        CardWithoutVisit = "card_without_visit",
        /// A level-1 account, on demand, opened by the representative.
        Level1 = "level_1",
        /// A card with photo and fingerprints, at a visit together with the representative.
        CardAtVisit = "card_at_visit",
        /// A level-2 account, on demand, asked for at a visit together with the representative.
        Level2 = "level_2",
        /// The electronic identity card and papers of other agencies in the account.
        CardAndPapers = "card_and_papers",
        /// One's own account on one's own phone, without anybody's consent.
        OwnAccount = "own_account",
        /// The card is a duty from here on.
        CardDuty = "card_duty",
    }
}

/// From which age, to under which, and what says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// What.
    pub thing: Thing,
    /// From this age on.
    pub from_age: u8,
    /// Under this age; none where it stays.
    pub under_age: Option<u8>,
    /// What it rests on.
    pub basis: LegalBasis,
}

const fn right(thing: Thing, from_age: u8, under_age: Option<u8>, act: Act, article: u16) -> Right {
    Right {
        thing,
        from_age,
        under_age,
        basis: LegalBasis::article(act, article),
    }
}

/// In the order in which they come.
const RIGHTS: [Right; 7] = [
    right(
        Thing::CardWithoutVisit,
        0,
        Some(LEVEL_2_FROM_AGE),
        Act::LawIdentification,
        23,
    ),
    right(Thing::Level1, 0, Some(OWN_FROM_AGE), Act::Decree69, 10),
    right(
        Thing::CardAtVisit,
        LEVEL_2_FROM_AGE,
        Some(OWN_FROM_AGE),
        Act::LawIdentification,
        23,
    ),
    right(
        Thing::Level2,
        LEVEL_2_FROM_AGE,
        Some(OWN_FROM_AGE),
        Act::Decree69,
        7,
    ),
    right(Thing::CardAndPapers, LEVEL_2_FROM_AGE, None, Act::Decree69, 9),
    right(Thing::OwnAccount, OWN_FROM_AGE, None, Act::Decree69, 14),
    right(Thing::CardDuty, OWN_FROM_AGE, None, Act::LawIdentification, 19),
];

/// A right of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GivenRight {
    /// What.
    pub thing: Thing,
    /// The day from which; none where it is there now.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub from: Option<Date>,
    /// What it rests on.
    pub basis: LegalBasis,
}

/// What a person has on a day, and what comes with which birthday; what is over is left out.
#[must_use]
pub fn rights(birth: &BirthDate, on: Date) -> Vec<GivenRight> {
    let open = RIGHTS
        .iter()
        .filter(|right| right.under_age.is_none_or(|age| on < reaches(birth, age)));
    open.map(|right| {
        let day = reaches(birth, right.from_age);
        GivenRight {
            thing: right.thing,
            // Age 0 is the day of birth, which of a year alone may lie ahead.
            from: (right.from_age > 0 && on < day).then_some(day),
            basis: right.basis,
        }
    })
    .collect()
}

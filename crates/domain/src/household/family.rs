//! The whole family.

use super::{FEWEST_MEMBERS, MOST_MEMBERS, Member};
use crate::booking::AgeGroup;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};

/// Two to six members. On the wire a list, in a query `card.from_60,card_and_account.from_14_to_59`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Family(Vec<Member>);

impl Family {
    /// These members; `None` where they are too few or too many, or one of them asks for what there is not.
    #[must_use]
    pub fn new(members: Vec<Member>) -> Option<Self> {
        let count = (FEWEST_MEMBERS..=MOST_MEMBERS).contains(&members.len());
        (count && members.iter().all(|member| member.is_possible())).then_some(Self(members))
    }

    /// In the order they were given.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.0
    }

    /// In which order they are served: places of [`Family::members`]. The oldest first, then the children; else as
    /// given.
    #[must_use]
    pub fn turns(&self) -> Vec<usize> {
        let mut turns: Vec<usize> = (0..self.0.len()).collect();
        crate::order::by_key(&mut turns, |at| self.0.get(*at).map(|member| member.rank()));
        turns
    }

    /// How many may be at the counter at the same time.
    #[must_use]
    pub fn most_at_once(&self) -> u16 {
        let adult = |member: &&Member| matches!(member.age_group, AgeGroup::From14To59 | AgeGroup::From60);
        u16::try_from(self.0.iter().filter(adult).count().max(1)).unwrap_or(1)
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members: Vec<String> = self.0.iter().map(|member| member.text()).collect();
        f.write_str(&members.join(","))
    }
}

impl FromStr for Family {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let members: Option<Vec<Member>> = text
            .split(',')
            .take(MOST_MEMBERS + 1)
            .map(Member::parse)
            .collect();
        members.and_then(Self::new).ok_or(())
    }
}

impl<'de> Deserialize<'de> for Family {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let members = Vec::<Member>::deserialize(from)?;
        Self::new(members).ok_or_else(|| D::Error::custom("two to six members"))
    }
}

//! How long a card is valid (Law on Identification 26/2023/QH15, art. 21).

use crate::{age::birthday, calendar::days_after};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The ages at which a card must be exchanged (art. 21(1)).
pub const EXCHANGE_AGES: [u8; 4] = [14, 25, 40, 60];

/// A card issued this many years or less before an exchange age is valid to the next one (art. 21(2)).
pub const SKIP_YEARS: u8 = 2;

/// From this many days before the exchange age a reminder is useful; late exchange can be fined (Decree
/// 282/2025/NĐ-CP, art. 11).
pub const REMIND_DAYS: i32 = 60;

/// When a card runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Expiry {
    /// On the birthday of an exchange age: `{"kind":"on","date":"2038-05-05"}`.
    On {
        /// Printed on the card as its date of expiry.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        date: Date,
    },
    /// Printed "Không thời hạn".
    Never,
}

impl Expiry {
    /// The date, where there is one.
    #[must_use]
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::On { date } => Some(date),
            Self::Never => None,
        }
    }

    /// Whether the exchange is due: the age is reached on the printed day itself.
    #[must_use]
    pub fn is_reached(self, on: Date) -> bool {
        self.date().is_some_and(|date| date <= on)
    }

    /// The first day on which a reminder is useful.
    #[must_use]
    pub fn remind_from(self) -> Option<Date> {
        self.date().map(|date| days_after(date, -REMIND_DAYS))
    }
}

/// The expiry of a card issued, exchanged or re-issued on `issued` to a person born on `birth`. Exactly two years
/// before an exchange age counts as within the two years.
///
/// For cards of the law before (to 30 June 2024) the result is the same, because they were issued from 14 on.
#[must_use]
pub fn expiry(birth: Date, issued: Date) -> Expiry {
    let mut skipped = false;
    for age in EXCHANGE_AGES {
        let date = birthday(birth, age);
        if skipped {
            return Expiry::On { date };
        }
        if issued < date {
            if issued < birthday(birth, age - SKIP_YEARS) {
                return Expiry::On { date };
            }
            skipped = true;
        }
    }
    Expiry::Never
}

/// Whether a card issued on that day passes over the next exchange age.
#[must_use]
pub fn skips_an_age(birth: Date, issued: Date) -> bool {
    EXCHANGE_AGES
        .into_iter()
        .any(|age| birthday(birth, age - SKIP_YEARS) <= issued && issued < birthday(birth, age))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_whole_table() {
        let today = date(2026, 11, 22);
        for (birth, issued, expected) in [
            (date(2024, 5, 5), today, Some(date(2038, 5, 5))),
            (date(2018, 6, 30), date(2026, 7, 14), Some(date(2032, 6, 30))),
            (date(2014, 11, 20), today, Some(date(2039, 11, 20))),
            (date(2012, 11, 23), today, Some(date(2037, 11, 23))),
            (date(2012, 11, 22), today, Some(date(2037, 11, 22))),
            (date(2003, 11, 23), today, Some(date(2028, 11, 23))),
            (date(2003, 11, 22), today, Some(date(2043, 11, 22))),
            (date(1988, 11, 23), today, Some(date(2028, 11, 23))),
            (date(1988, 11, 22), today, Some(date(2048, 11, 22))),
            (date(1968, 11, 23), today, Some(date(2028, 11, 23))),
            (date(1968, 11, 22), today, None),
            (date(1960, 1, 1), today, None),
        ] {
            assert_eq!(
                expiry(birth, issued).date(),
                expected,
                "born {birth}, issued {issued}"
            );
        }
    }

    #[test]
    fn born_on_29_february() {
        assert_eq!(
            expiry(date(2016, 2, 29), date(2026, 11, 22)).date(),
            Some(date(2030, 2, 28))
        );
        assert_eq!(
            expiry(date(2000, 2, 29), date(2022, 2, 27)).date(),
            Some(date(2025, 2, 28))
        );
        assert_eq!(
            expiry(date(2000, 2, 29), date(2023, 2, 28)).date(),
            Some(date(2040, 2, 29))
        );
    }

    #[test]
    fn due_on_the_printed_day_and_remembered_sixty_days_before() {
        let card = Expiry::On {
            date: date(2026, 11, 22),
        };
        assert!(!card.is_reached(date(2026, 11, 21)));
        assert!(card.is_reached(date(2026, 11, 22)));
        assert_eq!(card.remind_from(), Some(date(2026, 9, 23)));
        assert!(!Expiry::Never.is_reached(Date::MAX));
        assert_eq!(
            serde_json::to_string(&Expiry::Never).unwrap(),
            r#"{"kind":"never"}"#
        );
    }

    proptest! {
        /// A new card always outlasts two years, and a later card never runs out earlier.
        #[test]
        fn valid_beyond_two_years_and_monotone(birth in 0i32..30_000, issued in 0i32..30_000, later in 0i32..3_000) {
            let day = |n: i32| date(1940, 1, 1).saturating_add(jiff::Span::new().days(n));
            prop_assume!(birth <= issued);
            let end = |n: i32| expiry(day(birth), day(n)).date().unwrap_or(Date::MAX);
            prop_assert!(end(issued) > birthday(day(issued), SKIP_YEARS).saturating_sub(jiff::Span::new().days(2)));
            prop_assert!(end(issued) <= end(issued + later));
        }

        #[test]
        fn skipping_is_what_expiry_does(birth in 0i32..30_000, issued in 0i32..30_000) {
            let day = |n: i32| date(1940, 1, 1).saturating_add(jiff::Span::new().days(n));
            prop_assume!(birth <= issued);
            let next = EXCHANGE_AGES.into_iter().map(|age| birthday(day(birth), age)).find(|at| *at > day(issued));
            prop_assert_eq!(skips_an_age(day(birth), day(issued)), expiry(day(birth), day(issued)).date() != next);
        }
    }
}

//! Ages. With a partial date a right begins at the latest day it can be, a reminder at the earliest.

use super::BirthDate;
use crate::age::{self, AgeSpan};
use jiff::civil::Date;

impl BirthDate {
    /// Full years on a day, counted so that nobody gets an age-based right too early: from the latest day
    /// the birth date can be. 0 before birth.
    #[must_use]
    pub fn age_on(&self, date: Date) -> u8 {
        age::age_on(self.latest(), date)
    }

    /// Both ages the person can have on a day.
    #[must_use]
    pub fn ages_on(&self, date: Date) -> AgeSpan {
        AgeSpan::between(self.earliest(), self.latest(), date)
    }

    /// The day by which the person has turned `age` for certain; for age-based rights.
    #[must_use]
    pub fn birthday(&self, age: u8) -> Date {
        age::birthday(self.latest(), age)
    }
}

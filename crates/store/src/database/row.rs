//! Reading and binding: the one place where our types and the columns meet.

use crate::error::{Result, StoreError};
use jiff::{Timestamp, civil::Date};
use sqlx::{Row as _, any::AnyRow};

/// A row; each reader checks what it reads.
pub(crate) struct Row(pub(crate) AnyRow);

impl Row {
    pub(crate) fn text(&self, column: &str) -> Result<String> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn opt_text(&self, column: &str) -> Result<Option<String>> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn int(&self, column: &str) -> Result<i64> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn opt_int(&self, column: &str) -> Result<Option<i64>> {
        Ok(self.0.try_get(column)?)
    }

    /// A number that must fit `T`.
    pub(crate) fn number<T: TryFrom<i64>>(&self, column: &str) -> Result<T> {
        T::try_from(self.int(column)?).map_err(|_| StoreError::corrupt(format!("column {column}")))
    }

    pub(crate) fn flag(&self, column: &str) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    pub(crate) fn instant(&self, column: &str) -> Result<Timestamp> {
        instant(self.int(column)?, column)
    }

    pub(crate) fn opt_instant(&self, column: &str) -> Result<Option<Timestamp>> {
        self.opt_int(column)?
            .map(|micros| instant(micros, column))
            .transpose()
    }

    pub(crate) fn opt_date(&self, column: &str) -> Result<Option<Date>> {
        let wrong = |_| StoreError::corrupt(format!("column {column}"));
        self.opt_text(column)?
            .map(|text| text.parse().map_err(wrong))
            .transpose()
    }

    /// One of a closed list of words.
    pub(crate) fn word<T>(&self, column: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        let word = self.text(column)?;
        parse(&word).ok_or_else(|| StoreError::corrupt(format!("column {column} says {word}")))
    }
}

fn instant(micros: i64, column: &str) -> Result<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|_| StoreError::corrupt(format!("column {column}")))
}

/// How an instant is stored; what is finer than a microsecond is cut off.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// The same for an instant that may be missing.
pub(crate) fn opt_micros(at: Option<Timestamp>) -> Option<i64> {
    at.map(micros)
}

/// How a date is stored.
pub(crate) fn iso(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// A closed list of words stored as text: makes the enum, `as_str` and `parse`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// The stored word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// From the stored word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

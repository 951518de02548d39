//! Reading dates and times from JSON, and from other texts that we wrote ourselves.
//!
//! `jiff` reads every way of ISO 8601 and can say in words what is wrong. With it come all of its error texts: some 45 kB of
//! a page, compressed, for words that nobody ever sees. What crosses the wire has one form, so it is read here, without
//! words: every field of a type that comes over the wire says `#[serde(deserialize_with = "crate::when::read")]`.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::{fmt, marker::PhantomData};

/// A date, a time, both or an instant.
pub trait When: Sized {
    /// Reads the form in which `jiff` writes it: `2026-11-22`, `07:30:00`, both with a `T` between, and with a `Z` for
    /// an instant. Seconds may have a fraction and may be left out.
    fn of(text: &str) -> Option<Self>;
}

impl When for Date {
    fn of(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let year = i16::try_from(digits(year, 4)?).ok()?;
        Self::new(year, two(month)?, two(day)?).ok()
    }
}

impl When for Time {
    fn of(text: &str) -> Option<Self> {
        let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let mut parts = text.splitn(3, ':');
        let (hour, minute) = (parts.next()?, parts.next()?);
        let second = parts.next().map_or(Some(0), two)?;
        Self::new(two(hour)?, two(minute)?, second, nanoseconds(fraction)?).ok()
    }
}

impl When for DateTime {
    fn of(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        Some(Self::from_parts(Date::of(date)?, Time::of(time)?))
    }
}

impl When for Timestamp {
    fn of(text: &str) -> Option<Self> {
        let local = DateTime::of(text.strip_suffix('Z')?)?;
        Offset::UTC.to_timestamp(local).ok()
    }
}

/// So many digits and nothing else.
fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| {
        text.bytes()
            .fold(0, |number, digit| number * 10 + i32::from(digit - b'0'))
    })
}

fn two(text: &str) -> Option<i8> {
    i8::try_from(digits(text, 2)?).ok()
}

/// Of up to nine digits behind the point.
fn nanoseconds(fraction: &str) -> Option<i32> {
    let missing = u32::try_from(9_usize.checked_sub(fraction.len())?).ok()?;
    Some(digits(fraction, fraction.len()).filter(|_| !fraction.is_empty())? * 10_i32.pow(missing))
}

/// What `#[serde(deserialize_with = "crate::when::read")]` can read. An optional field also says `default`: it may be
/// left out.
pub trait Readable: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where the text is no date or time of this kind.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;
}

/// For `#[serde(deserialize_with = "crate::when::read")]`.
///
/// # Errors
/// Where the text is no date or time of this kind.
pub fn read<'de, T: Readable, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::read(from)
}

/// Text that stands for a `T`.
struct Text<T>(PhantomData<T>);

impl<T: When> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or time")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::of(text).ok_or_else(|| E::custom("no date or time"))
    }
}

impl<T: When> Readable for T {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Text(PhantomData))
    }
}

/// A `T` by way of [`read`].
struct Read<T>(T);

impl<'de, T: When> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from).map(Self)
    }
}

impl<T: When> Readable for Option<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Option::<Read<T>>::deserialize(from).map(|read| read.map(|read| read.0))
    }
}

impl<T: When> Readable for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<Read<T>>::deserialize(from).map(|read| read.into_iter().map(|read| read.0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct All {
        #[serde(deserialize_with = "read")]
        instant: Timestamp,
        #[serde(deserialize_with = "read")]
        day: Date,
        #[serde(deserialize_with = "read")]
        both: DateTime,
        #[serde(default, deserialize_with = "read")]
        perhaps: Option<Time>,
    }

    #[test]
    fn an_optional_one_may_be_null_or_left_out() {
        let day = date(2026, 11, 22);
        let mut all = All {
            instant: Timestamp::UNIX_EPOCH,
            day,
            both: day.at(7, 30, 0, 0),
            perhaps: None,
        };
        for perhaps in [None, Some(time(7, 30, 0, 0))] {
            all.perhaps = perhaps;
            let json = serde_json::to_string(&all).unwrap();
            assert_eq!(serde_json::from_str::<All>(&json).unwrap(), all);
        }
        let short = r#"{"instant":"1970-01-01T00:00:00Z","day":"2026-11-22","both":"2026-11-22T07:30:00"}"#;
        assert_eq!(serde_json::from_str::<All>(short).unwrap().perhaps, None);
    }

    #[test]
    fn what_is_none_is_refused_in_few_words() {
        let wrong = r#"{"instant":"1970-01-01T00:00:00Z","day":"2026-02-30"}"#;
        let error = serde_json::from_str::<All>(wrong).unwrap_err().to_string();
        assert!(error.starts_with("no date or time"), "{error}");
        let error = serde_json::from_str::<All>(r#"{"instant":7}"#)
            .unwrap_err()
            .to_string();
        assert!(error.contains("expected a date or time"), "{error}");
    }

    #[test]
    fn other_forms_are_none() {
        for text in [
            "",
            "2026",
            "2026-1-2",
            "26-11-22",
            "2026-13-01",
            "2026-02-29",
            "2026-11-22x",
            "+026-11-22",
        ] {
            assert_eq!(Date::of(text), None, "{text}");
        }
        for text in [
            "",
            "7:30",
            "24:00",
            "07:60",
            "07:30:",
            "07:30:0",
            "07:30:00.",
            "07:30:00.0000000001",
            "07:30 ",
        ] {
            assert_eq!(Time::of(text), None, "{text}");
        }
        assert_eq!(Time::of("07:30"), Some(time(7, 30, 0, 0)));
        assert_eq!(Timestamp::of("2026-11-22T07:30:00"), None);
        assert_eq!(DateTime::of("2026-11-22 07:30:00"), None);
    }

    proptest! {
        #[test]
        fn what_jiff_writes_is_read(second in -62_135_596_800_i64..253_402_000_000, nano in 0..1_000_000_000_i32) {
            let instant = Timestamp::new(second, nano).unwrap();
            prop_assert_eq!(Timestamp::of(&instant.to_string()), Some(instant));
            let local = Offset::UTC.to_datetime(instant);
            prop_assert_eq!(DateTime::of(&local.to_string()), Some(local));
            prop_assert_eq!(Date::of(&local.date().to_string()), Some(local.date()));
            prop_assert_eq!(Time::of(&local.time().to_string()), Some(local.time()));
        }

        #[test]
        fn nothing_is_read_that_jiff_reads_otherwise(text in "([0-9]{4}-[01][0-9]-[0-3][0-9])?T?([0-2][0-9]:[0-5][0-9](:[0-6][0-9](\\.[0-9]{0,10})?)?)?Z?") {
            if let Some(date) = Date::of(&text) {
                prop_assert_eq!(text.parse::<Date>().ok(), Some(date));
            }
            if let Some(time) = Time::of(&text) {
                prop_assert_eq!(text.parse::<Time>().ok(), Some(time));
            }
            if let Some(instant) = Timestamp::of(&text) {
                prop_assert_eq!(text.parse::<Timestamp>().ok(), Some(instant));
            }
        }
    }
}

//! Reading a stage's status from JSON. The derived way of reading a tagged `enum` keeps everything it has not
//! understood yet in a tree of its own and weighs five times as much, on every page with a timeline.

use super::{StageStatus, Stop};
use crate::{dossier::Actor, when};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Deserializer, de::Error};

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Is {
    Done,
    Current,
    ToCome,
    Stopped,
}

/// Every field that any status has.
#[derive(Deserialize)]
struct Flat {
    is: Is,
    #[serde(default, deserialize_with = "when::read")]
    at: Option<Timestamp>,
    #[serde(default, deserialize_with = "when::read")]
    since: Option<Timestamp>,
    who_acts_next: Option<Actor>,
    #[serde(default, deserialize_with = "when::read")]
    latest: Option<Date>,
    #[serde(default)]
    paused: bool,
    why: Option<Stop>,
}

impl<'de> Deserialize<'de> for StageStatus {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let flat = Flat::deserialize(from)?;
        let (at, latest) = (flat.at, flat.latest);
        let status = match flat.is {
            Is::Done => Some(Self::Done { at }),
            Is::Current => flat
                .since
                .zip(flat.who_acts_next)
                .map(|(since, who_acts_next)| Self::Current {
                    since,
                    who_acts_next,
                    latest,
                    paused: flat.paused,
                }),
            Is::ToCome => Some(Self::ToCome { latest }),
            Is::Stopped => at.zip(flat.why).map(|(at, why)| Self::Stopped { at, why }),
        };
        status.ok_or_else(|| D::Error::custom("a status without one of its fields"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let (at, day) = (Timestamp::UNIX_EPOCH, jiff::civil::date(2026, 11, 22));
        for status in [
            StageStatus::Done { at: None },
            StageStatus::Done { at: Some(at) },
            StageStatus::Current {
                since: at,
                who_acts_next: Actor::ALL[0],
                latest: Some(day),
                paused: true,
            },
            StageStatus::ToCome { latest: Some(day) },
            StageStatus::ToCome { latest: None },
            StageStatus::Stopped {
                at,
                why: Stop::NoShow,
            },
        ] {
            let json = serde_json::to_string(&status).unwrap();
            assert_eq!(
                serde_json::from_str::<StageStatus>(&json).unwrap(),
                status,
                "{json}"
            );
        }
    }

    #[test]
    fn a_field_that_is_missing_is_missed() {
        for json in [
            r#"{"is":"stopped","why":"no_show"}"#,
            r#"{"is":"current"}"#,
            r#"{"is":"gone"}"#,
            r#"{}"#,
        ] {
            assert!(serde_json::from_str::<StageStatus>(json).is_err(), "{json}");
        }
    }
}

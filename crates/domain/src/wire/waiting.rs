//! `/api/bookings/{reference}/waiting` (with the access key): waiting for an earlier place, and offers.
//! `/api/bookings/{reference}/cancel-link`: cancelling by the link of a reminder.

use crate::{
    field::{FieldCode, FieldError},
    office::{Localised, OfficeId},
    waiting::{Kind, MOST_OFFICES, Wish},
    when::When,
    wire::places::Place,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

/// Whether somebody waits, said with the dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WaitingMark {
    /// Nobody.
    #[default]
    None,
    /// For an earlier place.
    Waiting,
    /// An earlier place is kept for them now.
    Offered,
    /// The office has closed the time of the visit; another is being looked for.
    ToBeMoved,
    /// The same, and another is kept for them now.
    MoveOffered,
}

/// `POST /api/bookings/{reference}/waiting`: let me know when an earlier place becomes free. Replaces a former wish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewWish {
    /// One to five offices.
    pub offices: Vec<String>,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO; before the visit, or its day.
    pub to: String,
    /// Not before this time, `HH:MM`; empty for any.
    #[serde(default)]
    pub earliest: String,
    /// Not after this time, `HH:MM`; empty for any.
    #[serde(default)]
    pub latest: String,
}

impl NewWish {
    /// Parses every field; names every wrong one. `visit` is the visit booked now.
    ///
    /// # Errors
    /// One entry a wrong field: `offices`, `from`, `to`, `earliest`, `latest`.
    pub fn parse(&self, today: Date, visit: DateTime) -> Result<Wish, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, code| errors.push(FieldError::new(field, code));
        let offices: Vec<String> = self
            .offices
            .iter()
            .filter_map(|id| OfficeId::parse(id).ok().map(|id| id.as_str().to_owned()))
            .collect();
        if offices.is_empty() && self.offices.is_empty() {
            wrong("offices", FieldCode::Required);
        } else if offices.len() != self.offices.len() || offices.len() > MOST_OFFICES || repeats(&offices) {
            wrong("offices", FieldCode::ChoiceUnknown);
        }
        let from = day(&self.from).map_err(|code| wrong("from", code)).ok();
        if from.is_some_and(|from| from <= today) {
            wrong("from", FieldCode::ChoiceUnknown);
        }
        let to = day(&self.to).map_err(|code| wrong("to", code)).ok();
        if let (Some(from), Some(to)) = (from, to)
            && (to < from || to > visit.date())
        {
            wrong("to", FieldCode::ChoiceUnknown);
        }
        let earliest = hour(&self.earliest).map_err(|code| wrong("earliest", code)).ok();
        let latest = hour(&self.latest).map_err(|code| wrong("latest", code)).ok();
        if let (Some(Some(earliest)), Some(Some(latest))) = (earliest, latest)
            && latest < earliest
        {
            wrong("latest", FieldCode::ChoiceUnknown);
        }
        match (from, to, earliest, latest) {
            (Some(from), Some(to), Some(earliest), Some(latest)) if errors.is_empty() => Ok(Wish {
                offices,
                from,
                to,
                earliest,
                latest,
            }),
            _ => Err(errors),
        }
    }
}

fn repeats(offices: &[String]) -> bool {
    offices
        .iter()
        .enumerate()
        .any(|(n, id)| offices.iter().skip(n + 1).any(|other| other == id))
}

fn day(text: &str) -> Result<Date, FieldCode> {
    if text.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    Date::of(text.trim()).ok_or(FieldCode::DateImpossible)
}

fn hour(text: &str) -> Result<Option<Time>, FieldCode> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Time::of(text.trim()).map(Some).ok_or(FieldCode::ChoiceUnknown)
}

/// `GET /api/bookings/{reference}/waiting`, and the answer to every change of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingView {
    /// True for a key that may also change the wish; false for the link of a message, which answers one offer.
    pub may_change: bool,
    /// Office of the visit that stands.
    pub office_id: String,
    /// The visit that stands, office time; `None` where none is booked any more.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit: Option<DateTime>,
    /// What is waited for.
    pub waiting: Option<Waiting>,
    /// The place that is kept for the person now.
    pub offer: Option<Offer>,
    /// Today at the offices.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// The offices that the visit, the wish and the offer name.
    pub places: Vec<Place>,
    /// Everybody of a family whose time was closed and who are moved as one, this person among them, in order of time;
    /// empty for one alone. Who takes or declines the offer does so for all of them.
    #[serde(default)]
    pub family: Vec<Relative>,
}

/// One of a family that is moved as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Relative {
    /// Name, masked.
    pub name_masked: String,
    /// The visit that stands, office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub visit: DateTime,
    /// The begin that is kept for them now.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub offered: Option<DateTime>,
    /// Length in minutes of the visit that is offered, else of the one that stands.
    pub minutes: u16,
}

impl WaitingView {
    /// The office with this id, where it is still listed.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }
}

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// Why.
    pub kind: Kind,
    /// Where and when.
    pub wish: Wish,
    /// How many offers have passed in silence.
    pub silent: u8,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub since: Timestamp,
    /// The reason that the office gives for closing; only where it did.
    pub reason: Option<String>,
}

/// A place kept for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// The office.
    pub office_id: String,
    /// Local start at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Length in minutes.
    pub minutes: u16,
    /// Until when it is kept.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub expires_at: Timestamp,
    /// Seconds until then by the server's clock.
    pub expires_in_s: u32,
}

/// `POST /api/bookings/{reference}/waiting/take` and `/decline`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerOffer {
    /// Which offer.
    pub offer_id: String,
}

/// `GET` and `POST /api/bookings/{reference}/cancel-link`: the visit that the link of a reminder can cancel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelView {
    /// The name of its office; none where it is not listed any more.
    pub office: Option<Localised>,
    /// Local start at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Whether it can be cancelled now.
    pub may_cancel: bool,
    /// Whether it is cancelled.
    pub cancelled: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn wish() -> NewWish {
        NewWish {
            offices: vec!["hcm-pc06".into()],
            from: "2026-11-24".into(),
            to: "2026-12-03".into(),
            earliest: String::new(),
            latest: String::new(),
        }
    }

    fn wrong(change: impl FnOnce(&mut NewWish)) -> Vec<String> {
        let mut given = wish();
        change(&mut given);
        let parsed = given.parse(date(2026, 11, 23), date(2026, 12, 4).at(9, 0, 0, 0));
        let errors = parsed.err().unwrap_or_default();
        errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    }

    #[test]
    fn every_wrong_field_is_named() {
        assert_eq!(wrong(|_| ()), [""; 0]);
        assert_eq!(
            wrong(|w| w.to = "2026-12-04".into()),
            [""; 0],
            "the day of the visit, earlier"
        );
        assert_eq!(wrong(|w| w.to = "2026-12-05".into()), ["to:choice_unknown"]);
        assert_eq!(wrong(|w| w.to = "2026-11-23".into()), ["to:choice_unknown"]);
        assert_eq!(wrong(|w| w.from = "2026-11-23".into()), ["from:choice_unknown"]);
        assert_eq!(wrong(|w| w.from = "31/12".into()), ["from:date_impossible"]);
        assert_eq!(wrong(|w| w.offices.clear()), ["offices:required"]);
        assert_eq!(
            wrong(|w| w.offices.push("hcm-pc06".into())),
            ["offices:choice_unknown"]
        );
        assert_eq!(
            wrong(|w| w.offices = vec!["?".into()]),
            ["offices:choice_unknown"]
        );
        let many = (0..6).map(|n| format!("office-{n}")).collect();
        assert_eq!(wrong(|w| w.offices = many), ["offices:choice_unknown"]);
        assert_eq!(
            wrong(|w| w.earliest = "25:00".into()),
            ["earliest:choice_unknown"]
        );
        let backwards = wrong(|w| (w.earliest, w.latest) = ("13:00".into(), "12:00".into()));
        assert_eq!(backwards, ["latest:choice_unknown"]);
        let both = wrong(|w| (w.from, w.to) = (String::new(), String::new()));
        assert_eq!(both, ["from:required", "to:required"]);
    }
}

//! What is known about an office.

use super::{AssistedShare, DayException, OfficeId, RotaEntry, WeeklyHours};
use crate::{
    capacity::VisitLengths,
    place::{CommuneCode, ProvinceCode},
    str_enum::str_enum,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A text in both languages of the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Localised {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

str_enum! {
    /// Whose office it is.
    pub enum OfficeKind {
        /// PC06, the provincial police division for administrative order.
        ProvincialPolice = "provincial_police",
        /// Police of a commune, ward or special zone.
        CommunePolice = "commune_police",
        /// A desk of an administrative centre.
        OneStop = "one_stop",
        /// A team that comes, for one day where it is a stop.
        Mobile = "mobile",
    }
}

/// An intake point.
///
/// ```json
/// {"id":"hcm-quan-10","name":{"vi":"Công an phường Diên Hồng – điểm tiếp nhận","en":"Diên Hồng Ward Police – intake point"},
///  "kind":"commune_police","street":"47 Thành Thái","commune":"Phường Diên Hồng","commune_code":"27169","province_code":"79",
///  "legacy_name":"Công an quận 10","legacy_districts":["Quận 10"],"stations":3,"walk_in_share":40,
///  "hours":{"weekdays":[{"from":"07:30:00","to":"11:30:00"},{"from":"13:00:00","to":"17:00:00"}],"saturday":[]},
///  "hours_verified":false,"address_verified":true,"valid_from":"2025-07-01","valid_to":null,
///  "card_intake_enabled":true,"step_free":null,"note":null,"source":"…"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Office {
    /// Stable name.
    pub id: OfficeId,
    /// Name to show.
    pub name: Localised,
    /// Whose office it is.
    pub kind: OfficeKind,
    /// House number and street; `None` where we do not know them.
    pub street: Option<String>,
    /// Commune with its kind, e.g. `Phường Diên Hồng`.
    pub commune: String,
    /// The commune's code.
    pub commune_code: CommuneCode,
    /// The provincial unit.
    pub province_code: ProvinceCode,
    /// What the place was called before 1 July 2025.
    pub legacy_name: Option<String>,
    /// Old districts whose people went here, with their kind: `Quận 10`. For searching only.
    pub legacy_districts: Vec<String>,
    /// Counters that work at the same time, at least one.
    pub stations: u8,
    /// Percent of the places kept for people without an appointment, at most 100.
    pub walk_in_share: u8,
    /// How many of the places that can be booked are kept for phone and desk, by date; none where left out. The browser
    /// plans nothing, so its pages do not carry what would read this.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub assisted_shares: Vec<AssistedShare>,
    /// Times at which fewer stations are staffed; all are where left out.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub rota: Vec<RotaEntry>,
    /// How long visits take here; the usual lengths where left out.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(default, skip_serializing_if = "VisitLengths::is_usual")
    )]
    pub visit_lengths: VisitLengths,
    /// A normal week.
    pub hours: WeeklyHours,
    /// Days that differ from it, in order; none where left out. The list that people read names those to come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<DayException>,
    /// Whether the hours are those the office itself publishes.
    pub hours_verified: bool,
    /// Whether the address was read in a published source.
    pub address_verified: bool,
    /// First day this record is true.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub valid_from: Date,
    /// Last day this record is true; `None` while no end is known.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub valid_to: Option<Date>,
    /// Whether the office has a station set and takes people in.
    pub card_intake_enabled: bool,
    /// Whether a wheelchair gets in without steps; `None` while unknown.
    pub step_free: Option<bool>,
    /// Something a visitor should know about this record.
    pub note: Option<Localised>,
    /// Where the record comes from.
    pub source: String,
}

impl Office {
    /// Whether this record is true on a day.
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        super::is_within(self.valid_from, self.valid_to, day)
    }

    /// Whether people can be received on a day, as far as the record goes; opening hours and holidays apart.
    #[must_use]
    pub fn takes_people_on(&self, day: Date) -> bool {
        self.card_intake_enabled && self.is_valid_on(day)
    }

    /// The one day of a team's stop; `None` for an office that stays.
    #[must_use]
    pub fn only_day(&self) -> Option<Date> {
        self.valid_to
            .filter(|last| self.kind == OfficeKind::Mobile && *last == self.valid_from)
    }

    /// Street and commune on one line: `47 Thành Thái, Phường Diên Hồng`.
    #[must_use]
    pub fn address_line(&self) -> String {
        match &self.street {
            Some(street) => format!("{street}, {}", self.commune),
            None => self.commune.clone(),
        }
    }
}

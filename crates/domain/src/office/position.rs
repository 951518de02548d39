//! About where places lie: to the kilometre, for an order of nearness, never for the way to a door.

use super::OfficeId;
use crate::{
    csv,
    data_error::DataError,
    place::{BirthCode, ProvinceCode},
};
use std::collections::BTreeMap;

/// A point on the map in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// Kilometres of a degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;

impl Position {
    /// A point; `None` for what is not on the globe.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// Kilometres in a straight line, at least 1: the data is not finer. Over the length of Viet Nam the flat sum is
    /// wrong by less than one percent.
    #[must_use]
    pub fn km_to(self, other: Self) -> u16 {
        let north = (self.lat - other.lat) * KM_PER_DEGREE;
        let middle = ((self.lat + other.lat) / 2.0).to_radians();
        let east = (self.lon - other.lon) * KM_PER_DEGREE * cosine(middle);
        let km = north.hypot(east).round().clamp(1.0, f64::from(u16::MAX));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and clamped to the type's range"
        )]
        let km = km as u16;
        km
    }
}

/// The cosine near the equator, by its series: right to a tenth of a thousandth up to 57 degrees. The exact one for every
/// angle there is would be a tenth of a page's code.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0))
}

/// `10.77` as a number: digits, a point, digits. The standard library reads every way to write a number, to the last
/// bit, with tables that a page would have to load.
fn decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let scale = 10_u32.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let fraction = f64::from(fraction.parse::<u32>().ok()?) / f64::from(scale);
    Some(f64::from(whole.parse::<u32>().ok()?) + fraction)
}

/// All of `positions.csv`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Positions {
    provinces: BTreeMap<ProvinceCode, Position>,
    birth_codes: BTreeMap<BirthCode, Position>,
    offices: BTreeMap<String, Position>,
}

const HEADER: &[&str] = &["kind", "code", "lat", "lon", "source"];

impl Positions {
    /// Reads the data file.
    ///
    /// # Errors
    /// Names the line of an unknown kind, a code that is none, or a point that is not in or near Viet Nam.
    pub fn parse(file: &str, text: &str) -> Result<Self, DataError> {
        let mut all = Self::default();
        for record in csv::records(file, text, HEADER)? {
            let degrees = |column: &str, from: f64, to: f64| {
                record.read(column, |text| {
                    decimal(text).filter(|degrees| (from..=to).contains(degrees))
                })
            };
            let at = Position {
                lat: degrees("lat", 7.0, 24.0)?,
                lon: degrees("lon", 102.0, 118.0)?,
            };
            let twice = match record.get("kind") {
                "province" => {
                    let code = record.read("code", |text| ProvinceCode::parse(text).ok())?;
                    all.provinces.insert(code, at).is_some()
                }
                "birth_code" => {
                    let code = record.read("code", |text| BirthCode::parse(text).ok())?;
                    all.birth_codes.insert(code, at).is_some()
                }
                "office" => {
                    let id = record.read("code", |text| OfficeId::parse(text).ok())?;
                    all.offices.insert(id.as_str().to_owned(), at).is_some()
                }
                other => return Err(record.error(format!("kind: \"{other}\" is not known"))),
            };
            if twice {
                return Err(record.error("this place stands twice"));
            }
        }
        Ok(all)
    }

    /// Whether nothing is known at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.offices.is_empty()
    }

    /// The main town of a provincial unit.
    #[must_use]
    pub fn province(&self, code: ProvinceCode) -> Option<Position> {
        self.provinces.get(&code).copied()
    }

    /// The main town of an old province.
    #[must_use]
    pub fn old_province(&self, code: BirthCode) -> Option<Position> {
        self.birth_codes.get(&code).copied()
    }

    /// The part of town an office lies in.
    #[must_use]
    pub fn office(&self, id: &str) -> Option<Position> {
        self.offices.get(id).copied()
    }
}

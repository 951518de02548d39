//! Provinces, communes and the units they came from, read from dated data files.
//!
//! Since 1 July 2025 there are two levels, 34 provinces and 3,321 communes (Resolution 202/2025/QH15); people still
//! know, and valid cards still show, the three old ones. Two code tables must be kept apart: unit codes (Decision
//! 19/2025/QĐ-TTg) and the first three digits of a personal number (Circular 07/2016/TT-BCA).

mod code;
mod commune;
mod old_unit;
mod places;
mod province;

pub use code::{BirthCode, CommuneCode, ProvinceCode};
pub use commune::{Commune, CommuneKind, parse_communes};
pub use old_unit::{Basis, OldDistrict, OldKind, OldUnits, OldWard, parse_old_units};
pub use places::{PlaceFiles, Places};
pub use province::{BirthPlace, Province, ProvinceKind, parse_birth_codes, parse_provinces};

#[cfg(test)]
mod tests;

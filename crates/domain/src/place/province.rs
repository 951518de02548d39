//! The 34 units of today and the 63 provinces they came from.

use super::{BirthCode, ProvinceCode};
use crate::{data_error::DataError, str_enum::str_enum, tsv};
use serde::{Deserialize, Serialize};

str_enum! {
    /// Rank of a provincial unit.
    pub enum ProvinceKind {
        /// *Thành phố*, centrally run.
        City = "city",
        /// *Tỉnh*.
        Province = "province",
    }
}

/// A provincial unit of today.
///
/// ```json
/// {"code":"79","kind":"city","name":"Thành phố Hồ Chí Minh","short":"TP. Hồ Chí Minh","en":"Ho Chi Minh City","birth_codes":["079","074","077"]}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Province {
    /// Its code.
    pub code: ProvinceCode,
    /// City or province.
    pub kind: ProvinceKind,
    /// Full name with the kind.
    pub name: String,
    /// Name for lists.
    pub short: String,
    /// English name.
    pub en: String,
    /// First digits of personal numbers given by the old provinces it absorbed, its namesake first.
    pub birth_codes: Vec<BirthCode>,
}

/// An old province as the first three digits of a personal number name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BirthPlace {
    /// The three digits.
    pub code: BirthCode,
    /// The province's name without its kind.
    pub name: String,
}

/// Reads `provinces.tsv`.
///
/// # Errors
/// The first bad row: wrong columns, unknown kind, a code or a birth code twice.
pub fn parse_provinces(file: &str, text: &str) -> Result<Vec<Province>, DataError> {
    let header = ["code", "kind", "name", "short", "en", "birth_codes"];
    let mut provinces: Vec<Province> = Vec::new();
    for row in tsv::rows(file, text, header)? {
        let birth_codes = row.read(5, "a list of three-digit codes", |list| {
            list.split(' ')
                .map(|code| BirthCode::parse(code).ok())
                .collect::<Option<Vec<_>>>()
        })?;
        let province = Province {
            code: row.read(0, "a two-digit code", |code| ProvinceCode::parse(code).ok())?,
            kind: row.read(1, "C or T", |kind| match kind {
                "C" => Some(ProvinceKind::City),
                "T" => Some(ProvinceKind::Province),
                _ => None,
            })?,
            name: row.name(2)?,
            short: row.name(3)?,
            en: row.name(4)?,
            birth_codes,
        };
        if provinces.iter().any(|other| other.code == province.code) {
            return Err(row.error(format!("the code {} stands twice", province.code)));
        }
        let absorbed = |code: &&BirthCode| provinces.iter().any(|other| other.birth_codes.contains(code));
        if let Some(code) = province.birth_codes.iter().find(absorbed) {
            return Err(row.error(format!("the birth code {code} stands twice")));
        }
        provinces.push(province);
    }
    Ok(provinces)
}

/// Reads `birth-codes.tsv`.
///
/// # Errors
/// The first bad row: wrong columns, or a code twice.
pub fn parse_birth_codes(file: &str, text: &str) -> Result<Vec<BirthPlace>, DataError> {
    let mut places: Vec<BirthPlace> = Vec::new();
    for row in tsv::rows(file, text, ["code", "name"])? {
        let code = row.read(0, "a three-digit code", |code| BirthCode::parse(code).ok())?;
        if places.iter().any(|other| other.code == code) {
            return Err(row.error(format!("the code {code} stands twice")));
        }
        places.push(BirthPlace {
            code,
            name: row.name(1)?,
        });
    }
    Ok(places)
}

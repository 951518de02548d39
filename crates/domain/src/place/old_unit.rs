//! Districts and wards as they were until 30 June 2025, and where they went.

use super::{BirthCode, CommuneCode};
use crate::{data_error::DataError, str_enum::str_enum, tsv};
use std::collections::{BTreeMap, BTreeSet};

str_enum! {
    /// How well it is known where an old unit went.
    pub enum Basis {
        /// The official table and an independent one say the same.
        Agreed = "agreed",
        /// The tables differ, or only one of them has the unit.
        Suggestion = "suggestion",
        /// Not known; its district must do.
        Unknown = "unknown",
    }
}

str_enum! {
    /// Kind of an old unit.
    pub enum OldKind {
        /// *Quận*.
        UrbanDistrict = "urban_district",
        /// *Huyện*.
        RuralDistrict = "rural_district",
        /// *Thành phố* below a province.
        City = "city",
        /// *Thị xã*.
        Town = "town",
        /// *Phường*.
        Ward = "ward",
        /// *Xã*.
        Commune = "commune",
        /// *Thị trấn*.
        Township = "township",
    }
}

impl OldKind {
    /// The Vietnamese word as it stands before a name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::UrbanDistrict => "Quận",
            Self::RuralDistrict => "Huyện",
            Self::City => "Thành phố",
            Self::Town => "Thị xã",
            Self::Ward => "Phường",
            Self::Commune => "Xã",
            Self::Township => "Thị trấn",
        }
    }

    fn district(letter: &str) -> Option<Self> {
        match letter {
            "Q" => Some(Self::UrbanDistrict),
            "H" => Some(Self::RuralDistrict),
            "T" => Some(Self::City),
            "S" => Some(Self::Town),
            _ => None,
        }
    }

    fn ward(letter: &str) -> Option<Self> {
        match letter {
            "P" => Some(Self::Ward),
            "X" => Some(Self::Commune),
            "N" => Some(Self::Township),
            _ => None,
        }
    }
}

/// A district abolished on 1 July 2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldDistrict {
    /// Its old code, three digits.
    pub code: u16,
    /// The old province, by birth code.
    pub province: BirthCode,
    /// Its last kind.
    pub kind: OldKind,
    /// Its name without the kind.
    pub name: String,
    /// Full names it, or parts of it, had before: `Quận 9`.
    pub aliases: Vec<String>,
    /// Units of today; empty when its wards say it.
    pub to: Vec<CommuneCode>,
}

impl OldDistrict {
    /// Kind and name: `Quận 10`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.kind.word(), self.name)
    }
}

/// A ward, commune or township abolished on 1 July 2025 or in the years before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldWard {
    /// Position of its district in [`OldUnits::districts`].
    pub district: usize,
    /// Its kind.
    pub kind: OldKind,
    /// Its name without the kind.
    pub name: String,
    /// Full names it, or parts of it, had before: `Phường Hải Châu I`.
    pub aliases: Vec<String>,
    /// Units of today. Two or more: it was split, and only the street decides.
    pub to: Vec<CommuneCode>,
    /// How well that is known.
    pub basis: Basis,
}

impl OldWard {
    /// Kind and name: `Phường Nguyễn Cư Trinh`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.kind.word(), self.name)
    }
}

/// All of `old-units.tsv`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OldUnits {
    /// Districts in the order of the file.
    pub districts: Vec<OldDistrict>,
    /// Wards in the order of the file.
    pub wards: Vec<OldWard>,
}

const HEADER: [&str; 8] = [
    "level", "code", "parent", "kind", "name", "aliases", "to", "basis",
];

fn number(text: &str, length: usize) -> Option<u16> {
    let sound = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

fn targets(row: &tsv::Row<'_, 8>) -> Result<Vec<CommuneCode>, DataError> {
    let read = |list: &str| {
        let codes = list.split(' ').filter(|code| !code.is_empty());
        codes.map(|code| CommuneCode::parse(code).ok()).collect()
    };
    row.read(6, "a list of five-digit codes", read)
}

/// Reads `old-units.tsv`.
///
/// # Errors
/// The first bad row: wrong columns, unknown kind or basis, a code twice, a ward before its district, a basis that
/// does not fit the targets.
pub fn parse_old_units(file: &str, text: &str) -> Result<OldUnits, DataError> {
    let mut units = OldUnits::default();
    let mut at = BTreeMap::new();
    let mut wards = BTreeSet::new();
    for row in tsv::rows(file, text, HEADER)? {
        let to = targets(&row)?;
        let aliases = row.cells[5].split("; ").filter(|alias| !alias.is_empty());
        let aliases: Vec<String> = aliases.map(str::to_owned).collect();
        if row.cells[0] == "D" {
            let code = row.read(1, "a three-digit code", |code| number(code, 3))?;
            if at.insert(code, units.districts.len()).is_some() {
                return Err(row.error(format!("the code {code:03} stands twice")));
            }
            units.districts.push(OldDistrict {
                code,
                province: row.read(2, "a three-digit birth code", |code| BirthCode::parse(code).ok())?,
                kind: row.read(3, "Q, H, T or S", OldKind::district)?,
                name: row.name(4)?,
                aliases,
                to,
            });
        } else if row.cells[0] == "W" {
            let code = row.read(1, "a five-digit code", |code| CommuneCode::parse(code).ok())?;
            if !wards.insert(code) {
                return Err(row.error(format!("the code {code} stands twice")));
            }
            let basis = row.read(7, "A, S or U", |basis| match basis {
                "A" => Some(Basis::Agreed),
                "S" => Some(Basis::Suggestion),
                "U" => Some(Basis::Unknown),
                _ => None,
            })?;
            if to.is_empty() != (basis == Basis::Unknown) {
                return Err(row.error("basis U goes with no unit of today, A and S with at least one"));
            }
            units.wards.push(OldWard {
                district: row.read(2, "a district above this line", |code| {
                    number(code, 3).and_then(|code| at.get(&code).copied())
                })?,
                kind: row.read(3, "P, X or N", OldKind::ward)?,
                name: row.name(4)?,
                aliases,
                to,
                basis,
            });
        } else {
            return Err(row.error(format!("\"{}\" is not D or W", row.cells[0])));
        }
    }
    Ok(units)
}

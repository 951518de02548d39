//! Communes, wards and special zones of today.

use super::{CommuneCode, ProvinceCode};
use crate::{data_error::DataError, str_enum::str_enum, tsv};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

str_enum! {
    /// Kind of a unit of the lower level (Law on Organisation of Local Government 2025).
    pub enum CommuneKind {
        /// *Phường*.
        Ward = "ward",
        /// *Xã*.
        Commune = "commune",
        /// *Đặc khu*.
        SpecialZone = "special_zone",
    }
}

impl CommuneKind {
    /// The Vietnamese word as it stands before a name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ward => "Phường",
            Self::Commune => "Xã",
            Self::SpecialZone => "Đặc khu",
        }
    }
}

/// A commune, ward or special zone.
///
/// ```json
/// {"code":"26758","kind":"ward","name":"Cầu Ông Lãnh","province":"79"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Commune {
    /// Its code.
    pub code: CommuneCode,
    /// Its kind.
    pub kind: CommuneKind,
    /// Its name without the kind.
    pub name: String,
    /// The unit it belongs to.
    pub province: ProvinceCode,
}

impl Commune {
    /// Kind and name, as on an envelope: `Phường Cầu Ông Lãnh`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.kind.word(), self.name)
    }
}

/// Reads `communes.tsv`.
///
/// # Errors
/// The first bad row: wrong columns, unknown kind, or a code twice.
pub fn parse_communes(file: &str, text: &str) -> Result<Vec<Commune>, DataError> {
    let mut seen = BTreeSet::new();
    let mut communes = Vec::new();
    for row in tsv::rows(file, text, ["code", "kind", "name", "province"])? {
        let code = row.read(0, "a five-digit code", |code| CommuneCode::parse(code).ok())?;
        if !seen.insert(code) {
            return Err(row.error(format!("the code {code} stands twice")));
        }
        communes.push(Commune {
            code,
            kind: row.read(1, "P, X or D", |kind| match kind {
                "P" => Some(CommuneKind::Ward),
                "X" => Some(CommuneKind::Commune),
                "D" => Some(CommuneKind::SpecialZone),
                _ => None,
            })?,
            name: row.name(2)?,
            province: row.read(3, "a two-digit code", |code| ProvinceCode::parse(code).ok())?,
        });
    }
    Ok(communes)
}

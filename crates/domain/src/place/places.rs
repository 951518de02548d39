//! All place files together, checked against each other.

use super::{
    BirthCode, BirthPlace, Commune, CommuneCode, OldUnits, Province, ProvinceCode, parse_birth_codes,
    parse_communes, parse_old_units, parse_provinces,
};
use crate::{data_error::DataError, order};

/// The texts of the four place files.
#[derive(Debug, Clone, Copy)]
pub struct PlaceFiles<'a> {
    /// `provinces.tsv`.
    pub provinces: &'a str,
    /// `birth-codes.tsv`.
    pub birth_codes: &'a str,
    /// `communes.tsv`.
    pub communes: &'a str,
    /// `old-units.tsv`.
    pub old_units: &'a str,
}

/// Every place we know. Private fields: a value of this type is consistent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    provinces: Vec<Province>,
    birth_places: Vec<BirthPlace>,
    /// In order of code.
    communes: Vec<Commune>,
    old_units: OldUnits,
}

impl Places {
    /// Reads the files and checks that every code one of them names is in another.
    ///
    /// # Errors
    /// The first bad row; line 0 where a row fits its own file but names a code that does not exist.
    pub fn parse(files: &PlaceFiles<'_>) -> Result<Self, DataError> {
        let mut communes = parse_communes("communes.tsv", files.communes)?;
        order::by_key(&mut communes, |commune| commune.code);
        let places = Self {
            provinces: parse_provinces("provinces.tsv", files.provinces)?,
            birth_places: parse_birth_codes("birth-codes.tsv", files.birth_codes)?,
            communes,
            old_units: parse_old_units("old-units.tsv", files.old_units)?,
        };
        places.check().map(|()| places)
    }

    fn check(&self) -> Result<(), DataError> {
        let broken = |file: &str, reason: String| Err(DataError::new(file, 0, reason));
        for code in self.provinces.iter().flat_map(|province| &province.birth_codes) {
            if !self.is_birth_code(&code.to_string()) {
                return broken(
                    "provinces.tsv",
                    format!("birth code {code} is not in birth-codes.tsv"),
                );
            }
        }
        if let Some(lost) = self
            .birth_places
            .iter()
            .find(|place| self.province_of_birth(place.code).is_none())
        {
            return broken(
                "birth-codes.tsv",
                format!("no province absorbed {} {}", lost.code, lost.name),
            );
        }
        if let Some(lost) = self
            .communes
            .iter()
            .find(|commune| self.province(commune.province).is_none())
        {
            return broken(
                "communes.tsv",
                format!("commune {}: no province {}", lost.code, lost.province),
            );
        }
        let old = &self.old_units;
        if let Some(lost) = old
            .districts
            .iter()
            .find(|unit| !self.is_birth_code(&unit.province.to_string()))
        {
            return broken(
                "old-units.tsv",
                format!("{}: no old province {}", lost.label(), lost.province),
            );
        }
        let targets = old
            .districts
            .iter()
            .flat_map(|unit| &unit.to)
            .chain(old.wards.iter().flat_map(|unit| &unit.to));
        for code in targets {
            if self.commune(*code).is_none() {
                return broken("old-units.tsv", format!("{code} is not in communes.tsv"));
            }
        }
        Ok(())
    }

    /// The provincial units, in order of code.
    #[must_use]
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The 63 old provinces.
    #[must_use]
    pub fn birth_places(&self) -> &[BirthPlace] {
        &self.birth_places
    }

    /// Every commune, in order of code.
    #[must_use]
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// Old districts and wards.
    #[must_use]
    pub fn old_units(&self) -> &OldUnits {
        &self.old_units
    }

    /// The provincial unit of a code.
    #[must_use]
    pub fn province(&self, code: ProvinceCode) -> Option<&Province> {
        self.provinces.iter().find(|province| province.code == code)
    }

    /// The commune of a code.
    #[must_use]
    pub fn commune(&self, code: CommuneCode) -> Option<&Commune> {
        self.communes.get(self.commune_index(code)?)
    }

    pub(crate) fn commune_index(&self, code: CommuneCode) -> Option<usize> {
        self.communes
            .binary_search_by_key(&code, |commune| commune.code)
            .ok()
    }

    /// The unit of today that absorbed an old province.
    #[must_use]
    pub fn province_of_birth(&self, code: BirthCode) -> Option<&Province> {
        self.provinces
            .iter()
            .find(|province| province.birth_codes.contains(&code))
    }

    /// Whether three digits are those of one of the 63 old provinces. Births abroad have others, so `false` never
    /// means that a personal number is wrong.
    #[must_use]
    pub fn is_birth_code(&self, digits: &str) -> bool {
        BirthCode::parse(digits).is_ok_and(|code| self.birth_places.iter().any(|place| place.code == code))
    }
}

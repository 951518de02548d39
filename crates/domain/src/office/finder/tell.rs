//! What a hit means, in names a person knows.

use super::{Finder, Target, Why};
use crate::place::{Basis, BirthCode, ProvinceCode};

impl Finder {
    /// The province of today a target lies in.
    pub(super) fn province(&self, target: Target) -> Option<ProvinceCode> {
        let units = self.places.old_units();
        let of_district = |at: usize| {
            let unit = units.districts.get(at)?;
            self.places
                .province_of_birth(unit.province)
                .map(|province| province.code)
        };
        match target {
            Target::Province(at) => self.places.provinces().get(at).map(|province| province.code),
            Target::OldProvince(at) => {
                let old = self.places.birth_places().get(at)?;
                self.places
                    .province_of_birth(old.code)
                    .map(|province| province.code)
            }
            Target::Commune(at) => self.places.communes().get(at).map(|commune| commune.province),
            Target::OldDistrict(at, _) => of_district(at),
            Target::OldWard(at, _) => of_district(units.wards.get(at)?.district),
            Target::Name(at) | Target::Street(at) => self.offices.get(at).map(|office| office.province_code),
        }
    }

    fn province_name(&self, target: Target) -> String {
        let province = self.province(target).and_then(|code| self.places.province(code));
        province
            .map(|province| province.short.clone())
            .unwrap_or_default()
    }

    fn old_province_name(&self, code: BirthCode) -> String {
        let mut places = self.places.birth_places().iter();
        let old = places.find(|old| old.code == code);
        old.map(|old| old.name.clone()).unwrap_or_default()
    }

    /// A place's name, as it was typed into the data; without its kind where it is a province.
    pub(super) fn label(&self, target: Target) -> String {
        match self.why(target, None) {
            Why::Province { name } | Why::NewCommune { name, .. } => name,
            Why::OldProvince { old, .. } | Why::OldDistrict { old, .. } | Why::OldWard { old, .. } => old,
            Why::Listed | Why::NearYou | Why::Name | Why::Street => String::new(),
        }
    }

    /// Why `office` was found by a hit on `target`; without an office, what the target is.
    pub(super) fn why(&self, target: Target, office: Option<usize>) -> Why {
        let units = self.places.old_units();
        let label = |at: usize, alias: Option<usize>| {
            let unit = units.districts.get(at);
            let alias = alias.and_then(|which| unit?.aliases.get(which).cloned());
            alias
                .or_else(|| unit.map(|unit| unit.label()))
                .unwrap_or_default()
        };
        match target {
            Target::Name(_) => Why::Name,
            Target::Street(_) => Why::Street,
            Target::Province(_) => Why::Province {
                name: self.province_name(target),
            },
            Target::OldProvince(at) => Why::OldProvince {
                old: self
                    .places
                    .birth_places()
                    .get(at)
                    .map(|old| self.old_province_name(old.code))
                    .unwrap_or_default(),
                new: self.province_name(target),
            },
            Target::Commune(at) => Why::NewCommune {
                name: self
                    .places
                    .communes()
                    .get(at)
                    .map(|commune| commune.label())
                    .unwrap_or_default(),
                province: self.province_name(target),
            },
            Target::OldDistrict(at, alias) => Why::OldDistrict {
                old: label(at, alias),
                province: units
                    .districts
                    .get(at)
                    .map(|unit| self.old_province_name(unit.province))
                    .unwrap_or_default(),
                new: office
                    .and_then(|office| self.offices.get(office))
                    .map(|office| office.commune.clone()),
            },
            Target::OldWard(at, alias) => {
                let ward = units.wards.get(at);
                let part = alias.and_then(|which| ward?.aliases.get(which));
                let to = ward.map_or(&[] as &[_], |ward| &ward.to);
                Why::OldWard {
                    old: part
                        .cloned()
                        .or_else(|| ward.map(|ward| ward.label()))
                        .unwrap_or_default(),
                    district: ward.map(|ward| label(ward.district, None)).unwrap_or_default(),
                    new: to
                        .iter()
                        .filter_map(|code| self.places.commune(*code))
                        .map(|to| to.label())
                        .collect(),
                    certain: part.is_none() && ward.is_some_and(|ward| ward.basis == Basis::Agreed),
                }
            }
        }
    }
}

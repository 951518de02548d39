//! Which offices a hit leads to.

use super::{Finder, Reach, Target};

impl Finder {
    /// Calls `found` with each office a target leads to.
    pub(super) fn reach(&self, target: Target, mut found: impl FnMut(usize, Reach)) {
        let mut all = |offices: &[u16], reach: Reach| {
            offices
                .iter()
                .for_each(|office| found(usize::from(*office), reach));
        };
        let units = self.places.old_units();
        match target {
            Target::Name(office) | Target::Street(office) => found(office, Reach::Here),
            Target::Commune(at) => {
                if let Some(near) = self.index.communes.get(at) {
                    all(&near.here, Reach::Here);
                    all(&near.district, Reach::SameOldDistrict);
                }
            }
            Target::OldWard(at, _) => {
                let Some(ward) = units.wards.get(at) else { return };
                for commune in ward.to.iter().filter_map(|code| self.places.commune_index(*code)) {
                    all(
                        self.index.communes.get(commune).map_or(&[], |near| &near.here),
                        Reach::Here,
                    );
                }
                all(
                    self.index.districts.get(ward.district).map_or(&[], Vec::as_slice),
                    Reach::SameOldDistrict,
                );
            }
            Target::OldDistrict(at, alias) => {
                let offices = self.index.districts.get(at).map_or(&[] as &[u16], Vec::as_slice);
                let alias = alias.and_then(|which| units.districts.get(at)?.aliases.get(which));
                for office in offices.iter().map(|office| usize::from(*office)) {
                    // A part of a district has its own office where one of them names it.
                    let own = alias.is_none_or(|alias| {
                        self.offices
                            .get(office)
                            .is_some_and(|office| office.legacy_districts.contains(alias))
                    });
                    found(office, if own { Reach::Here } else { Reach::SameOldDistrict });
                }
            }
            Target::OldProvince(at) => {
                let code = self.places.birth_places().get(at).map(|old| old.code);
                let of_old = units
                    .districts
                    .iter()
                    .enumerate()
                    .filter(|(_, unit)| Some(unit.province) == code);
                for (district, _) in of_old {
                    all(
                        self.index.districts.get(district).map_or(&[], Vec::as_slice),
                        Reach::Here,
                    );
                }
            }
            Target::Province(at) => {
                if let Some(province) = self.places.provinces().get(at) {
                    self.of_province(province.code)
                        .for_each(|office| found(office, Reach::Here));
                }
            }
        }
    }
}

//! Search keys of everything a query can name, and which offices each of them leads to. Built once.

use super::{Office, OfficeKind, query::add};
use crate::{
    place::{BirthCode, Places, Province},
    search_key::search_key,
};
use std::collections::{BTreeMap, BTreeSet};

/// What an entry stands for; numbers are positions in `Places` or in the list of offices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Province(usize),
    OldProvince(usize),
    Commune(usize),
    /// The second number tells which alias; `None` is the last name.
    OldDistrict(usize, Option<usize>),
    /// As for districts.
    OldWard(usize, Option<usize>),
    Name(usize),
    Street(usize),
}

/// One name, in the order parents before children.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Where its key begins and ends in the text.
    start: u32,
    end: u32,
    /// Where the name begins after the word for its kind.
    bare: u32,
    /// Whether its province of today has an office.
    pub(super) served: bool,
    /// The entry it lies in.
    pub(super) parent: Option<u32>,
    pub(super) target: Target,
}

/// What rules most names out by one look each. Apart from the entries, so that a keystroke reads a third of the memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sieve {
    /// What its key is made of: a query's word is looked for only in keys that are made of all that the word is.
    pub(super) marks: u64,
    /// Which letters a query must have: those of the whole name where the place leads to no office of its own, as it is then
    /// of no use before its name is whole; else none. It rules out six hundred names a keystroke.
    pub(super) whole: u64,
    /// The entry it lies in; [`ALONE`] for none.
    pub(super) parent: u32,
}

/// The parent of what lies in nothing.
pub(super) const ALONE: u32 = u32::MAX;

/// Offices of a place: in it, and of its old districts.
#[derive(Debug, Default, Clone)]
pub(super) struct Near {
    pub(super) here: Vec<u16>,
    pub(super) district: Vec<u16>,
}

#[derive(Debug, Default)]
pub(super) struct Index {
    text: String,
    pub(super) entries: Vec<Entry>,
    /// By position of the entry.
    pub(super) sieves: Vec<Sieve>,
    /// By position of the commune.
    pub(super) communes: Vec<Near>,
    /// By position of the old district.
    pub(super) districts: Vec<Vec<u16>>,
}

impl Index {
    pub(super) fn key(&self, entry: &Entry) -> &str {
        self.text
            .get(entry.start as usize..entry.end as usize)
            .unwrap_or_default()
    }

    pub(super) fn bare(&self, entry: &Entry) -> &str {
        self.text
            .get(entry.bare as usize..entry.end as usize)
            .unwrap_or_default()
    }

    pub(super) fn build(places: &Places, offices: &[Office]) -> Self {
        let mut index = Self::default();
        let provinces: Vec<u32> = places
            .provinces()
            .iter()
            .enumerate()
            .map(|(at, p)| index.province(at, p))
            .collect();
        let old_provinces = index.old_provinces(places, &provinces);
        let mut communes = Vec::with_capacity(places.communes().len());
        for (at, commune) in places.communes().iter().enumerate() {
            let parent = places
                .provinces()
                .iter()
                .position(|province| province.code == commune.province);
            let parent = parent.and_then(|parent| provinces.get(parent).copied());
            communes.push(index.add(commune.kind.word(), &commune.name, parent, Target::Commune(at)));
        }
        index.link(places, offices);
        index.old_units(places, &old_provinces);
        index.offices(places, offices, &communes);
        index
    }

    /// Adds an entry and gives its position.
    fn add(&mut self, kind: &str, name: &str, parent: Option<u32>, target: Target) -> u32 {
        let position = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let start = position(&self.text);
        push_words(&mut self.text, kind);
        if !kind.is_empty() {
            self.text.push(' ');
        }
        let bare = position(&self.text);
        push_words(&mut self.text, name);
        let key = self.text.get(start as usize..).unwrap_or_default();
        self.sieves.push(Sieve {
            marks: marks(key),
            whole: 0,
            parent: parent.unwrap_or(ALONE),
        });
        let entry = Entry {
            start,
            end: position(&self.text),
            bare,
            // Said once everything is in: it is asked for each hit of each keystroke.
            served: false,
            parent,
            target,
        };
        self.entries.push(entry);
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn province(&mut self, at: usize, province: &Province) -> u32 {
        let bare = province.short.strip_prefix("TP. ").unwrap_or(&province.short);
        let kind = province.name.strip_suffix(bare).unwrap_or_default().trim_end();
        self.add(kind, bare, None, Target::Province(at))
    }

    /// Entries of the old provinces, by birth code; those whose name lives on share the entry of today.
    fn old_provinces(&mut self, places: &Places, provinces: &[u32]) -> BTreeMap<BirthCode, u32> {
        let mut entries = BTreeMap::new();
        for (at, old) in places.birth_places().iter().enumerate() {
            let Some(new) = places
                .provinces()
                .iter()
                .position(|unit| unit.birth_codes.contains(&old.code))
            else {
                continue;
            };
            let parent = provinces.get(new).copied();
            let same = places.provinces().iter().any(|unit| unit.short == old.name);
            let entry = if same {
                parent
            } else {
                Some(self.add("Tỉnh", &old.name, parent, Target::OldProvince(at)))
            };
            entries.extend(entry.map(|entry| (old.code, entry)));
        }
        entries
    }

    /// Which offices each old district and each commune of today leads to.
    fn link(&mut self, places: &Places, offices: &[Office]) {
        let open = || {
            offices
                .iter()
                .enumerate()
                .filter(|(_, office)| office.card_intake_enabled)
        };
        let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let units = places.old_units();
        for unit in &units.districts {
            let label = unit.label();
            let served = |office: &Office| {
                let of_unit = |name: &String| *name == label || unit.aliases.contains(name);
                office.legacy_districts.iter().any(of_unit)
            };
            self.districts.push(
                open()
                    .filter(|(_, office)| served(office))
                    .map(|(at, _)| number(at))
                    .collect(),
            );
        }
        self.communes = vec![Near::default(); places.communes().len()];
        for (at, office) in open() {
            let commune = places.commune_index(office.commune_code);
            if let Some(near) = commune.and_then(|commune| self.communes.get_mut(commune)) {
                near.here.push(number(at));
            }
        }
        let from_wards = units.wards.iter().map(|ward| (ward.district, &ward.to));
        let from_districts = units
            .districts
            .iter()
            .enumerate()
            .map(|(at, unit)| (at, &unit.to));
        for (district, to) in from_wards.chain(from_districts) {
            for commune in to.iter().filter_map(|code| places.commune_index(*code)) {
                let (Some(near), Some(offices)) =
                    (self.communes.get_mut(commune), self.districts.get(district))
                else {
                    continue;
                };
                for office in offices {
                    if !near.district.contains(office) {
                        near.district.push(*office);
                    }
                }
            }
        }
    }

    fn old_units(&mut self, places: &Places, provinces: &BTreeMap<BirthCode, u32>) {
        let units = places.old_units();
        let with_wards: BTreeSet<usize> = units.wards.iter().map(|ward| ward.district).collect();
        let mut districts = Vec::with_capacity(units.districts.len());
        for (at, unit) in units.districts.iter().enumerate() {
            let parent = provinces.get(&unit.province).copied();
            let first = self.entries.len();
            districts.push(self.add(
                unit.kind.word(),
                &unit.name,
                parent,
                Target::OldDistrict(at, None),
            ));
            for (which, alias) in unit.aliases.iter().enumerate() {
                let (kind, name) = split_kind(alias);
                self.add(kind, name, parent, Target::OldDistrict(at, Some(which)));
            }
            if self.districts.get(at).is_none_or(Vec::is_empty) && !with_wards.contains(&at) {
                self.mark_whole(first);
            }
        }
        for (at, ward) in units.wards.iter().enumerate() {
            let parent = districts.get(ward.district).copied();
            self.add(ward.kind.word(), &ward.name, parent, Target::OldWard(at, None));
            for (which, alias) in ward.aliases.iter().enumerate() {
                let (kind, name) = split_kind(alias);
                self.add(kind, name, parent, Target::OldWard(at, Some(which)));
            }
        }
    }

    /// Entries from a position on count only with their whole name.
    fn mark_whole(&mut self, from: usize) {
        for at in from..self.entries.len() {
            let whole = self.entries.get(at).map_or(0, |entry| letters(self.bare(entry)));
            if let Some(sieve) = self.sieves.get_mut(at) {
                sieve.whole = whole;
            }
        }
    }

    fn offices(&mut self, places: &Places, offices: &[Office], communes: &[u32]) {
        for (at, office) in offices
            .iter()
            .enumerate()
            .filter(|(_, office)| office.card_intake_enabled)
        {
            let commune = places
                .commune_index(office.commune_code)
                .and_then(|at| communes.get(at).copied());
            if office.kind == OfficeKind::ProvincialPolice {
                self.add("", "PC06", commune, Target::Name(at));
            }
            let names = [
                Some(&office.name.vi),
                Some(&office.name.en),
                office.legacy_name.as_ref(),
            ];
            for name in names.into_iter().flatten() {
                self.add("", name, commune, Target::Name(at));
            }
            if let Some(street) = &office.street {
                // The house number stands where a kind would, so that the street alone is the whole name.
                let numbered = street.starts_with(|c: char| c.is_ascii_digit());
                let (house, name) = street
                    .split_once(' ')
                    .filter(|_| numbered)
                    .unwrap_or(("", street));
                self.add(house, name, commune, Target::Street(at));
            }
        }
    }
}

/// The letters and digits of a key as bits; other signs do not count.
pub(super) fn letters(key: &str) -> u64 {
    key.bytes().fold(0, |bits, byte| match byte {
        b'a'..=b'z' => bits | 1 << (byte - b'a'),
        b'0'..=b'9' => bits | 1 << (26 + byte - b'0'),
        _ => bits,
    })
}

/// The letters and digits of a key, and above them the letters with which its words begin; digits that begin one are told
/// only as small or large, so that all of it is one number.
pub(super) fn marks(key: &str) -> u64 {
    let begin = |word: &str| match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => 1 << (36 + letter - b'a'),
        Some(b'0'..=b'4') => 1 << 62,
        Some(b'5'..=b'9') => 1 << 63,
        _ => 0,
    };
    key.split(' ').fold(letters(key), |bits, word| bits | begin(word))
}

/// Adds the words of a text as a query would have them.
fn push_words(out: &mut String, text: &str) {
    let mut words = String::with_capacity(text.len());
    search_key(text).split(' ').for_each(|word| add(&mut words, word));
    out.push_str(&words);
}

fn split_kind(label: &str) -> (&str, &str) {
    let kinds = ["Quận", "Huyện", "Thành phố", "Thị xã", "Phường", "Xã", "Thị trấn"];
    let split = |kind: &'static str| label.strip_prefix(kind).map(|name| (kind, name.trim_start()));
    kinds.into_iter().find_map(split).unwrap_or(("", label))
}

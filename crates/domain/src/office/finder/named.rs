//! Queries that are the whole name of a place: then that place is meant, and not what only has its words in it.
//!
//! Story: "Thanh Hóa" led to the commune Thạnh Hóa in Tây Ninh, "Vinh" to a ward of Ho Chi Minh City that begins with it.

use super::{Finder, Hit, Match, Reach, Target, Why};
use crate::{
    place::{BirthCode, ProvinceCode},
    search_key::{compose_vietnamese, search_key, split_tone},
};
use std::ops::RangeInclusive;

/// So many other places of the same name are told; who means yet another one adds its province.
const NAMESAKES: usize = 3;

/// How large a place is: the larger one is meant.
const fn size(target: Target) -> u8 {
    match target {
        Target::Province(_) => PROVINCE,
        Target::OldProvince(_) => OLD_PROVINCE,
        Target::OldDistrict(..) => DISTRICT,
        Target::Commune(_) => 3,
        Target::OldWard(..) => 4,
        Target::Name(_) | Target::Street(_) => NO_PLACE,
    }
}

const PROVINCE: u8 = 0;
const OLD_PROVINCE: u8 = 1;
const DISTRICT: u8 = 2;
const NO_PLACE: u8 = 5;

/// Words before a name, and the sizes of what they are said of.
const KINDS: [(&str, RangeInclusive<u8>); 9] = [
    ("tinh ", PROVINCE..=OLD_PROVINCE),
    ("thanh pho ", PROVINCE..=DISTRICT),
    ("thi xa ", DISTRICT..=DISTRICT),
    ("quan ", DISTRICT..=DISTRICT),
    ("huyen ", DISTRICT..=DISTRICT),
    ("thi tran ", 3..=4),
    ("phuong ", 3..=4),
    ("xa ", 3..=4),
    ("dac khu ", 3..=3),
];

/// A text without the word for a kind at its beginning, the word, and the sizes of what it is said of.
fn split(text: &str) -> (&str, &'static str, RangeInclusive<u8>) {
    let of_kind = |(word, sizes): &(&'static str, RangeInclusive<u8>)| {
        let name = text.strip_prefix(word)?;
        Some((name, *word, sizes.clone()))
    };
    KINDS.iter().find_map(of_kind).unwrap_or((text, "", PROVINCE..=4))
}

/// A place's province: of before, where the place is of before, and of today.
type Area = (Option<BirthCode>, Option<ProvinceCode>);

impl Finder {
    /// Where `text`, the query or its end, is the whole name of places: keeps the hits of those that are meant. Gives all
    /// that have the name, the largest first.
    pub(super) fn settle(&self, hits: &mut Vec<Hit>, typed: &str, text: &str) -> Vec<Target> {
        let (name, word, sizes) = split(text);
        // A number is a name only together with its kind.
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        self.settle_with_province(hits, text, name);
        let has_name = |hit: &Hit| hit.class == 0 && self.index.bare(&hit.entry) == name;
        let is_whole = |hit: &Hit| has_name(hit) && size(hit.entry.target) != NO_PLACE;
        if !hits.iter().any(is_whole) {
            return Vec::new();
        }
        self.hear_tones(hits, typed, is_whole);
        let mut whole: Vec<Hit> = hits.iter().copied().filter(is_whole).collect();
        crate::order::by_key(&mut whole, |hit| size(hit.entry.target));
        let named = whole.iter().map(|hit| hit.entry.target).collect();
        let fits = |hit: &Hit| sizes.contains(&size(hit.entry.target));
        let exact = |hit: &Hit| {
            !word.is_empty() && size(hit.entry.target) <= DISTRICT && self.index.key(&hit.entry) == text
        };
        let of_province = |hit: &Hit| size(hit.entry.target) <= OLD_PROVINCE && fits(hit);
        if whole.iter().any(exact) {
            whole.retain(exact);
        } else if whole.iter().any(of_province) {
            whole.retain(of_province);
        } else if hits.iter().any(|hit| has_name(hit) && hit.entry.served) {
            // Small places of one name are many, and streets are called like communes: where there are offices, they are
            // answered as always.
            return named;
        } else if whole.iter().any(fits) {
            whole.retain(fits);
        }
        if whole.iter().any(|hit| hit.entry.served) {
            let provinces: Vec<_> = whole.iter().map(|hit| self.province(hit.entry.target)).collect();
            hits.retain(|hit| provinces.contains(&self.province(hit.entry.target)));
        } else {
            let largest = whole.first().map_or(NO_PLACE, |hit| size(hit.entry.target));
            whole.retain(|hit| size(hit.entry.target) == largest);
            *hits = whole;
        }
        named
    }

    /// Where the query is the whole name of a place and the whole name of where it lies, and there is no office: keeps those
    /// places. Story: "Thành phố Hòa Bình, Hòa Bình" led to Phường Hòa Bình, which has all its words.
    fn settle_with_province(&self, hits: &mut Vec<Hit>, text: &str, name: &str) {
        let lies_in = |hit: &Hit, rest: &str| {
            let rest = split(rest.trim_start()).0;
            let mut parent = hit.entry.parent;
            while let Some(entry) = parent.and_then(|at| self.index.entries.get(at as usize)) {
                if self.index.bare(entry) == rest {
                    return true;
                }
                parent = entry.parent;
            }
            false
        };
        let full = |hit: &Hit, text: &str, key: &str| {
            let rest = text.strip_prefix(key).filter(|rest| rest.starts_with(' '));
            hit.class == 0 && rest.is_some_and(|rest| lies_in(hit, rest))
        };
        let by_kind = |hit: &Hit| full(hit, text, self.index.key(&hit.entry));
        let by_name = |hit: &Hit| full(hit, name, self.index.bare(&hit.entry));
        let of_kind = hits.iter().any(by_kind);
        let mut whole = hits.clone();
        whole.retain(|hit| if of_kind { by_kind(hit) } else { by_name(hit) });
        if !whole.is_empty() && !whole.iter().any(|hit| hit.entry.served) {
            *hits = whole;
        }
    }

    /// Where a whole name was typed with its tones, those that have others no longer count as it.
    fn hear_tones(&self, hits: &mut [Hit], typed: &str, is_whole: impl Fn(&Hit) -> bool) {
        if typed.is_ascii() {
            return;
        }
        let typed = compose_vietnamese(typed);
        let typed: Vec<&str> = words(&typed).collect();
        let sounds = |hit: &Hit| sounds(&typed, &self.label(hit.entry.target), self.index.bare(&hit.entry));
        let heard: Vec<bool> = hits.iter().map(|hit| is_whole(hit) && sounds(hit)).collect();
        if heard.contains(&true) {
            for (hit, heard) in hits.iter_mut().zip(heard) {
                if is_whole(hit) && !heard {
                    hit.class = 1;
                }
            }
        }
    }

    /// Other places of the same name that may have been meant, at most three. Beside offices of the place itself only large ones:
    /// most names of wards are found in many provinces.
    pub(super) fn namesakes(&self, named: &[Target], hits: &[Hit], found: &[Match]) -> Vec<Why> {
        let Some((first, best)) = found.first().zip(Self::best(hits)) else {
            return Vec::new();
        };
        let elsewhere = first.reach == Reach::Nearby;
        let here = if elsewhere {
            self.area(best)
        } else {
            (
                None,
                self.offices.get(first.office).map(|office| office.province_code),
            )
        };
        let mut others: Vec<Target> = named
            .iter()
            .copied()
            .filter(|target| !same(here, self.area(*target)) && (elsewhere || size(*target) <= DISTRICT))
            .collect();
        // Where there are offices, the answer is more than "far away".
        let served =
            |code: Option<ProvinceCode>| code.is_some_and(|code| self.of_province(code).next().is_some());
        crate::order::by_key(&mut others, |target| !served(self.province(*target)));
        let mut told: Vec<(Area, Why)> = Vec::new();
        for target in others {
            let area = self.area(target);
            if told.len() < NAMESAKES && !told.iter().any(|(known, _)| same(*known, area)) {
                told.push((area, self.why(target, None)));
            }
        }
        told.into_iter().map(|(_, why)| why).collect()
    }

    /// The province of a place.
    pub(super) fn area(&self, target: Target) -> Area {
        let units = self.places.old_units();
        let of_district = |at: usize| units.districts.get(at).map(|unit| unit.province);
        let old = match target {
            Target::OldProvince(at) => self.places.birth_places().get(at).map(|old| old.code),
            Target::OldDistrict(at, _) => of_district(at),
            Target::OldWard(at, _) => units.wards.get(at).and_then(|ward| of_district(ward.district)),
            Target::Province(_) | Target::Commune(_) | Target::Name(_) | Target::Street(_) => None,
        };
        (old, self.province(target))
    }
}

/// Whether two places lie in one province, old or, where one of them is of today, of today.
fn same(one: Area, other: Area) -> bool {
    match (one.0, other.0) {
        (Some(one), Some(other)) => one == other,
        _ => one.1 == other.1,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether the end of what was typed has the tones and marks of a name, of which `bare` is the key without its kind. Where
/// nothing was said of tones (no mark at all, or an abbreviation), it has.
fn sounds(typed: &[&str], label: &str, bare: &str) -> bool {
    let label: Vec<&str> = words(label).collect();
    let count = bare.split(' ').count();
    let end = |words: &[&str]| words.len().saturating_sub(count);
    let typed = typed.get(end(typed)..).unwrap_or_default();
    let name = label.get(end(&label)..).unwrap_or_default();
    let same_letters = typed
        .iter()
        .map(|word| search_key(word))
        .eq(name.iter().map(|word| search_key(word)));
    let same_tones = || {
        typed
            .iter()
            .map(|word| split_tone(word))
            .eq(name.iter().map(|word| split_tone(word)))
    };
    !same_letters || typed.iter().all(|word| word.is_ascii()) || same_tones()
}

//! Finding an office from whatever a person types: its name or street, a place of today, or one that is gone.

use super::{
    Match, Office, OfficeKind, Positions, Reach, Why,
    index::{Entry, Index, Target, letters, marks},
    query::{Mode, Query, Token},
};
use crate::place::{Places, ProvinceCode};
use std::sync::Arc;

mod matching;
mod named;
mod near;
mod reach;
mod tell;

use matching::{Hit, Scan};

/// Finds offices; built once, asked on every keystroke. Offices that take nobody in are never found.
///
/// Tones, marks, capitals and signs do not matter, abbreviations are understood (`Q.10`, `P. Bến Thành`, `TP.HCM`),
/// and leading words that fit nothing (a person's own house and street) are passed over.
#[derive(Debug)]
pub struct Finder {
    places: Arc<Places>,
    offices: Vec<Office>,
    positions: Positions,
    index: Index,
}

/// What a query leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The offices, best first, each once.
    pub matches: Vec<Match>,
    /// The beginning of the query fits nothing that is known, and its end led here.
    pub passed_over: bool,
    /// Other places that are called like the query, each in a province of its own.
    pub namesakes: Vec<Why>,
}

impl Answer {
    /// Whether nobody can tell which of several places is meant: they are of one kind, in several provinces, and far from
    /// every office that is known.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        let kind = std::mem::discriminant::<Why>;
        self.matches.first().is_some_and(|first| {
            first.reach == Reach::Nearby && self.namesakes.iter().any(|other| kind(other) == kind(&first.why))
        })
    }
}

/// What a query was understood as.
#[derive(Debug, Default)]
struct Understood {
    hits: Vec<Hit>,
    /// How many of its words were left out at its beginning.
    skipped: usize,
    /// The places whose whole name it is.
    named: Vec<Target>,
}

/// Order of an answer, best first.
type Rank = (u8, u8, u8, bool, Reach, u8, usize);

impl Finder {
    /// Builds the keys; some milliseconds for the whole country.
    #[must_use]
    pub fn new(places: Arc<Places>, offices: Vec<Office>) -> Self {
        let index = Index::build(&places, &offices);
        let mut finder = Self {
            places,
            offices,
            positions: Positions::default(),
            index,
        };
        finder.mark_served();
        finder
    }

    /// Says of each name whether its province has an office.
    fn mark_served(&mut self) {
        let mut entries = std::mem::take(&mut self.index.entries);
        for entry in &mut entries {
            let province = self.province(entry.target);
            entry.served = province.is_some_and(|code| self.of_province(code).next().is_some());
        }
        self.index.entries = entries;
    }

    /// The same, knowing about where places lie: it can then tell the nearest offices.
    #[must_use]
    pub fn with_positions(self, positions: Positions) -> Self {
        Self { positions, ..self }
    }

    /// The offices, in the order given.
    #[must_use]
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// The places it knows.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The offices a query leads to, best first, each once. All of them for an empty query. Where the place has no
    /// office we know of in its province, the nearest ones ([`Reach::Nearby`]) if positions are known, else none.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<Match> {
        self.answer(typed).matches
    }

    /// The same, and whether the beginning of the query was passed over: a house and a street that we do not know.
    #[must_use]
    pub fn answer(&self, typed: &str) -> Answer {
        let query = Query::new(typed);
        if query.text().is_empty() {
            let open = self
                .offices
                .iter()
                .enumerate()
                .filter(|(_, office)| office.card_intake_enabled);
            let listed = open.map(|(office, _)| Match {
                office,
                reach: Reach::Here,
                why: Why::Listed,
                km: None,
            });
            return Answer {
                matches: listed.collect(),
                passed_over: false,
                namesakes: Vec::new(),
            };
        }
        let Understood { hits, skipped, named } = self.understand(typed, &query);
        let found = if self.means_elsewhere(&hits) {
            Vec::new()
        } else {
            self.rank(&hits)
        };
        let matches = if found.is_empty() {
            self.nearest_known(&hits)
        } else {
            found
        };
        Answer {
            passed_over: skipped > 0,
            namesakes: self.namesakes(&named, &hits, &matches),
            matches,
        }
    }

    /// The place a query names, best guess, with or without offices in it: to be able to say "none known in Hà Nội".
    #[must_use]
    pub fn recognise(&self, typed: &str) -> Option<Why> {
        let hits = self.understand(typed, &Query::new(typed)).hits;
        Some(self.why(Self::best(&hits)?, None))
    }

    /// The best guess of all.
    fn best(hits: &[Hit]) -> Option<Target> {
        let best = hits
            .iter()
            .min_by_key(|hit| (hit.class, hit.around, hit.missed, kind_rank(hit.entry.target)));
        best.map(|hit| hit.entry.target)
    }

    /// Hits of the query, or of its end when its beginning fits nothing.
    fn understand(&self, typed: &str, query: &Query) -> Understood {
        let scan = Scan::new(&self.index, query);
        for skip in 0..scan.len() {
            // What is left must be a whole name, and not a lone number that could be anything.
            if skip > 0 && scan.rest(skip).bytes().all(|byte| byte.is_ascii_digit()) {
                break;
            }
            let mut hits = scan.hits(&self.index, skip);
            if skip > 0 {
                hits.retain(|hit| hit.class == 0);
            }
            if !hits.is_empty() {
                return Understood {
                    named: self.settle(&mut hits, typed, scan.rest(skip)),
                    hits,
                    skipped: skip,
                };
            }
        }
        Understood::default()
    }

    fn rank(&self, hits: &[Hit]) -> Vec<Match> {
        let mut best: Vec<Option<(Rank, Target)>> = vec![None; self.offices.len()];
        for loose in [false, true] {
            // Story: "Xã Hoằng Sơn, Thanh Hóa" led to a street of Ho Chi Minh City that has the words somewhere. A place
            // that was understood is answered with what is nearest to it, not with chance.
            if loose && !self.positions.is_empty() && hits.iter().any(|hit| !hit.is_loose()) {
                break;
            }
            for hit in hits.iter().filter(|hit| hit.is_loose() == loose) {
                self.reach(hit.entry.target, |office, reach| {
                    self.keep(&mut best, hit, office, reach)
                });
            }
            self.fall_back(hits.iter().filter(|hit| hit.is_loose() == loose), &mut best);
            if best.iter().any(Option::is_some) {
                break;
            }
        }
        let mut found: Vec<(Rank, usize, Target)> = best
            .into_iter()
            .enumerate()
            .filter_map(|(office, best)| best.map(|(rank, target)| (rank, office, target)))
            .collect();
        crate::order::by(&mut found, |(rank, office, _), (other, last, _)| {
            (rank, office).cmp(&(other, last))
        });
        let tell = |((_, _, _, _, reach, _, _), office, target): (Rank, usize, Target)| Match {
            office,
            reach,
            why: self.why(target, Some(office)),
            km: None,
        };
        found.into_iter().map(tell).collect()
    }

    fn keep(&self, best: &mut [Option<(Rank, Target)>], hit: &Hit, office: usize, reach: Reach) {
        let target = hit.entry.target;
        // Within one answer the provincial office comes first: it takes people from everywhere.
        let provincial = self
            .offices
            .get(office)
            .is_some_and(|o| o.kind == OfficeKind::ProvincialPolice);
        let last = if reach == Reach::Here && !matches!(target, Target::Province(_) | Target::OldProvince(_))
        {
            0
        } else {
            usize::from(!provincial)
        };
        let rank = (
            hit.class,
            hit.around,
            hit.missed,
            tier(target),
            reach,
            kind_rank(target),
            last,
        );
        if let Some(slot) = best.get_mut(office)
            && slot.is_none_or(|(known, _)| rank < known)
        {
            *slot = Some((rank, target));
        }
    }

    /// Where the best hits lead to no office at all, the offices of their province.
    fn fall_back<'h>(
        &self,
        hits: impl Iterator<Item = &'h Hit> + Clone,
        best: &mut [Option<(Rank, Target)>],
    ) {
        let served = |hit: &&Hit| hit.entry.served;
        let Some(class) = hits.clone().filter(served).map(|hit| hit.class).min() else {
            return;
        };
        if best.iter().flatten().any(|((known, ..), _)| *known <= class) {
            return;
        }
        for hit in hits.filter(served).filter(|hit| hit.class == class) {
            let Some(code) = self.province(hit.entry.target) else {
                continue;
            };
            for office in self.of_province(code) {
                self.keep(best, hit, office, Reach::SameProvince);
            }
        }
    }

    fn of_province(&self, code: ProvinceCode) -> impl Iterator<Item = usize> + '_ {
        let open = self
            .offices
            .iter()
            .enumerate()
            .filter(|(_, office)| office.card_intake_enabled);
        open.filter(move |(_, office)| office.province_code == code)
            .map(|(at, _)| at)
    }
}

/// Which reading of a word comes first.
const fn kind_rank(target: Target) -> u8 {
    match target {
        Target::Name(_) => 0,
        Target::Commune(_) => 1,
        Target::OldDistrict(..) => 2,
        Target::Province(_) => 3,
        Target::OldProvince(_) => 4,
        Target::OldWard(..) => 5,
        Target::Street(_) => 6,
    }
}

/// Small old units share their names with units of today in many places; those of today are meant.
const fn tier(target: Target) -> bool {
    matches!(target, Target::OldWard(..) | Target::Street(_))
}

//! Nearness in kilometres: round a point, and for provinces in which no office is known.

use super::{Finder, Hit, Match, Reach, Target, Why, tier};
use crate::office::{OfficeKind, Position};

/// So many are offered where there is nothing in the place itself.
const NEAREST: usize = 6;
/// Beyond this a distance is only about right.
const FAR_KM: u16 = 100;

impl Finder {
    /// The offices nearest to a point, each with its distance, nearest first. Empty where no positions are known.
    #[must_use]
    pub fn near(&self, at: Position) -> Vec<Match> {
        self.by_distance(at, |_| Why::NearYou)
    }

    /// The offices nearest to an office, without itself. Empty where its position is not known.
    #[must_use]
    pub fn near_office(&self, office: usize) -> Vec<Match> {
        let at = self
            .offices
            .get(office)
            .and_then(|office| self.positions.office(office.id.as_str()));
        let mut found = at.map(|at| self.near(at)).unwrap_or_default();
        found.retain(|one| one.office != office);
        found
    }

    /// Whether the query names a place together with its province, and no office is known in that one. A small old ward
    /// elsewhere that happens to have all the words is then not meant ("Xã Thanh Sơn, Phú Thọ").
    pub(super) fn means_elsewhere(&self, hits: &[Hit]) -> bool {
        let key = |hit: &&Hit| (hit.class, hit.around, hit.missed, tier(hit.entry.target));
        if self.positions.is_empty() {
            return false;
        }
        let best = |is: bool| {
            let of_kind = hits.iter().filter(|hit| hit.entry.served == is);
            of_kind.map(|hit| key(&hit)).min()
        };
        match (best(false), best(true)) {
            (Some(there), Some(here)) => there < here && there.1 > 0,
            _ => false,
        }
    }

    /// For a query whose place has no office in its province: the nearest ones we know, measured from the province's
    /// main town.
    pub(super) fn nearest_known(&self, hits: &[Hit]) -> Vec<Match> {
        let best = Self::best(hits);
        let Some((target, at)) = best.and_then(|target| Some((target, self.position(target)?))) else {
            return Vec::new();
        };
        let mut found = self.by_distance(at, |_| self.why(target, None));
        found.truncate(NEAREST);
        found
    }

    fn position(&self, target: Target) -> Option<Position> {
        let old = self
            .area(target)
            .0
            .and_then(|old| self.positions.old_province(old));
        old.or_else(|| self.positions.province(self.province(target)?))
    }

    fn by_distance(&self, at: Position, why: impl Fn(usize) -> Why) -> Vec<Match> {
        let open = self
            .offices
            .iter()
            .enumerate()
            .filter(|(_, office)| office.card_intake_enabled);
        let mut found: Vec<Match> = open
            .filter_map(|(office, record)| {
                let km = self.positions.office(record.id.as_str())?.km_to(at);
                Some(Match {
                    office,
                    reach: Reach::Nearby,
                    why: why(office),
                    km: Some(km),
                })
            })
            .collect();
        // Far away fifty kilometres more or less decide nothing; the provincial office takes people from everywhere.
        let provincial = |one: &Match| {
            self.offices
                .get(one.office)
                .is_some_and(|office| office.kind == OfficeKind::ProvincialPolice)
        };
        crate::order::by_key(&mut found, |one| {
            let km = one.km.unwrap_or(u16::MAX);
            let coarse = if km > FAR_KM { km / 50 * 50 } else { km };
            (coarse, !provincial(one), km, one.office)
        });
        found
    }
}

//! Which lazy modules travel together: few files for each page, and little that the page does not need.

use std::collections::BTreeSet;

/// What a further file costs a page, in bytes of code. On a slow phone (1.6 Mbit/s, 150 ms round trip, six requests at
/// a time) it is 25 ms, in which 5 kB arrive, which were three times as much before compression.
const FILE: usize = 16_000;

/// Modules that become one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Stems of the modules.
    pub(crate) modules: Vec<String>,
    /// The pages that load it.
    pub(crate) pages: BTreeSet<String>,
    /// Bytes of code and data.
    pub(crate) bytes: usize,
}

impl Group {
    /// What its pages pay for it together.
    fn cost(&self) -> usize {
        self.pages.len() * (self.bytes + FILE)
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            modules: self.modules.iter().chain(&other.modules).cloned().collect(),
            pages: self.pages.union(&other.pages).cloned().collect(),
            bytes: self.bytes + other.bytes,
        }
    }

    /// What is saved by putting two together.
    fn saving(&self, other: &Self) -> isize {
        let together = self.pages.union(&other.pages).count() * (self.bytes + other.bytes + FILE);
        (self.cost() + other.cost()) as isize - together as isize
    }
}

/// Joins the pair that saves most until no pair saves anything.
pub(crate) fn together(mut groups: Vec<Group>) -> Vec<Group> {
    while let Some((first, second)) = best_pair(&groups) {
        let taken = groups.swap_remove(second);
        groups[first] = groups[first].with(&taken);
    }
    groups.sort_by(|a, b| a.modules.cmp(&b.modules));
    groups
}

fn best_pair(groups: &[Group]) -> Option<(usize, usize)> {
    let mut best = None;
    for (first, a) in groups.iter().enumerate() {
        for (offset, b) in groups[first + 1..].iter().enumerate() {
            let saving = a.saving(b);
            if saving > best.map_or(0, |(most, _)| most) {
                best = Some((saving, (first, first + 1 + offset)));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(module: &str, pages: &[&str], bytes: usize) -> Group {
        let pages = pages.iter().map(|page| (*page).to_owned()).collect();
        Group {
            modules: vec![module.to_owned()],
            pages,
            bytes,
        }
    }

    fn files(groups: Vec<Group>) -> Vec<Vec<String>> {
        let sorted = |mut group: Group| {
            group.modules.sort();
            group.modules
        };
        together(groups).into_iter().map(sorted).collect()
    }

    #[test]
    fn modules_of_the_same_pages_travel_together() {
        let groups = vec![group("a", &["x", "y"], 90_000), group("b", &["x", "y"], 80_000)];
        assert_eq!(files(groups), [["a", "b"]]);
    }

    #[test]
    fn a_large_module_stays_away_from_pages_that_do_not_need_it() {
        let groups = vec![group("a", &["x"], 90_000), group("b", &["y"], 80_000)];
        assert_eq!(files(groups).len(), 2);
    }

    #[test]
    fn small_shared_modules_are_joined_though_some_pages_need_only_one() {
        let groups = vec![
            group("a", &["x", "y"], 500),
            group("b", &["y", "z"], 700),
            group("c", &["x", "z"], 300),
        ];
        assert_eq!(files(groups), [["a", "b", "c"]]);
    }
}

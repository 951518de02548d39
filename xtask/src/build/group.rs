//! Which lazy modules travel together: few files for each page, and little that the page does not need.

/// What a further file costs a page, in bytes of code. A first view comes in one piece whatever it consists of, so what
/// counts is that it consists of little more than it needs; who walks on from page to page fetches what is missing, six
/// files at a time. With 12,000 first views were a tenth larger.
const FILE: usize = 2_500;

/// Modules that become one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Stems of the modules.
    pub(crate) modules: Vec<String>,
    /// The pages that load it.
    pub(crate) pages: Pages,
    /// Bytes of code and data.
    pub(crate) bytes: usize,
}

/// A set of pages: a bit for each, in the order of their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pages(u128);

impl Pages {
    /// How many pages a set can tell apart.
    pub(crate) const MOST: usize = 128;

    /// The set with one page more.
    pub(crate) fn with(self, page: usize) -> Self {
        Self(self.0 | 1 << page)
    }

    /// Whether the page is in the set.
    pub(crate) fn has(self, page: usize) -> bool {
        self.0 & 1 << page != 0
    }

    /// How many pages there are.
    pub(crate) fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

impl Group {
    /// What its pages pay for it together.
    fn cost(&self) -> usize {
        self.pages.count() * (self.bytes + FILE)
    }

    /// What is saved by putting two together; negative where that costs more.
    fn saving(&self, other: &Self) -> i128 {
        let pages = Pages(self.pages.0 | other.pages.0).count();
        let together = pages * (self.bytes + other.bytes + FILE);
        (self.cost() + other.cost()) as i128 - together as i128
    }

    fn take(&mut self, other: Self) {
        self.modules.extend(other.modules);
        self.pages.0 |= other.pages.0;
        self.bytes += other.bytes;
    }
}

/// Joins the pair that saves most until no pair saves anything.
pub(crate) fn together(mut groups: Vec<Group>) -> Vec<Group> {
    while let Some((first, second)) = best_pair(&groups) {
        let taken = groups.swap_remove(second);
        groups[first].take(taken);
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

    fn group(module: &str, pages: &[usize], bytes: usize) -> Group {
        let pages = pages
            .iter()
            .fold(Pages::default(), |pages, page| pages.with(*page));
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
        assert_eq!(
            files(vec![group("a", &[0, 1], 90_000), group("b", &[0, 1], 80_000)]),
            [["a", "b"]]
        );
    }

    #[test]
    fn a_large_module_stays_away_from_pages_that_do_not_need_it() {
        assert_eq!(
            files(vec![group("a", &[0], 90_000), group("b", &[1], 80_000)]).len(),
            2
        );
    }

    #[test]
    fn small_shared_modules_are_joined_though_some_pages_need_only_one() {
        let groups = vec![
            group("a", &[0, 1], 500),
            group("b", &[1, 2], 700),
            group("c", &[0, 2], 300),
        ];
        assert_eq!(files(groups), [["a", "b", "c"]]);
    }
}

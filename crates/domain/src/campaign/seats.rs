//! Giving a class its times.

use crate::capacity::{FreeTick, TICK_MINUTES, slot_starts};
use jiff::civil::Time;
use std::collections::BTreeMap;

/// Begins of `wanted` visits of `needed` ticks each, in order of time, as many as there is room for. As many begin
/// together as there are free stations, so who stands next to each other in a list is served next to each other.
#[must_use]
pub fn seats(ticks: &[FreeTick], needed: u8, wanted: usize) -> Vec<Time> {
    let places = slot_starts(ticks, needed);
    let each = places
        .iter()
        .flat_map(|slot| std::iter::repeat_n(slot.start, usize::from(slot.free)));
    each.take(wanted).collect()
}

/// Begins of visits of different lengths, one after the other in the order given, each as early as it fits; `None` for who
/// finds no room. A visit never spans a break.
#[must_use]
pub fn round(ticks: &[FreeTick], lengths: &[u8]) -> Vec<Option<Time>> {
    let mut ticks = ticks.to_vec();
    let one = |length: &u8| {
        let length = usize::from((*length).max(1));
        let at = (0..ticks.len()).find(|at| {
            let run = ticks.get(*at..at + length);
            run.is_some_and(|run| run.iter().all(|tick| tick.free > 0) && is_unbroken(run))
        })?;
        let run = ticks.get_mut(at..at + length)?;
        run.iter_mut().for_each(|tick| tick.free -= 1);
        run.first().map(|tick| tick.start)
    };
    lengths.iter().map(one).collect()
}

fn is_unbroken(run: &[FreeTick]) -> bool {
    let next =
        |pair: &[FreeTick]| pair[0].start.duration_until(pair[1].start).as_mins() == i64::from(TICK_MINUTES);
    run.windows(2).all(next)
}

/// The order in which a school's list is served: class by class in the order in which the classes first appear, within
/// a class as listed. Gives places in `classes`.
#[must_use]
pub fn class_order(classes: &[&str]) -> Vec<usize> {
    let mut first = BTreeMap::new();
    for (at, class) in classes.iter().enumerate() {
        first.entry(*class).or_insert(at);
    }
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by_key(|at| classes.get(*at).and_then(|class| first.get(class)).copied());
    order
}

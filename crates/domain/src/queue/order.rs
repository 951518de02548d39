//! Who is next.

use super::{QueueRules, Waiter, Why};
use jiff::Timestamp;

/// Who is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Which of the waiters.
    pub index: usize,
    /// Why they are.
    pub why: Why,
    /// How many calls in a row have passed over the one who has waited longest, this one counted.
    pub passed: u8,
}

/// Who is next at a station, where `passed` calls in a row have passed over the one who has waited longest. `None` where
/// nobody waits that this station may call.
#[must_use]
pub fn next(waiters: &[Waiter], station: u8, passed: u8, rules: &QueueRules, now: Timestamp) -> Option<Pick> {
    let all: Vec<usize> = (0..waiters.len()).collect();
    pick(waiters, &all, Some(station), passed, rules, now)
}

/// Everybody in the order in which they will be called, as it stands now. Those who were sent on to a station come first:
/// it calls them before anybody else.
#[must_use]
pub fn order(waiters: &[Waiter], passed: u8, rules: &QueueRules, now: Timestamp) -> Vec<Pick> {
    let (mut sent, mut left): (Vec<usize>, Vec<usize>) = (0..waiters.len())
        .partition(|index| waiters.get(*index).is_some_and(|waiter| waiter.station.is_some()));
    sent.sort_by_key(|index| {
        waiters
            .get(*index)
            .map(|waiter| (waiter.since(rules), waiter.number))
    });
    let first = sent.into_iter().map(|index| Pick {
        index,
        why: Why::Transferred,
        passed,
    });
    let mut order: Vec<Pick> = first.collect();
    let mut passed = passed;
    while let Some(pick) = pick(waiters, &left, None, passed, rules, now) {
        passed = pick.passed;
        left.retain(|index| *index != pick.index);
        order.push(pick);
    }
    order
}

fn pick(
    waiters: &[Waiter],
    among: &[usize],
    station: Option<u8>,
    passed: u8,
    rules: &QueueRules,
    now: Timestamp,
) -> Option<Pick> {
    let known = among
        .iter()
        .filter_map(|index| Some((*index, waiters.get(*index)?)));
    let mine: Vec<(usize, &Waiter)> = known
        .filter(|(_, waiter)| waiter.station.is_none() || waiter.station == station)
        .collect();
    let waited = |waiter: &Waiter| (waiter.since(rules), waiter.number);
    let sent = mine.iter().filter(|(_, waiter)| waiter.station.is_some());
    if let Some((index, _)) = sent.min_by_key(|(_, waiter)| waited(waiter)) {
        return Some(Pick {
            index: *index,
            why: Why::Transferred,
            passed,
        });
    }
    let ready = || mine.iter().filter(|(_, waiter)| waiter.opens(rules) <= now);
    let Some((longest, _)) = ready().min_by_key(|(_, waiter)| waited(waiter)) else {
        let early = mine
            .iter()
            .min_by_key(|(_, waiter)| (waiter.visit_at, waited(waiter)));
        return early.map(|(index, _)| Pick {
            index: *index,
            why: Why::Early,
            passed,
        });
    };
    let (best, first) = ready().min_by_key(|(_, waiter)| (waiter.rank(rules), waited(waiter)))?;
    if best == longest {
        return Some(Pick {
            index: *best,
            why: first.why(rules, now),
            passed: 0,
        });
    }
    if passed >= rules.out_of_turn {
        return Some(Pick {
            index: *longest,
            why: Why::Longest,
            passed: 0,
        });
    }
    Some(Pick {
        index: *best,
        why: first.why(rules, now),
        passed: passed + 1,
    })
}

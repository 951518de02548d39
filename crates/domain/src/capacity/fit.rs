//! Which visits a day can still hold when its plan has changed.

use super::{TICK_MINUTES, Tick};
use jiff::{SignedDuration, civil::Time};

/// For each of some visits of a day, as begin and length in ticks, whether the day can hold it. They are looked at in the
/// order given, so that who comes first keeps their place; `ticks` are those of the day in order of time.
///
/// A visit needs all of its ticks, one after the other without a break.
#[must_use]
pub fn which_fit(ticks: &[Tick], visits: &[(Time, u8)]) -> Vec<bool> {
    let mut left: Vec<u16> = ticks.iter().map(|tick| tick.capacity).collect();
    let fits = |(start, length): &(Time, u8)| {
        let Some(first) = ticks.iter().position(|tick| tick.start == *start) else {
            return false;
        };
        let span = first..first + usize::from(*length);
        let (Some(taken), Some(places)) = (ticks.get(span.clone()), left.get_mut(span)) else {
            return false;
        };
        let step = SignedDuration::from_mins(i64::from(TICK_MINUTES));
        let unbroken = taken
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.start.duration_until(b.start) == step));
        let holds = unbroken && places.iter().all(|places| *places > 0);
        if holds {
            places.iter_mut().for_each(|places| *places -= 1);
        }
        holds
    };
    visits.iter().map(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;
    use proptest::prelude::*;

    fn ticks(from: Time, capacities: &[u16]) -> Vec<Tick> {
        let at = |n: usize| from.saturating_add(SignedDuration::from_mins(10 * n as i64));
        capacities
            .iter()
            .enumerate()
            .map(|(n, capacity)| Tick {
                start: at(n),
                capacity: *capacity,
            })
            .collect()
    }

    fn at(hour: i8, minute: i8) -> Time {
        time(hour, minute, 0, 0)
    }

    #[test]
    fn who_comes_first_keeps_their_place() {
        let day = ticks(at(7, 30), &[1, 1, 1, 0]);
        let visits = [(at(7, 30), 2), (at(7, 40), 1), (at(7, 50), 1), (at(7, 50), 1)];
        assert_eq!(which_fit(&day, &visits), [true, false, true, false]);
        assert_eq!(
            which_fit(
                &day,
                &[(at(8, 0), 1), (at(7, 50), 2), (at(8, 10), 1), (at(7, 35), 1)]
            ),
            [false; 4],
            "a tick without a place, one over the end, and none at all"
        );
        assert!(which_fit(&[], &[(at(7, 30), 1)]).iter().all(|fits| !fits));
        assert!(which_fit(&day, &[]).is_empty());
    }

    #[test]
    fn a_visit_does_not_span_a_break_that_is_new() {
        let mut day = ticks(at(7, 30), &[2, 2]);
        day.extend(ticks(at(8, 0), &[2, 2]));
        assert_eq!(which_fit(&day, &[(at(7, 40), 2), (at(7, 30), 2)]), [false, true]);
    }

    proptest! {
        /// No tick holds more of those that fit than it has places, and who does not fit had a full tick on their way.
        #[test]
        fn those_that_fit_fit(
            places in prop::collection::vec(0u16..4, 1..20),
            visits in prop::collection::vec((0usize..20, 1u8..4), 0..40),
        ) {
            let day = ticks(at(7, 30), &places);
            let start = |n: usize| at(7, 30).saturating_add(SignedDuration::from_mins(10 * n as i64));
            let wanted: Vec<(Time, u8)> = visits.iter().map(|(n, length)| (start(*n), *length)).collect();
            let fits = which_fit(&day, &wanted);
            let mut taken = vec![0u16; places.len()];
            for ((first, length), fits) in visits.iter().zip(&fits) {
                let span = *first..first + usize::from(*length);
                let free = taken.get(span.clone()).is_some_and(|span_taken| {
                    span_taken.iter().zip(&places[span.clone()]).all(|(taken, place)| taken < place)
                });
                prop_assert_eq!(*fits, free);
                if *fits {
                    taken[span].iter_mut().for_each(|taken| *taken += 1);
                }
            }
        }
    }
}

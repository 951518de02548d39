//! Putting short lists in order.
//!
//! The standard library's sorting is made for speed, anew for every type: some four kilobytes of a page each time. What
//! a page sorts is short, so one merge of places serves all types.

use std::cmp::Ordering;

/// Sorts by a key; equal items keep their order.
///
/// ```
/// let mut words = ["ba", "một", "hai"];
/// eid_domain::order::by_key(&mut words, |word| word.chars().count());
/// assert_eq!(words, ["ba", "một", "hai"]);
/// ```
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; equal items keep their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = merged(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(items, places);
}

/// Sorts by the items' own order.
pub fn plainly<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// The places 0 to `count` in the order that the comparison of two places gives.
fn merged(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut wider = Vec::with_capacity(count);
        for pair in places.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            let mut right = right.iter().copied().peekable();
            for place in left {
                while let Some(earlier) = right.next_if(|other| compare(*other, *place) == Ordering::Less) {
                    wider.push(earlier);
                }
                wider.push(*place);
            }
            wider.extend(right);
        }
        places = wider;
        width *= 2;
    }
    places
}

/// Moves every item to where its place stands in the list of places.
fn arrange<T>(items: &mut [T], mut from: Vec<usize>) {
    for start in 0..from.len() {
        let mut at = start;
        while let Some(source) = from.get(at).copied() {
            if let Some(done) = from.get_mut(at) {
                *done = at;
            }
            if source == start || source == at {
                break;
            }
            items.swap(at, source);
            at = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{by_key, plainly};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(mut numbers in prop::collection::vec(0_u8..20, 0..200)) {
            let mut pairs: Vec<(u8, usize)> = numbers.iter().copied().zip(0..).collect();
            let mut wanted = pairs.clone();
            wanted.sort_by_key(|(number, _)| *number);
            by_key(&mut pairs, |(number, _)| *number);
            prop_assert_eq!(pairs, wanted);
            let mut wanted = numbers.clone();
            wanted.sort_unstable();
            plainly(&mut numbers);
            prop_assert_eq!(numbers, wanted);
        }
    }
}

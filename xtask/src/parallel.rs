//! The same work on many files, on as many processors as there are.

use anyhow::{Result, anyhow};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does the work for each item; the first failure is the outcome.
pub(crate) fn each<T: Sync>(items: &[T], work: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(items.len());
    let take = || -> Result<()> {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(take)).collect();
        started
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker stopped"))?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_done_once() {
        let done: Vec<AtomicUsize> = (0..50).map(|_| AtomicUsize::new(0)).collect();
        let once = |item: &AtomicUsize| {
            item.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        each(&done, once).unwrap();
        assert!(done.iter().all(|count| count.load(Ordering::Relaxed) == 1));
    }

    #[test]
    fn a_failure_is_the_outcome() {
        let outcome = each(
            &[1, 2, 3],
            |item| if *item == 2 { Err(anyhow!("two")) } else { Ok(()) },
        );
        assert_eq!(outcome.unwrap_err().to_string(), "two");
    }
}

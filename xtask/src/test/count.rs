//! How many tests passed and failed, read from what the runners print.

use std::fmt;
use std::ops::Add;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Count {
    /// A failure that is no test: something could not be started.
    pub(crate) fn one_failed() -> Self {
        Self { passed: 0, failed: 1 }
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Sums the `test result:` lines that Rust's test programs, in a browser too, end with.
    pub(crate) fn of_rust(printed: &str) -> Self {
        printed
            .lines()
            .filter_map(Self::of_line)
            .fold(Self::default(), Add::add)
    }

    fn of_line(line: &str) -> Option<Self> {
        let (_, numbers) = line
            .trim_start()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        let number = |word: &str| {
            numbers
                .split(';')
                .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
        };
        Some(Self {
            passed: number("passed")?,
            failed: number("failed")?,
        })
    }

    /// Reads the statistics of Playwright's JSON report. A test that passed only when repeated has failed.
    pub(crate) fn of_playwright(report: &serde_json::Value) -> Option<Self> {
        let stats = report.get("stats")?;
        let number = |name: &str| stats.get(name).and_then(serde_json::Value::as_u64);
        Some(Self {
            passed: number("expected")?,
            failed: number("unexpected")? + number("flaky")?,
        })
    }

    /// Adds a failure where the runner failed without naming a failed test, e.g. when a test program crashed.
    pub(crate) fn with_status(self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self + Self::one_failed()
        } else {
            self
        }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_program_is_summed() {
        let printed = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Count::of_rust(printed), Count { passed: 3, failed: 3 });
        assert!(Count::of_rust("error: could not compile").is_empty());
    }

    #[test]
    fn a_runner_that_fails_without_a_failed_test_counts_as_one() {
        assert_eq!(
            Count { passed: 5, failed: 0 }.with_status(false),
            Count { passed: 5, failed: 1 }
        );
        assert_eq!(
            Count { passed: 5, failed: 2 }.with_status(false),
            Count { passed: 5, failed: 2 }
        );
        assert_eq!(
            Count { passed: 5, failed: 0 }.with_status(true),
            Count { passed: 5, failed: 0 }
        );
    }

    #[test]
    fn flaky_is_failed() {
        let report = serde_json::json!({"stats": {"expected": 7, "unexpected": 1, "flaky": 2, "skipped": 3}});
        assert_eq!(
            Count::of_playwright(&report),
            Some(Count { passed: 7, failed: 3 })
        );
        assert_eq!(Count::of_playwright(&serde_json::json!({})), None);
    }

    #[test]
    fn the_last_line_reads_as_promised() {
        assert_eq!(
            Count {
                passed: 12,
                failed: 0
            }
            .to_string(),
            "12 passed, 0 failed"
        );
    }
}

//! What the person at the terminal sees: one line a step, with its time.

use std::time::Instant;

/// Announces a step, runs it, and says how long it took.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    eprintln!("• {what} …");
    let started = Instant::now();
    let result = work()?;
    let took = started.elapsed();
    if took.as_millis() >= 500 {
        eprintln!("  {what}: {:.1} s", took.as_secs_f64());
    }
    Ok(result)
}

/// A remark below the current step.
pub(crate) fn note(text: &str) {
    eprintln!("  {text}");
}

/// The end of a command that could not do its work.
pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("\nerror: {error:#}");
}

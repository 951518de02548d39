//! The fallback of set-up, taken once in a scratch copy of the compiler: nobody would notice it rot otherwise.

use super::count::Count;
use crate::build::fingerprint;
use crate::setup::wasm_target;
use crate::{cmd, paths};
use anyhow::Result;

/// Rehearses it, unless it was rehearsed by the same sources with the same compiler before.
pub(crate) fn run() -> Result<Count> {
    let compiler = cmd::quiet(cmd::new("rustc").arg("-vV"))?;
    let state = format!(
        "{}\n{compiler}",
        fingerprint::of(&[paths::at("xtask/src/setup")])?
    );
    let stamp = paths::target().join("std-fallback.rehearsed");
    if std::fs::read_to_string(&stamp).is_ok_and(|last| last == state) {
        eprintln!("  rehearsed before, and nothing has changed since");
    } else {
        wasm_target::rehearse()?;
        std::fs::write(stamp, state)?;
    }
    Ok(Count { passed: 1, failed: 0 })
}

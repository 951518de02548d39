//! The released client is built while the first suites run: either waits for one processor again and again.

use crate::{cmd, paths, progress};
use anyhow::{Context, Result};
use std::fs::File;
use std::path::PathBuf;
use std::process::Child;
use std::sync::{Mutex, PoisonError};

static BUILDING: Mutex<Option<Child>> = Mutex::new(None);

fn log() -> PathBuf {
    paths::target().join("client-build.log")
}

/// Begins; what it says goes into a file.
///
/// # Errors
/// Where it cannot be started.
pub(crate) fn begin() -> Result<()> {
    std::fs::create_dir_all(paths::target())?;
    let said = File::create(log())?;
    let program = std::env::current_exe().context("this program has no path")?;
    let mut command = cmd::new(program);
    command.args(["build", "--client-only"]);
    command.stdin(std::process::Stdio::null());
    command.stdout(said.try_clone()?).stderr(said);
    let child = command.spawn().context("cannot build the client ahead")?;
    *BUILDING.lock().unwrap_or_else(PoisonError::into_inner) = Some(child);
    Ok(())
}

/// Waits for it, where it was begun. Whether it came to its end is for the build that follows to say: it does again what is
/// missing.
///
/// # Errors
/// Where it cannot be waited for.
pub(crate) fn wait() -> Result<()> {
    let child = BUILDING.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(mut child) = child else {
        return Ok(());
    };
    let status = progress::step("waiting for the client", || Ok(child.wait()?))?;
    if !status.success() {
        let said = std::fs::read_to_string(log()).unwrap_or_default();
        eprintln!("{}", said.trim_end());
    }
    Ok(())
}

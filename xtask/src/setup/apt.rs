//! Installing packages of the system, where this machine has `apt-get` and lets us.

use crate::{cmd, progress};
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages, or says in one line what a person has to install by hand.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    let Some(apt) = cmd::which(&["apt-get"]) else {
        bail!("{what} is missing and this system has no apt-get: please install {what} and run this again");
    };
    let elevated = || -> Option<Command> {
        if cmd::is_root() {
            return Some(cmd::new(&apt));
        }
        let sudo = cmd::which(&["sudo"])?;
        let mut probe = cmd::new(&sudo);
        cmd::quiet(probe.args(["-n", "true"])).ok()?;
        let mut command = cmd::new(sudo);
        command.arg("-n").arg(&apt);
        Some(command)
    };
    if elevated().is_none() {
        bail!("{what} is missing: please run `sudo apt-get install {wanted}` and start this again");
    }
    progress::step(&format!("installing {what} (apt-get install {wanted})"), || {
        if let Some(mut update) = elevated() {
            // A stale list is no reason to stop: the package may be known already.
            if let Err(error) = cmd::quiet(update.args(["update", "-qq"])) {
                progress::note(&format!("apt-get update did not succeed: {error:#}"));
            }
        }
        let Some(mut install) = elevated() else {
            bail!("apt-get is not available any more")
        };
        install.env("DEBIAN_FRONTEND", "noninteractive");
        cmd::quiet(
            install
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(packages),
        )
        .map(drop)
    })
}

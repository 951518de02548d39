//! `cargo xtask build`: the client as static files, and the server's program.

pub(crate) mod compile;
mod emit;
mod empty;
pub(crate) mod fingerprint;
mod glue;
mod group;
mod hash;
pub(crate) mod i18n;
mod imports;
mod lazy;
mod loaders;
mod manifest;
mod merge;
mod optimise;
mod precompress;
mod public;
pub(crate) mod scanner;
mod split;
mod styles;
mod template;

pub(crate) use manifest::Manifest;

use crate::{cmd, paths, progress, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What to build.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The quick build that `serve` uses: not optimised, not compressed, into `target/dist-dev`.
    #[arg(long)]
    dev: bool,
    /// Leave the server out.
    #[arg(long)]
    client_only: bool,
}

/// How much time the build may take for small files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Fast to build.
    Dev,
    /// Fast to load.
    Release,
}

impl Mode {
    fn cargo_profile(self) -> &'static str {
        match self {
            Self::Dev => "client-dev",
            Self::Release => "client",
        }
    }

    fn server_profile(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }

    /// Where the built client goes.
    pub(crate) fn output(self) -> PathBuf {
        match self {
            Self::Dev => paths::dist_dev(),
            Self::Release => paths::dist(),
        }
    }
}

/// Runs the command.
pub(crate) fn command(args: &Args) -> Result<()> {
    let mode = if args.dev { Mode::Dev } else { Mode::Release };
    client(mode)?;
    if !args.client_only {
        let server = progress::step("compiling the server", || compile::server(mode))?;
        eprintln!("server: {}", paths::relative(&server));
    }
    let manifest = Manifest::read(&mode.output())?;
    eprintln!(
        "client: {} ({})",
        paths::relative(&mode.output()),
        manifest.summary()
    );
    Ok(())
}

/// Builds the client, unless the last build had the same inputs, and names its folder.
pub(crate) fn client(mode: Mode) -> Result<PathBuf> {
    match mode {
        Mode::Dev => setup::client()?,
        Mode::Release => setup::release()?,
    }
    let output = mode.output();
    let inputs = fingerprint::of_client()?;
    if fingerprint::is_current(&output, &inputs) {
        return Ok(output);
    }
    let linked = progress::step("compiling the client", || compile::client(mode))?;
    let work = paths::client_target().join("split").join(mode.cargo_profile());
    let parts = progress::step("splitting it by page", || split::run(&linked, &work))?;
    if mode == Mode::Release {
        progress::step("optimising", || optimise::all(&parts))?;
    }
    let scanner = progress::step("compiling the scanner", || scanner::build(mode))?;
    let fresh = beside(&output, "new")?;
    progress::step("writing files", || emit::all(&parts, &scanner, mode, &fresh))?;
    if mode == Mode::Release {
        progress::step("compressing", || precompress::all(&fresh))?;
    }
    fingerprint::write(&fresh, &inputs)?;
    swap(&fresh, &output)?;
    Ok(output)
}

/// An empty sibling of a folder.
fn beside(folder: &Path, suffix: &str) -> Result<PathBuf> {
    let name = folder
        .file_name()
        .context("the output folder has no name")?
        .to_string_lossy();
    let sibling = paths::target().join(format!("{name}.{suffix}"));
    if sibling.exists() {
        fs::remove_dir_all(&sibling)?;
    }
    Ok(sibling)
}

/// Puts a finished build in the place of the last one, so that a running server never serves half of each.
fn swap(fresh: &Path, output: &Path) -> Result<()> {
    let old = beside(output, "old")?;
    if output.exists() && fs::rename(output, &old).is_err() {
        fs::remove_dir_all(output)?;
    }
    if fs::rename(fresh, output).is_err() {
        // Another file system: the build folder was put elsewhere.
        cmd::quiet(cmd::new("cp").arg("-a").arg(fresh).arg(output))?;
    }
    if old.exists() {
        fs::remove_dir_all(old)?;
    }
    Ok(())
}

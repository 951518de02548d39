//! PostgreSQL's programs, for the suites that run on both databases.

use super::apt;
use crate::cmd;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The folder that holds `initdb` and `postgres`.
pub(crate) fn binaries() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install("PostgreSQL", &["postgresql"])?;
    find().context("PostgreSQL was installed but its `initdb` is nowhere to be found")
}

fn find() -> Option<PathBuf> {
    let on_path = cmd::which(&["initdb"]).and_then(|file| file.parent().map(Path::to_path_buf));
    on_path
        .or_else(from_pg_config)
        .or_else(newest_of_debian)
        .filter(|folder| is_complete(folder))
}

fn from_pg_config() -> Option<PathBuf> {
    let program = cmd::which(&["pg_config"])?;
    let folder = PathBuf::from(cmd::quiet(cmd::new(program).arg("--bindir")).ok()?.trim());
    is_complete(&folder).then_some(folder)
}

fn newest_of_debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| is_complete(folder))
        .collect();
    found.sort();
    found.pop().map(|(_, folder)| folder)
}

fn is_complete(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("postgres").is_file()
}

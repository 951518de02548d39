//! `assets.json`: every file of the built client with its sizes, and what each page loads on top of the entry.

use super::precompress::suffixed;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const NAME: &str = "assets.json";

/// The built client, as a list.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Changes whenever any file changes.
    pub(crate) build: String,
    /// What every page loads: scripts, main module, styles.
    pub(crate) entry: Vec<String>,
    /// A lazy page's name → its modules.
    pub(crate) pages: BTreeMap<String, Vec<String>>,
    /// Every hashed file.
    pub(crate) files: Vec<File>,
}

/// One file with its hash in its name.
#[derive(Serialize, Deserialize)]
pub(crate) struct File {
    /// Absolute path on the site.
    pub(crate) path: String,
    /// Bytes as stored.
    pub(crate) bytes: u64,
    /// Bytes as sent with brotli; absent in development builds.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) br: Option<u64>,
}

impl Manifest {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = folder.join(NAME);
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is not what a build writes", file.display()))
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        fs::write(folder.join(NAME), serde_json::to_vec(self)?)?;
        Ok(())
    }

    /// Adds the compressed sizes.
    pub(crate) fn measure(&mut self, folder: &Path) -> Result<()> {
        for file in &mut self.files {
            let stored = folder.join(file.path.trim_start_matches('/'));
            file.br = fs::metadata(suffixed(&stored, "br")).ok().map(|data| data.len());
        }
        Ok(())
    }

    /// One line for the person who built it.
    pub(crate) fn summary(&self) -> String {
        let sent = |paths: &[String]| -> u64 {
            let of = self.files.iter().filter(|file| paths.contains(&file.path));
            of.map(|file| file.br.unwrap_or(file.bytes)).sum()
        };
        let largest = self.pages.values().map(|paths| sent(paths)).max().unwrap_or(0);
        let kind = if self.files.iter().any(|file| file.br.is_some()) {
            "brotli"
        } else {
            "not compressed"
        };
        format!(
            "entry {:.1} kB, largest page of {} adds {:.1} kB, {kind}",
            sent(&self.entry) as f64 / 1000.0,
            self.pages.len(),
            largest as f64 / 1000.0
        )
    }
}

//! No file is longer than a person reads in one sitting.

use super::{none_of, sources};
use anyhow::Result;

const LIMIT: usize = 350;

/// Whether every source file is short enough.
pub(crate) fn hold() -> Result<String> {
    let files = sources::with_extension(&["rs", "ts", "js", "mjs", "css"])?;
    let too_long = files
        .iter()
        .map(|file| (&file.name, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LIMIT);
    none_of(
        &too_long
            .map(|(name, lines)| format!("{name}: {lines} lines, at most {LIMIT}"))
            .collect::<Vec<_>>(),
    )?;
    let longest = files
        .iter()
        .map(|file| file.text.lines().count())
        .max()
        .unwrap_or(0);
    Ok(format!("{} files, the longest has {longest} lines", files.len()))
}

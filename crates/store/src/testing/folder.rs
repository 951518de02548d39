//! A folder that goes when it is dropped.

use std::{
    io,
    path::{Path, PathBuf},
};

/// A new folder under the system's temporary one.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes it; `name` helps whoever finds it.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn new(name: &str) -> io::Result<Self> {
        let path = std::env::temp_dir().join(format!("{name}-{:016x}", super::any_number()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

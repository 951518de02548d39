//! Which part of the product a changed file belongs to.

use crate::paths;
use anyhow::{Context, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

/// Editors write a file in several steps; a build waits until they have been quiet for so long.
const QUIET: Duration = Duration::from_millis(200);

/// What has to be built again.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Changed {
    /// The browser's part.
    pub(crate) client: bool,
    /// The server's part.
    pub(crate) server: bool,
}

impl Changed {
    /// What one file, named relative to the root, belongs to.
    fn by(file: &str) -> Self {
        let below = |folder: &str| file.starts_with(folder);
        let both = ["crates/domain/", "data/", "Cargo.toml", "Cargo.lock"]
            .into_iter()
            .any(below);
        let client = [
            "src/",
            "style/",
            "locales/",
            "public/",
            "index.html",
            "build.rs",
            "crates/scanner/",
            "crates/streams/",
        ];
        let server = ["crates/server/", "crates/store/"];
        Self {
            client: both || client.into_iter().any(below),
            server: both || server.into_iter().any(below),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            client: self.client || other.client,
            server: self.server || other.server,
        }
    }

    fn anything(self) -> bool {
        self.client || self.server
    }
}

/// Reports changes until the returned watcher is dropped.
pub(crate) fn start(report: impl Fn(Changed) + Send + 'static) -> Result<RecommendedWatcher> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        let changed = event.paths.iter().map(|path| Changed::by(&paths::relative(path)));
        let changed = changed.fold(Changed::default(), Changed::and);
        if changed.anything() {
            // The other end is gone only when the command is ending.
            let _ = sender.send(changed);
        }
    })
    .context("cannot watch files")?;
    for folder in ["src", "crates", "style", "locales", "public", "data"] {
        let folder = paths::at(folder);
        if folder.is_dir() {
            watch(&mut watcher, &folder, RecursiveMode::Recursive)?;
        }
    }
    // Files of the root are watched through their folder: editors replace files, which ends a watch on the file.
    watch(&mut watcher, paths::root(), RecursiveMode::NonRecursive)?;

    std::thread::spawn(move || {
        while let Ok(first) = events.recv() {
            let mut changed = first;
            while let Ok(next) = events.recv_timeout(QUIET) {
                changed = changed.and(next);
            }
            report(changed);
        }
    });
    Ok(watcher)
}

fn watch(watcher: &mut RecommendedWatcher, folder: &Path, mode: RecursiveMode) -> Result<()> {
    watcher
        .watch(folder, mode)
        .with_context(|| format!("cannot watch {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `crates/streams` was in no list: a change of it needed a restart.
    #[test]
    fn a_file_of_every_member_rebuilds_something() {
        let manifest = std::fs::read_to_string(paths::at("Cargo.toml")).unwrap();
        let members = manifest.split_once("members = [").unwrap().1;
        let members = members.split_once(']').unwrap().0;
        let mut count = 0;
        // The commands themselves do not build themselves anew.
        for member in members
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|member| *member != "xtask")
        {
            let file = format!("{member}/src/lib.rs");
            let file = file.trim_start_matches("./");
            assert!(Changed::by(file).anything(), "{file}");
            count += 1;
        }
        assert!(count >= 6, "{count}");
    }

    #[test]
    fn a_file_rebuilds_what_reads_it() {
        let (client, server) = (
            Changed {
                client: true,
                server: false,
            },
            Changed {
                client: false,
                server: true,
            },
        );
        for (file, wanted) in [
            ("src/app.rs", client),
            ("index.html", client),
            ("locales/vi/home.json", client),
            ("crates/store/src/lib.rs", server),
            ("crates/domain/src/lib.rs", client.and(server)),
            ("data/fees.csv", client.and(server)),
            ("docs/API.md", Changed::default()),
            ("target/dist-dev/index.html", Changed::default()),
        ] {
            assert_eq!(Changed::by(file), wanted, "{file}");
        }
    }
}

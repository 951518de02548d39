//! The standard library's source from Debian's package `rust-src`. A suite other than the machine's own may carry
//! the right version; it is read with a private list, state and cache, so the system's sources stay untouched.

use crate::{cmd, paths, progress};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Suites to look in, the likeliest first.
const SUITES: [&str; 6] = [
    "trixie-backports",
    "forky",
    "sid",
    "forky-backports",
    "trixie",
    "bookworm-backports",
];

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Unpacks the source of one compiler version to where `rustc` looks for it.
pub(crate) fn fetch(version: &str, destination: &Path) -> Result<()> {
    let archive = archive().context(
        "this machine has no Debian package source: please add the target with rustup, or the component rust-src",
    )?;
    for suite in SUITES {
        let private = Apt::new(&archive, suite)?;
        if let Some(package) = private.find(version)? {
            progress::note(&format!("rust-src {package} of {suite}"));
            return private.unpack(&package, version, destination);
        }
    }
    bail!("no Debian suite carries rust-src {version}: please add the target with rustup")
}

/// The archive that this machine already trusts.
fn archive() -> Option<String> {
    let mut command = cmd::new("apt-get");
    command.args([
        "indextargets",
        "--format",
        "$(ORIGIN) $(REPO_URI)",
        "Created-By: Packages",
    ]);
    let listed = cmd::quiet(&mut command).ok()?;
    archive_in(&listed)
}

fn archive_in(listed: &str) -> Option<String> {
    let of_debian = listed.lines().filter_map(|line| line.strip_prefix("Debian "));
    of_debian
        .map(str::trim)
        .find(|uri| !uri.contains("security"))
        .map(str::to_owned)
}

struct Apt {
    folder: std::path::PathBuf,
}

impl Apt {
    fn new(archive: &str, suite: &str) -> Result<Self> {
        let folder = paths::target().join("std-fallback/apt").join(suite);
        for part in ["state/lists/partial", "cache/archives/partial", "unpacked"] {
            fs::create_dir_all(folder.join(part))?;
        }
        fs::write(
            folder.join("sources.list"),
            format!("deb [signed-by={KEYRING}] {archive} {suite} main\n"),
        )?;
        Ok(Self { folder })
    }

    fn command(&self, program: &str) -> Command {
        let mut command = cmd::new(program);
        command.current_dir(&self.folder);
        let place = |part: &str| self.folder.join(part).to_string_lossy().into_owned();
        for (option, value) in [
            ("Dir::Etc::sourcelist", place("sources.list")),
            ("Dir::Etc::sourceparts", "-".into()),
            ("Dir::State", place("state")),
            ("Dir::State::status", place("state/status")),
            ("Dir::Cache", place("cache")),
            // The folders are ours alone, so apt's own unprivileged user could not write there.
            ("APT::Sandbox::User", "root".into()),
            ("Acquire::Languages", "none".into()),
        ] {
            command.arg("-o").arg(format!("{option}={value}"));
        }
        command
    }

    /// The package's full version, where this suite has one for the compiler.
    fn find(&self, version: &str) -> Result<Option<String>> {
        fs::write(self.folder.join("state/status"), "")?;
        if let Err(error) = cmd::quiet(self.command("apt-get").args(["update", "-qq"])) {
            progress::note(&format!("a suite could not be read: {error:#}"));
            return Ok(None);
        }
        let listed = cmd::quiet(self.command("apt-cache").args(["madison", "rust-src"]))?;
        Ok(package_version(&listed, version))
    }

    fn unpack(&self, package: &str, version: &str, destination: &Path) -> Result<()> {
        cmd::quiet(
            self.command("apt-get")
                .args(["download", "-qq", &format!("rust-src={package}")]),
        )?;
        let archive = paths::files_below(&self.folder)?
            .into_iter()
            .find(|file| file.extension().is_some_and(|extension| extension == "deb"))
            .context("apt-get download left no package")?;
        let unpacked = self.folder.join("unpacked");
        cmd::quiet(cmd::new("dpkg").arg("-x").arg(&archive).arg(&unpacked))?;
        let sources = unpacked.join("usr/src").join(format!("rustc-{version}"));
        if !sources.join("library/std").is_dir() {
            bail!("rust-src {package} has no standard library in usr/src/rustc-{version}");
        }
        if let Some(parent) = destination.parent() {
            fs::create_dir_all(parent)?;
        }
        cmd::quiet(cmd::new("cp").arg("-a").arg("-T").arg(&sources).arg(destination)).map(drop)
    }
}

fn package_version(listed: &str, compiler: &str) -> Option<String> {
    let mut versions = listed
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim);
    versions
        .find(|found| found.split(['+', '-', '~']).next() == Some(compiler))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_the_compilers_own_version() {
        let listed =
            " rust-src | 1.95.0+dfsg1-2~bpo13+1 | x Packages\n rust-src | 1.85.0+dfsg3-1 | x Packages\n";
        assert_eq!(
            package_version(listed, "1.95.0").as_deref(),
            Some("1.95.0+dfsg1-2~bpo13+1")
        );
        assert_eq!(package_version(listed, "1.95"), None);
        assert_eq!(package_version(listed, "1.9.0"), None);
    }

    #[test]
    fn never_takes_the_security_archive() {
        let listed = "Debian http://a.example/debian-security/\nOther http://b.example/\nDebian http://a.example/debian/\n";
        assert_eq!(archive_in(listed).as_deref(), Some("http://a.example/debian/"));
        assert_eq!(archive_in("Other http://b.example/\n"), None);
    }
}

//! A PostgreSQL server of this command's own: fresh, on loopback, on a free port, gone afterwards.

use crate::serve::http;
use crate::setup::postgres;
use crate::{cmd, paths, progress};
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const START: Duration = Duration::from_secs(30);

/// Runs some work with the URL of a server.
pub(crate) fn with<T>(work: impl FnOnce(&str) -> Result<T>) -> Result<T> {
    let server = progress::step("starting PostgreSQL", || Postgres::start(Durability::Forgets))?;
    work(&server.url())
}

/// What a finished transaction means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// It is on the disk. For measurements.
    Waits,
    /// It would be lost with the machine. For tests, whose data nobody keeps.
    Forgets,
}

/// A running server; dropping it stops it and removes its files.
pub(crate) struct Postgres {
    child: Child,
    address: SocketAddr,
    folder: PathBuf,
    binaries: PathBuf,
    owner: Option<Owner>,
}

/// Who runs the server: PostgreSQL refuses to run as root.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

impl Postgres {
    /// Starts one.
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        let binaries = postgres::binaries()?;
        let owner = if cmd::is_root() {
            Some(Owner::unprivileged()?)
        } else {
            None
        };
        let folder = empty_folder(owner)?;
        let data = folder.join("data");
        let mut initdb = command(&binaries.join("initdb"), owner, &folder);
        initdb.args([
            "--auth=trust",
            "--username=eid",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-D",
        ]);
        cmd::quiet(initdb.arg(&data))?;

        let address = http::free_address()?;
        let mut server = command(&binaries.join("postgres"), owner, &folder);
        server
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .args(["-p", &address.port().to_string()]);
        let fsync = if durability == Durability::Waits {
            "fsync=on"
        } else {
            "fsync=off"
        };
        for setting in [
            "listen_addresses=127.0.0.1",
            fsync,
            "max_connections=200",
            "log_min_messages=fatal",
        ] {
            server.args(["-c", setting]);
        }
        let log = fs::File::create(paths::target().join("test-postgres.log"))?;
        let child = server
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn();
        let child = child.context("cannot start PostgreSQL")?;
        let mut started = Self {
            child,
            address,
            folder,
            binaries,
            owner,
        };
        started.wait()?;
        Ok(started)
    }

    /// Where to reach it.
    pub(crate) fn url(&self) -> String {
        format!("postgres://eid@127.0.0.1:{}/postgres", self.address.port())
    }

    fn wait(&mut self) -> Result<()> {
        let since = Instant::now();
        while since.elapsed() < START {
            if let Some(status) = self.child.try_wait()? {
                bail!("PostgreSQL stopped at once ({status}); see target/test-postgres.log");
            }
            // The port opens before the server takes connections; `pg_isready` knows the difference.
            let ready = self.binaries.join("pg_isready");
            let port = self.address.port().to_string();
            let is_up = if ready.is_file() {
                cmd::quiet(cmd::new(ready).args(["-q", "-h", "127.0.0.1", "-p", &port])).is_ok()
            } else {
                TcpStream::connect(self.address).is_ok()
            };
            if is_up {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!(
            "PostgreSQL did not answer within {} seconds; see target/test-postgres.log",
            START.as_secs()
        )
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = command(&self.binaries.join("pg_ctl"), self.owner, &self.folder);
        stop.args(["stop", "--mode=immediate", "--silent", "-D"])
            .arg(self.folder.join("data"));
        if cmd::quiet(&mut stop).is_err() {
            // It may have stopped by itself; then there is nothing to end.
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Owner {
    /// The system's own database user, or the user that owns nothing.
    fn unprivileged() -> Result<Self> {
        let users = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Self::named(&users, name))
            .context("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody`")
    }

    fn named(users: &str, name: &str) -> Option<Self> {
        let fields = users
            .lines()
            .map(|line| line.split(':').collect::<Vec<_>>())
            .find(|fields| fields[0] == name)?;
        Some(Self {
            user: fields.get(2)?.parse().ok()?,
            group: fields.get(3)?.parse().ok()?,
        })
    }
}

fn command(program: &Path, owner: Option<Owner>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some(owner) = owner {
        command.uid(owner.user).gid(owner.group);
    }
    command
}

/// In the system's folder for temporary files: the unprivileged user may not be allowed into this workspace, and a
/// socket's path must be short.
fn empty_folder(owner: Option<Owner>) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("eid-pg-{}-{}", std::process::id(), serial()));
    fs::create_dir(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    if let Some(owner) = owner {
        std::os::unix::fs::chown(&folder, Some(owner.user), Some(owner.group))?;
    }
    Ok(folder)
}

/// Tells servers of one process apart; only names depend on it.
fn serial() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_their_whole_name() {
        let users = "root:x:0:0::/root:/bin/sh\npostgres-old:x:7:8:::\npostgres:x:110:115::/x:/bin/sh\n";
        let owner = Owner::named(users, "postgres").unwrap();
        assert_eq!((owner.user, owner.group), (110, 115));
        assert!(Owner::named(users, "nobody").is_none());
    }
}

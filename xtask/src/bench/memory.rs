//! Memory of the released server at rest.

use super::Metric;
use crate::build::{self, Mode, compile};
use crate::progress;
use crate::serve::child::{Says, Server};
use crate::serve::http;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A server with SQLite and demo data, five seconds after it first answered.
pub(crate) fn idle() -> Result<Vec<Metric>> {
    let running = released()?;
    progress::step("letting the server rest", || {
        std::thread::sleep(Duration::from_secs(5));
        Ok(())
    })?;
    let status = std::fs::read_to_string(format!("/proc/{}/status", running.server.id()))
        .context("the system does not tell the server's memory")?;
    let value =
        resident_megabytes(&status).context("the system's account of the server's memory has changed")?;
    Ok(vec![Metric {
        name: "server_rss_idle".into(),
        value,
        unit: "MB".into(),
    }])
}

/// A released server on a free port, with a database of its own that goes with it.
pub(crate) struct Released {
    pub(crate) server: Server,
    pub(crate) origin: String,
    folder: PathBuf,
}

/// Builds and starts one.
pub(crate) fn released() -> Result<Released> {
    let dist = build::client(Mode::Release)?;
    start(&dist)
}

/// The same without the client: for what no page is needed for.
pub(crate) fn server_alone() -> Result<Released> {
    start(&folder())
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("eid-bench-{}", std::process::id()))
}

fn start(dist: &Path) -> Result<Released> {
    let program = progress::step("compiling the server", || compile::server(Mode::Release))?;
    let folder = folder();
    std::fs::create_dir_all(&folder)?;
    let address = http::free_address()?;
    let database = format!("sqlite:{}", folder.join("eid.db").display());
    let server = Server::start(&program, address, dist, &database, Says::Nothing)?;
    Ok(Released {
        server,
        origin: format!("http://{address}"),
        folder,
    })
}

impl Drop for Released {
    fn drop(&mut self) {
        // The server still has the files open; on this system that does not keep them from going.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub(super) fn resident_megabytes(status: &str) -> Option<f64> {
    megabytes(status, "VmRSS:")
}

/// The most it ever had.
pub(super) fn most_megabytes(status: &str) -> Option<f64> {
    megabytes(status, "VmHWM:")
}

fn megabytes(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::{most_megabytes, resident_megabytes};

    #[test]
    fn reads_resident_memory() {
        assert_eq!(
            resident_megabytes("VmPeak:  9 kB\nVmRSS:\t   15625 kB\n"),
            Some(16.0)
        );
        assert_eq!(most_megabytes("VmHWM:  15625 kB\n"), Some(16.0));
        assert_eq!(resident_megabytes("VmPeak:  9 kB\n"), None);
    }
}

//! A running `eid-server`, stopped when it goes out of scope.

use super::http;
use crate::cmd;
use anyhow::{Context, Result, bail};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The longest time from start to the first healthy answer: migrations and demo data come first.
const START: Duration = Duration::from_secs(60);

/// The time it has to finish what it is doing before it is ended.
const STOP: Duration = Duration::from_secs(8);

/// Which of its output a person sees.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// All of it.
    Everything,
    /// None.
    Nothing,
}

/// A server with demo data.
pub(crate) struct Server {
    child: Child,
}

impl Server {
    /// Starts the program and waits until it answers.
    pub(crate) fn start(
        program: &Path,
        address: SocketAddr,
        dist: &Path,
        database: &str,
        says: Says,
    ) -> Result<Self> {
        let mut command = cmd::new(program);
        command.args([
            "serve",
            "--demo",
            "--listen",
            &address.to_string(),
            "--database",
            database,
        ]);
        command.arg("--dist").arg(dist);
        if says == Says::Nothing {
            command.stdout(Stdio::null()).stderr(Stdio::null());
        }
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .context("cannot start the server")?;
        let mut server = Self { child };
        let started = Instant::now();
        while !http::is_ok(address, "/api/health") {
            if let Some(status) = server.ended() {
                bail!("the server stopped before it answered: {status}");
            }
            if started.elapsed() > START {
                bail!("the server did not answer within {} seconds", START.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    /// Its status, where it has stopped by itself.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.ended().is_some() {
            return;
        }
        // It finishes running requests when asked; only then is it ended.
        let asked = cmd::quiet(cmd::new("kill").arg("-TERM").arg(self.child.id().to_string())).is_ok();
        let since = Instant::now();
        while asked && since.elapsed() < STOP {
            if self.ended().is_some() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        if self.child.kill().is_ok() {
            // Nothing is left to do where even that fails.
            drop(self.child.wait());
        }
    }
}

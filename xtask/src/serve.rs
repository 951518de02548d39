//! `cargo xtask serve`: the whole product with demo data on one port, rebuilt on change.

pub(crate) mod child;
pub(crate) mod http;
mod watch;

use crate::build::{self, Mode, compile};
use crate::{paths, progress};
use anyhow::{Context, Result, bail};
use child::Server;
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use watch::Changed;

/// How to serve.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build once; do not look for changes.
    #[arg(long)]
    no_watch: bool,
}

/// Where demo data lives between runs; deleting it starts afresh.
const DATA: &str = ".data/demo";

/// Runs the command until it is told to stop.
pub(crate) fn command(args: &Args) -> Result<()> {
    let address = SocketAddr::from(([127, 0, 0, 1], args.port));
    drop(TcpListener::bind(address).with_context(|| {
        format!(
            "port {} is taken: stop what uses it, or choose another with --port",
            args.port
        )
    })?);

    let (stop, stopped) = channel();
    let interrupted = stop.clone();
    // A closed channel means that the command is ending anyway; here and below.
    let on_signal = move || {
        let _ = interrupted.send(None);
    };
    ctrlc::set_handler(on_signal).context("cannot listen for Ctrl-C")?;

    let dist = build::client(Mode::Dev)?;
    let program = progress::step("compiling the server", || compile::server(Mode::Dev))?;
    let start = || -> Result<Server> {
        std::fs::create_dir_all(paths::at(DATA))?;
        let database = format!("sqlite:{}", paths::at(DATA).join("eid.db").display());
        Server::start(&program, address, &dist, &database, child::Says::Everything)
    };
    let mut server = Some(progress::step("starting the server", start)?);
    let on_change = move |changed| {
        let _ = stop.send(Some(changed));
    };
    let _watcher = if args.no_watch {
        None
    } else {
        Some(watch::start(on_change)?)
    };
    eprintln!("Ready: http://{address}/ · demo data is kept in {DATA} · Ctrl-C stops");

    loop {
        match stopped.recv_timeout(Duration::from_millis(500)) {
            Ok(None) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Ok(Some(changed)) => {
                if let Err(error) = rebuild(changed, &mut server, &start) {
                    progress::failure(&error);
                    progress::note("the last good build is still being served; waiting for the next change");
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(status) = server.as_mut().and_then(Server::ended) {
                    bail!("the server stopped by itself: {status}");
                }
            }
        }
    }
}

fn rebuild(changed: Changed, server: &mut Option<Server>, start: &dyn Fn() -> Result<Server>) -> Result<()> {
    if changed.client {
        build::client(Mode::Dev)?;
    }
    if changed.server {
        progress::step("compiling the server", || compile::server(Mode::Dev))?;
        // The port must be free before the next one starts.
        drop(server.take());
        *server = Some(progress::step("restarting the server", start)?);
    }
    Ok(())
}

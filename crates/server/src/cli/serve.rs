//! `eid-server serve`.

use super::Failure;
use crate::{
    config::{Config, flags::ServeFlags},
    logging, seed,
    serve::{self, Running},
};
use std::{io::Write, net::SocketAddr};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Opens, migrates and seeds the database, then serves until told to stop.
///
/// # Errors
/// A setting, the database or the port that cannot be used.
pub async fn run(flags: ServeFlags) -> Result<(), Failure> {
    let config = Config::load(flags)?;
    logging::start()?;
    // Before anybody can be served: who is told to stop while starting stops well too.
    let told = Told::listen()?;
    let running = serve::start(config).await?;
    if running.app().config.demo {
        // Not with the server itself: tests and measures start with empty lists.
        seed::aid::demo_list(running.app())
            .await
            .map_err(|_| "no demo list")?;
        seed::family::demo_family(running.app())
            .await
            .map_err(|_| "no demo family")?;
        print_demo(&running);
    }
    told.stop().await;
    running.stop().await?;
    Ok(())
}

fn print_demo(running: &Running) {
    // Whoever stopped reading (a pipe that was closed) is served all the same.
    let _ = std::io::stdout().write_all(demo(&running.address()).as_bytes());
}

/// Where everything of a demo is, and who can sign in.
fn demo(address: &SocketAddr) -> String {
    let mut staff = Vec::new();
    for member in seed::DEMO_STAFF {
        let (name, password, what) = (member.username, seed::DEMO_PASSWORD, member.what);
        staff.push(format!("            {name:<14} {password:<18} {what}"));
    }
    let staff = staff.join("\n");
    // Passkeys are bound to a name; this machine has one.
    format!(
        "\ne-ID Activation (demo data, simulated messages): http://{address}
  staff:    http://{address}/desk
{staff}
  citizen:  http://{address}/dang-nhap
            {:<14} {:<18} a mother and her child; passcode {}
  no fee:   Trần Thị Mẫu, 097158000011, born 12/03/1958, phone 0990701011: of a poor household
  messages: http://{address}/inbox
  passkeys: http://localhost:{}\n\n",
        seed::family::DEMO_NUMBER,
        seed::family::DEMO_PASSWORD,
        seed::family::DEMO_PASSCODE,
        address.port()
    )
}

/// What asks the server to stop.
struct Told {
    interrupt: Signal,
    terminate: Signal,
}

impl Told {
    /// From here on a signal no longer ends the process by itself.
    fn listen() -> Result<Self, Failure> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn stop(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
        tracing::info!("stopping");
    }
}

//! `eid-server serve`.

use super::Failure;
use crate::{
    config::{Config, flags::ServeFlags},
    logging, seed,
    serve::{self, Running},
};
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
    let address = running.address();
    println!("\ne-ID Activation (demo data, simulated messages): http://{address}");
    println!("  staff:    http://{address}/desk");
    for member in seed::DEMO_STAFF {
        println!(
            "            {:<14} {:<18} {}",
            member.username,
            seed::DEMO_PASSWORD,
            member.what
        );
    }
    println!("  citizen:  http://{address}/dang-nhap");
    println!(
        "            {:<14} {:<18} a mother and her child; passcode {}",
        seed::family::DEMO_NUMBER,
        seed::family::DEMO_PASSWORD,
        seed::family::DEMO_PASSCODE
    );
    println!(
        "  no fee:   Trần Thị Mẫu, 097158000011, born 12/03/1958, phone 0990701011: of a poor household"
    );
    println!("  messages: http://{address}/inbox");
    // Passkeys are bound to a name; this machine has one.
    println!("  passkeys: http://localhost:{}\n", address.port());
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

//! `eid-server seed`.

use super::{Failure, migrate};
use crate::{config::flags::CommonFlags, password::Passwords, rng::SystemRng, seed};

/// Writes the offices and, with `--demo`, the demo's staff.
///
/// # Errors
/// When the database or a data file cannot be used.
pub async fn run(flags: CommonFlags) -> Result<(), Failure> {
    let (store, _) = migrate::open(&flags).await?;
    let count = seed::offices(&store).await?;
    println!("{count} offices");
    if flags.demo {
        let passwords = Passwords::new(&SystemRng).map_err(|_| "no password hashing")?;
        seed::demo_staff(&store, &passwords, &SystemRng)
            .await
            .map_err(|_| "no demo staff")?;
        println!("{} members of staff", seed::DEMO_STAFF.len());
    }
    store.close().await;
    Ok(())
}

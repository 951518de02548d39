//! `eid-server migrate`.

use super::Failure;
use crate::config::{Config, file::FileSettings, flags::CommonFlags};
use eid_store::{Options, Store};

/// Opens the database that flags and file name, as it is; gives the file's settings as well.
///
/// # Errors
/// When it cannot be used.
pub async fn connect(flags: &CommonFlags) -> Result<(Store, FileSettings), Failure> {
    let file = flags
        .config
        .as_deref()
        .map(FileSettings::read)
        .transpose()?
        .unwrap_or_default();
    let demo = flags.demo || file.demo.unwrap_or(false);
    let url = flags.database.clone().or_else(|| file.database.clone());
    let url = url.unwrap_or_else(|| Config::default_database(demo).to_owned());
    Ok((Store::open(&url, &Options::default()).await?, file))
}

/// The same, brought to this program's schema; says how many migrations that took.
///
/// # Errors
/// When it cannot be used.
pub async fn open(flags: &CommonFlags) -> Result<(Store, usize), Failure> {
    let (store, _) = connect(flags).await?;
    let applied = store.migrate().await?;
    Ok((store, applied))
}

/// Brings the database up to date.
///
/// # Errors
/// When it cannot be used.
pub async fn run(flags: CommonFlags) -> Result<(), Failure> {
    let (store, applied) = open(&flags).await?;
    store.close().await;
    println!("{applied} migrations applied");
    Ok(())
}

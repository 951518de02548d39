//! `eid-server backup`.

use super::{Failure, migrate};
use crate::config::flags::BackupFlags;
use eid_store::{Store, offices};

/// Copies the database as it is at this moment; others go on meanwhile. The copy is readable by this user alone: it holds
/// what people have told.
///
/// # Errors
/// Where the file exists already or cannot be written, where there is nothing of ours to copy, and on PostgreSQL, which is
/// backed up with its own tools.
pub async fn run(flags: BackupFlags) -> Result<(), Failure> {
    let (store, _) = migrate::connect(&flags.common).await?;
    let path = flags.file.to_str().ok_or("the file's name is not UTF-8")?;
    let copied = copy(&store, path).await;
    store.close().await;
    copied?;
    println!("copied into {path}");
    Ok(())
}

async fn copy(store: &Store, path: &str) -> Result<(), Failure> {
    // A name that was mistyped opens an empty database: a copy of that would be found out when it is needed.
    let offices = offices::list(&mut store.peek().await?).await;
    if offices.map_or(0, |offices| offices.len()) == 0 {
        return Err("there are no offices in this database: is it the right one?".into());
    }
    Ok(store.backup(path).await?)
}

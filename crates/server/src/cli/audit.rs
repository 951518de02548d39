//! `eid-server audit verify`.

use super::{Failure, migrate};
use crate::{app::audit::is_signed, config::flags::VerifyFlags, secret::Keys, seed};
use eid_store::{
    Store,
    audit::{
        chain::{self, Head},
        check::{self, Place, Step},
    },
    settings,
};

/// Rows in memory at a time.
const ROWS: u32 = 5_000;

/// Reads the whole chain.
///
/// # Errors
/// The first row that is not what was written; or the database cannot be read.
pub async fn verify(flags: VerifyFlags) -> Result<(), Failure> {
    let (store, file) = migrate::connect(&flags.common).await?;
    let given = flags.server_key.or(file.server_key);
    let keys = keys(&store, given).await?;
    let outcome = whole(&store, flags.noted.as_deref(), keys.as_ref()).await;
    store.close().await;
    let (head, waiting) = outcome?;
    println!("{} entries, sound", head.sequence);
    println!("end: {}:{}", head.sequence, head.hash);
    if waiting > 0 {
        println!("{waiting} written a moment ago, not in the chain yet");
    }
    if keys.is_none() {
        println!("the signature of the end was not checked: no server key given");
    }
    Ok(())
}

/// The given key, or the one that a demo keeps in its database.
async fn keys(store: &Store, given: Option<String>) -> Result<Option<Keys>, Failure> {
    let hex = match given {
        Some(hex) => Some(hex),
        None => settings::get(&mut store.peek().await?, seed::KEY_SETTING).await?,
    };
    let parse = |hex: String| Keys::parse(&hex).ok_or("server_key: 64 hex digits");
    Ok(hex.map(parse).transpose()?)
}

/// The end of a sound chain, and how many entries wait for it.
///
/// # Errors
/// The first row that is not what was written.
pub async fn whole(store: &Store, noted: Option<&str>, keys: Option<&Keys>) -> Result<(Head, u64), Failure> {
    if let Some(noted) = noted {
        is_still_there(store, noted).await?;
    }
    let signed = |head: &Head| keys.is_none_or(|keys| is_signed(keys, head));
    let mut place = Place::start();
    loop {
        // One state of the data for each part; nothing is held open over the whole.
        let mut tx = store.read().await?;
        match check::step(&mut tx, &place, ROWS, &signed).await? {
            Step::More(next) => place = next,
            Step::Sound(head) => return Ok((head, chain::waiting(&mut tx).await?.0)),
            Step::Broken(fault) => return Err(format!("the audit is broken: {fault}").into()),
        }
    }
}

async fn is_still_there(store: &Store, noted: &str) -> Result<(), Failure> {
    let parts = noted.split_once(':');
    let parts = parts.and_then(|(number, hash)| Some((number.parse::<u64>().ok()?, hash)));
    let (number, hash) = parts.ok_or("--noted: NUMBER:HASH")?;
    let found = chain::hash_at(&mut store.peek().await?, number).await?;
    if found.as_deref() == Some(hash) {
        return Ok(());
    }
    Err(format!("the audit is broken: number {number} is not what was noted").into())
}

//! The kinds of work, and how they are queued.

use crate::{app::ids, problem::ApiError, state::App};
use eid_store::{
    Tx,
    dossiers::Dossier,
    jobs::{self, NewJob},
};
use jiff::Timestamp;

/// A piece of work about one dossier, or a sweep over all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Hand the card dossier to the authority.
    SubmitCard,
    /// Hand the account request to the authority.
    SubmitAccount,
    /// Tell the person that the card is there.
    TellCardReady,
    /// Remind the person of the card.
    RemindCollect,
    /// Remind the holder of an account that it waits to be activated.
    RemindActivate,
    /// Whatever is due by the time of day: reminders, missed visits, lapsed days.
    Sweep,
    /// Remove what is not needed any more.
    Purge,
    /// Offer the free places of an office to those who wait.
    OfferPlaces,
    /// Ask an agency for a paper of a wallet.
    AskSource,
}

const ALL: [Work; 9] = [
    Work::SubmitCard,
    Work::SubmitAccount,
    Work::TellCardReady,
    Work::RemindCollect,
    Work::RemindActivate,
    Work::Sweep,
    Work::Purge,
    Work::OfferPlaces,
    Work::AskSource,
];

impl Work {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SubmitCard => "submit_card",
            Self::SubmitAccount => "submit_account",
            Self::TellCardReady => "tell_card_ready",
            Self::RemindCollect => "remind_collect",
            Self::RemindActivate => "remind_activate",
            Self::Sweep => "sweep",
            Self::Purge => "purge",
            Self::OfferPlaces => "offer_places",
            Self::AskSource => "ask_source",
        }
    }

    /// From the stored word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        ALL.into_iter().find(|work| work.as_str() == word)
    }
}

/// Queues work about a dossier as it is now: once for each of its versions.
///
/// # Errors
/// When the database is out of reach.
pub async fn enqueue_for(
    app: &App,
    tx: &mut Tx,
    work: Work,
    dossier: &Dossier,
    now: Timestamp,
) -> Result<(), ApiError> {
    let key = format!("{}:{}:{}", work.as_str(), dossier.id, dossier.version);
    enqueue(app, tx, work, &key, &dossier.id, now).await
}

/// Queues work under a key; nothing happens where the key is known.
///
/// # Errors
/// When the database is out of reach.
pub async fn enqueue(
    app: &App,
    tx: &mut Tx,
    work: Work,
    unique_key: &str,
    about: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    enqueue_at(app, tx, work, (unique_key, about), now, now).await
}

/// The same, not before a time; what makes it the same, and what it is about.
///
/// # Errors
/// When the database is out of reach.
pub async fn enqueue_at(
    app: &App,
    tx: &mut Tx,
    work: Work,
    (unique_key, about): (&str, &str),
    run_at: Timestamp,
    now: Timestamp,
) -> Result<(), ApiError> {
    let id = ids::time_ordered(app.rng.as_ref(), now)?;
    let job = NewJob {
        id: &id,
        kind: work.as_str(),
        unique_key,
        payload: about,
        run_at,
    };
    jobs::enqueue(tx, &job).await?;
    Ok(())
}

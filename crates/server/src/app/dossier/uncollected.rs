//! Cards whose owner was told and has not come.

use crate::app::notice_wishes;
use crate::{
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    dossier::State,
    wire::batches::{Told, ToldState},
};
use eid_store::{
    Tx,
    dossiers::Dossier,
    notices::{self, Notice, NoticeState},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Days between two messages to one person.
pub const PAUSE_DAYS: u16 = 7;
const DAY_S: i64 = 86_400;

/// Whether a card waits in the office for its owner, who knows of it.
#[must_use]
pub const fn waits(state: State) -> bool {
    matches!(state, State::Notified | State::Unclaimed)
}

/// The last message about it to each of these, by dossier; where both of a person's phones were written to, the better
/// outcome counts.
///
/// # Errors
/// When the database is out of reach.
pub async fn told(tx: &mut Tx, dossiers: &[&str]) -> Result<BTreeMap<String, Told>, ApiError> {
    let mut told = BTreeMap::<String, Told>::new();
    for notice in notices::of_kind(tx, Kind::Uncollected.as_str(), dossiers).await? {
        let Some(dossier) = notice.dossier_id.clone() else {
            continue;
        };
        let state = state_of(&notice);
        told.entry(dossier)
            .and_modify(|known| {
                if notice.created_at > known.at {
                    *known = Told {
                        at: notice.created_at,
                        state,
                    };
                } else if notice.created_at == known.at && state == ToldState::Sent {
                    known.state = state;
                }
            })
            .or_insert(Told {
                at: notice.created_at,
                state,
            });
    }
    Ok(told)
}

const fn state_of(notice: &Notice) -> ToldState {
    match notice.state {
        NoticeState::Queued => ToldState::Queued,
        NoticeState::Sent => ToldState::Sent,
        NoticeState::Failed => ToldState::Failed,
    }
}

/// Whether another message may be written now: one a week, whoever writes it.
#[must_use]
pub fn may_tell(told: Option<&Told>, now: Timestamp) -> bool {
    let pause = SignedDuration::from_secs(i64::from(PAUSE_DAYS) * DAY_S);
    told.is_none_or(|told| told.at.saturating_add(pause).is_ok_and(|next| next <= now))
}

/// Tells one person, where they still have a card to collect, wish to be reminded, and were not told a short while ago. True where they were.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<bool, ApiError> {
    let before = told(tx, &[&dossier.id]).await?;
    if !notice_wishes::of(tx, &dossier.id).await?.reminders {
        return Ok(false);
    }
    if !may_tell(before.get(&dossier.id), now) {
        return Ok(false);
    }
    queue::tell(app, tx, dossier, Kind::Uncollected, Facts::default(), now).await?;
    Ok(true)
}

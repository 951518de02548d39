//! Taking the authority's decisions over into dossiers and accounts, each at least once and at most with
//! one effect.

use super::contract::{Decision, Outcome, Subject};
use crate::{
    app::{
        accounts as account_steps,
        audit::Who,
        corrections::{self, Asked},
        deliveries,
        dossiers::{self as cases, Move},
    },
    jobs::account::{begin_clock, tell_approved},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account,
    batch::{self, Verdict},
    calendar::office_date,
    dossier::{Actor, State},
    expiry::expiry,
    identity::BirthDate,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
};
use jiff::Timestamp;

const BATCH: u32 = 50;

/// Fetches decisions and takes them over. True where there was one.
///
/// # Errors
/// When the database or the authority is out of reach; nothing is lost.
pub async fn round(app: &App) -> Result<bool, ApiError> {
    let now = app.now();
    let decisions = app.authority.decisions(now, BATCH).await;
    let decisions = decisions.map_err(|error| ApiError::internal("authority", &error))?;
    let mut any = false;
    for decision in &decisions {
        if take_over(app, decision, now).await? {
            let done = app.authority.acknowledge(&decision.id, now).await;
            done.map_err(|error| ApiError::internal("authority", &error))?;
            any = true;
        }
    }
    Ok(any)
}

/// False where the decision has come before its time: it comes again.
async fn take_over(app: &App, decision: &Decision, now: Timestamp) -> Result<bool, ApiError> {
    let mut tx = app.store.begin().await?;
    let Some(mut dossier) = dossiers::by_code(&mut tx, &decision.dossier_code).await? else {
        tracing::warn!(decision = %decision.subject.as_str(), "a decision about an unknown dossier");
        return Ok(true);
    };
    let verdict = decide(
        app,
        &mut tx,
        &mut dossier,
        (decision.subject, &decision.outcome),
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(verdict != Verdict::NotSent)
}

/// Takes one decision over, wherever it comes from, and says what it did; anything but `Applies` has changed nothing.
///
/// # Errors
/// When the database is out of reach.
pub async fn decide(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    (subject, outcome): (Subject, &Outcome),
    now: Timestamp,
) -> Result<Verdict, ApiError> {
    match subject {
        Subject::Card => card(app, tx, dossier, outcome, now).await,
        Subject::Account => account(app, tx, dossier, outcome, now).await,
    }
}

async fn card(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<Verdict, ApiError> {
    let verdict = batch::card(cases::state_of(dossier)?, outcome);
    if verdict != Verdict::Applies {
        return Ok(verdict);
    }
    let to = batch::card_after(outcome);
    let reason = outcome.needs_reason().then_some(outcome.reason());
    if let Some(reason) = reason {
        dossier.message = Some(reason.to_owned());
    }
    let change = Move {
        to,
        actor: Actor::Ministry,
        who: Who::Ministry,
        note: reason,
    };
    cases::step(app, tx, dossier, change, now).await?;
    let facts = Facts {
        reason: reason.unwrap_or_default().to_owned(),
        ..Facts::default()
    };
    match to {
        State::NeedsCorrection => {
            let asked = Asked {
                by_ministry: true,
                what: &[],
                papers: &[],
                words: reason.unwrap_or_default(),
            };
            let day = Some(corrections::ask(app, tx, dossier, asked, now).await?);
            let facts = Facts { day, ..facts };
            queue::tell(app, tx, dossier, Kind::Correction, facts, now).await?;
        }
        State::Refused => queue::tell(app, tx, dossier, Kind::Refused, facts, now).await?,
        State::Approved => set_expiry(tx, dossier, now).await?,
        State::Printed => ask_for_way(app, tx, dossier, now).await?,
        _ => {}
    }
    Ok(Verdict::Applies)
}

/// Before the card travels its owner is asked by which way it shall come, and whether the number is still right; who has
/// said so since it was approved is not asked again.
async fn ask_for_way(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<(), ApiError> {
    if deliveries::is_to_be_asked(tx, dossier).await? {
        queue::tell(app, tx, dossier, Kind::DeliveryAsked, Facts::default(), now).await?;
    }
    Ok(())
}

/// The new card's expiry follows from the day of issue (Law on Identification 26/2023, art. 21).
async fn set_expiry(tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<(), ApiError> {
    let birth = BirthDate::from_iso(&dossier.birth_date)
        .ok()
        .and_then(|birth| birth.date());
    if let (Some(birth), Some(mut account)) = (birth, accounts::by_dossier(tx, &dossier.id).await?) {
        account.card_expires_on = expiry(birth, office_date(now)).date();
        accounts::update(tx, &mut account).await?;
    }
    Ok(())
}

async fn account(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<Verdict, ApiError> {
    let (Some(to), Some(mut account)) = (
        batch::account_after(outcome),
        accounts::by_dossier(tx, &dossier.id).await?,
    ) else {
        return Ok(Verdict::Impossible);
    };
    let verdict = batch::account(account_steps::state_of(&account)?, outcome);
    if verdict != Verdict::Applies {
        return Ok(verdict);
    }
    if to == account::State::L2Approved {
        begin_clock(app, &mut account, now);
    }
    account_steps::step(app, tx, &mut account, to, (Actor::Ministry, Who::Ministry), now).await?;
    let refused = to == account::State::L2Refused;
    accounts::set_refusal(tx, &account.id, refused.then(|| outcome.reason())).await?;
    tell_account(app, tx, &account, dossier, outcome, now).await?;
    Ok(Verdict::Applies)
}

async fn tell_account(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    dossier: &Dossier,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), ApiError> {
    match outcome {
        Outcome::Approved => tell_approved(app, tx, account, Some(dossier), now).await,
        Outcome::Refused { reason } | Outcome::NeedsCorrection { reason } => {
            let facts = Facts {
                reason: reason.clone(),
                ..Facts::default()
            };
            queue::tell_holder(app, tx, account, Some(dossier), Kind::AccountRefused, facts, now).await
        }
        _ => Ok(()),
    }
}

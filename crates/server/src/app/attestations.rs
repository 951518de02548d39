//! Showing one's e-ID: making statements, and telling whether one stands.

use super::{
    ids, keys, qr,
    venues::{self, Venue},
};
use crate::{problem::ApiError, rng, state::App};
use eid_domain::{
    account::State as AccountState,
    attest::{Claim, Judged, LIFETIME_S, Statement, Subject, issue, judge, say},
    calendar::office_date,
    identity::BirthDate,
    problem::ProblemCode,
    wire::{
        attestations::{Attestation, AttestationCheck, AttestationState, ShownAttestation},
        drawn_code::DrawnCode,
    },
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    attestations::{self, Check, Checked},
};
use jiff::{SignedDuration, Timestamp};

/// Days a statement and its checks are shown to the owner, and kept.
pub const SHOWN_DAYS: i64 = 30;
const MOST_SHOWN: u32 = 200;
const MOST_CHECKS: u32 = 200;
/// Who asks about a statement that ended longer ago than this has kept it: the answer is the same, and is noted nowhere.
const NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);
const BETWEEN: &str = ",";

/// Makes a statement that takes the place of the one shown before.
///
/// # Errors
/// `state_conflict` where the account is not in use, or the card has expired.
pub async fn make(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    claims: &[Claim],
    now: Timestamp,
) -> Result<Attestation, ApiError> {
    if !stands(account, now)? {
        return Err(ProblemCode::StateConflict.into());
    }
    let id: [u8; 16] = rng::bytes(app.rng.as_ref())?;
    let birth = BirthDate::from_iso(&account.birth_date)
        .map_err(|code| ApiError::internal("birth date of an account", &code.as_str()))?;
    let subject = Subject {
        full_name: &account.full_name,
        personal_number: &account.personal_number,
        birth: &birth,
    };
    // Whole seconds: the token has no smaller ones.
    let issued_at = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let statement = Statement {
        id,
        issued_at,
        expires_at: issued_at + SignedDuration::from_secs(i64::from(LIFETIME_S)),
        said: claims
            .iter()
            .map(|claim| (*claim, say(*claim, subject, office_date(now))))
            .collect(),
    };
    let token = issue(app.slip_keys.signing(), &statement);
    let token = token.ok_or_else(|| ApiError::internal("attestation", &"could not be signed"))?;
    attestations::revoke_open(tx, &account.id, now).await?;
    let names: Vec<&str> = claims.iter().map(|claim| claim.as_str()).collect();
    let stored = attestations::Attestation {
        id: hex(&id),
        account_id: account.id.clone(),
        claims: names.join(BETWEEN),
        issued_at,
        expires_at: statement.expires_at,
        revoked_at: None,
    };
    attestations::insert(tx, &stored).await?;
    Ok(Attestation {
        id: stored.id,
        code: code(app, &token),
        token,
        expires_in_s: LIFETIME_S,
    })
}

fn code(app: &App, token: &str) -> Option<DrawnCode> {
    let address = keys::origin(app).map(|origin| format!("{origin}/kiem-tra-dinh-danh#{token}"));
    qr::draw(address.as_deref().unwrap_or(token))
}

/// Who asks.
#[derive(Clone, Copy)]
pub enum Checker<'a> {
    /// Somebody, by what they call themselves; may be empty.
    Named(&'a str),
    /// A registered place that is signed in.
    Venue(&'a Venue),
}

/// Whether what a token says stands, and notes that somebody asked. Only a genuine one reaches the database, but for the
/// list of a place: its guard sees what was no e-ID too.
///
/// # Errors
/// When the database is out of reach.
pub async fn check(
    app: &App,
    tx: &mut Tx,
    token: &str,
    checker: Checker<'_>,
    now: Timestamp,
) -> Result<AttestationState, ApiError> {
    let (statement, over) = match judge(token, app.slip_keys.public(), now) {
        Judged::Good(statement) => (Some(statement), false),
        Judged::Expired(statement) => (Some(statement), true),
        Judged::NotOurs | Judged::UnknownKey | Judged::NotGenuine => (None, false),
    };
    let state = match &statement {
        Some(statement) => asked(app, tx, (statement, over), checker, now).await?,
        None => AttestationState::Unknown,
    };
    if let Checker::Venue(venue) = checker {
        venues::note_check(app, tx, venue, (state, statement.as_ref()), now).await?;
    }
    Ok(state)
}

async fn asked(
    app: &App,
    tx: &mut Tx,
    (statement, over): (&Statement, bool),
    checker: Checker<'_>,
    now: Timestamp,
) -> Result<AttestationState, ApiError> {
    let Some(stored) = attestations::by_id(tx, &hex(&statement.id)).await? else {
        return Ok(AttestationState::Unknown);
    };
    let account = accounts::by_id(tx, &stored.account_id).await?;
    let in_use = account.map_or(Ok(false), |account| stands(&account, now))?;
    let state = if stored.revoked_at.is_some() || !in_use {
        AttestationState::Revoked
    } else if over {
        AttestationState::Expired
    } else {
        AttestationState::Valid
    };
    if now.duration_since(statement.expires_at) > NOTED_AFTER {
        return Ok(state);
    }
    let (name, venue_id) = match checker {
        Checker::Named(name) => (name, None),
        Checker::Venue(venue) => (venue.row.name.as_str(), Some(venue.row.id.clone())),
    };
    let check = Check {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        attestation_id: stored.id,
        at: now,
        state: state.as_str().to_owned(),
        checker: name.to_owned(),
        venue_id,
    };
    attestations::note_check(tx, &check).await?;
    Ok(state)
}

/// Those of the last days that somebody has checked, with their checks.
///
/// # Errors
/// When the database is out of reach.
pub async fn shown(tx: &mut Tx, account_id: &str, now: Timestamp) -> Result<Vec<ShownAttestation>, ApiError> {
    let since = now - SignedDuration::from_hours(24 * SHOWN_DAYS);
    let mut shown = Vec::new();
    for stored in attestations::of_account(tx, account_id, since, MOST_SHOWN).await? {
        let checks = attestations::checks_of(tx, &stored.id, MOST_CHECKS).await?;
        let mut checks: Vec<AttestationCheck> = checks.into_iter().map(seen).collect();
        checks.sort_by_key(|check| std::cmp::Reverse(check.at));
        shown.push(ShownAttestation {
            issued_at: stored.issued_at,
            claims: stored.claims.split(BETWEEN).filter_map(Claim::parse).collect(),
            checks,
        });
    }
    Ok(shown)
}

fn seen(check: Checked) -> AttestationCheck {
    AttestationCheck {
        at: check.at,
        state: AttestationState::parse(&check.state).unwrap_or(AttestationState::Unknown),
        registered: check.venue_id.is_some(),
        checker: check.checker,
        times: check.times,
    }
}

/// Whether an account may speak for its holder: in use, with a card that has not expired.
fn stands(account: &Account, now: Timestamp) -> Result<bool, ApiError> {
    let in_use = super::accounts::state_of(account)? == AccountState::L2Active;
    let expired = account.card_expires_on.is_some_and(|day| day <= office_date(now));
    Ok(in_use && !expired)
}

fn hex(id: &[u8; 16]) -> String {
    id.iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

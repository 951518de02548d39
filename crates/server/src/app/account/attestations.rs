//! Showing one's e-ID: making statements, and telling whether one stands.

use crate::app::{
    children, ids, keys, qr,
    venues::{self, Venue},
};
use crate::{limits, problem::ApiError, rng, state::App};
use eid_domain::{
    account::State as AccountState,
    attest::{Claim, Judged, LIFETIME_S, Said, Statement, Subject, issue, judge, say},
    calendar::office_date,
    field::FieldCode,
    identity::BirthDate,
    problem::ProblemCode,
    wire::{
        attestations::{
            Attestation, AttestationCheck, AttestationState, ShownAttestation, ShownAttestations,
        },
        drawn_code::DrawnCode,
    },
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    attestations::{self, Check, Checked},
    representatives,
    wallet::{self, PaperState},
};
use jiff::{SignedDuration, Timestamp};

/// Days a statement and its checks are shown to the owner, and kept.
pub const SHOWN_DAYS: i64 = 30;
const MOST_SHOWN: u32 = 200;
const MOST_CHECKS: u32 = 200;
/// Who asks about a statement that ended longer ago than this has kept it: the answer is the same, and is noted nowhere.
const NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);
const BETWEEN: &str = ",";
/// The papers that say where somebody lives, in the order in which the card does (Circular 17/2024/TT-BCA, art. 4).
const RESIDENCES: [&str; 2] = ["permanent_residence", "temporary_residence"];
/// Bytes of the longest place that is said: a code with more is hard to scan, and half a place would be another one.
const LONGEST_PLACE: usize = 160;

/// Makes a statement that takes the place of the one shown before.
///
/// # Errors
/// `state_conflict` where the account is not in use, or the card has expired; `invalid_fields` where the place of residence
/// was ticked and nobody has confirmed one; `too_many_requests`.
pub async fn make(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    claims: &[Claim],
    now: Timestamp,
) -> Result<Attestation, ApiError> {
    let key = app.keys.blind("attestation", &[&account.id]);
    limits::spend(tx, &app.config.limits.attestation_subject, &key, now).await?;
    if !speaks(tx, account, now).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let residence = residence(tx, account, now).await?;
    let id: [u8; 16] = rng::bytes(app.rng.as_ref())?;
    let birth = BirthDate::from_iso(&account.birth_date)
        .map_err(|code| ApiError::internal("birth date of an account", &code.as_str()))?;
    let subject = Subject {
        full_name: &account.full_name,
        personal_number: &account.personal_number,
        birth: &birth,
        residence: residence.as_deref(),
    };
    let today = office_date(now);
    let said: Option<Vec<(Claim, Said)>> = claims
        .iter()
        .map(|claim| Some((*claim, say(*claim, subject, today)?)))
        .collect();
    let said = said.ok_or_else(|| ApiError::field("claims", FieldCode::ChoiceUnknown))?;
    // Whole seconds: the token has no smaller ones.
    let issued_at = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let statement = Statement {
        id,
        issued_at,
        expires_at: issued_at + SignedDuration::from_secs(i64::from(LIFETIME_S)),
        said,
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
    let in_use = match accounts::by_id(tx, &stored.account_id).await? {
        Some(account) => speaks(tx, &account, now).await?,
        None => false,
    };
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

/// Those of the last days that somebody has checked, with their checks, and whether a place can be said.
///
/// # Errors
/// When the database is out of reach.
pub async fn shown(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<ShownAttestations, ApiError> {
    let since = now - SignedDuration::from_hours(24 * SHOWN_DAYS);
    let mut shown = Vec::new();
    for stored in attestations::of_account(tx, &account.id, since, MOST_SHOWN).await? {
        let checks = attestations::checks_of(tx, &stored.id, MOST_CHECKS).await?;
        let mut checks: Vec<AttestationCheck> = checks.into_iter().map(seen).collect();
        checks.sort_by_key(|check| std::cmp::Reverse(check.at));
        shown.push(ShownAttestation {
            issued_at: stored.issued_at,
            claims: stored.claims.split(BETWEEN).filter_map(Claim::parse).collect(),
            checks,
        });
    }
    let residence = residence(tx, account, now).await?.is_some();
    Ok(ShownAttestations {
        shown,
        residence,
        child: None,
    })
}

/// Commune and province as the police have answered for the wallet. What was typed at a booking or ticked at the counter
/// proves nothing of it ([ADR 0034](../../../../docs/adr/0034-residence-in-the-e-id.md)).
async fn residence(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<Option<String>, ApiError> {
    for kind in RESIDENCES {
        let paper = wallet::of_kind(tx, &account.id, kind).await?;
        let paper = paper.filter(|paper| {
            let over = paper.valid_until.is_some_and(|last| last < office_date(now));
            paper.state == PaperState::Integrated && !over
        });
        let place = paper.map(|paper| paper.detail.trim().to_owned());
        if let Some(place) = place.filter(|place| !place.is_empty() && place.len() <= LONGEST_PLACE) {
            return Ok(Some(place));
        }
    }
    Ok(None)
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

/// Whether an account may speak for its holder: it stands; of a child, while somebody who represents it consents to its use
/// (Decree 69/2024/NĐ-CP, art. 14).
async fn speaks(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<bool, ApiError> {
    Ok(stands(account, now)?
        && (!children::is_childs(account, now)?
            || representatives::consent_of(tx, &account.personal_number)
                .await?
                .is_some()))
}

/// Whether it is in use, with a card that has not expired.
fn stands(account: &Account, now: Timestamp) -> Result<bool, ApiError> {
    let in_use = crate::app::accounts::state_of(account)? == AccountState::L2Active;
    let expired = account.card_expires_on.is_some_and(|day| day <= office_date(now));
    Ok(in_use && !expired)
}

fn hex(id: &[u8; 16]) -> String {
    id.iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

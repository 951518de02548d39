//! Children in the account of who represents them: who that is, what stands of their accounts, and the consent without
//! which nothing of it can be used (Decree 69/2024/NĐ-CP, art. 14).

pub mod birthday;
pub mod consent;
pub mod desk;
mod tell;

use crate::app::{accounts as steps, dossiers as cases, view as shown};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    account::{ACTIVATE_WITHIN_DAYS, State, activate_by},
    calendar::office_date,
    child::{self, CONSENT_VERSION, Relation, Stage, Step},
    dossier::State as DossierState,
    identity::BirthDate,
    problem::ProblemCode,
    search_key::search_key,
    wire::children::{ChildCard, ChildView, Children, Consent},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
    representatives::{self, Representative},
    wallet,
};
use jiff::{SignedDuration, Timestamp};

/// Whether the holder of an account is under 14: then it is not used by itself.
///
/// # Errors
/// When the stored birth date is none.
pub fn is_childs(account: &Account, now: Timestamp) -> Result<bool, ApiError> {
    Ok(Stage::of(&birth_of(&account.birth_date)?, office_date(now)).is_some())
}

fn birth_of(stored: &str) -> Result<BirthDate, ApiError> {
    BirthDate::from_iso(stored).map_err(|code| ApiError::internal("birth date", &code.as_str()))
}

/// Whether an account belongs to who was recorded. The number alone is not enough: it has no check digit, and a slip of the
/// officer's hand would open a child to a stranger.
fn is_of(account: &Account, recorded: &Representative) -> bool {
    account.personal_number == recorded.personal_number
        && search_key(&account.full_name) == search_key(&recorded.full_name)
}

/// Whom the owner of an account represents today.
async fn of_account(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<Vec<Representative>, ApiError> {
    let all = representatives::children_of(tx, &account.personal_number, office_date(now)).await?;
    Ok(all.into_iter().filter(|one| is_of(account, one)).collect())
}

/// One of them. Another's, an ended one and none at all are one answer.
///
/// # Errors
/// `no_match`; `state_conflict` where the account is not of level 2 and in use.
pub async fn find(
    tx: &mut Tx,
    account: &Account,
    id: &str,
    now: Timestamp,
) -> Result<Representative, ApiError> {
    need_level_2(account)?;
    let mine = of_account(tx, account, now).await?;
    let found = mine.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| ProblemCode::NoMatch.into())
}

fn need_level_2(account: &Account) -> Result<(), ApiError> {
    if account.level == 2 && steps::state_of(account)? == State::L2Active {
        Ok(())
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

/// All children of who is signed in.
///
/// # Errors
/// `state_conflict` where the account is not of level 2 and in use.
pub async fn list(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<Children, ApiError> {
    need_level_2(account)?;
    let mut children = Vec::new();
    for link in of_account(tx, account, now).await? {
        children.push(view(app, tx, &link, now).await?);
    }
    Ok(Children {
        children,
        consent_version: CONSENT_VERSION.to_owned(),
    })
}

/// The child's account, the card it would be opened with, and what comes next.
struct Stand {
    account: Option<Account>,
    state: Option<State>,
    card: Option<Dossier>,
    consent: Option<representatives::Consent>,
    step: Step,
}

async fn stand(app: &App, tx: &mut Tx, child_number: &str, now: Timestamp) -> Result<Stand, ApiError> {
    let account = accounts::by_person(tx, child_number).await?;
    let state = account.as_ref().map(steps::state_of).transpose()?;
    let card = card_of(tx, child_number).await?;
    let consent = representatives::consent_of(tx, child_number).await?;
    let over = account.as_ref().and_then(|account| account.notified_at);
    let over = over.is_some_and(|notified| {
        activate_by(notified, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar()).is_over(office_date(now))
    });
    let seen = match state {
        Some(State::L2Approved) if over => Some(State::L2Overdue),
        other => other,
    };
    let step = child::step(seen, card.is_some(), consent.is_some());
    Ok(Stand {
        account,
        state,
        card,
        consent,
        step,
    })
}

/// The dossier whose card is in the family's hands.
async fn card_of(tx: &mut Tx, child_number: &str) -> Result<Option<Dossier>, ApiError> {
    for dossier in dossiers::by_person(tx, child_number).await? {
        let there = cases::state_of(&dossier)? == DossierState::HandedOver;
        if there && cases::service_of(&dossier)?.has_card() {
            return Ok(Some(dossier));
        }
    }
    Ok(None)
}

async fn view(app: &App, tx: &mut Tx, link: &Representative, now: Timestamp) -> Result<ChildView, ApiError> {
    let birth = birth_of(&link.child_birth_date)?;
    let stand = stand(app, tx, &link.child_number, now).await?;
    let all = representatives::of_child(tx, &link.child_number).await?;
    let others = all.iter().filter(|other| other.id != link.id).count();
    let in_use = matches!(stand.state, Some(State::L1Active | State::L2Active));
    let level = stand
        .account
        .as_ref()
        .filter(|_| in_use)
        .map_or(0, |account| account.level);
    Ok(ChildView {
        id: link.id.clone(),
        full_name: link.child_name.clone(),
        personal_number_masked: shown::masked_number(&link.child_number),
        birth_date: link.child_birth_date.clone(),
        relation: Relation::parse(&link.relation)
            .ok_or_else(|| ApiError::internal("relation", &link.relation))?,
        recorded_at: link.recorded_at,
        others: u8::try_from(others).unwrap_or(u8::MAX),
        account: stand.state,
        level,
        step: stand.step,
        consent: stand.consent.map(|consent| Consent {
            given_at: consent.given_at,
            by_me: consent.representative_id == link.id,
            text_version: consent.text_version,
        }),
        own_from: link.own_from,
        rights: child::rights(&birth, office_date(now)),
    })
}

/// The child's account, where it can be used for what level 2 alone has: the electronic identity card and papers of other
/// agencies (Decree 69/2024/NĐ-CP, art. 7, 9).
///
/// # Errors
/// As [`find`]; `state_conflict` without consent, at level 1, or where the account is not in use.
pub async fn level_2_of(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    id: &str,
    now: Timestamp,
) -> Result<Account, ApiError> {
    let link = find(tx, holder, id, now).await?;
    let stand = stand(app, tx, &link.child_number, now).await?;
    let in_use = stand.step == Step::InUse;
    let account = stand.account.filter(|account| in_use && account.level == 2);
    account.ok_or_else(|| ProblemCode::StateConflict.into())
}

/// What the child's account shows, while there is consent.
///
/// # Errors
/// As [`find`]; `state_conflict` without consent, or where the account is not in use.
pub async fn card(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    id: &str,
    now: Timestamp,
) -> Result<ChildCard, ApiError> {
    let link = find(tx, holder, id, now).await?;
    let stand = stand(app, tx, &link.child_number, now).await?;
    let account = stand.account.filter(|_| stand.step == Step::InUse);
    let account = account.ok_or(ApiError::from(ProblemCode::StateConflict))?;
    let mut papers = Vec::new();
    if account.level == 2 {
        for paper in wallet::of_account(tx, &account.id).await? {
            let masked = crate::app::wallet::Shown::Masked;
            papers.push(crate::app::wallet::view(tx, &account, &paper, masked, now).await?);
        }
    }
    let who = crate::app::audit::Who::Citizen(&holder.id);
    steps::note(app, tx, &account, "account.child_seen", who, now).await?;
    Ok(ChildCard {
        full_name: account.full_name,
        personal_number: account.personal_number,
        birth_date: account.birth_date,
        level: account.level,
        card_expires_on: account.card_expires_on,
        papers,
    })
}

/// The history is ordered by its instants.
fn after(now: Timestamp, micros: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_micros(micros))
        .unwrap_or(Timestamp::MAX)
}

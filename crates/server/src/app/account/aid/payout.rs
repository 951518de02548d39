//! Where assistance is paid to.

use super::outreach::commune_name;
use crate::{
    app::{accounts as steps, audit::Who, citizens},
    data,
    notices::{Kind, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::State,
    aid::{BenefitKind, PayoutNumber, Provider},
    calendar::office_date,
    identity::PersonName,
    problem::ProblemCode,
    wire::aid::{AidView, Entitlement, Payout as PayoutView},
};
use eid_store::{
    Tx,
    accounts::Account,
    beneficiaries,
    payouts::{self, Payout},
};
use jiff::Timestamp;

/// For what the number is sealed.
const PURPOSE: &str = "payout account";

/// The banks and wallets of today.
///
/// # Errors
/// When the built-in file cannot be read.
pub fn providers(now: Timestamp) -> Result<Vec<Provider>, ApiError> {
    data::payout_providers(office_date(now)).map_err(|error| ApiError::internal("providers", &error))
}

/// The holder's name.
///
/// # Errors
/// When the stored name is none.
pub fn holder(account: &Account) -> Result<PersonName, ApiError> {
    PersonName::parse(&account.full_name)
        .map_err(|code| ApiError::internal("name of an account", &code.as_str()))
}

/// Only an account of level 2 that is in use has it.
///
/// # Errors
/// `state_conflict`.
pub fn need_active(account: &Account) -> Result<(), ApiError> {
    if steps::state_of(account)? == State::L2Active {
        Ok(())
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

/// What its holder sees.
///
/// # Errors
/// When the database is out of reach.
pub async fn view(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<AidView, ApiError> {
    let providers = providers(now)?;
    let mut entitlements = Vec::new();
    for listed in beneficiaries::of_person(tx, &account.personal_number, office_date(now)).await? {
        let Some(kind) = BenefitKind::parse(&listed.kind) else {
            continue;
        };
        entitlements.push(Entitlement {
            kind,
            commune: commune_name(&listed.commune_code)?,
            valid_from: listed.valid_from,
            valid_to: listed.valid_to,
            exemption: kind.exemption(),
        });
    }
    let linked = payouts::of_account(tx, &account.id).await?;
    let payout = linked.map(|linked| {
        let provider = providers.iter().find(|known| known.id == linked.provider);
        PayoutView {
            provider: provider.map_or(linked.provider, |known| known.name.clone()),
            ends: linked.number_ends,
            linked_at: linked.linked_at,
        }
    });
    Ok(AidView {
        entitlements,
        payout,
        providers,
        full_name: account.full_name.clone(),
    })
}

/// Links an account in the place of the one until now, and tells the owner.
///
/// # Errors
/// When the database is out of reach.
pub async fn link(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (provider, number): (&Provider, &PayoutNumber),
    now: Timestamp,
) -> Result<(), ApiError> {
    let payout = Payout {
        account_id: account.id.clone(),
        provider: provider.id.clone(),
        number_sealed: app
            .keys
            .seal(app.rng.as_ref(), PURPOSE, &account.id, number.expose().as_bytes())?,
        number_ends: number.last_digits().to_owned(),
        linked_at: now,
    };
    payouts::put(tx, &payout).await?;
    let facts = Facts {
        place: provider.name.clone(),
        number: payout.number_ends,
        ..Facts::default()
    };
    changed(
        app,
        tx,
        account,
        ("account.payout_linked", Kind::PayoutLinked),
        facts,
        now,
    )
    .await
}

/// Links none, and tells the owner.
///
/// # Errors
/// `state_conflict` where none was linked.
pub async fn remove(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<(), ApiError> {
    if !payouts::remove(tx, &account.id).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let what = ("account.payout_removed", Kind::PayoutRemoved);
    changed(app, tx, account, what, Facts::default(), now).await
}

async fn changed(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (action, kind): (&str, Kind),
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    steps::note(app, tx, account, action, Who::Citizen(&account.id), now).await?;
    citizens::tell_of(app, tx, account, kind, facts, now).await
}

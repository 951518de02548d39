//! What a helper sees of an account: masked, and only the part that was asked for.

use crate::{
    app::{accounts as steps, citizens, daily, dossiers as cases, view},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{days_after, office_date, office_now},
    expiry::{Expiry, REMIND_DAYS},
    wire::helper::{
        HelperAccess, HelperAccount, HelperBlock as Block, HelperDossier, HelperPart, HelperSignIn,
        HelperView, SIGN_INS, SignInWay,
    },
};
use eid_store::{
    Tx,
    accounts::Account,
    appointments, devices, dossiers,
    limits::{self, Limit},
    passkeys,
    sessions::SessionKind,
};
use jiff::Timestamp;

/// One part.
///
/// # Errors
/// When the database is out of reach.
pub(super) async fn of(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    part: HelperPart,
    now: Timestamp,
) -> Result<HelperView, ApiError> {
    let mut view = HelperView::default();
    match part {
        HelperPart::Account => view.account = Some(state(app, tx, account, now).await?),
        HelperPart::Access => view.access = Some(access(tx, account, now).await?),
        HelperPart::Dossier => view.dossier = dossier(app, tx, account).await?,
    }
    Ok(view)
}

async fn state(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<HelperAccount, ApiError> {
    Ok(HelperAccount {
        state: steps::state_of(account)?,
        level: account.level,
        phone_ends: view::phone_ends(&account.phone),
        card_expires_on: account.card_expires_on,
        blocks: blocks(app, tx, account, now).await?,
    })
}

/// What is in the person's way, the worst first.
async fn blocks(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<Vec<Block>, ApiError> {
    let (limits, today, id) = (&app.config.limits, office_date(now), account.id.as_str());
    let card = account.card_expires_on.map(|date| Expiry::On { date });
    let soon = card.is_some_and(|card| card.is_reached(days_after(today, REMIND_DAYS)));
    let passcode = daily::key(app, daily::PASSCODE, id, now);
    let answers = daily::key(app, daily::ANSWERS, id, now);
    let password = app.keys.blind("sign in", &[&account.personal_number]);
    let codes = app.keys.blind("device change", &[id]);
    let reached = [
        (Block::PasscodeLocked, &limits.passcode_subject, passcode),
        (Block::AnswersLocked, &limits.recovery_answer_subject, answers),
        (Block::PasswordLocked, &limits.sign_in_subject, password),
        (Block::CodesUsedUp, &limits.device_code_subject, codes),
    ];
    let mut found = Vec::new();
    if card.is_some_and(|card| card.is_reached(today)) {
        found.push(Block::CardExpired);
    }
    for (block, limit, key) in reached {
        if is_reached(tx, limit, &key, now).await? {
            found.push(block);
        }
    }
    if soon && !found.contains(&Block::CardExpired) {
        found.push(Block::CardSoon);
    }
    if passkeys::of_subject(tx, SessionKind::Citizen, id)
        .await?
        .is_empty()
    {
        found.push(Block::NoPasskey);
    }
    Ok(found)
}

async fn is_reached(tx: &mut Tx, limit: &Limit, key: &str, now: Timestamp) -> Result<bool, ApiError> {
    Ok(!limits::state(tx, limit, key, now).await?.allowed)
}

async fn access(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<HelperAccess, ApiError> {
    let kind = SessionKind::Citizen;
    let open = crate::app::sessions::open(tx, kind, &account.id, now).await?;
    let keys = passkeys::of_subject(tx, kind, &account.id).await?;
    let log = steps::log_of(tx, &account.id).await?;
    let way = |action: &str| match action {
        citizens::BY_PASSWORD => Some(SignInWay::Password),
        citizens::BY_PASSKEY => Some(SignInWay::Passkey),
        steps::REFUSED => Some(SignInWay::Refused),
        _ => None,
    };
    let tries = log.iter().filter_map(|entry| {
        let way = way(&entry.action)?;
        Some(HelperSignIn { at: entry.at, way })
    });
    Ok(HelperAccess {
        sessions: u32::try_from(open.len()).unwrap_or(u32::MAX),
        passkeys: u32::try_from(keys.len()).unwrap_or(u32::MAX),
        device_since: devices::of_account(tx, &account.id)
            .await?
            .map(|device| device.since),
        sign_ins: tries.take(SIGN_INS).collect(),
    })
}

async fn dossier(app: &App, tx: &mut Tx, account: &Account) -> Result<Option<HelperDossier>, ApiError> {
    let found = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let Some(dossier) = found else {
        return Ok(None);
    };
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let name = app
        .catalog
        .office(&dossier.office_id)
        .map(|office| office.name.clone());
    Ok(Some(HelperDossier {
        service: cases::service_of(&dossier)?,
        state: cases::state_of(&dossier)?,
        office: name.as_ref().map(|name| name.vi.clone()).unwrap_or_default(),
        office_en: name.map(|name| name.en).unwrap_or_default(),
        visit_at: visit.map(|visit| office_now(visit.starts_at)),
    }))
}

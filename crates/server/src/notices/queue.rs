//! Queuing a notice in the transaction of the change it tells of.

use super::{
    Kind,
    text::{Facts, sms},
};
use crate::{app::ids, problem::ApiError, state::App};
use eid_domain::{office::Office, wire::Lang};
use eid_store::{
    Tx,
    accounts::Account,
    dossiers::Dossier,
    notices::{self, Notice, NoticeState},
};
use jiff::Timestamp;

/// Tells the person of a dossier, on the phone for codes and, where another was given, on that one too.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    kind: Kind,
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    let lang = Lang::from_tag(&dossier.lang);
    let facts = Facts {
        reference: dossier.reference.clone(),
        dossier_code: dossier.code.clone().unwrap_or_default(),
        office: app
            .catalog
            .office(&dossier.office_id)
            .map(|office| name(office, lang))
            .unwrap_or_default(),
        ..facts
    };
    let body = sms(kind, lang, &facts);
    let about = About {
        dossier_id: Some(dossier.id.clone()),
        account_id: None,
        kind,
        lang,
    };
    put(app, tx, &about, &dossier.otp_phone, &body, now).await?;
    match &dossier.contact_phone {
        Some(other) if *other != dossier.otp_phone => put(app, tx, &about, other, &body, now).await,
        _ => Ok(()),
    }
}

/// Tells the holder of an account.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_holder(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    dossier: Option<&Dossier>,
    kind: Kind,
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    let lang = dossier.map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    let dossier_code = dossier
        .and_then(|dossier| dossier.code.clone())
        .unwrap_or_default();
    let body = sms(
        kind,
        lang,
        &Facts {
            dossier_code,
            ..facts
        },
    );
    let about = About {
        dossier_id: account.dossier_id.clone(),
        account_id: Some(account.id.clone()),
        kind,
        lang,
    };
    put(app, tx, &about, &account.phone, &body, now).await
}

struct About {
    dossier_id: Option<String>,
    account_id: Option<String>,
    kind: Kind,
    lang: Lang,
}

async fn put(
    app: &App,
    tx: &mut Tx,
    about: &About,
    to: &str,
    body: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let notice = Notice {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: about.dossier_id.clone(),
        account_id: about.account_id.clone(),
        kind: about.kind.as_str().to_owned(),
        channel: "sms".to_owned(),
        lang: about.lang.as_str().to_owned(),
        to_address: to.to_owned(),
        subject: String::new(),
        body: body.to_owned(),
        state: NoticeState::Queued,
        attempts: 0,
        created_at: now,
        sent_at: None,
        next_try_at: now,
    };
    Ok(notices::queue(tx, &notice).await?)
}

fn name(office: &Office, lang: Lang) -> String {
    match lang {
        Lang::Vi => office.name.vi.clone(),
        Lang::En => office.name.en.clone(),
    }
}

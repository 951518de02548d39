//! Queuing a notice in the transaction of the change it tells of.

mod household;

pub use household::{tell_household, tell_together};

use super::{
    Kind,
    text::{Facts, Letter, letter, sms},
};
use crate::{
    app::{ids, keys, notice_wishes},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_timestamp,
    notice::{Phones, awake},
    office::Office,
    wire::Lang,
};
use eid_store::{
    Tx,
    accounts::Account,
    dossiers::Dossier,
    notices::{self, Notice, NoticeState},
};
use jiff::Timestamp;

/// What is out of the ordinary about a notice.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// The office it speaks of, where that is not the dossier's.
    pub office_id: Option<&'a str>,
    /// What its link is about, see [`crate::app::keys::link_key`].
    pub link: Option<&'a str>,
    /// Not to be sent before this.
    pub not_before: Timestamp,
}

impl Sending<'_> {
    /// About a visit, which may be elsewhere than the dossier; sent at once.
    #[must_use]
    pub const fn of_visit<'a>(office_id: &'a str, now: Timestamp) -> Sending<'a> {
        Sending {
            office_id: Some(office_id),
            link: None,
            not_before: now,
        }
    }

    /// Nothing is; sent at once.
    #[must_use]
    pub const fn at(now: Timestamp) -> Self {
        Self {
            office_id: None,
            link: None,
            not_before: now,
        }
    }
}

/// Tells the person of a dossier, on the phone for codes and, where another was given, on that one too, unless they wish
/// otherwise.
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
    tell_with(app, tx, dossier, kind, facts, Sending::at(now), now).await
}

/// The same, out of the ordinary.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_with(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    kind: Kind,
    facts: Facts,
    sending: Sending<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let wishes = notice_wishes::of(tx, &dossier.id).await?;
    let Some(not_before) = time_for(kind, wishes.reminders, &facts, sending.not_before) else {
        return Ok(());
    };
    let lang = Lang::from_tag(&dossier.lang);
    let facts = Facts {
        reference: dossier.reference.clone(),
        dossier_code: dossier.code.clone().unwrap_or_default(),
        office: app
            .catalog
            .office(sending.office_id.unwrap_or(&dossier.office_id))
            .map(|office| name(&office, lang))
            .unwrap_or_default(),
        ..facts
    };
    let body = sms(kind, lang, &facts);
    let about = About {
        dossier_id: Some(dossier.id.clone()),
        account_id: None,
        kind,
        lang,
        link: sending.link.unwrap_or_default().to_owned(),
        not_before,
    };
    for phone in phones(dossier, kind, wishes.phones) {
        put(app, tx, &about, phone, &body, now).await?;
    }
    post(app, tx, &about, &wishes.mail, &facts, now).await
}

/// When a notice may be sent; never for a reminder that is not wished, or that would come after what it reminds of.
fn time_for(kind: Kind, reminders: bool, facts: &Facts, not_before: Timestamp) -> Option<Timestamp> {
    let at = awake(not_before);
    if kind.is_by_calendar() {
        return Some(at);
    }
    if !kind.is_reminder() {
        return Some(not_before);
    }
    let begun = facts.visit.is_some_and(|visit| office_timestamp(visit) <= at);
    (reminders && !begun).then_some(at)
}

/// Where a notice goes. What tells of a change that somebody else may have made goes everywhere.
fn phones(dossier: &Dossier, kind: Kind, wish: Phones) -> Vec<&str> {
    let codes = dossier.otp_phone.as_str();
    let other = dossier.contact_phone.as_deref().filter(|other| *other != codes);
    match (other, if kind.guards() { Phones::Both } else { wish }) {
        (None, _) | (_, Phones::Codes) => vec![codes],
        (Some(other), Phones::Contact) => vec![other],
        (Some(other), Phones::Both) => vec![codes, other],
    }
}

/// Who is told of something that is no dossier's.
#[derive(Clone, Copy, Debug)]
pub struct Phone<'a> {
    /// The number.
    pub number: &'a str,
    /// The language.
    pub lang: Lang,
    /// What the link is about; empty for none.
    pub link: &'a str,
}

/// Tells somebody of something that is no dossier's.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_phone(
    app: &App,
    tx: &mut Tx,
    to: Phone<'_>,
    kind: Kind,
    facts: &Facts,
    now: Timestamp,
) -> Result<String, ApiError> {
    let about = About {
        dossier_id: None,
        account_id: None,
        kind,
        lang: to.lang,
        link: to.link.to_owned(),
        not_before: now,
    };
    put(app, tx, &about, to.number, &sms(kind, to.lang, facts), now).await
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
    tell_holder_linked(app, tx, account, dossier, (kind, ""), facts, now).await
}

/// The same, with what the link is about.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_holder_linked(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    dossier: Option<&Dossier>,
    (kind, link): (Kind, &str),
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    let (reminders, mail) = match dossier {
        Some(dossier) => {
            let wishes = notice_wishes::of(tx, &dossier.id).await?;
            (wishes.reminders, wishes.mail)
        }
        None => (true, String::new()),
    };
    let Some(not_before) = time_for(kind, reminders, &facts, now) else {
        return Ok(());
    };
    let lang = dossier.map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    let dossier_code = dossier
        .and_then(|dossier| dossier.code.clone())
        .unwrap_or_default();
    let facts = Facts {
        dossier_code,
        ..facts
    };
    let body = sms(kind, lang, &facts);
    let about = About {
        dossier_id: account.dossier_id.clone(),
        account_id: Some(account.id.clone()),
        kind,
        lang,
        link: link.to_owned(),
        not_before,
    };
    put(app, tx, &about, &account.phone, &body, now).await?;
    post(app, tx, &about, &mail, &facts, now).await
}

struct About {
    dossier_id: Option<String>,
    account_id: Option<String>,
    kind: Kind,
    lang: Lang,
    link: String,
    not_before: Timestamp,
}

async fn put(
    app: &App,
    tx: &mut Tx,
    about: &About,
    to: &str,
    body: &str,
    now: Timestamp,
) -> Result<String, ApiError> {
    // An account that was handed over has no phone until its owner gives theirs.
    if to.is_empty() {
        return Ok(String::new());
    }
    let notice = Notice {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        to_address: to.to_owned(),
        // What the link is about; its key is worked out when the message is sent.
        subject: about.link.clone(),
        body: body.to_owned(),
        ..blank(about, now)
    };
    notices::queue(tx, &notice).await?;
    Ok(notice.id)
}

/// The same as a letter, for who wishes letters.
async fn post(
    app: &App,
    tx: &mut Tx,
    about: &About,
    mail: &str,
    facts: &Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    if mail.is_empty() || !about.kind.is_mailed() {
        return Ok(());
    }
    let site = keys::origin(app).unwrap_or_default();
    let Letter { subject, body } = letter(about.kind, about.lang, facts, &site);
    let notice = Notice {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        channel: notices::MAIL.to_owned(),
        to_address: mail.to_owned(),
        subject,
        body,
        ..blank(about, now)
    };
    Ok(notices::queue(tx, &notice).await?)
}

/// What an SMS and a letter have in common.
fn blank(about: &About, now: Timestamp) -> Notice {
    Notice {
        id: String::new(),
        dossier_id: about.dossier_id.clone(),
        account_id: about.account_id.clone(),
        kind: about.kind.as_str().to_owned(),
        channel: notices::SMS.to_owned(),
        lang: about.lang.as_str().to_owned(),
        to_address: String::new(),
        subject: String::new(),
        body: String::new(),
        state: NoticeState::Queued,
        attempts: 0,
        created_at: now,
        sent_at: None,
        next_try_at: about.not_before,
    }
}

fn name(office: &Office, lang: Lang) -> String {
    match lang {
        Lang::Vi => office.name.vi.clone(),
        Lang::En => office.name.en.clone(),
    }
}

//! Sending what waits in the queue of notices.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        codes::{self, Purpose},
        keys,
    },
    notices::{
        Kind,
        gateway::Outgoing,
        text::{Facts, KEY_MARK, Letter, letter, sms},
    },
    problem::ApiError,
    state::App,
};
use eid_domain::wire::Lang;
use eid_store::{
    Tx, accounts, codes as stored_codes,
    jobs::back_off,
    notices::{self, Notice},
};
use jiff::{SignedDuration, Timestamp};

const BATCH: u32 = 50;
/// A sender that died is taken over after this.
const CLAIM: SignedDuration = SignedDuration::from_secs(60);
const ATTEMPTS: u32 = 8;

/// Sends a batch. True where there was something to send.
///
/// # Errors
/// When the database is out of reach.
pub async fn round(app: &App) -> Result<bool, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let again_at = now.saturating_add(CLAIM).unwrap_or(now);
    let claimed = notices::claim_due(&mut tx, now, again_at, BATCH).await?;
    tx.commit().await?;
    for notice in &claimed {
        send(app, notice, now).await?;
    }
    Ok(!claimed.is_empty())
}

async fn send(app: &App, notice: &Notice, now: Timestamp) -> Result<(), ApiError> {
    let words = words(app, notice, now).await?;
    let sent = match words {
        Some(Letter { subject, body }) => {
            let message = Outgoing {
                id: notice.id.clone(),
                channel: notice.channel.clone(),
                to: notice.to_address.clone(),
                subject,
                body,
            };
            app.gateway.send(message, now).await.map_err(Some)
        }
        None => Err(None),
    };
    let mut tx = app.store.begin().await?;
    match sent {
        Ok(()) => {
            notices::mark_sent(&mut tx, &notice.id, now).await?;
            note_code(app, &mut tx, notice, now).await?;
        }
        Err(Some(error)) => {
            tracing::warn!(kind = %notice.kind, attempt = notice.attempts, %error, "a notice was not sent");
            let again = now.saturating_add(back_off(notice.attempts)).unwrap_or(now);
            let again = (notice.attempts < ATTEMPTS).then_some(again);
            notices::mark_failed(&mut tx, &notice.id, again).await?;
        }
        // A code nobody can use any more.
        Err(None) => notices::mark_failed(&mut tx, &notice.id, None).await?,
    }
    Ok(tx.commit().await?)
}

/// A code by which somebody wants into an account stands in its history. Written here and not where it was asked for: who asks
/// must not learn from the time it takes whether there is such an account.
async fn note_code(app: &App, tx: &mut Tx, notice: &Notice, now: Timestamp) -> Result<(), ApiError> {
    if notice.kind != Kind::PhoneCode.as_str() {
        return Ok(());
    }
    let row = stored_codes::by_id(tx, &notice.subject).await?;
    let opens = [Purpose::Recovery, Purpose::Activation].map(Purpose::as_str);
    let row = row.filter(|row| opens.contains(&row.purpose.as_str()));
    let Some(phone) = row.and_then(|row| row.phone) else {
        return Ok(());
    };
    for account in accounts::of_phone(tx, &phone).await? {
        steps::note(app, tx, &account, "account.code_sent", Who::System, now).await?;
    }
    Ok(())
}

/// The text; a code is worked out only here, and not at all when it has lapsed or was replaced.
async fn words(app: &App, notice: &Notice, now: Timestamp) -> Result<Option<Letter>, ApiError> {
    let codes = [Kind::PhoneCode, Kind::PhoneCodeForStaff, Kind::MailCode];
    let Some(kind) = codes.into_iter().find(|kind| notice.kind == kind.as_str()) else {
        return Ok(Some(written(app, notice)));
    };
    let row = stored_codes::by_id(&mut app.store.peek().await?, &notice.subject).await?;
    let live = row.filter(|row| row.phone.is_some() && row.used_at.is_none());
    let live = live.filter(|row| row.expires_at > now && row.sent_at == notice.created_at);
    Ok(live.map(|row| {
        let facts = Facts {
            code: codes::reveal(app, &row.id, row.sent_at),
            host: keys::host(app),
            ..Facts::default()
        };
        let lang = Lang::from_tag(&notice.lang);
        if kind == Kind::MailCode {
            letter(kind, lang, &facts, "")
        } else {
            text(sms(kind, lang, &facts))
        }
    }))
}

/// What was written when it was queued; the link of an SMS has its key put in.
fn written(app: &App, notice: &Notice) -> Letter {
    if notice.channel == notices::MAIL {
        return Letter {
            subject: notice.subject.clone(),
            body: notice.body.clone(),
        };
    }
    if notice.subject.is_empty() {
        return text(notice.body.clone());
    }
    let key = keys::link_key(app, &notice.subject);
    text(notice.body.replace(KEY_MARK, &key))
}

const fn text(body: String) -> Letter {
    Letter {
        subject: String::new(),
        body,
    }
}

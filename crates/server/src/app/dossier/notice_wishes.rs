//! How a person wishes to be written to.

use crate::app::{
    audit::{self, Done, Who},
    view,
};
use crate::{
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    field::FieldCode,
    identity::{ContactPhone, MailAddress},
    notice::Phones,
    wire::{
        Lang,
        notices::{NoticeWishes, NoticeWishesView},
    },
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
    notice_wishes::{self, NoticeWish},
};
use jiff::Timestamp;

/// What counts when a notice is written.
#[derive(Clone)]
pub struct Wishes {
    /// Whether reminders come.
    pub reminders: bool,
    /// To which phone.
    pub phones: Phones,
    /// The address that letters go to; empty for none.
    pub mail: String,
}

/// What is wished for a dossier: everything to both phones, where nothing was said.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, dossier_id: &str) -> Result<Wishes, ApiError> {
    let Some(stored) = notice_wishes::of_dossier(tx, dossier_id).await? else {
        return Ok(Wishes {
            reminders: true,
            phones: Phones::Both,
            mail: String::new(),
        });
    };
    let unknown = || ApiError::internal("notice phones", &stored.phones);
    Ok(Wishes {
        reminders: stored.reminders,
        phones: Phones::parse(&stored.phones).ok_or_else(unknown)?,
        mail: stored.mail,
    })
}

/// For the owner.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(tx: &mut Tx, dossier: &Dossier) -> Result<NoticeWishesView, ApiError> {
    let wishes = of(tx, &dossier.id).await?;
    Ok(NoticeWishesView {
        wishes: NoticeWishes {
            lang: Lang::from_tag(&dossier.lang),
            reminders: wishes.reminders,
            phones: wishes.phones,
        },
        phone_ends: view::phone_ends(&dossier.otp_phone),
        mail: MailAddress::parse(&wishes.mail).map_or_else(|_| String::new(), |mail| mail.hint()),
        contact_ends: contact(dossier).map_or_else(String::new, |phone| phone.last_digits().to_owned()),
    })
}

/// The other phone, where it is another.
fn contact(dossier: &Dossier) -> Option<ContactPhone> {
    let other = dossier
        .contact_phone
        .as_deref()
        .filter(|other| *other != dossier.otp_phone)?;
    ContactPhone::parse(other).ok()
}

/// Stores what is wished from now on, and tells every phone that it was changed.
///
/// # Errors
/// `invalid_fields` at `phones` where there is no other phone.
pub async fn change(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    wished: NoticeWishes,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    if wished.phones == Phones::Contact && contact(dossier).is_none() {
        return Err(ApiError::field("phones", FieldCode::ChoiceUnknown));
    }
    if seen(tx, dossier).await?.wishes == wished {
        return Ok(());
    }
    if Lang::from_tag(&dossier.lang) != wished.lang {
        dossier.lang = wished.lang.as_str().to_owned();
        dossiers::update(tx, dossier).await?;
    }
    let wish = NoticeWish {
        dossier_id: dossier.id.clone(),
        reminders: wished.reminders,
        phones: wished.phones.as_str().to_owned(),
        mail: of(tx, &dossier.id).await?.mail,
        changed_at: now,
    };
    notice_wishes::put(tx, &wish).await?;
    changed(app, tx, dossier, "notices.change", who, now).await
}

/// Letters go to this address from now on; to none where it is empty. Every phone is told.
///
/// # Errors
/// When the database is out of reach.
pub async fn change_mail(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    mail: String,
    now: Timestamp,
) -> Result<(), ApiError> {
    let known = of(tx, &dossier.id).await?;
    if known.mail == mail {
        return Ok(());
    }
    let action = if mail.is_empty() {
        "notices.mail_end"
    } else {
        "notices.mail"
    };
    let wish = NoticeWish {
        dossier_id: dossier.id.clone(),
        reminders: known.reminders,
        phones: known.phones.as_str().to_owned(),
        mail,
        changed_at: now,
    };
    notice_wishes::put(tx, &wish).await?;
    changed(app, tx, dossier, action, Who::Citizen(&dossier.id), now).await
}

async fn changed(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    action: &'static str,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who,
        action,
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    queue::tell(app, tx, dossier, Kind::NoticesChanged, Facts::default(), now).await
}

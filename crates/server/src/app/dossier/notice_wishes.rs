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
    identity::ContactPhone,
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
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// Whether reminders come.
    pub reminders: bool,
    /// To which phone.
    pub phones: Phones,
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
        });
    };
    let unknown = || ApiError::internal("notice phones", &stored.phones);
    Ok(Wishes {
        reminders: stored.reminders,
        phones: Phones::parse(&stored.phones).ok_or_else(unknown)?,
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
        changed_at: now,
    };
    notice_wishes::put(tx, &wish).await?;
    let done = Done {
        who,
        action: "notices.change",
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    queue::tell(app, tx, dossier, Kind::NoticesChanged, Facts::default(), now).await
}

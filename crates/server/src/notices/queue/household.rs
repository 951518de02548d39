//! Telling a family at once.

use super::{About, Facts, Kind, Sending, name, post, put, sms, tell_with};
use crate::{app::notice_wishes, problem::ApiError, state::App};
use eid_domain::wire::Lang;
use eid_store::{Tx, dossiers::Dossier};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Tells a family about all its visits: one message with every reference, to the phones for codes and to each other
/// number that was given.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_household(
    app: &App,
    tx: &mut Tx,
    family: &[Dossier],
    kind: Kind,
    office_id: &str,
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    tell_family(
        app,
        tx,
        family,
        kind,
        facts,
        Sending::of_visit(office_id, now),
        now,
    )
    .await
}

/// Tells one person, or a family at once: see [`tell_with`] and [`tell_household`].
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_together(
    app: &App,
    tx: &mut Tx,
    people: &[Dossier],
    kind: Kind,
    facts: Facts,
    sending: Sending<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    match people {
        [one] => tell_with(app, tx, one, kind, facts, sending, now).await,
        all => tell_family(app, tx, all, kind, facts, sending, now).await,
    }
}

async fn tell_family(
    app: &App,
    tx: &mut Tx,
    family: &[Dossier],
    kind: Kind,
    facts: Facts,
    sending: Sending<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(first) = family.first() else {
        return Ok(());
    };
    let lang = Lang::from_tag(&first.lang);
    let references: Vec<&str> = family.iter().map(|one| one.reference.as_str()).collect();
    let office = app.catalog.office(sending.office_id.unwrap_or(&first.office_id));
    let facts = Facts {
        reference: references.join(" "),
        family: family.len(),
        office: office.map(|office| name(&office, lang)).unwrap_or_default(),
        ..facts
    };
    let body = sms(kind, lang, &facts);
    let about = About {
        dossier_id: Some(first.id.clone()),
        account_id: None,
        kind,
        lang,
        link: sending.link.unwrap_or_default().to_owned(),
        not_before: sending.not_before,
    };
    let others = family.iter().filter_map(|one| one.contact_phone.as_deref());
    let codes = family.iter().map(|one| one.otp_phone.as_str());
    let phones: BTreeSet<&str> = others.chain(codes).collect();
    for phone in phones {
        put(app, tx, &about, phone, &body, now).await?;
    }
    let mut mails = BTreeSet::new();
    for one in family {
        mails.insert(notice_wishes::of(tx, &one.id).await?.mail);
    }
    for mail in mails {
        post(app, tx, &about, &mail, &facts, now).await?;
    }
    Ok(())
}

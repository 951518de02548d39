//! How a card comes to its owner: chosen from the receipt, carried out by the office.

use crate::app::{
    audit::{self, Done, Who},
    dossiers::{self as cases, Move},
    view,
};
use crate::{
    data,
    jobs::work::{self, Work},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    delivery::{self, Effect, ReturnReason, TrackingNumber, Way},
    dossier::{Actor, State},
    field::FieldCode,
    identity::ContactPhone,
    place::CommuneCode,
    problem::ProblemCode,
    wire::delivery::{Chosen, DeliveryView, DeskDelivery},
};
use eid_store::{
    Tx,
    deliveries::{self, Delivery},
    dossiers::{self, Dossier},
};
use jiff::Timestamp;

/// What stands for a dossier; collected at the office where nothing was chosen.
///
/// # Errors
/// When the stored word is none of ours.
fn way_of(stored: Option<&Delivery>) -> Result<Way, ApiError> {
    stored.map_or(Ok(Way::Office), |stored| {
        Way::parse(&stored.way).ok_or_else(|| ApiError::internal("delivery way", &stored.way))
    })
}

/// Whether the post brings the card.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_by_post(tx: &mut Tx, dossier_id: &str) -> Result<bool, ApiError> {
    let stored = deliveries::of_dossier(tx, dossier_id).await?;
    Ok(way_of(stored.as_ref())? == Way::Post)
}

/// For the owner.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(tx: &mut Tx, dossier: &Dossier) -> Result<DeliveryView, ApiError> {
    let stored = deliveries::of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let has_card = cases::service_of(dossier)?.has_card();
    let way = way_of(stored.as_ref())?;
    let contact = dossier.contact_phone.as_deref().unwrap_or_default();
    let contact = ContactPhone::parse(contact).map(|phone| phone.last_digits().to_owned());
    let mut seen = DeliveryView {
        way,
        line: String::new(),
        commune_code: String::new(),
        commune: String::new(),
        phone_ends: view::phone_ends(&dossier.otp_phone),
        contact_ends: contact.unwrap_or_default(),
        confirmed_at: None,
        may_choose: has_card && delivery::may_choose(state),
        asks: has_card && delivery::asks(state) && is_to_be_asked(tx, dossier).await?,
        tracking_number: None,
        returned: None,
    };
    if let Some(stored) = stored {
        seen.confirmed_at = Some(stored.confirmed_at);
        seen.commune = commune_name(&stored.commune_code)?;
        seen.tracking_number = Some(stored.tracking_number).filter(|number| !number.is_empty());
        seen.returned = ReturnReason::parse(&stored.returned);
        seen.commune_code = stored.commune_code;
        seen.line = stored.line;
    }
    Ok(seen)
}

/// Whether the owner has not said since the card was approved by which way it shall come.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_to_be_asked(tx: &mut Tx, dossier: &Dossier) -> Result<bool, ApiError> {
    Ok(match deliveries::of_dossier(tx, &dossier.id).await? {
        None => true,
        Some(stored) => !stored.returned.is_empty() || stored.confirmed_at < made_at(tx, dossier).await?,
    })
}

/// When the card was approved, and the question about its way arose.
async fn made_at(tx: &mut Tx, dossier: &Dossier) -> Result<Timestamp, ApiError> {
    let history = cases::history(tx, &dossier.id).await?;
    let approved = history.iter().rev().find(|event| event.state == State::Approved);
    Ok(approved.map_or(Timestamp::MIN, |event| event.at))
}

/// For a desk; the address is empty while the person is masked.
///
/// # Errors
/// When the database is out of reach.
pub async fn at_desk(
    tx: &mut Tx,
    dossier: &Dossier,
    revealed: bool,
) -> Result<Option<DeskDelivery>, ApiError> {
    let Some(stored) = deliveries::of_dossier(tx, &dossier.id).await? else {
        return Ok(None);
    };
    Ok(Some(DeskDelivery {
        way: way_of(Some(&stored))?,
        commune: commune_name(&stored.commune_code)?,
        line: if revealed { stored.line } else { String::new() },
        confirmed_at: stored.confirmed_at,
        tracking_number: stored.tracking_number,
        returned: ReturnReason::parse(&stored.returned),
    }))
}

/// `Phường Sài Gòn, TP. Hồ Chí Minh`; empty for none.
fn commune_name(code: &str) -> Result<String, ApiError> {
    let Ok(code) = CommuneCode::parse(code) else {
        return Ok(String::new());
    };
    let name = data::commune_name(code).map_err(|error| ApiError::internal("communes", &error))?;
    Ok(name.unwrap_or_default())
}

/// Stores what the owner, or staff for them, has chosen, and lets it have its effect on a card that is here already.
///
/// # Errors
/// `change_not_allowed` where nothing can be chosen now; `invalid_fields` for a commune that is none.
pub async fn choose(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    chosen: Chosen,
    (actor, who): (Actor, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let state = cases::state_of(dossier)?;
    if !cases::service_of(dossier)?.has_card() || !delivery::may_choose(state) {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let before = deliveries::of_dossier(tx, &dossier.id).await?;
    let effect = delivery::effect(state, way_of(before.as_ref())?, chosen.way);
    let commune = put(tx, dossier, &chosen, now).await?;
    if let Some(phone) = &chosen.contact_phone {
        dossier.contact_phone = Some(phone.as_str().to_owned());
        dossiers::update(tx, dossier).await?;
    }
    match effect {
        Effect::BackToOffice => {
            let back = Move {
                to: State::AtOffice,
                actor,
                who,
                note: None,
            };
            cases::step(app, tx, dossier, back, now).await?;
        }
        Effect::TellOwner => {
            if chosen.contact_phone.is_none() {
                // A version of its own: the owner is told once for each time they change their mind.
                dossiers::update(tx, dossier).await?;
            }
            work::enqueue_for(app, tx, Work::TellCardReady, dossier, now).await?;
        }
        Effect::None => {}
    }
    let done = Done {
        who,
        action: "delivery.choose",
        kind: "dossier",
        id: &dossier.id,
        reason: Some(chosen.way.as_str()),
    };
    audit::note(app, tx, now, done).await?;
    let facts = Facts {
        place: commune,
        ..Facts::default()
    };
    queue::tell(app, tx, dossier, Kind::DeliveryChosen, facts, now).await
}

/// Stores it, without what the post did with the card before; returns the commune's name, empty where the card is
/// collected.
async fn put(tx: &mut Tx, dossier: &Dossier, chosen: &Chosen, now: Timestamp) -> Result<String, ApiError> {
    let (line, commune_code, commune) = match &chosen.address {
        Some(address) => {
            let name = commune_name(&address.commune.to_string())?;
            if name.is_empty() {
                return Err(ApiError::field("commune_code", FieldCode::ChoiceUnknown));
            }
            (address.line.clone(), address.commune.to_string(), name)
        }
        None => Default::default(),
    };
    let delivery = Delivery {
        dossier_id: dossier.id.clone(),
        way: chosen.way.as_str().to_owned(),
        line,
        commune_code,
        confirmed_at: now,
        tracking_number: String::new(),
        returned: String::new(),
    };
    deliveries::put(tx, &delivery).await?;
    Ok(commune)
}

/// Notes under which number the post carries a card.
///
/// # Errors
/// `state_conflict` where its owner wants to collect it.
pub async fn posted(tx: &mut Tx, dossier_id: &str, number: &TrackingNumber) -> Result<(), ApiError> {
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    let mut stored = deliveries::of_dossier(tx, dossier_id)
        .await?
        .ok_or_else(conflict)?;
    if way_of(Some(&stored))? != Way::Post {
        return Err(conflict());
    }
    stored.tracking_number = number.as_str().to_owned();
    Ok(deliveries::put(tx, &stored).await?)
}

/// Notes that the post has brought a card back. It is collected now, unless its owner gives another address.
///
/// # Errors
/// When the database is out of reach.
pub async fn returned(tx: &mut Tx, dossier_id: &str, reason: ReturnReason) -> Result<(), ApiError> {
    if let Some(mut stored) = deliveries::of_dossier(tx, dossier_id).await? {
        stored.way = Way::Office.as_str().to_owned();
        stored.returned = reason.as_str().to_owned();
        deliveries::put(tx, &stored).await?;
    }
    Ok(())
}

/// Refuses to call a card handed over by the post that the post does not carry.
///
/// # Errors
/// `state_conflict`.
pub fn is_carried(dossier: &Dossier) -> Result<(), ApiError> {
    only(cases::state_of(dossier)? == State::WithPost)
}

/// Refuses to hand a card over at the counter that the post carries.
///
/// # Errors
/// `state_conflict`.
pub fn is_in_office(dossier: &Dossier) -> Result<(), ApiError> {
    only(cases::state_of(dossier)? != State::WithPost)
}

fn only(fits: bool) -> Result<(), ApiError> {
    fits.then_some(()).ok_or(ProblemCode::StateConflict.into())
}

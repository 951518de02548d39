//! A home stop that is cancelled: an office is no help to who cannot walk, so their wishes wait for another team.

use crate::{
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_now,
    dossier::{Actor, State},
    wire::Lang,
};
use eid_store::{
    Tx,
    appointments::{self, AppointmentState},
    dossiers, holds, home_visits,
    stops::Stop,
    waiting,
};
use jiff::Timestamp;

/// Opens the wishes of a stop again and tells the people; their appointments there end. Who has moved to another place,
/// or has cancelled, is left alone.
///
/// # Errors
/// When the database is out of reach.
pub async fn all(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    staff_id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    for wish in home_visits::of_stop(tx, &stop.id).await? {
        let Some(dossier_id) = &wish.dossier_id else {
            continue;
        };
        waiting::lock_visit(tx, dossier_id).await?;
        let Some(mut dossier) = dossiers::by_id(tx, dossier_id).await? else {
            continue;
        };
        let visit = appointments::latest_of_dossier(tx, dossier_id).await?;
        let here =
            visit.filter(|visit| visit.office_id == stop.id && visit.state == AppointmentState::Booked);
        let Some(visit) =
            here.filter(|_| cases::state_of(&dossier).is_ok_and(|state| state == State::Booked))
        else {
            continue;
        };
        if !home_visits::reopen(tx, &wish.id).await? {
            continue;
        }
        let (from, to) = (AppointmentState::Booked, AppointmentState::Cancelled);
        appointments::set_state(tx, &visit.id, from, to, None).await?;
        holds::release_booked(tx, &visit.reservation_id).await?;
        let gone = Move {
            to: State::Cancelled,
            actor: Actor::Officer,
            who: Who::Staff(staff_id),
            note: None,
        };
        cases::step(app, tx, &mut dossier, gone, now).await?;
        let facts = Facts {
            reference: wish.id.clone(),
            visit: Some(office_now(visit.starts_at)),
            ..Facts::default()
        };
        let to = queue::Phone {
            number: &wish.phone,
            lang: Lang::from_tag(&wish.lang),
            link: "",
        };
        queue::tell_phone(app, tx, to, Kind::HomeAgain, &facts, now).await?;
    }
    Ok(())
}

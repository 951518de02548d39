//! A dossier at the desk: found by its reference, seen masked or revealed, moved by an officer.

use crate::app::{
    aid::exempt,
    audit::Who,
    children, corrections, deliveries,
    dossiers::{self as cases, Move},
    keys, slips,
    staff::{Right, Staff},
    view,
};
use crate::{
    problem::ApiError,
    state::App,
    web::once::{Once, Work},
};
use axum::{http::StatusCode, response::Response};
use eid_domain::{
    calendar::{office_date, office_now},
    dossier::{Actor, State, next_states},
    identity::{ContactPhone, PersonName},
    intake::{Fingers, Residence},
    problem::ProblemCode,
    reference::Reference,
    wire::{
        desk::{DeskDossier, DeskEvent, DeskPerson},
        intake::Recorded,
    },
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers::{self, Dossier},
    events, intakes, queue, sessions,
};
use jiff::{SignedDuration, Timestamp};

/// So long a person's data is shown for one reason: a visit at the counter. After that it is another look, with a reason
/// of its own.
pub const REVEALED: SignedDuration = SignedDuration::from_mins(30);

/// A dossier in the hands of a member of staff, in one transaction.
pub struct Case {
    /// The transaction.
    pub tx: Tx,
    /// The dossier.
    pub dossier: Dossier,
    /// The time of the request.
    pub now: Timestamp,
}

/// A case, or the first answer where the request is a repeat.
pub enum Opened {
    /// The first time.
    Case(Box<Case>),
    /// A repeat.
    Again(Response),
}

impl Case {
    /// Opens a dossier to change it.
    ///
    /// # Errors
    /// `not_allowed`, `no_match`.
    pub async fn open(
        app: &App,
        once: &Once,
        staff: &Staff,
        right: Right,
        reference: &str,
    ) -> Result<Opened, ApiError> {
        staff.need(right)?;
        let now = app.now();
        let mut tx = match once.begin(app, now).await? {
            Work::First(tx) => tx,
            Work::Again(answer) => return Ok(Opened::Again(answer)),
        };
        let dossier = find(&mut tx, staff, reference).await?;
        if !matches!(right, Right::Reveal | Right::Assist) {
            // What is changed in it and is no change of state shows on every open screen too.
            queue::bump(&mut tx, &dossier.office_id, office_date(now)).await?;
        }
        Ok(Opened::Case(Box::new(Self { tx, dossier, now })))
    }

    /// Moves the dossier in the officer's part.
    ///
    /// # Errors
    /// `state_conflict`.
    pub async fn step(
        &mut self,
        app: &App,
        staff: &Staff,
        to: State,
        note: Option<&str>,
    ) -> Result<(), ApiError> {
        let change = Move {
            to,
            actor: Actor::Officer,
            who: Who::Staff(&staff.id),
            note,
        };
        cases::step(app, &mut self.tx, &mut self.dossier, change, self.now).await
    }

    /// The dossier's last visit.
    ///
    /// # Errors
    /// `state_conflict` where it never had one.
    pub async fn visit(&mut self) -> Result<Appointment, ApiError> {
        let visit = appointments::latest_of_dossier(&mut self.tx, &self.dossier.id).await?;
        visit.ok_or(ProblemCode::StateConflict.into())
    }

    /// Answers with the dossier as it is now, and commits.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn answer(mut self, app: &App, once: &Once, staff: &Staff) -> Result<Response, ApiError> {
        let seen = seen(app, &mut self.tx, &self.dossier, staff, self.now).await?;
        let answer = once.finish(self.tx, StatusCode::OK, &seen).await;
        app.live.changed(&self.dossier.office_id);
        app.wake.notify_one();
        answer
    }
}

/// A dossier that this member of staff may see: of their own office, or any for the help desk.
///
/// # Errors
/// `no_match`: no such reference, or another office's.
pub async fn find(tx: &mut Tx, staff: &Staff, reference: &str) -> Result<Dossier, ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let reference = Reference::parse(reference).map_err(|_| no_match())?;
    let dossier = dossiers::by_reference(tx, reference.as_str()).await?;
    dossier
        .filter(|dossier| staff.is_everywhere() || dossier.office_id == staff.office_id)
        .ok_or_else(no_match)
}

/// The dossier as this member of staff sees it.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    staff: &Staff,
    now: Timestamp,
) -> Result<DeskDossier, ApiError> {
    let since = now.saturating_sub(REVEALED).unwrap_or(Timestamp::MIN);
    let revealed = sessions::is_revealed(tx, &staff.session_hash, &dossier.id, since).await?;
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let account = crate::app::accounts::of_person(tx, dossier).await?;
    let state = cases::state_of(dossier)?;
    let correction = corrections::seen(tx, dossier, visit.as_ref(), now).await?;
    let delivery = deliveries::at_desk(tx, dossier, revealed).await?;
    let expected = visit
        .as_ref()
        .is_some_and(|visit| visit.state == AppointmentState::Booked);
    let exemption = if revealed && staff.may(Right::Receive) {
        exempt::at_counter(tx, exempt::Person::of(dossier), office_date(now)).await?
    } else {
        None
    };
    let next = if staff.may(Right::Receive) {
        next_states(state, Actor::Officer)
    } else {
        Vec::new()
    };
    Ok(DeskDossier {
        reference: dossier.reference.clone(),
        dossier_code: dossier.code.clone(),
        state,
        next,
        service: cases::service_of(dossier)?,
        reason: cases::reason_of(dossier),
        person: DeskPerson {
            exemption,
            ..person(app, dossier, revealed)
        },
        revealed,
        visit_at: visit
            .filter(|visit| visit.state != AppointmentState::Cancelled || state == State::Cancelled)
            .map(|visit| office_now(visit.starts_at)),
        received_at: dossier.received_at,
        due_on: cases::due_on(app, dossier)?,
        account: account.as_ref().map(crate::app::accounts::state_of).transpose()?,
        events: happened(tx, &dossier.id).await?,
        ticket: queue::live_of_dossier(tx, &dossier.id)
            .await?
            .map(|ticket| ticket.number),
        correction: correction.map(Box::new),
        delivery: delivery.map(Box::new),
        intake: if revealed {
            recorded(tx, &dossier.id).await?.map(Box::new)
        } else {
            None
        },
        code: cases::may_be_followed(dossier, state)
            .then(|| slips::follow_code(app, dossier))
            .flatten()
            .map(Box::new),
        expected,
        represented: children::desk::is_of_interest(dossier, account.as_ref(), now)?,
    })
}

async fn recorded(tx: &mut Tx, dossier_id: &str) -> Result<Option<Recorded>, ApiError> {
    let Some(stored) = intakes::of_dossier(tx, dossier_id).await? else {
        return Ok(None);
    };
    let unknown = || ApiError::internal("intake", &dossier_id);
    Ok(Some(Recorded {
        residence: Residence::parse(&stored.residence).ok_or_else(unknown)?,
        fingers: Fingers::parse(&stored.fingers).ok_or_else(unknown)?,
        papers: serde_json::from_str(&stored.papers)?,
    }))
}

fn person(app: &App, dossier: &Dossier, revealed: bool) -> DeskPerson {
    let contact = dossier.contact_phone.clone().unwrap_or_default();
    let representative = dossier.representative_name.clone().unwrap_or_default();
    if revealed {
        return DeskPerson {
            full_name: dossier.full_name.clone(),
            personal_number: dossier.personal_number.clone(),
            birth_date: dossier.birth_date.clone(),
            otp_phone: dossier.otp_phone.clone(),
            contact_phone: contact,
            representative_name: representative,
            phrase: Some(keys::phrase(app, &dossier.id)),
            exemption: None,
        };
    }
    let ends = ContactPhone::parse(&contact).map(|phone| phone.last_digits().to_owned());
    DeskPerson {
        full_name: masked_name(&dossier.full_name),
        personal_number: view::masked_number(&dossier.personal_number),
        birth_date: dossier.birth_date.get(..4).unwrap_or_default().to_owned(),
        otp_phone: view::phone_ends(&dossier.otp_phone),
        contact_phone: ends.unwrap_or_default(),
        representative_name: masked_name(&representative),
        phrase: None,
        exemption: None,
    }
}

/// A name for lists where the person need not be known.
#[must_use]
pub fn masked_name(name: &str) -> String {
    PersonName::parse(name)
        .map(|name| name.masked())
        .unwrap_or_default()
}

async fn happened(tx: &mut Tx, dossier_id: &str) -> Result<Vec<DeskEvent>, ApiError> {
    let stored = events::of_dossier(tx, dossier_id).await?;
    let read = |event: events::Event| {
        let state = State::parse(&event.state)?;
        Some(DeskEvent {
            at: event.at,
            state,
            actor: event.actor,
            note: event.note,
        })
    };
    Ok(stored.into_iter().filter_map(read).collect())
}

//! What a booking stores, of the same form and length as the server stores it.

use super::super::{
    people, settings,
    supply::{AGE_GROUP, SERVICE, Visit},
};
use eid_domain::{
    booking::hold_until,
    calendar::office_timestamp,
    dossier::{Actor, State},
    identity::PersonName,
    reference::Reference,
    wire::{Lang, bookings::Booked, holds::Hold},
};
use eid_server::{
    app::{ids, keys},
    notices::{Kind, text},
    rng, secret,
    serve::Failure,
    state::App,
};
use eid_store::{
    access_keys::AccessKey,
    appointments::{Appointment, AppointmentState},
    audit::Entry,
    dossiers::Dossier,
    events::Event,
    idempotency::Answer,
    notices::{Notice, NoticeState},
};
use jiff::{SignedDuration, Timestamp};

/// Everything one booking writes.
pub(crate) struct Rows {
    pub(crate) now: Timestamp,
    pub(crate) stale: Timestamp,
    pub(crate) hold_until: Timestamp,
    pub(crate) source: String,
    pub(crate) scope: String,
    pub(crate) request: String,
    pub(crate) hold_key: String,
    pub(crate) held: Answer,
    pub(crate) booking_key: String,
    pub(crate) booked: Answer,
    pub(crate) proof: String,
    pub(crate) capacities: Vec<u16>,
    pub(crate) age_group: String,
    pub(crate) dossier: Dossier,
    pub(crate) event: Event,
    pub(crate) audit: Entry,
    pub(crate) appointment: Appointment,
    pub(crate) access_key: AccessKey,
    pub(crate) notice: Notice,
}

impl Rows {
    /// Of a visit booked by one of the clients.
    pub(crate) fn of(app: &App, visit: &Visit, client: usize) -> Result<Self, Failure> {
        let now = app.now();
        let rng = app.rng.as_ref();
        let hold = ids::handle(rng)?;
        let key = secret::token::<32>(rng)?;
        let dossier = dossier(app, visit, now)?;
        let appointment = Appointment {
            id: ids::time_ordered(rng, now)?,
            dossier_id: dossier.id.clone(),
            reservation_id: secret::digest(&hold),
            office_id: visit.place.office.clone(),
            starts_at: office_timestamp(visit.place.starts_at),
            ticks: u8::try_from(visit.place.capacities.len())?,
            state: AppointmentState::Booked,
            sequence: 0,
            created_at: now,
            arrived_at: None,
        };
        let held = Hold {
            id: hold,
            office_id: visit.place.office.clone(),
            starts_at: visit.place.starts_at,
            minutes: u16::from(appointment.ticks) * 10,
            expires_at: hold_until(now),
            expires_in_s: 600,
            extensions_left: 2,
        };
        let booked = Booked {
            reference: dossier.reference.clone(),
            key: key.clone(),
        };
        Ok(Self {
            now,
            stale: now.checked_sub(SignedDuration::from_mins(1))?,
            hold_until: hold_until(now),
            source: app.keys.blind("source", &[&settings::source(client)]),
            scope: secret::digest("POST /api/bookings"),
            request: secret::digest(&people::number(visit.person)),
            hold_key: secret::digest(&format!("hold {}", visit.person)),
            held: answer(serde_json::to_string(&held)?),
            booking_key: secret::digest(&format!("booking {}", visit.person)),
            booked: answer(serde_json::to_string(&booked)?),
            proof: secret::digest(&people::proof(visit.person)),
            capacities: visit.place.capacities.clone(),
            age_group: AGE_GROUP.as_str().to_owned(),
            event: event(app, &dossier, now)?,
            audit: entry(app, &dossier, now)?,
            access_key: AccessKey {
                hash: secret::digest(&key),
                dossier_id: dossier.id.clone(),
                scope: "manage".to_owned(),
                expires_at: now.checked_add(SignedDuration::from_hours(24 * keys::RECEIPT_DAYS))?,
                staff_session: None,
            },
            notice: notice(app, visit, &dossier, now)?,
            appointment,
            dossier,
        })
    }
}

fn answer(body: String) -> Answer {
    Answer {
        status: 201,
        body,
        headers: String::new(),
    }
}

fn dossier(app: &App, visit: &Visit, now: Timestamp) -> Result<Dossier, Failure> {
    let rng = app.rng.as_ref();
    let name = PersonName::parse(people::NAME).map_err(|code| format!("a name: {code:?}"))?;
    Ok(Dossier {
        id: ids::time_ordered(rng, now)?,
        reference: Reference::from_random(rng::bytes::<16>(rng)?).as_str().to_owned(),
        code: None,
        state: State::Booked.as_str().to_owned(),
        state_at: now,
        is_open: true,
        service: SERVICE.as_str().to_owned(),
        reason: Some(people::REASON.as_str().to_owned()),
        office_id: visit.place.office.clone(),
        name_key: name.search_key(),
        full_name: name.as_str().to_owned(),
        personal_number: people::number(visit.person),
        birth_date: people::BIRTH.to_owned(),
        otp_phone: people::phone(visit.person),
        contact_phone: None,
        representative_name: None,
        lang: Lang::Vi.as_str().to_owned(),
        created_at: now,
        received_at: None,
        due_on: None,
        paused_on: None,
        pauses: "[]".to_owned(),
        message: None,
        reschedules: 0,
        version: 1,
    })
}

fn event(app: &App, dossier: &Dossier, now: Timestamp) -> Result<Event, Failure> {
    Ok(Event {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        at: now,
        state: dossier.state.clone(),
        actor: Actor::Citizen.as_str().to_owned(),
        note: None,
    })
}

fn entry(app: &App, dossier: &Dossier, now: Timestamp) -> Result<Entry, Failure> {
    Ok(Entry {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        at: now,
        actor_kind: "citizen".to_owned(),
        actor_id: dossier.id.clone(),
        actor_role: None,
        actor_office: None,
        action: "dossier.booked".to_owned(),
        object_kind: "dossier".to_owned(),
        object_id: dossier.id.clone(),
        request_id: secret::token::<12>(app.rng.as_ref())?,
        reason: None,
    })
}

fn notice(app: &App, visit: &Visit, dossier: &Dossier, now: Timestamp) -> Result<Notice, Failure> {
    let office = app.catalog.office(&visit.place.office).ok_or("no such office")?;
    let facts = text::Facts {
        reference: dossier.reference.clone(),
        office: office.name.vi.clone(),
        visit: Some(visit.place.starts_at),
        ..text::Facts::default()
    };
    Ok(Notice {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: Some(dossier.id.clone()),
        account_id: None,
        kind: Kind::Booked.as_str().to_owned(),
        channel: "sms".to_owned(),
        lang: Lang::Vi.as_str().to_owned(),
        to_address: dossier.otp_phone.clone(),
        subject: String::new(),
        body: text::sms(Kind::Booked, Lang::Vi, &facts),
        state: NoticeState::Queued,
        attempts: 0,
        created_at: now,
        sent_at: None,
        next_try_at: now,
    })
}

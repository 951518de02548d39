//! `POST /api/desk/queue/walk-ins`.

use crate::{
    app::{
        keys::{self, Link},
        queue::{
            arrive::{self, Arrival},
            change::{Change, Opened},
            link,
        },
        staff::Staff,
    },
    limits,
    notices::{
        Kind,
        queue::{self as notices, Phone},
        text::Facts,
    },
    problem::ApiError,
    state::App,
    web::once::Mutation,
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::AgeGroup,
    calendar::office_now,
    capacity::minutes_for,
    identity::OtpPhone,
    problem::{Problem, ProblemCode},
    queue::{Priority, TicketKind, number_text, staffed_minutes},
    wire::{
        Lang,
        queue::{NewWalkIn, WalkInGiven},
    },
};
use eid_store::queue::Ticket;

/// Gives somebody who comes without an appointment a number, as long as the stations have time left today.
///
/// # Errors
/// `invalid_fields` at `phone`; `slot_not_offered` when the office is closed; `slot_taken` when there is no room left
/// today.
#[utoipa::path(post, path = "/api/desk/queue/walk-ins", tag = "queue", request_body = NewWalkIn, security(("staff" = [])),
    responses((status = 201, body = WalkInGiven), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn walk_in(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<NewWalkIn>,
) -> Result<Response, ApiError> {
    let phone = match body.phone.trim() {
        "" => None,
        text => Some(OtpPhone::parse(text).map_err(|code| ApiError::field("phone", code))?),
    };
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    limits::spend(
        &mut change.tx,
        &app.config.limits.assisted_staff,
        &staff.id,
        change.now,
    )
    .await?;
    let minutes = minutes_of(&body);
    let line = &change.line;
    let open = staffed_minutes(
        &line.office,
        line.day,
        &app.catalog.calendar(),
        office_now(change.now),
    );
    if open == 0 {
        return Err(ProblemCode::SlotNotOffered.into());
    }
    if line.walk_in_minutes < u32::from(minutes) {
        return Err(ProblemCode::SlotTaken.into());
    }
    let arrival = Arrival {
        office_id: &staff.office_id,
        kind: TicketKind::WalkIn,
        dossier_id: None,
        service: body.service.as_str(),
        priority: body.priority,
        visit_at: None,
        minutes,
    };
    let ticket = arrive::give(&app, &mut change.tx, &staff, &arrival, change.now).await?;
    if let Some(phone) = &phone {
        tell(&app, &mut change, &ticket, phone, body.lang).await?;
    }
    let key = link::key(&app, &ticket.id);
    let given = WalkInGiven {
        number: ticket.number,
        code: link::code(&app, &key),
        key,
        queue: change.view(&app).await?,
    };
    let answer = once.finish(change.tx, StatusCode::CREATED, &given).await;
    app.live.changed(&staff.office_id);
    app.wake.notify_one();
    answer
}

/// As the plan has them; older people take more.
fn minutes_of(wanted: &NewWalkIn) -> u16 {
    let group = match wanted.priority {
        Priority::Elderly => AgeGroup::From60,
        _ => AgeGroup::From14To59,
    };
    minutes_for(wanted.service, group)
}

async fn tell(
    app: &App,
    change: &mut Change,
    ticket: &Ticket,
    phone: &OtpPhone,
    lang: Lang,
) -> Result<(), ApiError> {
    let name = &change.line.office.name;
    let facts = Facts {
        number: number_text(ticket.number),
        office: match lang {
            Lang::Vi => name.vi.clone(),
            Lang::En => name.en.clone(),
        },
        link: keys::address(app, Link::Queue, ""),
        ..Facts::default()
    };
    let to = Phone {
        number: phone.as_str(),
        lang,
        link: &link::about(&ticket.id),
    };
    notices::tell_phone(app, &mut change.tx, to, Kind::QueueTicket, &facts, change.now)
        .await
        .map(|_| ())
}

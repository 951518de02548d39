//! `POST /api/desk/dossiers/{reference}/receive`.

use super::{
    account::{self, Requested},
    words,
};
use crate::{
    app::{
        desk::{Case, Opened},
        dossiers as cases,
        staff::{Right, Staff},
    },
    jobs::work,
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    booking::{AgeGroup, Service},
    calendar::office_date,
    dossier::State as DossierState,
    dossier_code::DossierCode,
    field::{FieldCode, FieldError},
    identity::BirthDate,
    intake::Fingers,
    problem::Problem,
    reason::{OldCard, Reason},
    wire::{desk::DeskDossier, intake::Receive},
};
use eid_store::{
    intakes::{self, Intake},
    settings,
};

/// The made-up agency of the reference implementation.
const AGENCY: &str = "G01.899.108.000";

/// The intake is done: the person signed form CC01, gets slip CC02 with the dossier's code, and the dossier
/// goes to the ministry.
///
/// # Errors
/// `invalid_fields` for what is still missing, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/receive", tag = "desk",
    params(("reference" = String, Path)), request_body = Receive, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 422, body = Problem)))]
pub async fn receive(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<Receive>,
) -> Result<Response, ApiError> {
    let remark = words::remark("remark", &body.remark)?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let service = cases::service_of(&case.dossier)?;
    missing(&body, service, cases::reason_of(&case.dossier))?;
    let intake = recorded(&body, &case)?;
    if case.dossier.code.is_none() {
        case.dossier.code = Some(next_code(&app, &mut case).await?);
    }
    let to = if service.has_card() {
        DossierState::Received
    } else {
        DossierState::Completed
    };
    case.dossier.received_at = case.dossier.received_at.or(Some(case.now));
    case.step(
        &app,
        &staff,
        to,
        Some(remark.as_str()).filter(|remark| !remark.is_empty()),
    )
    .await?;
    intakes::put(&mut case.tx, &intake).await?;
    words::end_visit(&mut case.tx, &case.dossier.id).await?;
    if service.has_card() {
        work::enqueue_for(
            &app,
            &mut case.tx,
            work::Work::SubmitCard,
            &case.dossier,
            case.now,
        )
        .await?;
    }
    let requested = if service.has_account() {
        Some(account::request(&app, &mut case, (&staff, &body.account_phone)).await?)
    } else {
        None
    };
    if requested == Some(Requested::Ministry) {
        work::enqueue_for(
            &app,
            &mut case.tx,
            work::Work::SubmitAccount,
            &case.dossier,
            case.now,
        )
        .await?;
    }
    // No day is promised for what nobody decides any more.
    let waits = requested == Some(Requested::Ministry);
    let day = case
        .dossier
        .due_on
        .or_else(|| waits.then(|| account_due(&app, &case)));
    let facts = Facts {
        day,
        ..Facts::default()
    };
    queue::tell(&app, &mut case.tx, &case.dossier, Kind::Received, facts, case.now).await?;
    case.answer(&app, &once, &staff).await
}

fn missing(given: &Receive, service: Service, reason: Option<Reason>) -> Result<(), Vec<FieldError>> {
    let old_card = reason.is_some_and(|reason| reason.old_card() == OldCard::HandIn);
    let needed = [
        ("form_signed", given.form_signed || !service.has_card()),
        ("biometrics_done", given.biometrics_done),
        ("old_card_returned", given.old_card_returned || !old_card),
        (
            "account_form_signed",
            given.account_form_signed || !service.has_account(),
        ),
    ];
    let errors = needed.iter().filter(|(_, there)| !there);
    let mut errors: Vec<FieldError> = errors
        .map(|(field, _)| FieldError::new(field, FieldCode::ConsentRequired))
        .collect();
    if given.residence.is_none() {
        errors.push(FieldError::new("residence", FieldCode::Required));
    }
    if !given.papers.is_empty() && !service.has_account() {
        errors.push(FieldError::new("papers", FieldCode::ChoiceUnknown));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// What is kept of it beside the dossier. A remark on the fingers must fit the age of the person.
fn recorded(given: &Receive, case: &Case) -> Result<Intake, ApiError> {
    let birth = BirthDate::from_iso(&case.dossier.birth_date).ok();
    let group = birth.map(|birth| AgeGroup::of(&birth, office_date(case.now)));
    let usual = match group {
        Some(AgeGroup::Under6) => Fingers::NotDue,
        _ => Fingers::Taken,
    };
    let fingers = given.fingers.unwrap_or(usual);
    if group.is_some_and(|group| !fingers.fits(group)) {
        return Err(ApiError::field("fingers", FieldCode::ChoiceUnknown));
    }
    let residence = given
        .residence
        .ok_or(ApiError::field("residence", FieldCode::Required))?;
    let mut papers = given.papers.clone();
    papers.sort_unstable();
    papers.dedup();
    Ok(Intake {
        dossier_id: case.dossier.id.clone(),
        residence: residence.as_str().to_owned(),
        fingers: fingers.as_str().to_owned(),
        papers: serde_json::to_string(&papers)?,
        recorded_at: case.now,
    })
}

/// A serial that begins anew each day, behind two digits of the province that received it (Circular
/// 03/2025/TT-VPCP, art. 13).
async fn next_code(app: &App, case: &mut Case) -> Result<String, ApiError> {
    let today = office_date(case.now);
    let office = app.catalog.office(&case.dossier.office_id);
    let owner = office
        .and_then(|office| office.province_code.to_string().parse::<u8>().ok())
        .unwrap_or(0);
    let serial = settings::next_number(&mut case.tx, &format!("dossier_serial:{owner:02}:{today}")).await?;
    let code = DossierCode::with_owner(AGENCY, today, owner, serial);
    code.map(|code| code.to_string())
        .map_err(|error| ApiError::internal("dossier code", &error))
}

fn account_due(app: &App, case: &Case) -> jiff::civil::Date {
    let days = crate::app::view::account_working_days(false);
    app.catalog
        .calendar()
        .add_working_days(office_date(case.now), days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eid_domain::intake::{LinkedPaper, Residence};

    fn given() -> Receive {
        Receive {
            form_signed: true,
            biometrics_done: true,
            old_card_returned: true,
            account_form_signed: true,
            residence: Some(Residence::Permanent),
            fingers: None,
            papers: Vec::new(),
            account_phone: String::new(),
            remark: String::new(),
        }
    }

    #[test]
    fn what_is_missing_depends_on_service_and_ground() {
        let fields = |given: &Receive, service, reason| {
            let errors = missing(given, service, Some(reason)).err().unwrap_or_default();
            errors.into_iter().map(|error| error.field).collect::<Vec<_>>()
        };
        let both = Service::CardAndAccount;
        assert!(fields(&given(), both, Reason::Age).is_empty());
        let nothing = Receive {
            form_signed: false,
            biometrics_done: false,
            old_card_returned: false,
            account_form_signed: false,
            ..given()
        };
        let all = [
            "form_signed",
            "biometrics_done",
            "old_card_returned",
            "account_form_signed",
        ];
        assert_eq!(fields(&nothing, both, Reason::Age), all);
        let nowhere = Receive {
            residence: None,
            papers: vec![LinkedPaper::TaxCode],
            ..given()
        };
        assert_eq!(fields(&nowhere, both, Reason::Age), ["residence"]);
        assert_eq!(
            fields(&nowhere, Service::Card, Reason::Age),
            ["residence", "papers"]
        );
        assert_eq!(
            fields(&nothing, Service::Card, Reason::Lost),
            ["form_signed", "biometrics_done"]
        );
    }
}

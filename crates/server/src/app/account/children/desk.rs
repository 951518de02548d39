//! Who represents a child, at the desk: seen, recorded with what showed it, ended with a reason.

use super::tell;
use crate::{
    app::{
        accounts as steps,
        audit::{self, Done, Who},
        desk::masked_name,
        ids, view,
    },
    notices::Kind,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::State,
    calendar::office_date,
    child::{End, MOST_REPRESENTATIVES, Proof, Relation, own_from},
    field::FieldCode,
    problem::ProblemCode,
    wire::children::{NewRepresentative, Representative as Seen, Represented},
};
use eid_store::{
    Tx, accounts,
    dossiers::Dossier,
    representatives::{self, Representative},
};
use jiff::Timestamp;

/// Who represents the person of a dossier now.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(
    tx: &mut Tx,
    dossier: &Dossier,
    revealed: bool,
    now: Timestamp,
) -> Result<Represented, ApiError> {
    let own_from = own_from(&super::birth_of(&dossier.birth_date)?);
    let is_child = office_date(now) < own_from;
    let consent = representatives::consent_of(tx, &dossier.personal_number).await?;
    let mut all = Vec::new();
    for link in representatives::of_child(tx, &dossier.personal_number).await? {
        let consents = consent
            .as_ref()
            .is_some_and(|consent| consent.representative_id == link.id);
        all.push(shown(link, revealed, consents)?);
    }
    let account = accounts::by_person(tx, &dossier.personal_number).await?;
    let waits = waits_for_phone(account.as_ref())?;
    Ok(Represented {
        may_record: is_child && all.len() < MOST_REPRESENTATIVES,
        representatives: all,
        is_child,
        needs_own_phone: !is_child && waits,
        own_from,
    })
}

/// Whether [`seen`] has anything to show: most people are no children, and nobody asks for theirs then.
///
/// # Errors
/// When what is stored cannot be read.
pub fn is_of_interest(
    dossier: &Dossier,
    account: Option<&accounts::Account>,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let is_child = office_date(now) < own_from(&super::birth_of(&dossier.birth_date)?);
    Ok(is_child || waits_for_phone(account)?)
}

/// Whether an account waits for its owner's own phone. Of the others a new request at the counter says the phone.
fn waits_for_phone(account: Option<&accounts::Account>) -> Result<bool, ApiError> {
    let Some(account) = account else {
        return Ok(false);
    };
    let state = steps::state_of(account)?;
    let other = matches!(state, State::None | State::L1Active | State::L2Refused);
    Ok(account.phone.is_empty() && !other)
}

fn shown(link: Representative, revealed: bool, consents: bool) -> Result<Seen, ApiError> {
    let odd = || ApiError::internal("representative", &link.id);
    Ok(Seen {
        relation: Relation::parse(&link.relation).ok_or_else(odd)?,
        proof: Proof::parse(&link.proof).ok_or_else(odd)?,
        full_name: if revealed {
            link.full_name
        } else {
            masked_name(&link.full_name)
        },
        personal_number: if revealed {
            link.personal_number
        } else {
            view::masked_number(&link.personal_number)
        },
        id: link.id,
        recorded_at: link.recorded_at,
        consents,
    })
}

/// Records one. The answer is the same whether or not the number has an account.
///
/// # Errors
/// `change_not_allowed` where the person is 14, or has as many as there can be; `invalid_fields` where this one is recorded
/// already.
pub async fn record(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    (new, staff_id): (NewRepresentative, &str),
    now: Timestamp,
) -> Result<(), ApiError> {
    let own_from = own_from(&super::birth_of(&dossier.birth_date)?);
    let there = representatives::of_child(tx, &dossier.personal_number).await?;
    let number = new.personal_number.as_str();
    if there.iter().any(|other| other.personal_number == number) {
        return Err(ApiError::field("personal_number", FieldCode::PersonRepeated));
    }
    if office_date(now) >= own_from || there.len() >= MOST_REPRESENTATIVES {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let link = Representative {
        id: ids::handle(app.rng.as_ref())?,
        child_number: dossier.personal_number.clone(),
        child_name: dossier.full_name.clone(),
        child_birth_date: dossier.birth_date.clone(),
        personal_number: number.to_owned(),
        full_name: new.full_name.as_str().to_owned(),
        relation: new.relation.as_str().to_owned(),
        proof: new.proof.as_str().to_owned(),
        own_from,
        recorded_at: now,
        recorded_by: staff_id.to_owned(),
        reminded_at: None,
        ended: None,
    };
    if !representatives::record(tx, &link).await? {
        return Err(ApiError::field("personal_number", FieldCode::PersonRepeated));
    }
    let done = done(
        dossier,
        staff_id,
        "dossier.representative_recorded",
        &link.relation,
    );
    audit::note(app, tx, now, done).await?;
    tell::all(app, tx, &link, Kind::RepresentativeRecorded, now).await
}

/// Ends one, with the consent that was theirs.
///
/// # Errors
/// `no_match` where this child has no such one, or not any more.
pub async fn end(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    (id, reason, staff_id): (&str, End, &str),
    now: Timestamp,
) -> Result<(), ApiError> {
    let found = representatives::by_id(tx, id).await?;
    let link = found.filter(|link| link.child_number == dossier.personal_number && link.ended.is_none());
    let link = link.ok_or(ApiError::from(ProblemCode::NoMatch))?;
    representatives::end(tx, &link.id, reason.as_str(), now).await?;
    let done = done(dossier, staff_id, "dossier.representative_ended", reason.as_str());
    audit::note(app, tx, now, done).await?;
    tell::ended(app, tx, &link, reason, now).await
}

const fn done<'a>(dossier: &'a Dossier, staff_id: &'a str, action: &'a str, reason: &'a str) -> Done<'a> {
    Done {
        who: Who::Staff(staff_id),
        action,
        kind: "dossier",
        id: dossier.id.as_str(),
        reason: Some(reason),
    }
}

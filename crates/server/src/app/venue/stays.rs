//! Notices of stays: filed by a person or a place, corrected, withdrawn, and told to the guest.

pub mod desk;
pub mod view;

use crate::app::{
    accounts as steps,
    audit::{self, Done, Who},
    ids,
};
use crate::{data, limits, problem::ApiError, state::App};
use eid_domain::{
    calendar::{office_date, office_timestamp},
    field::FieldCode,
    place::CommuneCode,
    problem::ProblemCode,
    stay::{self, Stay as Wanted, StayWithdrawal},
    wire::stays::{CorrectStay, StayNotice},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    stays::{self, Stay},
    venues::Venue,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use view::{Names, notice};

/// What the audit calls a notice.
const KIND: &str = "stay";
/// Most notices of one list of a person or a place.
pub const MOST: u32 = 300;

/// Who files.
#[derive(Clone, Copy)]
pub enum Filer<'a> {
    /// A person.
    Account(&'a Account),
    /// A registered place.
    Venue(&'a Venue),
}

impl<'a> Filer<'a> {
    const fn who(self) -> Who<'a> {
        match self {
            Self::Account(account) => Who::Citizen(account.id.as_str()),
            Self::Venue(venue) => Who::Venue(venue.id.as_str()),
        }
    }

    fn has_filed(self, stay: &Stay) -> bool {
        match self {
            Self::Account(account) => stay.account_id.as_deref() == Some(&account.id),
            Self::Venue(venue) => stay.venue_id.as_deref() == Some(&venue.id),
        }
    }
}

/// Counts a change against the limit of who makes it.
///
/// # Errors
/// `too_many_requests`.
pub async fn spend(app: &App, tx: &mut Tx, filer: Filer<'_>, now: Timestamp) -> Result<(), ApiError> {
    let limits = &app.config.limits;
    match filer {
        Filer::Account(account) => {
            let subject = app.keys.blind(KIND, &[&account.id]);
            limits::spend(tx, &limits.stay_subject, &subject, now).await
        }
        Filer::Venue(venue) => limits::spend(tx, &limits.stay_venue, &venue.id, now).await,
    }
}

fn ends_at(leaves: Date) -> Timestamp {
    let next = leaves.tomorrow().unwrap_or(leaves);
    office_timestamp(next.to_datetime(Time::midnight()))
}

/// Files a notice, and tells the guest where they have an account. What is answered does not depend on that.
///
/// # Errors
/// `invalid_fields` where the commune is none of today.
pub async fn file(
    app: &App,
    tx: &mut Tx,
    filer: Filer<'_>,
    wanted: Wanted,
    now: Timestamp,
) -> Result<StayNotice, ApiError> {
    let (line, commune_code, province_code) = match (filer, wanted.address) {
        (Filer::Venue(venue), _) => (
            venue.line.clone(),
            venue.commune_code.clone(),
            venue.province_code.clone(),
        ),
        (Filer::Account(_), Some(address)) => {
            let province = province_of(address.commune)?;
            (address.line, address.commune.to_string(), province)
        }
        (Filer::Account(_), None) => return Err(ApiError::field("line", FieldCode::Required)),
    };
    let stay = Stay {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        account_id: match filer {
            Filer::Account(account) => Some(account.id.clone()),
            Filer::Venue(_) => None,
        },
        venue_id: match filer {
            Filer::Venue(venue) => Some(venue.id.clone()),
            Filer::Account(_) => None,
        },
        personal_number: wanted.number.as_str().to_owned(),
        full_name: wanted.name.as_str().to_owned(),
        birth_date: wanted.birth.to_string(),
        reason: wanted.reason.as_str().to_owned(),
        arrives: wanted.arrives,
        late: wanted.late,
        leaves: wanted.leaves,
        line,
        commune_code,
        province_code,
        filed_at: now,
        corrected_at: None,
        withdrawn_at: None,
        withdrawn_for: None,
        disputed_at: None,
        ends_at: ends_at(wanted.leaves),
        version: 1,
    };
    stays::insert(tx, &stay).await?;
    note(app, tx, (filer, &stay), ("stay.file", None), now).await?;
    tell(app, tx, (filer, &stay), "account.stay_declared", now).await?;
    notice(&mut Names::default(), &stay, now)
}

/// The province of a commune of today.
///
/// # Errors
/// `invalid_fields` where there is no such commune.
pub fn province_of(code: CommuneCode) -> Result<String, ApiError> {
    let commune = data::commune(code).map_err(|error| ApiError::internal("communes", &error))?;
    let unknown = || ApiError::field("commune_code", FieldCode::ChoiceUnknown);
    Ok(commune.ok_or_else(unknown)?.province.to_string())
}

async fn note(
    app: &App,
    tx: &mut Tx,
    (filer, stay): (Filer<'_>, &Stay),
    (action, reason): (&str, Option<&str>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: filer.who(),
        action,
        kind: KIND,
        id: &stay.id,
        reason,
    };
    audit::note(app, tx, now, done).await
}

/// What somebody else does about a person stands in the activity of that person's account.
async fn tell(
    app: &App,
    tx: &mut Tx,
    (filer, stay): (Filer<'_>, &Stay),
    action: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(guest) = accounts::by_person(tx, &stay.personal_number).await? else {
        return Ok(());
    };
    if stay.account_id.as_deref() == Some(&guest.id) {
        return Ok(());
    }
    steps::note(app, tx, &guest, action, filer.who(), now).await
}

/// One's own notice that can still be changed.
async fn own(tx: &mut Tx, filer: Filer<'_>, id: &str, now: Timestamp) -> Result<Stay, ApiError> {
    let stay = stays::by_id(tx, id).await?.filter(|stay| filer.has_filed(stay));
    let stay = stay.ok_or(ApiError::from(ProblemCode::NotFound))?;
    if stay::may_change(stay.withdrawn_at.is_some(), stay.leaves, office_date(now)) {
        Ok(stay)
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

/// Corrects what can be corrected.
///
/// # Errors
/// `invalid_fields`; `not_found` where it is not one's own; `state_conflict` where the guest has left, or it was withdrawn.
pub async fn correct(
    app: &App,
    tx: &mut Tx,
    filer: Filer<'_>,
    (id, wanted): (&str, &CorrectStay),
    now: Timestamp,
) -> Result<StayNotice, ApiError> {
    let mut stay = own(tx, filer, id, now).await?;
    let wanted = wanted.parse(stay.arrives, office_date(now))?;
    stay.full_name = wanted.name.as_str().to_owned();
    stay.birth_date = wanted.birth.to_string();
    stay.reason = wanted.reason.as_str().to_owned();
    stay.leaves = wanted.leaves;
    stay.ends_at = ends_at(wanted.leaves);
    stay.corrected_at = Some(now);
    stays::update(tx, &mut stay).await?;
    note(app, tx, (filer, &stay), ("stay.correct", None), now).await?;
    notice(&mut Names::default(), &stay, now)
}

/// Withdraws it.
///
/// # Errors
/// `not_found` where it is not one's own; `state_conflict` where the guest has left, or it was withdrawn.
pub async fn withdraw(
    app: &App,
    tx: &mut Tx,
    filer: Filer<'_>,
    (id, reason): (&str, StayWithdrawal),
    now: Timestamp,
) -> Result<StayNotice, ApiError> {
    let mut stay = own(tx, filer, id, now).await?;
    stay.withdrawn_at = Some(now);
    stay.withdrawn_for = Some(reason.as_str().to_owned());
    stays::update(tx, &mut stay).await?;
    let why = Some(reason.as_str());
    note(app, tx, (filer, &stay), ("stay.withdraw", why), now).await?;
    tell(app, tx, (filer, &stay), "account.stay_withdrawn", now).await?;
    notice(&mut Names::default(), &stay, now)
}

/// The guest says that it was not them. Who has filed it is not told: they would learn that the number has an account. The
/// police see it in their list.
///
/// # Errors
/// `not_found` where the notice is about somebody else, or by oneself.
pub async fn dispute(
    app: &App,
    tx: &mut Tx,
    guest: &Account,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let about_me =
        |stay: &Stay| stay.personal_number == guest.personal_number && !Filer::Account(guest).has_filed(stay);
    let stay = stays::by_id(tx, id).await?.filter(about_me);
    let mut stay = stay.ok_or(ApiError::from(ProblemCode::NotFound))?;
    if stay.disputed_at.is_some() {
        return Ok(());
    }
    stay.disputed_at = Some(now);
    stays::update(tx, &mut stay).await?;
    note(
        app,
        tx,
        (Filer::Account(guest), &stay),
        ("stay.dispute", None),
        now,
    )
    .await
}

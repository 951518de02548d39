//! Data that must be put right: opened with what is asked of the person, sent on to who can do it, closed when the person is
//! back at the counter.

use crate::app::{
    audit::{self, Done, Who},
    corrections::Asked,
    dossiers as cases, ids,
    staff::{Right, Staff},
};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    intake::Fault,
    mending::{Origin, Place, Stage, may_tell, place_for},
    office::Localised,
    problem::ProblemCode,
    wire::{
        Lang,
        tickets::{self as wire, SoFar},
    },
};
use eid_store::{
    Tx,
    dossiers::Dossier,
    mendings::{self, Mending},
};
use jiff::Timestamp;

/// At most so many are listed.
const MOST: i64 = 200;

/// Opens one for what is asked now, in place of what was asked before.
///
/// # Errors
/// When the database is out of reach.
pub async fn open(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let origin = if asked.by_ministry {
        Origin::Ministry
    } else {
        Origin::Counter
    };
    mendings::close_of_dossier(tx, &dossier.id, now).await?;
    let told = Told {
        what: asked.what,
        words: asked.words,
        paper: None,
    };
    let mending = new(app, dossier, origin, told, now)?;
    mendings::open(tx, &mending).await?;
    Ok(())
}

/// What is wrong.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Which data.
    pub what: &'a [Fault],
    /// In words; may be empty.
    pub words: &'a str,
    /// The kind of paper of the wallet that says something else than the card.
    pub paper: Option<&'a str>,
}

/// Opens one for what a person tells. False where one is open already.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    told: Told<'_>,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let mending = new(app, dossier, Origin::Person, told, now)?;
    Ok(mendings::open(tx, &mending).await?)
}

fn new(
    app: &App,
    dossier: &Dossier,
    origin: Origin,
    told: Told<'_>,
    now: Timestamp,
) -> Result<Mending, ApiError> {
    Ok(Mending {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        office_id: dossier.office_id.clone(),
        opened_at: now,
        origin: origin.as_str().to_owned(),
        what: serde_json::to_string(told.what)?,
        words: told.words.to_owned(),
        paper: told.paper.map(str::to_owned),
        stage: Stage::Open.as_str().to_owned(),
        place: place_for(told.what).as_str().to_owned(),
        sent_at: None,
        sent_words: String::new(),
        answer: None,
        closed_at: None,
    })
}

/// For the owner: what is being put right, without what offices write to each other, and whether something can be told.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_owner(app: &App, tx: &mut Tx, dossier: &Dossier) -> Result<wire::Mismatches, ApiError> {
    let open = mendings::open_of_dossier(tx, &dossier.id).await?;
    let may_tell = open.is_none() && may_tell(cases::state_of(dossier)?);
    let open = open.map(|mending| row(app, mending, dossier.reference.clone()));
    let open = open.transpose()?.map(|mending| wire::Mending {
        sent_words: String::new(),
        ..mending
    });
    Ok(wire::Mismatches { open, may_tell })
}

/// How far the open one of a dossier is.
///
/// # Errors
/// When the database is out of reach.
pub async fn so_far(tx: &mut Tx, dossier_id: &str) -> Result<Option<SoFar>, ApiError> {
    let open = mendings::open_of_dossier(tx, dossier_id).await?;
    open.as_ref().map(seen).transpose()
}

fn seen(mending: &Mending) -> Result<SoFar, ApiError> {
    Ok(SoFar {
        stage: stage_of(mending)?,
        place: Place::parse(&mending.place).ok_or_else(|| odd("place", &mending.place))?,
        sent_at: mending.sent_at,
        answered_at: mending.answer.as_ref().map(|answer| answer.at),
        answer: mending.answer.as_ref().map(|answer| answer.text.clone()),
    })
}

fn odd(what: &'static str, word: &str) -> ApiError {
    ApiError::internal(what, &word)
}

/// How far a stored one is.
///
/// # Errors
/// When the stored word is none of ours.
pub fn stage_of(mending: &Mending) -> Result<Stage, ApiError> {
    Stage::parse(&mending.stage).ok_or_else(|| odd("mending stage", &mending.stage))
}

/// Those that this member of staff may see.
///
/// # Errors
/// When the database is out of reach.
pub async fn list(app: &App, tx: &mut Tx, office: Option<&str>) -> Result<Vec<wire::Mending>, ApiError> {
    let found = mendings::open_of_office(tx, office, MOST).await?;
    found
        .into_iter()
        .map(|(mending, reference)| row(app, mending, reference))
        .collect()
}

fn row(app: &App, mending: Mending, reference: String) -> Result<wire::Mending, ApiError> {
    Ok(wire::Mending {
        so_far: seen(&mending)?,
        origin: Origin::parse(&mending.origin).ok_or_else(|| odd("origin", &mending.origin))?,
        what: serde_json::from_str(&mending.what)?,
        paper: mending.paper.map(|kind| Localised {
            vi: app.wallet.name(&kind, Lang::Vi),
            en: app.wallet.name(&kind, Lang::En),
        }),
        id: mending.id,
        reference,
        words: mending.words,
        opened_at: mending.opened_at,
        sent_words: mending.sent_words,
    })
}

/// One of the own office; the help desk sees that of any.
///
/// # Errors
/// `not_allowed`, `no_match`.
pub async fn find(tx: &mut Tx, staff: &Staff, id: &str) -> Result<Mending, ApiError> {
    staff.need(Right::Answer)?;
    let found = mendings::by_id(tx, id).await?;
    found
        .filter(|mending| staff.is_everywhere() || mending.office_id == staff.office_id)
        .ok_or_else(|| ProblemCode::NoMatch.into())
}

/// Stores how far it is now, and by whom.
///
/// # Errors
/// `state_conflict` where that cannot follow, or a colleague was quicker.
pub async fn advance(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    mending: &mut Mending,
    to: Stage,
    now: Timestamp,
) -> Result<(), ApiError> {
    let from = mending.stage.clone();
    if !stage_of(mending)?.may_become(to) {
        return Err(ProblemCode::StateConflict.into());
    }
    mending.stage = to.as_str().to_owned();
    mending.closed_at = (to == Stage::Closed).then_some(now);
    if !mendings::advance(tx, mending, &from).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let (action, reason) = match to {
        Stage::Answered => ("mending.answer", None),
        Stage::Closed => ("mending.close", None),
        Stage::Open | Stage::SentOn => ("mending.send_on", Some(mending.place.as_str())),
    };
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "dossier",
        id: &mending.dossier_id,
        reason,
    };
    audit::note(app, tx, now, done).await
}

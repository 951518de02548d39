//! What becomes of each row: nothing is changed here.

use super::read::{Pupil, Row};
use crate::{
    app::{availability, dossiers as cases},
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{
    booking::{AgeGroup, Service},
    campaign::{Due, class_order, due_on, seats},
    capacity::ticks_for,
    field::{FieldCode, FieldError},
    wire::class_list::{ClassListRow, ClassListView, Column, Outcome},
};
use eid_store::{Tx, dossiers, pupils, stops::Stop};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use std::collections::{BTreeMap, BTreeSet};

/// A pupil with a time.
#[derive(Clone)]
pub struct Seat {
    /// Place of the row in [`Planned::rows`].
    pub row: usize,
    /// Who.
    pub pupil: Pupil,
    /// When.
    pub at: DateTime,
}

/// A whole list, planned.
pub struct Planned {
    /// The day of the stop.
    pub date: Date,
    /// What is done for each.
    pub service: Service,
    /// Ticks of a visit.
    pub ticks: u8,
    /// In the order of the file.
    pub rows: Vec<ClassListRow>,
    /// Those who get a time, in order of time.
    pub seats: Vec<Seat>,
}

impl Planned {
    /// As it is shown.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn view(&self) -> Result<ClassListView, ApiError> {
        Ok(ClassListView {
            seen: self.seen()?,
            date: self.date,
            rows: self.rows.clone(),
        })
    }

    /// Stands for what was planned: another list, another outcome of any row or another service is another plan.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn seen(&self) -> Result<String, ApiError> {
        let rows = serde_json::to_vec(&self.rows)?;
        Ok(secret::digest_parts(&[self.service.as_str().as_bytes(), &rows]))
    }
}

/// Plans a list for a stop.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    list: Vec<Row>,
    service: Service,
    now: Timestamp,
) -> Result<Planned, ApiError> {
    let facts = Facts::of(tx, stop, &list).await?;
    let mut rows = Vec::with_capacity(list.len());
    let mut wanted = Vec::new();
    for (at, row) in list.into_iter().enumerate() {
        let (outcome, pupil) = facts.judge(stop.date, row.line, row.pupil);
        wanted.extend(pupil.map(|pupil| (at, pupil)));
        rows.push(ClassListRow {
            line: row.line,
            full_name: row.full_name,
            class_name: row.class_name,
            outcome,
        });
    }
    let ticks = ticks_for(service, AgeGroup::From14To59);
    let times = times(app, tx, stop, ticks, wanted.len(), now).await?;
    let classes: Vec<&str> = wanted
        .iter()
        .map(|(_, pupil)| pupil.class_name.as_str())
        .collect();
    let order = class_order(&classes);
    let mut seats = Vec::new();
    for (at, nth) in times.into_iter().zip(order) {
        let Some((row, pupil)) = wanted.get(nth) else {
            continue;
        };
        if let Some(shown) = rows.get_mut(*row) {
            shown.outcome = Outcome::Seat { at };
        }
        seats.push(Seat {
            row: *row,
            pupil: pupil.clone(),
            at,
        });
    }
    Ok(Planned {
        date: stop.date,
        service,
        ticks,
        rows,
        seats,
    })
}

async fn times(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    ticks: u8,
    wanted: usize,
    now: Timestamp,
) -> Result<Vec<DateTime>, ApiError> {
    let Some(office) = app.catalog.office(&stop.id) else {
        return Err(ApiError::internal("class list", &"a stop that is not known yet"));
    };
    let taken = availability::touched(tx, &office, stop.date, stop.date, now).await?;
    let free = availability::free_ticks(app, &office, stop.date, &taken, availability::Asking::online(now));
    let starts = seats(&free, ticks, wanted);
    Ok(starts
        .into_iter()
        .map(|start| stop.date.to_datetime(start))
        .collect())
}

/// What the database knows of the people of a list.
struct Facts {
    /// By personal number: those who came by a list of this stop.
    known: BTreeMap<String, Outcome>,
    /// Those with an open dossier.
    open: BTreeSet<String>,
    /// The line on which each number stands first.
    first: BTreeMap<String, u32>,
}

impl Facts {
    async fn of(tx: &mut Tx, stop: &Stop, list: &[Row]) -> Result<Self, ApiError> {
        let mut known = BTreeMap::new();
        for pupil in pupils::of_stop(tx, &stop.id).await? {
            if let Some(dossier) = dossiers::by_id(tx, &pupil.dossier_id).await? {
                let state = cases::state_of(&dossier)?;
                let reference = dossier.reference;
                known.insert(pupil.personal_number, Outcome::Known { reference, state });
            }
        }
        let mut first = BTreeMap::new();
        for row in list {
            if let Ok(pupil) = &row.pupil {
                let number = pupil.personal_number.as_str().to_owned();
                first.entry(number).or_insert(row.line);
            }
        }
        let numbers: Vec<&str> = first.keys().map(String::as_str).collect();
        let open = dossiers::open_among(tx, &numbers).await?;
        Ok(Self { known, open, first })
    }

    /// What becomes of a row, and the pupil where they could have a time.
    fn judge(&self, day: Date, line: u32, pupil: Result<Pupil, Vec<FieldError>>) -> (Outcome, Option<Pupil>) {
        let pupil = match pupil {
            Ok(pupil) => pupil,
            Err(fields) => return (Outcome::Wrong { fields }, None),
        };
        let number = pupil.personal_number.as_str();
        if let Some(first) = self.first.get(number).filter(|first| **first != line) {
            return (Outcome::Repeated { line: *first }, None);
        }
        if let Some(known) = self.known.get(number) {
            return (known.clone(), None);
        }
        match due_on(&pupil.birth_date, day) {
            Due::From(from) => return (Outcome::TooYoung { from }, None),
            Due::Unclear => {
                let field = FieldError::new(Column::BirthDate.as_str(), FieldCode::DateImpossible);
                return (Outcome::Wrong { fields: vec![field] }, None);
            }
            Due::Yes => {}
        }
        if self.open.contains(number) {
            return (Outcome::OpenDossier, None);
        }
        (Outcome::NoPlace, Some(pupil))
    }
}

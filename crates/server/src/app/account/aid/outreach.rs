//! People on an office's lists to whom something is still missing, and messages to them.

use crate::{
    app::{
        audit::{self, Done, Who},
        desk::masked_name,
        uncollected::{self, PAUSE_DAYS},
        view,
    },
    data,
    notices::{
        Kind,
        queue::{self, Phone},
        text::Facts,
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::State,
    aid::{BenefitKind, Missing},
    calendar::office_date,
    place::CommuneCode,
    wire::{
        Lang,
        aid::{AidPeopleView, AidPerson},
        batches::{Told, ToldState, ToldUncollected},
    },
};
use eid_store::{
    Tx,
    beneficiaries::{self, Known},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Most rows of the list, and most messages at a time.
pub const MOST: usize = 500;

/// A person with every list they stand on.
struct Person {
    known: Known,
    kinds: Vec<BenefitKind>,
    missing: Option<Missing>,
    told: Option<Told>,
}

impl Person {
    fn of(known: Known) -> Self {
        let listed = &known.listed;
        let account = known.account_state.as_deref().and_then(State::parse);
        let state = known.notice_state.as_deref().and_then(ToldState::parse);
        Self {
            missing: Missing::first(known.has_card, account, known.has_payout),
            told: listed.told_at.map(|at| Told {
                at,
                // The record of a message is kept for ninety days; what is older has been sent.
                state: state.unwrap_or(ToldState::Sent),
            }),
            kinds: BenefitKind::parse(&listed.kind).into_iter().collect(),
            known,
        }
    }

    /// Where a message goes: the account's phone was proved, that of a list was written down by somebody.
    fn phone(&self) -> Option<&str> {
        let listed = self.known.listed.phone.as_deref();
        self.known.account_phone.as_deref().or(listed)
    }

    fn may_tell(&self, now: Timestamp) -> bool {
        self.phone().is_some() && uncollected::may_tell(self.told.as_ref(), now)
    }
}

/// Everybody on a list today, one row a person, by name.
async fn people(tx: &mut Tx, office_id: &str, now: Timestamp) -> Result<Vec<Person>, ApiError> {
    let mut people = Vec::<Person>::new();
    let mut places = BTreeMap::<String, usize>::new();
    for known in beneficiaries::of_office(tx, office_id, office_date(now)).await? {
        let number = known.listed.personal_number.clone();
        let next = Person::of(known);
        match places.get(&number).and_then(|at| people.get_mut(*at)) {
            Some(person) => person.kinds.extend(next.kinds),
            None => {
                places.insert(number, people.len());
                people.push(next);
            }
        }
    }
    Ok(people)
}

/// What the desk sees of them.
///
/// # Errors
/// When the database is out of reach.
pub async fn view(tx: &mut Tx, office_id: &str, now: Timestamp) -> Result<AidPeopleView, ApiError> {
    let people = people(tx, office_id, now).await?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let all = count(people.len());
    let mut open: Vec<(Missing, &Person)> = people
        .iter()
        .filter_map(|person| Some((person.missing?, person)))
        .collect();
    let complete = all.saturating_sub(count(open.len()));
    open.sort_by_key(|(missing, _)| *missing);
    open.truncate(MOST);
    let mut names = BTreeMap::new();
    let mut rows = Vec::with_capacity(open.len());
    for (missing, person) in open {
        let listed = &person.known.listed;
        let code = listed.commune_code.as_str();
        let commune = match names.get(code) {
            Some(name) => String::clone(name),
            None => {
                let name = commune_name(code)?;
                names.insert(code.to_owned(), name.clone());
                name
            }
        };
        rows.push(AidPerson {
            id: listed.id.clone(),
            name_masked: masked_name(&listed.full_name),
            number_masked: view::masked_number(&listed.personal_number),
            kinds: person.kinds.clone(),
            commune,
            missing,
            phone_ends: person.phone().map(view::phone_ends).unwrap_or_default(),
            told: person.told.clone(),
            may_tell: person.may_tell(now),
        });
    }
    Ok(AidPeopleView {
        rows,
        all,
        complete,
        pause_days: PAUSE_DAYS,
    })
}

/// Commune and province of a stored code; empty for one that is no more.
///
/// # Errors
/// When the built-in files cannot be read.
pub fn commune_name(code: &str) -> Result<String, ApiError> {
    let Ok(code) = CommuneCode::parse(code) else {
        return Ok(String::new());
    };
    let name = data::commune_name(code).map_err(|error| ApiError::internal("communes", &error))?;
    Ok(name.unwrap_or_default())
}

/// Writes to each of these of the own office's lists; who was told less than a week ago, has everything, or has no phone is
/// left out.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    (office_id, staff_id): (&str, &str),
    ids: &[String],
    now: Timestamp,
) -> Result<ToldUncollected, ApiError> {
    let office = app.catalog.lasting(office_id);
    let office = office.map(|office| office.name.vi.clone()).unwrap_or_default();
    let mut people: BTreeMap<String, Person> = people(tx, office_id, now)
        .await?
        .into_iter()
        .map(|person| (person.known.listed.id.clone(), person))
        .collect();
    let mut told = ToldUncollected {
        written: 0,
        left_out: 0,
    };
    for id in ids {
        // Taken out: whoever is named twice is written to once.
        let person = people.remove(id).filter(|person| person.may_tell(now));
        let Some((person, missing)) = person.and_then(|one| one.missing.map(|missing| (one, missing))) else {
            told.left_out += 1;
            continue;
        };
        let facts = Facts {
            office: office.clone(),
            missing: Some(missing),
            ..Facts::default()
        };
        let to = Phone {
            number: person.phone().unwrap_or_default(),
            lang: Lang::Vi,
            link: "",
        };
        let notice = queue::tell_phone(app, tx, to, Kind::AidOutreach, &facts, now).await?;
        beneficiaries::note_told(tx, &person.known.listed, &notice, now).await?;
        let done = Done {
            who: Who::Staff(staff_id),
            action: "aid.tell",
            kind: "beneficiary",
            id: &person.known.listed.id,
            reason: None,
        };
        audit::note(app, tx, now, done).await?;
        told.written += 1;
    }
    Ok(told)
}

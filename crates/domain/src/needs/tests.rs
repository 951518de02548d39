use super::*;
use crate::{fee::FeeTable, identity::BirthDate, reason::Reason};
use jiff::civil::{Date, date};

mod ages;
mod dated;
mod flow;
mod outcomes;
mod papers;
mod visit_papers;

const TODAY: Date = date(2026, 11, 22);

fn fees() -> FeeTable {
    FeeTable::parse(include_str!("../../../../data/fees.csv")).unwrap()
}

fn born(iso: &str) -> Option<BirthDate> {
    Some(BirthDate::from_iso(iso).unwrap())
}

/// A grown citizen with a valid identity card who answers everything; tests change what they are about.
fn adult() -> Answers {
    Answers {
        status: Some(Status::Citizen),
        birth: born("1990-05-05"),
        represented: false,
        holds: Some(Holds::IdentityCard),
        situation: Some(Situation::Check),
        card_date: Some(CardDate::ExpiresOn {
            date: date(2030, 5, 5),
        }),
        wants_new_print: Some(true),
        agency_error: Some(false),
        account: Some(AccountWish::No),
        data_right: Some(DataRight::Yes),
        exemptions: Some(Vec::new()),
    }
}

fn on(answers: &Answers, day: Date) -> Assessment {
    assess(answers, day, &fees()).unwrap()
}

fn today(answers: &Answers) -> Assessment {
    on(answers, TODAY)
}

fn reason(answers: &Answers) -> Option<Reason> {
    today(answers).outcome.reason()
}

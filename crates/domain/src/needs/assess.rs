//! From answers to all a person should know.

use super::{
    Answers, Assessment, Holds, NotEligible, Note, Outcome, Presence, Question, Situation, Visit,
    decide::{Decision, Person, decide},
    notes::notes,
    papers::{papers, papers_for_certificate},
    question::Path,
};
use crate::{
    account::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD},
    booking::{AgeGroup, Service},
    capacity::{minutes_for, slot_group},
    dossier::{CARD_WORKING_DAYS, CERTIFICATE_WORKING_DAYS},
    expiry::expiry,
    fee::{FeeCase, FeeEstimate, FeeTable, FilingChannel},
    legal::{Act, LegalBasis},
};
use jiff::civil::Date;

/// What a person needs on a day. Ages, fees and ways of filing are those of that day; ask again for the day of the visit
/// once it is known.
///
/// # Errors
/// The next question, while one is open.
pub fn assess(answers: &Answers, on: Date, fees: &FeeTable) -> Result<Assessment, Question> {
    let decision = decide(answers, on, &mut Path::default())?;
    let outcome = decision.outcome;
    let mut assessment = Assessment {
        outcome,
        service: None,
        age_group: decision.person.map(|person| person.group),
        minutes: None,
        presence: Presence::Nobody,
        biometrics: false,
        papers: Vec::new(),
        fee: None,
        fee_online: None,
        expiry_if_issued: None,
        card_working_days: None,
        account_working_days: None,
        certificate_working_days: None,
        notes: Vec::new(),
        legal: Vec::new(),
    };
    if outcome == Outcome::IdentityCertificate {
        describe_certificate(&mut assessment);
    }
    if let Some(person) = &decision.person {
        describe(&decision, person, answers.represented, on, fees, &mut assessment);
    }
    assessment.notes = notes(&decision, &assessment, on);
    assessment.legal = legal(&decision, &assessment);
    Ok(assessment)
}

/// The visit that the answers lead to; `None` where none is needed.
///
/// A part of what [`assess`] tells, for pages that know the rest already.
///
/// # Errors
/// The next question, while one is open.
pub fn visit(answers: &Answers, on: Date) -> Result<Option<Visit>, Question> {
    let decision = decide(answers, on, &mut Path::default())?;
    Ok(visit_of(&decision, on))
}

fn visit_of(decision: &Decision, on: Date) -> Option<Visit> {
    let person = decision.person.as_ref()?;
    let service = service(decision).filter(|_| decision.outcome.is_visit())?;
    let not_before = match decision.outcome {
        Outcome::Soon { from, .. } => Some(from),
        _ => None,
    };
    let age_group = slot_group(service, &person.birth, not_before.unwrap_or(on), on);
    Some(Visit {
        reason: decision.outcome.reason(),
        service,
        age_group,
        minutes: minutes_for(service, age_group),
        not_before,
    })
}

fn describe(
    decision: &Decision,
    person: &Person,
    represented: bool,
    on: Date,
    fees: &FeeTable,
    out: &mut Assessment,
) {
    let day = if let Outcome::Soon { from, .. } = decision.outcome {
        from
    } else {
        on
    };
    if decision.outcome.is_visit() {
        let visit = visit_of(decision, on);
        out.service = visit.map(|visit| visit.service);
        out.minutes = visit.map(|visit| visit.minutes);
        out.presence = presence(person.group, represented);
        out.biometrics = person.group != AgeGroup::Under6;
    }
    out.papers = papers(decision, person, out.presence);
    if decision.outcome.reason().is_some() {
        let online = matches!(
            decision.outcome,
            Outcome::OnlineOnly { .. } | Outcome::Book { online_too: true, .. }
        );
        let estimate = |channel| estimate(decision, person, channel, day, fees);
        out.fee = if decision.outcome.is_visit() {
            estimate(FilingChannel::InPerson)
        } else {
            None
        };
        out.fee_online = if online {
            estimate(FilingChannel::Online)
        } else {
            None
        };
        out.expiry_if_issued = Some(expiry(person.birth.earliest(), day));
        out.card_working_days = Some(CARD_WORKING_DAYS);
    }
    if decision.account {
        let with_chip = matches!(person.holds, Holds::IdentityCard | Holds::ChipCccd);
        let alone = decision.outcome == Outcome::AccountOnly && with_chip;
        out.account_working_days = Some(if alone {
            ACCOUNT_WORKING_DAYS
        } else {
            ACCOUNT_WORKING_DAYS_WITH_CARD
        });
    }
}

/// A person of Vietnamese origin comes in person, to the commune police; whoever they are, nothing is to be paid.
fn describe_certificate(out: &mut Assessment) {
    out.presence = Presence::Person;
    out.biometrics = true;
    out.papers = papers_for_certificate();
    out.fee = Some(FeeEstimate::certificate());
    out.certificate_working_days = Some(CERTIFICATE_WORKING_DAYS);
}

fn service(decision: &Decision) -> Option<Service> {
    match (decision.outcome, decision.account) {
        (Outcome::AccountOnly, _) => Some(Service::Account),
        (outcome, account) => outcome.reason().map(|_| {
            if account {
                Service::CardAndAccount
            } else {
                Service::Card
            }
        }),
    }
}

const fn presence(group: AgeGroup, represented: bool) -> Presence {
    match group {
        AgeGroup::Under6 => Presence::RepresentativeAlone,
        AgeGroup::From6To13 => Presence::PersonWithRepresentative,
        AgeGroup::From14To59 | AgeGroup::From60 if represented => Presence::PersonWithRepresentative,
        AgeGroup::From14To59 | AgeGroup::From60 => Presence::Person,
    }
}

fn estimate(
    decision: &Decision,
    person: &Person,
    channel: FilingChannel,
    on: Date,
    fees: &FeeTable,
) -> Option<FeeEstimate> {
    let reason = decision.outcome.reason()?;
    Some(fees.estimate(&FeeCase {
        reason,
        channel,
        on,
        age: person.birth.ages_on(on),
        exemptions: &decision.exemptions,
        level_2: decision.has_level_2,
        agency_error: decision.agency_error,
    }))
}

fn legal(decision: &Decision, assessment: &Assessment) -> Vec<LegalBasis> {
    const LAW: Act = Act::LawIdentification;
    let mut list: Vec<LegalBasis> = decision
        .outcome
        .reason()
        .map(|reason| reason.legal().to_vec())
        .unwrap_or_default();
    match decision.outcome {
        Outcome::IdentityCertificate => {
            list.extend([
                LegalBasis::article(LAW, 30),
                LegalBasis::act(Act::Decree70),
                LegalBasis::act(Act::Decision5710),
            ]);
        }
        Outcome::NotEligible {
            why: NotEligible::RegainNationality,
        } => {
            list.push(LegalBasis::point(LAW, 24, 2, 'b'));
        }
        Outcome::NotEligible { .. } => list.push(LegalBasis::article(Act::Decree69, 7)),
        Outcome::NothingToDo { .. }
            if decision
                .person
                .is_some_and(|person| person.situation == Some(Situation::Merger)) =>
        {
            list.extend([LegalBasis::point(LAW, 24, 1, 'đ'), LegalBasis::article(LAW, 46)]);
        }
        Outcome::NothingToDo { .. } => {
            list.extend([LegalBasis::article(LAW, 21), LegalBasis::article(LAW, 46)])
        }
        Outcome::Book { .. } | Outcome::OnlineOnly { .. } | Outcome::Soon { .. } | Outcome::AccountOnly => {}
    }
    if assessment.card_working_days.is_some() {
        list.push(LegalBasis::article(LAW, 26));
    }
    if decision.outcome.is_visit() && assessment.presence != Presence::Person {
        list.push(LegalBasis::article(LAW, 23));
    }
    if decision.account {
        list.extend([
            LegalBasis::clause(Act::Decree69, 10, 2),
            LegalBasis::article(Act::Decree69, 13),
        ]);
    }
    if assessment.notes.contains(&Note::ExchangeDue) {
        list.push(LegalBasis::article(Act::Decree282, 11));
    }
    list.extend(
        assessment
            .fee
            .or(assessment.fee_online)
            .map(|fee| fee.legal_basis),
    );
    let mut seen = Vec::with_capacity(list.len());
    list.retain(|basis| {
        !seen.contains(basis) && {
            seen.push(*basis);
            true
        }
    });
    list
}

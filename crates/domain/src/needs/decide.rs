//! The decision, and with it the order of the questions.

use super::{
    AccountWish, Answers, DataRight, Holds, NotEligible, Outcome, Question, Situation, Status, question::Path,
};
use crate::{
    age::AgeSpan,
    booking::{AgeGroup, bookable_days},
    expiry::Expiry,
    fee::{Exemption, FeeCase, FilingChannel, is_exempt_anyway},
    identity::BirthDate,
    reason::{Channel, Reason},
};
use jiff::civil::Date;

/// A decision with what was said on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) outcome: Outcome,
    pub(super) person: Option<Person>,
    /// A level-2 account is wanted and possible.
    pub(super) account: bool,
    pub(super) has_level_2: bool,
    pub(super) data_right: DataRight,
    pub(super) agency_error: bool,
    pub(super) exemptions: Vec<Exemption>,
}

/// Who the card is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) status: Status,
    pub(super) birth: BirthDate,
    pub(super) ages: AgeSpan,
    pub(super) group: AgeGroup,
    pub(super) holds: Holds,
    pub(super) situation: Option<Situation>,
    /// When the card in hand expires, where that was asked.
    pub(super) card: Option<Expiry>,
}

impl Person {
    /// The group on the last day that can be booked on `on`.
    pub(super) fn group_before_visit(&self, on: Date) -> AgeGroup {
        AgeGroup::of(&self.birth, bookable_days(on).1)
    }
}

impl Decision {
    fn plain(outcome: Outcome, person: Option<Person>) -> Self {
        Self {
            outcome,
            person,
            account: false,
            has_level_2: false,
            data_right: DataRight::Yes,
            agency_error: false,
            exemptions: Vec::new(),
        }
    }
}

pub(super) fn decide(answers: &Answers, on: Date, path: &mut Path) -> Result<Decision, Question> {
    let status = path.need(Question::Status, answers.status)?;
    match status {
        Status::FormerCitizen => {
            let why = NotEligible::RegainNationality;
            return Ok(Decision::plain(Outcome::NotEligible { why }, None));
        }
        Status::Foreigner => {
            return Ok(Decision::plain(
                Outcome::NotEligible {
                    why: NotEligible::Foreigner,
                },
                None,
            ));
        }
        Status::OriginUndetermined => return Ok(Decision::plain(Outcome::IdentityCertificate, None)),
        Status::Citizen | Status::CitizenAbroad | Status::RegainedNationality => {}
    }
    let birth = path.need(Question::Birth, answers.birth)?;
    let ages = birth.ages_on(on);
    let group = AgeGroup::of_span(ages);
    let holds = path.need(
        Question::Holds,
        answers.holds.filter(|holds| holds.is_possible(&birth)),
    )?;
    let mut person = Person {
        status,
        birth,
        ages,
        group,
        holds,
        situation: None,
        card: None,
    };
    let (outcome, agency_error) = ground(answers, on, &mut person, path)?;
    if let Outcome::Soon { from, .. } = outcome {
        person.ages = birth.ages_on(from);
        person.group = AgeGroup::of_span(person.ages);
    }
    finish(answers, on, path, person, outcome, agency_error)
}

/// The outcome for the card alone, before the account is spoken of.
fn ground(
    answers: &Answers,
    on: Date,
    person: &mut Person,
    path: &mut Path,
) -> Result<(Outcome, bool), Question> {
    let book = |reason: Reason| (filed(reason, on), false);
    match (person.holds, person.status) {
        (Holds::Nothing, _) => return Ok(book(first_card(person.group))),
        (_, Status::RegainedNationality) => return Ok(book(Reason::Nationality)),
        (Holds::Cmnd, _) => return Ok(book(Reason::FromCmnd)),
        _ => {}
    }
    let situation = path.need(Question::Situation, answers.situation)?;
    person.situation = Some(situation);
    Ok(match situation {
        Situation::Lost => book(Reason::Lost),
        Situation::Damaged => book(Reason::Damaged),
        Situation::NameOrBirth => book(Reason::NameOrBirth),
        Situation::Appearance => book(Reason::Appearance),
        Situation::NewNumber => book(Reason::NewNumber),
        Situation::PrintError => {
            let agency_error = path.need(Question::AgencyError, answers.agency_error)?;
            (filed(Reason::PrintError, on), agency_error)
        }
        Situation::Merger => {
            if path.need(Question::WantsNewPrint, answers.wants_new_print)? {
                book(Reason::AdminUnit)
            } else {
                (Outcome::NothingToDo { valid_to: None }, false)
            }
        }
        Situation::Check | Situation::WantNew | Situation::AccountOnly => {
            let card = path
                .need(Question::CardDate, answers.card_date)?
                .expiry(&person.birth);
            person.card = Some(card);
            (by_card_date(card, situation, person, on), false)
        }
    })
}

fn by_card_date(card: Expiry, situation: Situation, person: &Person, on: Date) -> Outcome {
    if card.is_reached(on) {
        return filed(Reason::Age, on);
    }
    match (situation, card.date(), card.remind_from()) {
        (Situation::WantNew, ..) if person.holds == Holds::IdentityCard => filed(Reason::Request, on),
        (Situation::WantNew, ..) => filed(Reason::FromCccd, on),
        (Situation::AccountOnly, ..) if person.group.may_have_level_2() => Outcome::AccountOnly,
        (Situation::AccountOnly, ..) => Outcome::NotEligible {
            why: NotEligible::Level2Under6,
        },
        (_, Some(from), Some(remind)) if remind <= on => Outcome::Soon {
            reason: Reason::Age,
            from,
        },
        _ => Outcome::NothingToDo { valid_to: Some(card) },
    }
}

/// The account, the data and the fee: asked only where they change something.
fn finish(
    answers: &Answers,
    on: Date,
    path: &mut Path,
    person: Person,
    outcome: Outcome,
    agency_error: bool,
) -> Result<Decision, Question> {
    let mut decision = Decision {
        agency_error,
        ..Decision::plain(outcome, Some(person))
    };
    let account_asked = match outcome {
        Outcome::AccountOnly => {
            decision.account = true;
            false
        }
        Outcome::NotEligible { .. } | Outcome::IdentityCertificate => return Ok(decision),
        _ if person.situation == Some(Situation::AccountOnly) => {
            decision.account = person.group.may_have_level_2();
            false
        }
        _ => person.group.may_have_level_2(),
    };
    if account_asked {
        let wish = path.need(Question::Account, answers.account)?;
        decision.has_level_2 = wish == AccountWish::Has;
        decision.account = wish == AccountWish::Wants;
    }
    if decision.account && matches!(outcome, Outcome::NothingToDo { .. }) {
        decision.outcome = Outcome::AccountOnly;
    }
    let Some(reason) = decision.outcome.reason() else {
        return Ok(decision);
    };
    decision.data_right = match reason {
        Reason::NameOrBirth => DataRight::No,
        _ => path.need(Question::DataRight, answers.data_right)?,
    };
    let case = FeeCase {
        reason,
        channel: FilingChannel::InPerson,
        on,
        age: person.ages,
        exemptions: &[],
        level_2: decision.has_level_2,
        agency_error,
    };
    if !is_exempt_anyway(&case) {
        decision.exemptions = path.need(Question::Exemptions, answers.exemptions.clone())?;
    }
    Ok(decision)
}

const fn first_card(group: AgeGroup) -> Reason {
    match group {
        AgeGroup::Under6 => Reason::NewUnder6,
        AgeGroup::From6To13 => Reason::New6To14,
        AgeGroup::From14To59 | AgeGroup::From60 => Reason::New14,
    }
}

fn filed(reason: Reason, on: Date) -> Outcome {
    match reason.channel(on) {
        Channel::Online => Outcome::OnlineOnly { reason },
        channel => Outcome::Book {
            reason,
            online_too: channel == Channel::OnlineOrInPerson,
        },
    }
}

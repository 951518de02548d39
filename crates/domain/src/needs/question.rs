//! The questions, one a page.

use super::{
    Answers, Situation,
    answers::{AccountWish, DataRight, Holds, Status},
    decide::decide,
};
use crate::{
    booking::AgeGroup,
    fee::Exemption,
    str_enum::{StrEnum, str_enum},
};
use jiff::civil::Date;

str_enum! {
    /// A question. Each is asked only where its answer changes something.
    pub enum Question {
        /// Who is it for?
        Status = "status",
        /// When was the person born?
        Birth = "birth",
        /// Which paper was given last?
        Holds = "holds",
        /// What happened?
        Situation = "situation",
        /// Until when is the card valid?
        CardDate = "card_date",
        /// Nobody must change after the merger; a new print is wanted all the same?
        WantsNewPrint = "wants_new_print",
        /// Was it the agency's error?
        AgencyError = "agency_error",
        /// Is a level-2 account there, or wanted?
        Account = "account",
        /// Is the population data right?
        DataRight = "data_right",
        /// Does one of these apply? They free from the fee.
        Exemptions = "exemptions",
    }
}

str_enum! {
    /// How a question is answered.
    pub enum QuestionKind {
        /// One of its options.
        Choice = "choice",
        /// Any number of its options, also none.
        Choices = "choices",
        /// Yes or no.
        YesNo = "yes_no",
        /// A birth date, possibly partial.
        BirthDate = "birth_date",
        /// An expiry date, no expiry, or a date of issue.
        CardDate = "card_date",
    }
}

impl Question {
    /// How it is answered.
    #[must_use]
    pub const fn kind(self) -> QuestionKind {
        match self {
            Self::Status | Self::Holds | Self::Situation | Self::Account | Self::DataRight => {
                QuestionKind::Choice
            }
            Self::Exemptions => QuestionKind::Choices,
            Self::WantsNewPrint | Self::AgencyError => QuestionKind::YesNo,
            Self::Birth => QuestionKind::BirthDate,
            Self::CardDate => QuestionKind::CardDate,
        }
    }

    /// The stable names of the options that make sense for this person, in the order to show them; empty where it is
    /// not a choice.
    #[must_use]
    pub fn options(self, answers: &Answers, on: Date) -> Vec<&'static str> {
        fn names<T: StrEnum>(keep: impl Fn(T) -> bool) -> Vec<&'static str> {
            T::ALL
                .iter()
                .copied()
                .filter(|option| keep(*option))
                .map(T::name)
                .collect()
        }
        let birth = answers.birth;
        match self {
            Self::Status => names(|_: Status| true),
            Self::Holds => names(|holds: Holds| birth.is_none_or(|birth| holds.is_possible(&birth))),
            Self::Situation => {
                let account = birth.is_none_or(|birth| AgeGroup::of(&birth, on).may_have_level_2());
                names(|situation: Situation| account || situation != Situation::AccountOnly)
            }
            Self::Account => names(|_: AccountWish| true),
            Self::DataRight => names(|_: DataRight| true),
            Self::Exemptions => names(|_: Exemption| true),
            Self::Birth | Self::CardDate | Self::WantsNewPrint | Self::AgencyError => Vec::new(),
        }
    }
}

/// The next question to ask on a day; `None` when [`assess`](super::assess) can answer.
#[must_use]
pub fn next_question(answers: &Answers, on: Date) -> Option<Question> {
    decide(answers, on, &mut Path::default()).err()
}

/// The questions answered so far on this person's way, in order: for going back and for the summary.
#[must_use]
pub fn asked_questions(answers: &Answers, on: Date) -> Vec<Question> {
    let mut path = Path::default();
    let _open = decide(answers, on, &mut path);
    path.asked
}

/// The way through the questions: the decision itself walks it, so that no answer is asked for in vain.
#[derive(Debug, Default)]
pub(super) struct Path {
    asked: Vec<Question>,
}

impl Path {
    pub(super) fn need<T>(&mut self, question: Question, answer: Option<T>) -> Result<T, Question> {
        let answer = answer.ok_or(question)?;
        self.asked.push(question);
        Ok(answer)
    }
}

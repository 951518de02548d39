//! Questions, answers, and the ways between them.

use super::{Goal, START, Trouble};
use crate::{
    office::Localised,
    wire::{
        Lang,
        rescue::{RescueAnswer, RescueChoice, RescueQuestion, RescueView, RescueWay},
    },
};
use jiff::civil::Date;

/// One of the answers to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id of what it leads to.
    pub to: String,
    /// Its words.
    pub words: Localised,
    pub(super) line: usize,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id, for the address.
    pub id: String,
    /// Its words.
    pub title: Localised,
    /// What can be said.
    pub choices: Vec<Choice>,
    pub(super) line: usize,
}

/// A way out of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where to.
    pub goal: Goal,
    /// The same as the file names it.
    pub name: String,
    /// Its words.
    pub words: Localised,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id, for the address.
    pub id: String,
    /// What people report that it answers.
    pub troubles: Vec<Trouble>,
    /// What went wrong.
    pub title: Localised,
    /// The cause, in a sentence or two.
    pub why: Vec<Localised>,
    /// What to do, in order.
    pub steps: Vec<Localised>,
    /// What to bring.
    pub bring: Vec<Localised>,
    /// What it rests on.
    pub basis: Vec<Localised>,
    /// The ways on, the shortest first.
    pub ways: Vec<Way>,
    pub(super) line: usize,
}

/// Either of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node<'a> {
    /// One has to choose.
    Question(&'a Question),
    /// This is to be done.
    Answer(&'a Answer),
}

/// All of it. Checked: every answer can be reached and has a way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The day whose law it says.
    pub dated: Date,
    /// What that day means.
    pub dated_words: Localised,
    /// The first one is [`START`].
    pub questions: Vec<Question>,
    /// What to do.
    pub answers: Vec<Answer>,
}

impl Tree {
    /// What an id names.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Node<'_>> {
        let question = self.questions.iter().find(|one| one.id == id).map(Node::Question);
        question.or_else(|| self.answers.iter().find(|one| one.id == id).map(Node::Answer))
    }

    /// The question that is asked first.
    #[must_use]
    pub fn start(&self) -> Option<Node<'_>> {
        self.find(START)
    }

    /// What travels to a browser: one language of it.
    #[must_use]
    pub fn view(&self, lang: Lang) -> RescueView {
        let words = |said: &Localised| match lang {
            Lang::Vi => said.vi.clone(),
            Lang::En => said.en.clone(),
        };
        let lines = |all: &[Localised]| all.iter().map(words).collect::<Vec<String>>();
        let choice = |choice: &Choice| RescueChoice {
            to: choice.to.clone(),
            words: words(&choice.words),
        };
        let way = |way: &Way| RescueWay {
            to: way.name.clone(),
            words: words(&way.words),
        };
        let question = |question: &Question| RescueQuestion {
            id: question.id.clone(),
            title: words(&question.title),
            choices: question.choices.iter().map(choice).collect(),
        };
        let answer = |answer: &Answer| RescueAnswer {
            id: answer.id.clone(),
            troubles: answer.troubles.iter().map(Trouble::to_string).collect(),
            title: words(&answer.title),
            why: lines(&answer.why),
            steps: lines(&answer.steps),
            bring: lines(&answer.bring),
            basis: lines(&answer.basis),
            ways: answer.ways.iter().map(way).collect(),
        };
        RescueView {
            dated: self.dated,
            dated_words: words(&self.dated_words),
            questions: self.questions.iter().map(question).collect(),
            answers: self.answers.iter().map(answer).collect(),
        }
    }
}

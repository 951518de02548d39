//! What a tree must keep, as a whole.

use super::{Answer, Entry, Node, START, Tree, Trouble};
use crate::data_error::DataError;
use std::collections::BTreeSet;

/// An answer is printed on one sheet: no more steps than this,
pub(super) const MOST_STEPS: usize = 6;
/// and no line longer than this.
pub(super) const MOST_LETTERS: usize = 260;

/// Refuses a tree in which somebody could get lost.
pub(super) fn whole(file: &str, tree: &Tree) -> Result<(), DataError> {
    let at = |line: usize, reason: String| Err(DataError::new(file, line, reason));
    if tree.questions.first().is_none_or(|question| question.id != START) {
        return at(0, format!("the first question must be \"{START}\""));
    }
    let mut reached = BTreeSet::from([START]);
    for question in &tree.questions {
        if question.choices.len() < 2 {
            return at(
                question.line,
                format!("\"{}\" has fewer than two choices", question.id),
            );
        }
        if !reached.contains(question.id.as_str()) {
            return at(
                question.line,
                format!("nothing above leads to \"{}\"", question.id),
            );
        }
        for choice in &question.choices {
            let below = match tree.find(&choice.to) {
                Some(Node::Question(to)) => to.line > choice.line,
                Some(Node::Answer(_)) => true,
                None => false,
            };
            // Downwards only: nobody is led in a circle.
            if !below {
                return at(
                    choice.line,
                    format!("\"{}\" is no question below, and no answer", choice.to),
                );
            }
            reached.insert(&choice.to);
        }
    }
    for answer in &tree.answers {
        if !reached.contains(answer.id.as_str()) {
            return at(answer.line, format!("nothing leads to \"{}\"", answer.id));
        }
        if let Some(part) = missing(answer) {
            return at(answer.line, format!("\"{}\" has no row \"{part}\"", answer.id));
        }
    }
    every(file, tree)
}

/// What an answer lacks.
fn missing(answer: &Answer) -> Option<&'static str> {
    let parts = [
        ("why", answer.why.len()),
        ("do", answer.steps.len()),
        ("bring", answer.bring.len()),
        ("basis", answer.basis.len()),
        ("way", answer.ways.len()),
    ];
    parts
        .into_iter()
        .find(|(_, count)| *count == 0)
        .map(|(part, _)| part)
}

/// What people report is answered, once, and so is what other pages lead to.
fn every(file: &str, tree: &Tree) -> Result<(), DataError> {
    for trouble in Trouble::all() {
        let answers = tree
            .answers
            .iter()
            .filter(|answer| answer.troubles.contains(&trouble));
        if answers.count() != 1 {
            return Err(DataError::new(
                file,
                0,
                format!("{trouble} is not answered exactly once"),
            ));
        }
    }
    let unknown = Entry::ALL
        .iter()
        .find(|entry| !matches!(tree.find(entry.as_str()), Some(Node::Answer(_))));
    match unknown {
        Some(entry) => Err(DataError::new(
            file,
            0,
            format!("other pages lead to \"{entry}\", which is no answer"),
        )),
        None => Ok(()),
    }
}

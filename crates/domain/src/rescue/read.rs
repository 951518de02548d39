//! Reading `rescue.tsv`.

use super::{
    Answer, Choice, Goal, Question, Tree, Trouble, Way,
    check::{self, MOST_LETTERS, MOST_STEPS},
};
use crate::{data_error::DataError, legal::Act, office::Localised, tsv, tsv::Row, when::When};
use jiff::civil::Date;

const HEADER: [&str; 5] = ["kind", "of", "to", "vi", "en"];
/// Marks a basis that is no act: what a user's guide or a carrier says.
const PRACTICE: &str = "practice";

type Line<'a> = Row<'a, 5>;

/// Reads the file and checks all of it.
///
/// Rows: `dated` (a day), `question`, `choice` (of a question, to a question or an answer further down), `answer` (which of
/// `E01` to `E22` it answers, with commas), and of an answer `why`, `do`, `bring`, `basis` (an act by its name, or
/// `practice`), `way` (see [`Goal::parse`]).
///
/// # Errors
/// File, line and reason.
pub fn parse(file: &str, text: &str) -> Result<Tree, DataError> {
    let mut read = Read::default();
    for row in tsv::rows(file, text, HEADER)? {
        read.take(&row)?;
    }
    let (dated, dated_words) = read
        .dated
        .ok_or_else(|| DataError::new(file, 0, "no row says which day it is dated"))?;
    let tree = Tree {
        dated,
        dated_words,
        questions: read.questions,
        answers: read.answers,
    };
    check::whole(file, &tree)?;
    Ok(tree)
}

#[derive(Default)]
struct Read {
    dated: Option<(Date, Localised)>,
    questions: Vec<Question>,
    answers: Vec<Answer>,
}

impl Read {
    fn take(&mut self, row: &Line<'_>) -> Result<(), DataError> {
        let [kind, of, to, ..] = row.cells;
        let words = words(row)?;
        match kind {
            "dated" => {
                let day = row.read(2, "a day like 2026-11-22", Date::of)?;
                if self.dated.replace((day, words)).is_some() {
                    return Err(row.error("a second day"));
                }
            }
            "question" => {
                self.is_new(row)?;
                self.questions.push(Question {
                    id: of.to_owned(),
                    title: words,
                    choices: Vec::new(),
                    line: row.line,
                });
            }
            "choice" => self.question(row)?.choices.push(Choice {
                to: to.to_owned(),
                words,
                line: row.line,
            }),
            "answer" => {
                self.is_new(row)?;
                let answer = answer(row, words)?;
                self.answers.push(answer);
            }
            _ => self.part(row, words)?,
        }
        Ok(())
    }

    /// A part of the answer above.
    fn part(&mut self, row: &Line<'_>, words: Localised) -> Result<(), DataError> {
        let last = self.answers.last_mut().filter(|answer| answer.id == row.cells[1]);
        let answer =
            last.ok_or_else(|| row.error(format!("\"{}\" is not the answer above", row.cells[1])))?;
        match row.cells[0] {
            "why" => answer.why.push(words),
            "do" if answer.steps.len() < MOST_STEPS => answer.steps.push(words),
            "do" => return Err(row.error(format!("more than {MOST_STEPS} steps"))),
            "bring" => answer.bring.push(words),
            "basis" => answer.basis.push(basis(row, words)?),
            "way" => answer.ways.push(Way {
                goal: row.read(2, "a way out", Goal::parse)?,
                name: row.cells[2].to_owned(),
                words,
            }),
            other => return Err(row.error(format!("\"{other}\" is not a kind of row"))),
        }
        Ok(())
    }

    fn is_new(&self, row: &Line<'_>) -> Result<(), DataError> {
        let id = row.cells[1];
        let tidy = !id.is_empty()
            && id
                .bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-');
        if !tidy {
            return Err(row.error(format!(
                "\"{id}\" is not an id of small letters, digits and hyphens"
            )));
        }
        let questions = self.questions.iter().map(|one| &one.id);
        if questions
            .chain(self.answers.iter().map(|one| &one.id))
            .any(|known| known == id)
        {
            return Err(row.error(format!("\"{id}\" stands twice")));
        }
        Ok(())
    }

    fn question(&mut self, row: &Line<'_>) -> Result<&mut Question, DataError> {
        let last = self
            .questions
            .last_mut()
            .filter(|question| question.id == row.cells[1]);
        last.ok_or_else(|| row.error(format!("\"{}\" is not the question above", row.cells[1])))
    }
}

fn answer(row: &Line<'_>, title: Localised) -> Result<Answer, DataError> {
    let named = row.cells[2].split(',').filter(|name| !name.is_empty());
    let troubles = named
        .map(|name| {
            Trouble::parse(name).ok_or_else(|| row.error(format!("\"{name}\" is not one of E01 to E22")))
        })
        .collect::<Result<_, _>>()?;
    Ok(Answer {
        id: row.cells[1].to_owned(),
        troubles,
        title,
        why: Vec::new(),
        steps: Vec::new(),
        bring: Vec::new(),
        basis: Vec::new(),
        ways: Vec::new(),
        line: row.line,
    })
}

/// An act is named by its number in both languages, so that nobody has to guess which one is meant.
fn basis(row: &Line<'_>, words: Localised) -> Result<Localised, DataError> {
    let name = row.cells[2];
    if name == PRACTICE {
        return Ok(words);
    }
    let act = row.read(2, "an act or \"practice\"", Act::parse)?;
    if [&words.vi, &words.en]
        .iter()
        .any(|text| !text.contains(act.number()))
    {
        return Err(row.error(format!("the number {} stands not in both texts", act.number())));
    }
    Ok(words)
}

/// Both languages, each there and short enough for one sheet.
fn words(row: &Line<'_>) -> Result<Localised, DataError> {
    let [_, _, _, vi, en] = row.cells;
    for (lang, text) in [("vi", vi), ("en", en)] {
        if text.trim().is_empty() {
            return Err(row.error(format!("no words in {lang}")));
        }
        if text.chars().count() > MOST_LETTERS {
            return Err(row.error(format!("more than {MOST_LETTERS} letters in {lang}")));
        }
    }
    if vi == en {
        return Err(row.error("the same words in both languages"));
    }
    Ok(Localised {
        vi: vi.to_owned(),
        en: en.to_owned(),
    })
}

//! What a person needs: from a few answers to the ground, the papers, the fee and the law.
//!
//! ```
//! use eid_domain::{fee::FeeTable, needs::{Answers, Question, Status, assess}};
//! let answers = Answers { status: Some(Status::Citizen), ..Answers::default() };
//! let today = jiff::civil::date(2026, 11, 22);
//! assert_eq!(assess(&answers, today, &FeeTable::default()), Err(Question::Birth));
//! ```

mod answers;
mod assess;
mod assessment;
mod decide;
mod notes;
mod papers;
mod question;
mod visit_papers;

pub use answers::{AccountWish, Answers, CardDate, DataRight, Holds, Situation, Status};
pub use assess::{assess, visit};
pub use assessment::{Assessment, NotEligible, Outcome, Presence, Visit};
pub use notes::Note;
pub use papers::{Need, Paper, PaperNeed};
pub use question::{Question, QuestionKind, asked_questions, next_question};
pub use visit_papers::papers_for_visit;

#[cfg(test)]
mod tests;

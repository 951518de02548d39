//! The first step: what does the person need? The rules of `eid_domain::needs` ask; here are the pages and words.

mod answers;
mod as_of;
mod birth;
mod card_date;
mod choice;
mod exemptions;
mod facts;
mod fee;
mod law;
mod notes;
mod outcome;
mod papers;
mod question;
mod reason;
mod result;
mod words;
mod yes_no;

pub(super) use fee::because as fee_because;
pub(super) use papers::line as paper_words;
pub(super) use question::{any as question, asks_for_choice, of_choice as question_of_choice};
pub(super) use reason::{reason_words, service_words};
pub(super) use result::page as result;

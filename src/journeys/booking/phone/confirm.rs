//! Giving the code.

use super::super::{draft, draft::CodeOut, draft::Proof, flow, known::Known};
use crate::api::{self, field_words};
use crate::browser::timer;
use crate::components::Errors;
use crate::i18n::{keys::booking, t};
use crate::routes::BookingStep;
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::phone_codes::ConfirmCode;
use leptos::{prelude::*, task::spawn_local};

const DIGITS: usize = 6;

/// A code as it was typed.
pub(super) struct Typed {
    /// Its digits.
    pub(super) code: String,
    /// Whether another was sent before: then the one in an older message may have been typed.
    pub(super) again: bool,
}

/// Confirms the phone and goes on, or says what is wrong with the code.
pub(super) fn confirm(code: CodeOut, typed: Typed, errors: Errors, busy: RwSignal<bool>, known: Known) {
    let Typed { code: typed, again } = typed;
    let at_code = |words: &str| vec![("code".to_owned(), words.to_owned())];
    if typed.len() != DIGITS {
        let why = if typed.is_empty() {
            FieldCode::Required
        } else {
            FieldCode::CodeFormat
        };
        errors.show(at_code(field_words(why)));
        return;
    }
    busy.set(true);
    let draft = draft::open();
    spawn_local(async move {
        let answer = api::phone_codes::confirm(&code.id, &ConfirmCode { code: typed }).await;
        busy.set(false);
        match answer {
            Ok(proof) => {
                let proof = Proof {
                    phone: code.phone,
                    token: proof.proof,
                    at_ms: timer::now_ms(),
                };
                draft.update(|booking| {
                    booking.proof = Some(proof);
                    booking.code = None;
                });
                // Only while the page is still there: a person who went back is not pulled forward.
                if busy.try_get_untracked().is_some() {
                    flow::onward(BookingStep::Phone, &known).go();
                }
            }
            Err(error) if error.is(ProblemCode::CodeExpired) => {
                errors.show(at_code(t(booking::PHONE_EXPIRED)));
            }
            Err(error) if error.is(ProblemCode::CodeWrong) => {
                let mut words = error.words();
                if again {
                    words = format!("{words} {}", t(booking::PHONE_NEWEST));
                }
                errors.show(at_code(&words));
            }
            Err(error) => {
                errors.show(error.for_form(&["code"]));
            }
        }
    });
}

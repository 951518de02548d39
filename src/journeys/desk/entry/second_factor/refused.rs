//! What can be wrong with a code, in words.

use crate::api::ApiError;
use crate::i18n::{keys::factor as k, t, tn};
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::second_factor::TypedCode;

/// The field of every code.
pub(in crate::journeys::desk) const FIELD: &str = "code";

/// Which code is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::journeys::desk) enum Which {
    /// Six digits of the phone.
    Phone,
    /// A recovery code.
    Recovery,
}

/// What is wrong with it before it is sent.
pub(in crate::journeys::desk) fn misses(which: Which, typed: &str) -> Vec<(String, String)> {
    let words = match (TypedCode::parse(typed), which) {
        (Ok(TypedCode::Digits(_)), Which::Phone) | (Ok(TypedCode::Recovery(_)), Which::Recovery) => None,
        (Err(FieldCode::Required), _) => Some(k::CODE_NEEDED),
        (_, Which::Phone) => Some(k::CODE_FORMAT),
        (_, Which::Recovery) => Some(k::RECOVERY_FORMAT),
    };
    words
        .map(|words| (FIELD.to_owned(), t(words).to_owned()))
        .into_iter()
        .collect()
}

/// Why the server has refused it.
pub(in crate::journeys::desk) fn words(which: Which, error: &ApiError) -> String {
    let Some(problem) = error.problem() else {
        return error.words();
    };
    match (problem.code, problem.tries_left, problem.retry_after_s) {
        (ProblemCode::CodeWrong, Some(tries), _) => {
            let wrong = match which {
                Which::Phone => k::CODE_WRONG,
                Which::Recovery => k::RECOVERY_WRONG,
            };
            format!("{} {}", t(wrong), tn(k::TRIES, tries))
        }
        (ProblemCode::LockedOut, _, Some(seconds)) => tn(k::LOCKED, seconds.div_ceil(60)),
        _ => error.words(),
    }
}

//! What can go wrong between here and the server.

use super::words::{field_words, problem_words};
use crate::i18n::{
    keys::{errors, fields},
    t,
};
use eid_domain::problem::{Problem, ProblemCode};

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The server said why.
    Problem(Box<Problem>),
    /// No connection.
    Offline,
    /// No answer in time.
    Timeout,
    /// An answer that makes no sense.
    Unexpected,
}

impl ApiError {
    /// Whether the server gave this reason.
    pub fn is(&self, code: ProblemCode) -> bool {
        matches!(self, Self::Problem(problem) if problem.code == code)
    }

    /// The problem document, where the server sent one.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            _ => None,
        }
    }

    /// The failure in words for the person.
    pub fn words(&self) -> String {
        match self {
            Self::Problem(problem) => problem_words(problem),
            Self::Offline => t(errors::OFFLINE).to_owned(),
            Self::Timeout => t(errors::TIMEOUT).to_owned(),
            Self::Unexpected => t(errors::UNEXPECTED).to_owned(),
        }
    }

    /// The line of a form for who is not signed in any more, e.g. since they have signed out in another tab: what is typed
    /// stays, and the page `sign_in` opens beside it.
    pub fn if_signed_out(&self, sign_in: String) -> Option<Vec<(String, String)>> {
        self.is(ProblemCode::NotSignedIn)
            .then(|| vec![(sign_in, t(fields::SIGNED_OUT).to_owned())])
    }

    /// The failure as errors of a form that has fields of these ids: for `Errors::show`.
    ///
    /// A wrong field `applicant.full_name` belongs to the id `full_name`. A field that the form does not show is
    /// reported about the whole form, so that nothing goes unsaid.
    pub fn for_form(&self, ids: &[&str]) -> Vec<(String, String)> {
        let fields = self
            .problem()
            .map(|problem| problem.fields.as_slice())
            .unwrap_or_default();
        if fields.is_empty() {
            return vec![(String::new(), self.words())];
        }
        let row = |field: &eid_domain::field::FieldError| {
            let last = field.field.rsplit('.').next().unwrap_or_default();
            let id = ids
                .iter()
                .find(|id| **id == last)
                .map_or_else(String::new, |id| (*id).to_owned());
            (id, field_words(field.code).to_owned())
        };
        fields.iter().map(row).collect()
    }
}

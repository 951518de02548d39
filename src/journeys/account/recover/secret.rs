//! What is set anew: a password, or a passcode typed twice.

use super::Way;
use crate::api::{self, ApiError, fault};
use crate::components::{Errors, PasswordField};
use crate::i18n::{keys::recover as k, t};
use eid_domain::secret::{Passcode, Password};
use eid_domain::wire::recovery::{NewPasscode, NewPassword};
use leptos::prelude::*;

/// What was typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Secret {
    way: Way,
    typed: RwSignal<String>,
    again: RwSignal<String>,
}

impl Secret {
    pub(super) fn new(way: Way) -> Self {
        Self {
            way,
            typed: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
        }
    }

    fn is_passcode(self) -> bool {
        self.way.says(false, true)
    }

    /// The fields.
    pub(super) fn fields(self, errors: Errors) -> AnyView {
        if !self.is_passcode() {
            return view! {
                <PasswordField id="password" label=t(k::PASSWORD) hint=t(k::PASSWORD_HINT) value=self.typed errors=errors autocomplete="new-password" />
            }
            .into_any();
        }
        view! {
            <PasswordField id="passcode" label=t(k::PASSCODE) hint=t(k::PASSCODE_HINT) value=self.typed errors=errors autocomplete="off" inputmode="numeric" />
            <PasswordField id="again" label=t(k::PASSCODE_AGAIN) value=self.again errors=errors autocomplete="off" inputmode="numeric" />
        }
        .into_any()
    }

    /// What is wrong with it.
    pub(super) fn faults(self) -> Vec<(String, String)> {
        let (typed, again) = (self.typed.get_untracked(), self.again.get_untracked());
        let wrong = if self.is_passcode() {
            match Passcode::parse(&typed, None) {
                Ok(passcode) => passcode
                    .confirm(&again)
                    .err()
                    .map(|code| fault("again", code, t(k::PASSCODE_AGAIN))),
                Err(code) => Some(fault("passcode", code, t(k::PASSCODE))),
            }
        } else {
            let wrong = Password::parse(&typed).err();
            wrong.map(|code| fault("password", code, t(k::PASSWORD)))
        };
        wrong.into_iter().collect()
    }

    /// Sends it with the answers.
    ///
    /// # Errors
    /// `invalid_fields`, `locked_out`, `journey_expired`
    pub(super) async fn send(self, answers: Vec<String>) -> Result<(), ApiError> {
        let typed = self.typed.get_untracked();
        if self.is_passcode() {
            let again = self.again.get_untracked();
            let given = NewPasscode {
                answers,
                passcode: typed,
                again,
            };
            api::recovery::passcode(&given).await
        } else {
            let given = NewPassword {
                answers,
                password: typed,
            };
            api::recovery::password(&given).await
        }
    }
}

//! What only the person knows: password, passcode, one-time code, answers.
//!
//! None of these shows itself in `Debug` or `Display`, and each is wiped from memory when dropped.

mod answer;
mod one_time_code;
mod passcode;
mod password;

pub use answer::{AnswerKeys, SecurityQuestion, all_different, answer_keys, normalise_answer};
pub use one_time_code::OneTimeCode;
pub use passcode::{Passcode, PasscodeChecklist};
pub use password::{Password, PasswordChecklist};

/// A secret over `String`: redacted, wiped on drop, sent as text, read by `Self::parse`-like `$parse`.
macro_rules! secret_type {
    ($name:ident) => {
        impl $name {
            /// The secret itself, to be hashed or sent, never shown or logged.
            #[must_use]
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                ::zeroize::Zeroize::zeroize(&mut self.0);
            }
        }

        $crate::text_type::redacted_debug!($name);
    };
}
use secret_type;

#[cfg(test)]
mod tests;

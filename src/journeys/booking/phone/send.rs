//! Sending the code.

use super::super::{draft, draft::CodeOut};
use crate::api;
use crate::browser::timer;
use crate::i18n;
use eid_domain::wire::phone_codes::NewPhoneCode;
use leptos::{prelude::*, task::spawn_local};

/// How the sending stands.
#[derive(Clone, PartialEq)]
pub(super) enum Sending {
    /// On its way.
    Under,
    /// Sent.
    Out(CodeOut),
    /// Not sent, and why, in words.
    Failed(String),
}

/// The code that is out already for this phone, or a new one.
pub(super) fn begin(sending: RwSignal<Sending>) {
    let now = draft::open().now();
    let good = |code: &CodeOut| code.phone == now.otp_phone && timer::now_ms() < code.expires_ms;
    match now.code.filter(good) {
        Some(code) => sending.set(Sending::Out(code)),
        None => send(sending),
    }
}

/// Sends a code.
pub(super) fn send(sending: RwSignal<Sending>) {
    let draft = draft::open();
    let phone = draft.now().otp_phone;
    spawn_local(async move {
        let wanted = NewPhoneCode {
            phone: phone.clone(),
            lang: i18n::lang(),
        };
        sending.set(match api::phone_codes::send(&wanted).await {
            Ok(sent) => {
                let now_ms = timer::now_ms();
                let code = CodeOut {
                    id: sent.id,
                    phone,
                    ends: sent.phone_ends,
                    expires_ms: now_ms + f64::from(sent.expires_in_s) * 1000.0,
                    resend_ms: now_ms + f64::from(sent.resend_in_s) * 1000.0,
                };
                draft.update(|booking| booking.code = Some(code.clone()));
                Sending::Out(code)
            }
            Err(error) => Sending::Failed(error.words()),
        });
    });
}

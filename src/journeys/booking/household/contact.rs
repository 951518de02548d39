//! The family's phone: one number for the code, and perhaps another for news.

use super::super::{draft, held_bar, shell};
use super::{Known, flow};
use crate::api::field_words;
use crate::components::{Back, Button, ErrorSummary, Errors, Heading, TextField};
use crate::i18n::{keys::booking, keys::common, keys::household as k, t};
use crate::routes::{BookingStep, HouseholdStep, Route};
use eid_domain::field::FieldCode;
use eid_domain::identity::{ContactPhone, OtpPhone};
use leptos::{ev::SubmitEvent, prelude::*};

/// Which phone?
pub(in super::super) fn page(known: &Known) -> AnyView {
    let errors = Errors::new();
    let otp_phone = draft::field(draft::family(), |booking| &mut booking.otp_phone);
    let contact_phone = draft::field(draft::family(), |booking| &mut booking.contact_phone);
    let last = draft::count().now().saturating_sub(1);
    let known = known.clone();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let found = wrong(&otp_phone.get_untracked(), &contact_phone.get_untracked());
        if !errors.show(found) {
            flow::onward(&known).go();
        }
    };
    view! {
        <div class="page">
            <Back href=Route::Household(HouseholdStep::Person(last)).href() />
            <ErrorSummary errors=errors />
            {shell::stepper(BookingStep::Phone)}
            <Heading text=t(k::CONTACT_TITLE) />
            {held_bar::bar(held_bar::is_over())}
            <p>{t(k::CONTACT_LEAD)}</p>
            <form class="stack" novalidate on:submit=send>
                <TextField
                    id="otp_phone"
                    label=t(booking::PERSON_OTP_PHONE)
                    hint=t(k::CONTACT_OTP_HINT)
                    value=otp_phone
                    errors=errors
                    width="w-10"
                    inputmode="tel"
                    autocomplete="tel"
                />
                <TextField
                    id="contact_phone"
                    label=t(booking::PERSON_CONTACT_PHONE)
                    hint=t(booking::PERSON_CONTACT_PHONE_HINT)
                    value=contact_phone
                    errors=errors
                    width="w-20"
                    inputmode="tel"
                    optional=true
                />
                <p class="row"><Button label=t(common::CONTINUE) /></p>
            </form>
        </div>
    }
    .into_any()
}

fn wrong(otp: &str, contact: &str) -> Vec<(String, String)> {
    let otp = OtpPhone::parse(otp).err().map(|code| {
        let words = match code {
            FieldCode::Required => t(booking::PERSON_OTP_PHONE_REQUIRED),
            code => field_words(code),
        };
        ("otp_phone".to_owned(), words.to_owned())
    });
    let contact = (!contact.trim().is_empty())
        .then(|| ContactPhone::parse(contact).err())
        .flatten()
        .map(|code| ("contact_phone".to_owned(), field_words(code).to_owned()));
    otp.into_iter().chain(contact).collect()
}

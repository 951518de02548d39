//! The page.

use super::super::way::{self, Way};
use super::super::{draft, held_bar, known::Known, shell};
use super::fields::Fields;
use super::{family, scan, submit, warnings};
use crate::components::{Back, Button, DateField, ErrorSummary, Errors, Heading, Notice, TextField};
use crate::i18n::{keys::booking, keys::common, t};
use crate::routes::BookingStep;
use leptos::{ev::SubmitEvent, prelude::*};

/// Details of the person.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let today = known.today;
    let errors = Errors::new();
    if way::is_family() {
        family::name_representative(today);
    }
    let now = draft::person().now();
    let gone = now.number.is_empty() && draft::open().now().otp_phone.is_empty();
    let again = (now.typed && gone).then(|| view! { <Notice><p>{t(booking::PERSON_REENTERED)}</p></Notice> });
    let represented = now.answers.represented;
    let fields = Fields::new();
    let minor = Memo::new(move |_| fields.minor(today));
    let title = match way::now() {
        Way::Family(Some(member)) => family::title(member, today),
        _ => t(booking::PERSON_TITLE).to_owned(),
    };
    // A family's phone is asked for once.
    let phones = (!way::is_family()).then(|| phones(fields, errors, minor));
    let known = known.clone();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        submit::submit(fields, errors, &known);
    };
    view! {
        <div class="page">
            <Back href=way::before_person().href() />
            <ErrorSummary errors=errors />
            {shell::stepper(BookingStep::Person)}
            <Heading text=title />
            {held_bar::bar(held_bar::is_over())}
            {again}
            {scan::offer(fields)}
            <form class="stack" novalidate on:submit=send>
                <TextField
                    id="full_name"
                    label=t(booking::PERSON_FULL_NAME)
                    hint=t(booking::PERSON_FULL_NAME_HINT)
                    value=fields.full_name
                    errors=errors
                    autocomplete="name"
                />
                <TextField
                    id="personal_number"
                    label=t(booking::PERSON_NUMBER)
                    hint=t(booking::PERSON_NUMBER_HINT)
                    value=fields.number
                    errors=errors
                    width="w-10"
                    inputmode="numeric"
                />
                {warnings::note(fields, today)}
                <DateField
                    id="birth_date"
                    legend=t(booking::PERSON_BIRTH)
                    parts=fields.birth
                    errors=errors
                    allow_partial=true
                    birthday=true
                />
                <Show when=move || minor.get() || represented>
                    <TextField
                        id="representative_name"
                        label=t(booking::PERSON_REPRESENTATIVE)
                        hint=t(booking::PERSON_REPRESENTATIVE_HINT)
                        value=fields.representative
                        errors=errors
                    />
                </Show>
                {phones}
                <p class="hint">{t(booking::PERSON_PRIVACY)}</p>
                <p class="row"><Button label=t(common::CONTINUE) /></p>
            </form>
        </div>
    }
    .into_any()
}

/// Where codes go, and where else news go.
fn phones(fields: Fields, errors: Errors, minor: Memo<bool>) -> AnyView {
    view! {
        {move || {
            let hint = if minor.get() { booking::PERSON_OTP_PHONE_HINT_MINOR } else { booking::PERSON_OTP_PHONE_HINT };
            view! {
                <TextField
                    id="otp_phone"
                    label=t(booking::PERSON_OTP_PHONE)
                    hint=t(hint)
                    value=fields.otp_phone
                    errors=errors
                    width="w-10"
                    inputmode="tel"
                    autocomplete="tel"
                />
            }
        }}
        <TextField
            id="contact_phone"
            label=t(booking::PERSON_CONTACT_PHONE)
            hint=t(booking::PERSON_CONTACT_PHONE_HINT)
            value=fields.contact_phone
            errors=errors
            width="w-20"
            inputmode="tel"
            optional=true
        />
    }
    .into_any()
}

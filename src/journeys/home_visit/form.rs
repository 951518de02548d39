//! Who, why, where, when, and how to reach them.

use super::fields::{Fields, Sent, Step};
use crate::api::{self, field_words};
use crate::browser::{focus, timer};
use crate::components::{Button, Checkbox, Choice, DateField, RadioGroup, TextField};
use crate::i18n::{self, Key, keys::home_visit as k, t, tf};
use eid_domain::booking::Service;
use eid_domain::campaign::Cause;
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::reason::Reason;
use eid_domain::wire::{home_visits::GROUNDS, phone_codes::NewPhoneCode};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// In the order of the page.
const FIELDS: [&str; 12] = [
    "full_name",
    "personal_number",
    "birth_date",
    "representative_name",
    "cause",
    "ground",
    "commune_code",
    "street",
    "neighbourhood",
    "wishes",
    "otp_phone",
    "declared",
];

/// The form.
pub(super) fn view(fields: Fields) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        fields.keep();
        if !fields.busy.get_untracked() && !fields.errors.show(wrong(fields)) {
            send_code(fields);
        }
    };
    let errors = fields.errors;
    let minor = Memo::new(move |_| fields.minor());
    view! {
        <form class="stack" novalidate on:submit=submit on:change=move |_| fields.keep()>
            <h2>{t(k::WHO)}</h2>
            <TextField
                id="full_name"
                label=t(k::FULL_NAME)
                hint=t(k::FULL_NAME_HINT)
                value=fields.full_name
                errors=errors
            />
            <TextField
                id="personal_number"
                label=t(k::PERSONAL_NUMBER)
                hint=t(k::PERSONAL_NUMBER_HINT)
                value=fields.number
                errors=errors
                width="w-10"
                inputmode="numeric"
            />
            <DateField id="birth_date" legend=t(k::BIRTH_DATE) parts=fields.birth errors=errors allow_partial=true />
            <Show when=move || minor.get()>
                <TextField
                    id="representative_name"
                    label=t(k::REPRESENTATIVE_NAME)
                    hint=t(k::REPRESENTATIVE_NAME_HINT)
                    value=fields.representative
                    errors=errors
                />
            </Show>
            {choices(fields)}
            <h2>{t(k::WHERE)}</h2>
            {fields.commune.view(errors)}
            <TextField id="street" label=t(k::STREET) hint=t(k::STREET_HINT) value=fields.street errors=errors />
            <TextField
                id="neighbourhood"
                label=t(k::NEIGHBOURHOOD)
                value=fields.neighbourhood
                errors=errors
                optional=true
            />
            <TextField
                id="wishes"
                label=t(k::WISHES)
                hint=t(k::WISHES_HINT)
                value=fields.wishes
                errors=errors
                optional=true
            />
            <h2>{t(k::CONTACT)}</h2>
            <TextField
                id="otp_phone"
                label=t(k::PHONE)
                hint=t(k::PHONE_HINT)
                value=fields.phone
                errors=errors
                width="w-10"
                inputmode="tel"
                autocomplete="tel"
            />
            <Checkbox id="declared" label=t(k::DECLARED) checked=fields.declared errors=errors />
            <p class="hint">{t(k::PRIVACY)}</p>
            <p class="row"><Button label=t(k::GO_ON) busy=fields.busy /></p>
        </form>
    }
    .into_any()
}

fn choices(fields: Fields) -> AnyView {
    let causes = Cause::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), t(cause(*one))));
    let grounds = GROUNDS
        .iter()
        .map(|one| Choice::new(one.as_str(), t(ground(*one))));
    let services = vec![
        Choice::new(Service::Card.as_str(), t(k::SERVICE_CARD)),
        Choice::new(Service::CardAndAccount.as_str(), t(k::SERVICE_BOTH)),
    ];
    let errors = fields.errors;
    view! {
        <RadioGroup
            id="cause"
            legend=t(k::CAUSE)
            choices=causes.collect()
            value=fields.cause
            errors=errors
            columns=true
        />
        <RadioGroup id="ground" legend=t(k::GROUND) choices=grounds.collect() value=fields.ground errors=errors />
        <RadioGroup id="service" legend=t(k::SERVICE) choices=services value=fields.service errors=errors />
    }
    .into_any()
}

/// Why, in words.
const fn cause(cause: Cause) -> Key {
    match cause {
        Cause::Elderly => k::CAUSE_ELDERLY,
        Cause::Disabled => k::CAUSE_DISABLED,
        Cause::Bedridden => k::CAUSE_BEDRIDDEN,
        Cause::Hospital => k::CAUSE_HOSPITAL,
    }
}

const fn ground(ground: Reason) -> Key {
    match ground {
        Reason::FromCccd => k::GROUND_EX_FROM_CCCD,
        Reason::FromCmnd => k::GROUND_EX_FROM_CMND,
        Reason::Lost => k::GROUND_RE_LOST,
        Reason::Damaged => k::GROUND_RE_DAMAGED,
        _ => k::GROUND_NEW_14,
    }
}

/// What is wrong, in words, in the order of the page.
fn wrong(fields: Fields) -> Vec<(String, String)> {
    let found = fields.wish(String::new()).parse(fields.today).err();
    in_order(&found.unwrap_or_default())
}

/// The words for errors that either side has found.
pub(super) fn in_order(found: &[FieldError]) -> Vec<(String, String)> {
    let of = |id: &&str| {
        let is = |error: &&FieldError| error.field.rsplit('.').next() == Some(*id);
        let error = found.iter().find(is)?;
        Some(((*id).to_owned(), words(id, error.code)))
    };
    FIELDS.iter().filter_map(of).collect()
}

/// An empty field is named, so that the list above the form says which.
fn words(id: &str, code: FieldCode) -> String {
    let label = match id {
        "full_name" => k::FULL_NAME,
        "personal_number" => k::PERSONAL_NUMBER,
        "birth_date" => k::BIRTH_DATE,
        "representative_name" => k::REPRESENTATIVE_NAME,
        _ => k::PHONE,
    };
    let words = match (id, code) {
        (_, FieldCode::TextTooLong) => t(k::WRONG_LONG),
        ("commune_code", _) => t(k::WRONG_COMMUNE),
        ("street", _) => t(k::WRONG_STREET),
        ("cause", _) => t(k::WRONG_CAUSE),
        ("ground", _) => t(k::WRONG_GROUND),
        ("declared", _) => t(k::WRONG_DECLARED),
        (_, FieldCode::Required) => return tf(k::WRONG_REQUIRED, &[("field", t(label))]),
        (_, code) => field_words(code),
    };
    words.to_owned()
}

/// Sends the code and goes on.
pub(super) fn send_code(fields: Fields) {
    fields.busy.set(true);
    let wanted = NewPhoneCode {
        phone: fields.phone.get_untracked(),
        lang: i18n::lang(),
    };
    spawn_local(async move {
        let answer = api::phone_codes::send(&wanted).await;
        let _ = fields.busy.try_set(false);
        match answer {
            Ok(sent) => {
                if !matches!(fields.step.try_get_untracked(), Some(Step::Code(_))) {
                    focus::want_heading();
                }
                let _ = fields.step.try_set(Step::Code(Sent::of(sent, timer::now_ms())));
            }
            Err(error) => {
                let mut rows = error.for_form(&["phone"]);
                for (id, _) in &mut rows {
                    if id == "phone" {
                        "otp_phone".clone_into(id);
                    }
                }
                fields.errors.show(rows);
            }
        }
    });
}

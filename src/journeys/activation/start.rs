//! Number, phone, and whose device it is. The answer is the same for everybody.

use super::{
    flow,
    form::Form,
    place::{COUNTED, Place},
    tasks,
};
use crate::api::{self, fault};
use crate::browser::draft::Draft;
use crate::browser::focus;
use crate::components::{
    Back, Button, Checkbox, ErrorSummary, Errors, Heading, Stepper, TextButton, TextField,
};
use crate::i18n::{self, keys::activation as k, t};
use crate::routes::Route;
use eid_domain::field::FieldCode;
use eid_domain::identity::{OtpPhone, PersonalNumber};
use eid_domain::wire::activation::{ActivationView, StartActivation, Step};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// What was typed; in memory alone, so that back does not lose it.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Typed {
    #[serde(skip)]
    number: String,
    #[serde(skip)]
    phone: String,
    #[serde(skip)]
    own_device: bool,
}

/// The form.
pub(super) fn view() -> AnyView {
    let typed = Draft::<Typed>::open("activation");
    let known = typed.now().number;
    let number = RwSignal::new(known.clone());
    let phone = RwSignal::new(typed.now().phone);
    let own_device = RwSignal::new(typed.now().own_device);
    let form = Form::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.may_send() {
            return;
        }
        let wanted = StartActivation {
            personal_number: number.get_untracked(),
            phone: phone.get_untracked(),
            own_device: own_device.get_untracked(),
            lang: i18n::lang(),
        };
        typed.update(|typed| {
            (typed.number, typed.phone) = (wanted.personal_number.clone(), wanted.phone.clone());
            typed.own_device = wanted.own_device;
        });
        if form.errors.show(faults(&wanted)) {
            return;
        }
        form.busy.set(true);
        spawn_local(async move {
            form.answer(
                api::activation::start(&wanted).await,
                &["personal_number", "phone", "own_device"],
            );
        });
    };
    let begun = begun(move || number.with_untracked(|typed| *typed != known));
    let stepper = move || {
        let place = match begun.get().map(|view| view.step) {
            None => Place::Start,
            Some(Step::Done) => return None,
            Some(step) => Place::At(step),
        };
        Some(view! { <Stepper step=place.number() total=COUNTED name=t(place.name()) /> })
    };
    let another = move |()| {
        begun.set(None);
        focus::later("personal_number");
    };
    let tasks = move || {
        begun.get().map(|view| {
            view! {
                {tasks::list(&view)}
                <p><TextButton label=t(k::RESUME_ANOTHER) on_press=another /></p>
            }
        })
    };
    view! {
        <div class="page activation">
            <Back href=Route::Home.href() />
            {stepper}
            <ErrorSummary errors=form.errors />
            <Heading text=t(k::TITLE) />
            {tasks}
            <div class="stack" hidden=move || begun.with(Option::is_some)>
                <p class="lead">{t(k::LEAD)}</p>
                <Fields number=number phone=phone own_device=own_device errors=form.errors busy=form.busy submit=Callback::new(submit) />
            </div>
            <p><a href=Route::Rescue.href()>{t(k::WAY_OUT_START)}</a></p>
        </div>
    }
    .into_any()
}

#[component]
fn Fields(
    number: RwSignal<String>,
    phone: RwSignal<String>,
    own_device: RwSignal<bool>,
    errors: Errors,
    busy: RwSignal<bool>,
    submit: Callback<SubmitEvent>,
) -> impl IntoView {
    view! {
        <form class="stack" novalidate on:submit=move |event| submit.run(event)>
            <TextField
                id="personal_number"
                label=t(k::START_NUMBER)
                hint=t(k::START_NUMBER_HINT)
                value=number
                errors=errors
                width="w-20"
                inputmode="numeric"
            />
            <TextField
                id="phone"
                label=t(k::START_PHONE)
                hint=t(k::START_PHONE_HINT)
                value=phone
                errors=errors
                width="w-20"
                inputmode="tel"
                autocomplete="tel"
            />
            <Checkbox id="own_device" label=t(k::START_OWN_DEVICE) hint=t(k::START_OWN_DEVICE_HINT) checked=own_device errors=errors />
            <p class="row"><Button label=t(k::START_DO) busy=busy /></p>
        </form>
    }
}

fn faults(wanted: &StartActivation) -> Vec<(String, String)> {
    let number = PersonalNumber::parse(&wanted.personal_number).err();
    let phone = OtpPhone::parse(&wanted.phone).err();
    let mut found = Vec::new();
    found.extend(number.map(|code: FieldCode| fault("personal_number", code, t(k::START_NUMBER))));
    found.extend(phone.map(|code: FieldCode| fault("phone", code, t(k::START_PHONE))));
    if !wanted.own_device {
        found.push(("own_device".to_owned(), t(k::START_OWN_DEVICE_ERROR).to_owned()));
    }
    found
}

/// The journey that was begun here, in place of the empty form. Nothing changes while this is not known, nor for who has
/// begun to type meanwhile.
fn begun(is_typing: impl Fn() -> bool + 'static) -> RwSignal<Option<ActivationView>> {
    let begun = RwSignal::new(None);
    spawn_local(async move {
        let there = flow::begun().await;
        if there.is_some() && begun.try_get_untracked().is_some() && !is_typing() {
            let _ = begun.try_set(there);
        }
    });
    begun
}

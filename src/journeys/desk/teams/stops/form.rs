//! Planning a stop.

use super::{Stops, commune::CommuneField, say};
use crate::api::{self, ApiError};
use crate::browser::{focus, intl};
use crate::components::{
    Button, Checkbox, Choice, DayInput, ErrorSummary, Errors, RadioGroup, TextField, TimeInput,
};
use crate::i18n::{Key, keys::stops as k, t, tf};
use crate::journeys::desk::shell::session;
use eid_domain::campaign::StopKind;
use eid_domain::field::FieldError;
use eid_domain::wire::stops::NewStop;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// In the order of the page, with the words for anything wrong.
const FIELDS: [(&str, Key); 9] = [
    ("kind", k::WRONG_KIND),
    ("name", k::WRONG_NAME),
    ("street", k::WRONG_STREET),
    ("commune_code", k::WRONG_COMMUNE),
    ("date", k::WRONG_DATE),
    ("from", k::WRONG_FROM),
    ("to", k::WRONG_TO),
    ("stations", k::WRONG_STATIONS),
    ("is_public", k::WRONG_PUBLIC),
];

#[derive(Clone, Copy)]
struct Form {
    stops: Stops,
    kind: RwSignal<String>,
    name: RwSignal<String>,
    street: RwSignal<String>,
    commune: CommuneField,
    date: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    stations: RwSignal<String>,
    is_public: RwSignal<bool>,
    errors: Errors,
    busy: RwSignal<bool>,
}

/// The form.
pub(super) fn view(stops: Stops) -> AnyView {
    let text = |start: &str| RwSignal::new(start.to_owned());
    let form = Form {
        stops,
        kind: text(StopKind::School.as_str()),
        name: text(""),
        street: text(""),
        commune: CommuneField::open(move || stops.of(|view| view.commune_code.clone())),
        date: text(""),
        from: text("08:00"),
        to: text("16:00"),
        stations: text("2"),
        is_public: RwSignal::new(false),
        errors: Errors::new(),
        busy: RwSignal::new(false),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            send(form);
        }
    };
    let choices = StopKind::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), say::kind(*one)))
        .collect::<Vec<_>>();
    let errors = form.errors;
    view! {
        <ErrorSummary errors=errors />
        <form class="panel stack" novalidate on:submit=submit>
            <RadioGroup id="kind" legend=t(k::KIND) choices=choices value=form.kind errors=errors columns=true />
            <TextField id="name" label=t(k::NAME) hint=t(k::NAME_HINT) value=form.name errors=errors />
            <TextField id="street" label=t(k::STREET) value=form.street errors=errors />
            {form.commune.view(errors)}
            <DayInput id="date" label=t(k::DATE) hint=t(k::DATE_HINT) value=form.date errors=errors />
            <div class="stop-hours">
                <TimeInput id="from" label=t(k::FROM) value=form.from errors=errors />
                <TimeInput id="to" label=t(k::TO) value=form.to errors=errors />
            </div>
            <p class="hint">{t(k::HOURS_HINT)}</p>
            <TextField
                id="stations"
                label=t(k::STATIONS)
                hint=t(k::STATIONS_HINT)
                value=form.stations
                errors=errors
                width="w-4"
                inputmode="numeric"
            />
            <Checkbox
                id="is_public"
                label=t(k::IS_PUBLIC)
                hint=t(k::IS_PUBLIC_HINT)
                checked=form.is_public
                errors=errors
            />
            <p class="row"><Button label=t(k::PLAN_DO) busy=form.busy /></p>
        </form>
    }
    .into_any()
}

fn typed(form: Form) -> NewStop {
    NewStop {
        kind: form.kind.get_untracked(),
        name: form.name.get_untracked(),
        street: form.street.get_untracked(),
        commune_code: form.commune.code(),
        date: form.date.get_untracked(),
        from: form.from.get_untracked(),
        to: form.to.get_untracked(),
        stations: form.stations.get_untracked(),
        is_public: form.is_public.get_untracked(),
    }
}

/// What is wrong, in words, in the order of the page.
fn words(wrong: &[FieldError]) -> Vec<(String, String)> {
    let of = |(field, words): &(&str, Key)| {
        let is = wrong.iter().any(|error| error.field == *field);
        is.then(|| ((*field).to_owned(), t(*words).to_owned()))
    };
    FIELDS.iter().filter_map(of).collect()
}

fn send(form: Form) {
    let wanted = typed(form);
    // Before the list is there we do not know today; the server does.
    let wrong = form
        .stops
        .of(|view| view.today)
        .and_then(|today| wanted.parse(today).err());
    if form.errors.show(words(&wrong.unwrap_or_default())) {
        return;
    }
    form.stops.say(None);
    form.busy.set(true);
    spawn_local(async move {
        let answer = session::call(api::stops::plan(&wanted)).await;
        let _ = form.busy.try_set(false);
        match answer {
            Ok(stop) => {
                for field in [form.name, form.street, form.date] {
                    let _ = field.try_set(String::new());
                }
                let done = tf(
                    k::PLANNED,
                    &[("name", &stop.name), ("date", &intl::long_date(stop.date))],
                );
                form.stops.say(Some(done));
                form.stops.load();
                focus::later("said");
            }
            Err(error) => refuse(form.errors, &error),
        }
    });
}

fn refuse(errors: Errors, error: &ApiError) {
    let wrong = error
        .problem()
        .map(|problem| words(&problem.fields))
        .unwrap_or_default();
    if wrong.is_empty() {
        errors.show_one(error.words());
    } else {
        errors.show(wrong);
    }
}

//! The question: two dates, where, what, for whom.

use super::{known::Known, query::Asked, search, words};
use crate::browser::draft::Draft;
use crate::browser::{intl, location};
use crate::components::{
    Back, Button, Choice, DateField, DateParts, ErrorSummary, Errors, Heading, RadioGroup, TextField,
};
use crate::i18n::{keys::trip, t, tf};
use crate::routes::Route;
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::trip::{Trip, TripFault, TripField};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// What was typed, kept in the tab. Where somebody stays goes into no address.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Typed {
    arrival: String,
    departure: String,
    place: String,
    service: String,
    age_group: String,
}

/// The fields. Cheap to copy.
#[derive(Clone, Copy)]
struct Fields {
    arrival: DateParts,
    departure: DateParts,
    place: RwSignal<String>,
    service: RwSignal<String>,
    age_group: RwSignal<String>,
}

impl Fields {
    fn new(typed: &Typed) -> Self {
        let or =
            |text: &str, usual: &str| RwSignal::new(if text.is_empty() { usual } else { text }.to_owned());
        Self {
            arrival: DateParts::from_iso(&typed.arrival),
            departure: DateParts::from_iso(&typed.departure),
            place: RwSignal::new(typed.place.clone()),
            service: or(&typed.service, Service::CardAndAccount.as_str()),
            age_group: or(&typed.age_group, AgeGroup::From14To59.as_str()),
        }
    }

    fn typed(self) -> Typed {
        Typed {
            arrival: self.arrival.iso(),
            departure: self.departure.iso(),
            place: self.place.get(),
            service: self.service.get(),
            age_group: self.age_group.get(),
        }
    }
}

/// The page; `faults` of an address that somebody wrote by hand are shown at once.
pub(super) fn page(asked: Option<&Asked>, faults: Vec<(TripField, TripFault)>, known: Known) -> AnyView {
    let draft = Draft::<Typed>::open("trip");
    if let Some(asked) = asked {
        draft.update(|typed| {
            typed.arrival.clone_from(&asked.arrival);
            typed.departure.clone_from(&asked.departure);
            typed.service.clone_from(&asked.service);
            typed.age_group.clone_from(&asked.age_group);
        });
    }
    let fields = Fields::new(&draft.now());
    // Every keystroke goes to the draft, so that nothing typed is lost by back or reload.
    Effect::watch(
        move || fields.typed(),
        move |typed, _, _| draft.update(|kept| *kept = typed.clone()),
        false,
    );
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    if !faults.is_empty() {
        request_animation_frame(move || {
            errors.show(worded(&faults));
        });
    }
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(fields, errors, busy, &known);
    };
    let services = [Service::CardAndAccount, Service::Card, Service::Account].map(|service| {
        let (label, hint) = words::service(service);
        Choice::new(service.as_str(), t(label)).hint(t(hint))
    });
    let ages = [
        AgeGroup::From14To59,
        AgeGroup::From60,
        AgeGroup::From6To13,
        AgeGroup::Under6,
    ]
    .map(|group| Choice::new(group.as_str(), t(words::age(group))));
    view! {
        <div class="page">
            <Back href=Route::Home.href() />
            <ErrorSummary errors=errors />
            <Heading text=t(trip::TITLE) />
            <p class="lead">{t(trip::LEAD)}</p>
            <form class="stack" novalidate on:submit=submit>
                <DateField id="arrival" legend=t(trip::ARRIVAL) hint=t(trip::ARRIVAL_HINT) parts=fields.arrival errors=errors />
                <DateField id="departure" legend=t(trip::DEPARTURE) hint=t(trip::DEPARTURE_HINT) parts=fields.departure errors=errors />
                <TextField id="place" label=t(trip::PLACE) hint=t(trip::PLACE_HINT) value=fields.place errors=errors optional=true />
                <RadioGroup id="service" legend=t(trip::SERVICE_LEGEND) choices=services.to_vec() value=fields.service errors=errors />
                <RadioGroup id="age_group" legend=t(trip::AGE_LEGEND) choices=ages.to_vec() value=fields.age_group errors=errors columns=true />
                <p class="row"><Button label=t(trip::SUBMIT) busy=busy /></p>
            </form>
        </div>
    }
    .into_any()
}

fn worded(faults: &[(TripField, TripFault)]) -> Vec<(String, String)> {
    let one = |(field, fault): &(TripField, TripFault)| {
        (field.as_str().to_owned(), words::fault(*field, *fault).to_owned())
    };
    faults.iter().map(one).collect()
}

fn send(fields: Fields, errors: Errors, busy: RwSignal<bool>, known: &Known) {
    if busy.get_untracked() {
        return;
    }
    let typed = untrack(|| fields.typed());
    let mut asked = Asked {
        arrival: typed.arrival,
        departure: typed.departure,
        service: typed.service,
        age_group: typed.age_group,
        ..Asked::default()
    };
    if let Err(faults) = Trip::parse(&asked.input(), known.today) {
        errors.show(worded(&faults));
        return;
    }
    errors.clear();
    busy.set(true);
    spawn_local(async move {
        let found = search::offices(typed.place.clone()).await;
        // Somebody who went elsewhere meanwhile is not pulled back.
        if busy.try_get_untracked().is_none() {
            return;
        }
        busy.set(false);
        match found {
            Ok(chosen) if chosen.offices.is_empty() => {
                errors.show(vec![("place".into(), t(trip::FAULT_PLACE_UNKNOWN).into())]);
            }
            // Days are counted from one place: two of a name may lie a country apart.
            Ok(chosen) if !chosen.namesakes.is_empty() => {
                let places = intl::list(&chosen.namesakes);
                errors.show(vec![(
                    "place".into(),
                    tf(trip::FAULT_PLACE_SEVERAL, &[("places", &places)]),
                )]);
            }
            Ok(chosen) => {
                asked.offices = chosen.offices;
                asked.near = chosen.near;
                asked.far_km = chosen.far_km;
                location::push(&asked.href(false));
            }
            Err(words) => errors.show_one(words),
        }
    });
}

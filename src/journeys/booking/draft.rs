//! What has been said and typed so far, in small drafts of their own: a page reads what it needs and loads no more.
//!
//! A person's own answers and details are one ([`Person`]), what concerns the visit itself another ([`Booking`]). Who
//! books alone has one of each; a family has one for each member and one for all ([`super::way`] says which).

mod phone;
mod place;
mod who;

pub(super) use phone::{CodeOut, Proof};
pub(super) use place::Place;
pub(super) use who::{Person, applicant};

use super::held::Held;
use super::way::{self, Way};
use crate::browser::draft::Draft;
pub(super) use crate::browser::draft::exists;
use eid_domain::household::MOST_MEMBERS;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The visit. Phones, code and proof live in memory alone.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Booking {
    /// What was typed to find an office.
    pub(super) search: String,
    /// The office.
    pub(super) place: Option<Place>,
    /// The day looked at last.
    #[serde(default, deserialize_with = "eid_domain::when::read")]
    pub(super) day: Option<Date>,
    /// The place that is kept; also after it has lapsed, to say which one it was.
    pub(super) held: Option<Held>,
    /// See [`eid_domain::wire::bookings::ApplicantInput::otp_phone`].
    #[serde(skip)]
    pub(super) otp_phone: String,
    /// See [`eid_domain::wire::bookings::ApplicantInput::contact_phone`].
    #[serde(skip)]
    pub(super) contact_phone: String,
    /// The code that is on its way.
    #[serde(skip)]
    pub(super) code: Option<CodeOut>,
    /// Proof of the phone.
    #[serde(skip)]
    pub(super) proof: Option<Proof>,
}

/// The tab's keys of the members' drafts.
const MEMBERS: [&str; MOST_MEMBERS] = [
    "booking-member-1",
    "booking-member-2",
    "booking-member-3",
    "booking-member-4",
    "booking-member-5",
    "booking-member-6",
];

/// The visit that the shown page is about.
pub(super) fn open() -> Draft<Booking> {
    if way::is_family() { family() } else { alone() }
}

/// The visit of who books alone.
pub(super) fn alone() -> Draft<Booking> {
    Draft::open("booking")
}

/// The visit of a family.
pub(super) fn family() -> Draft<Booking> {
    Draft::open("booking-family")
}

/// Whom the shown page is about.
pub(super) fn person() -> Draft<Person> {
    match way::now() {
        Way::Family(Some(at)) => member(at),
        _ => myself(),
    }
}

/// Who books alone.
pub(super) fn myself() -> Draft<Person> {
    Draft::open("booking-person")
}

/// One of a family, counted from 0.
pub(super) fn member(at: usize) -> Draft<Person> {
    Draft::open(MEMBERS.get(at).unwrap_or(&"booking-member-none"))
}

/// How many a family is.
pub(super) fn count() -> Draft<usize> {
    Draft::open("booking-members")
}

/// A whole family as it stands now.
pub(super) fn people() -> Vec<Person> {
    (0..count().now().min(MOST_MEMBERS))
        .map(|at| member(at).now())
        .collect()
}

/// Who has answered for themselves becomes a family's first member; nothing is asked twice.
pub(super) fn bring_family() {
    if count().now() > 0 {
        return;
    }
    let me = myself().now();
    member(0).update(|first| *first = me);
    count().update(|count| *count = 1);
    let mine = alone().now();
    family().update(|common| *common = Booking { held: None, ..mine });
}

/// A signal for a field: begins with what the draft has, and every change goes to the draft, so that nothing typed is
/// lost by going back or reloading.
pub(super) fn field<T>(draft: Draft<T>, read: fn(&mut T) -> &mut String) -> RwSignal<String>
where
    T: Clone + Default + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let value = RwSignal::new(read(&mut draft.now()).clone());
    Effect::watch(
        move || value.get(),
        move |text, _, _| draft.update(|kept| read(kept).clone_from(text)),
        false,
    );
    value
}

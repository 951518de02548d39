//! The question in the address: dates, service, age and offices, so that it survives reload and can be sent to family.

use crate::browser::location;
use crate::routes::Route;
use eid_domain::office::{OfficeId, Reach};
use eid_domain::trip::about_km;
use eid_domain::trip::{TripFault, TripField, TripInput};
use eid_domain::wire::office_days::MOST_OFFICES;

/// What was asked.
#[derive(Clone, Default)]
pub(super) struct Asked {
    /// ISO date, as typed.
    pub(super) arrival: String,
    /// ISO date, as typed.
    pub(super) departure: String,
    /// Name of the service.
    pub(super) service: String,
    /// Name of the age group.
    pub(super) age_group: String,
    /// Ids of the offices, the nearest first.
    pub(super) offices: Vec<String>,
    /// So many of them lie in the place asked for; the others further away.
    pub(super) near: usize,
    /// About so many kilometres to the nearest of them, where none is known in the province asked for. Rough, as an address
    /// says nothing of where somebody stays.
    pub(super) far_km: Option<u16>,
    /// The form is wanted, filled in.
    pub(super) editing: bool,
}

impl Asked {
    /// From the address; `None` where it asks nothing.
    pub(super) fn read() -> Option<Self> {
        let one = |name: &str| location::query(name).unwrap_or_default();
        let (arrival, departure) = (one("den"), one("di"));
        if arrival.is_empty() && departure.is_empty() {
            return None;
        }
        let offices = one("noi");
        let known = offices.split(',').filter(|id| OfficeId::parse(id).is_ok());
        Some(Self {
            arrival,
            departure,
            service: one("viec"),
            age_group: one("tuoi"),
            offices: known.take(MOST_OFFICES).map(str::to_owned).collect(),
            near: one("gan").parse().unwrap_or(usize::MAX),
            far_km: one("xa").parse().ok().map(about_km),
            editing: location::query("sua").is_some(),
        })
    }

    /// Its fields, to be parsed.
    pub(super) fn input(&self) -> TripInput<'_> {
        TripInput {
            arrival: &self.arrival,
            departure: &self.departure,
            service: &self.service,
            age_group: &self.age_group,
        }
    }

    /// Whether a field is missing from the address that the form fills in by itself: nobody is told to choose what is
    /// chosen already.
    pub(super) fn is_left_to_the_form(&self, field: TripField, fault: TripFault) -> bool {
        let given = match field {
            TripField::Service => &self.service,
            TripField::AgeGroup => &self.age_group,
            TripField::Arrival | TripField::Departure => return false,
        };
        fault == TripFault::Missing && given.is_empty()
    }

    /// The address of the answer, or of the form filled in with it. All parts are dates, names of ours and ids.
    pub(super) fn href(&self, editing: bool) -> String {
        let mut address = format!(
            "{}?den={}&di={}&viec={}&tuoi={}&noi={}&gan={}",
            Route::Trip.href(),
            self.arrival,
            self.departure,
            self.service,
            self.age_group,
            self.offices.join(","),
            self.near.min(self.offices.len()),
        );
        if let Some(km) = self.far_km {
            address.push_str(&format!("&xa={km}"));
        }
        if editing {
            address.push_str("&sua=1");
        }
        address
    }

    /// How near an office is, by its place in the list.
    pub(super) fn reach(&self, at: usize) -> Reach {
        if at < self.near {
            Reach::Here
        } else {
            Reach::Nearby
        }
    }
}

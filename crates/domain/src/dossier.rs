//! A person's case from booking to card handed over.

mod actor;
mod clock;
mod moves;
mod stage;
mod state;
mod timeline;
mod timeline_account;

pub use actor::Actor;
pub use clock::{
    CARD_WORKING_DAYS, CERTIFICATE_WORKING_DAYS, CORRECTION_MONTHS, ClockView, UNCLAIMED_AFTER_DAYS,
    due_clock,
};
pub use moves::{allowed, before_arrival, next_states, starts_as};
pub use stage::{Stage, StageKind, StageStatus, Stop};
pub use state::{DossierState as State, Event};
pub use timeline::{AccountTrack, TimelineInput, timeline};

#[cfg(test)]
mod tests;

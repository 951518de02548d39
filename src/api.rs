//! The server, as typed calls. One file a resource; the types are `eid_domain::wire`'s own.
//!
//! ```ignore
//! match api::holds::create(&wanted).await {
//!     Ok(hold) => …,
//!     Err(error) if error.is(ProblemCode::SlotTaken) => …,          // a case with its own way on
//!     Err(error) => errors.show(error.for_form(&["full_name"])),    // everything else, in words
//! }
//! ```

pub mod account;
pub mod activation;
pub mod aid;
pub mod announcements;
mod asked;
pub mod attestations;
pub mod audit;
pub mod batches;
pub mod bookings;
mod both;
pub mod children;
mod client;
pub mod closures;
pub mod communes;
pub mod config;
pub mod desk;
pub mod dev;
pub mod dossiers;
mod error;
pub mod figures;
pub mod finder;
pub mod helper;
mod holder;
pub mod holds;
pub mod holidays;
pub mod home_visits;
pub mod households;
pub mod new_phone;
pub mod office_admin;
pub mod offices;
pub mod own_data;
mod owned;
mod part;
pub mod passkeys;
pub mod phone_codes;
pub mod places;
mod proof;
pub mod queue;
pub mod recovery;
mod repeat;
pub mod rescue;
pub mod second_factor;
pub mod slips;
pub mod staff;
pub mod staff_lock;
pub mod stays;
pub mod stops;
pub mod tickets;
pub mod tracking;
pub mod venues;
pub mod waiting;
pub mod wallet;
mod words;

pub use asked::{evidence_words, fault_words};
pub use both::both;
pub use client::{Call, Kept};
pub use error::ApiError;
pub use holder::Holder;
pub use owned::Owned;
pub use part::part;
pub use words::{fault, field_words, problem_words, waiting};

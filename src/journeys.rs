//! One module per task of a person.

pub mod account;
pub mod activation;
pub mod aid;
pub mod booking;
pub mod call_check;
pub mod desk;
pub mod hall;
pub mod help;
pub mod home;
pub mod home_visit;
pub mod id_check;
pub mod inbox;
pub mod not_found;
pub mod precheck;
pub mod queue;
pub mod rescue;
pub mod showing;
pub mod slip_check;
pub mod stay;
pub mod tracking;
pub mod trip;
pub mod wallet;

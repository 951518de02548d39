//! The line of an office's day: its tickets, and the one row that everybody locks who changes it.

mod days;
mod tickets;

pub use days::{Day, bump, of_office, set};
pub use tickets::{
    Seen, Ticket, TicketState, by_id, by_key, end_of_dossier, insert, left_over, live_of_dossier,
    minutes_served, of_day, serve_of_dossier, update,
};

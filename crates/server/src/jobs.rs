//! What the server does by itself: rows in the database, and a loop that works them off. Every piece may be
//! begun twice and counts once, so any number of servers can run the loop.

pub mod account;
pub mod batches;
pub mod closures;
pub mod corrections;
pub mod figures;
pub mod offers;
pub mod run;
pub mod seal;
pub mod send;
pub mod submit;
pub mod sweep;
pub mod tell;
pub mod work;

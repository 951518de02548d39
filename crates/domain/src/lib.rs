//! The rules of the product and the types that travel, for the browser and for the server alike. Pure: no input, no output, no
//! clock, no randomness; what a rule needs of them is an argument. Types are made by parsing and have private fields: who
//! holds one need not check it again.
//!
//! The rooms:
//!
//! - who somebody is: [`identity`], [`age`], [`child`], [`place`], [`secret`];
//! - when and where a visit can be: [`office`], [`calendar`], [`capacity`], [`household`], [`trip`], [`waiting`], [`campaign`], [`queue`];
//! - what a person needs and pays: [`needs`], [`booking`], [`fee`], [`aid`], [`precheck`], [`legal`], [`stay`];
//! - what has become of it: [`dossier`], [`intake`], [`delivery`], [`expiry`], [`account`], [`data_error`], [`mending`], [`venue`], [`figures`];
//! - what is shown, said and handed over: [`slip`], [`attest`], [`wallet`], [`notice`], [`announcement`], [`ics`], [`phrase`], [`rescue`];
//! - files of others: [`batch`], [`csv`];
//! - [`wire`]: bodies of requests and answers; [`problem`] and [`field`]: what can be wrong with them, as stable codes;
//! - and what all of these stand on: [`when`], [`order`], [`reason`], [`reference`](mod@reference), [`dossier_code`], [`search_key`], [`typed_code`], [`str_enum`](mod@str_enum).

pub mod account;
pub mod age;
pub mod aid;
pub mod announcement;
pub mod attest;
pub mod batch;
pub mod booking;
pub mod calendar;
pub mod campaign;
pub mod capacity;
pub mod child;
pub mod csv;
pub mod data_error;
pub mod delivery;
pub mod dossier;
pub mod dossier_code;
pub mod expiry;
pub mod fee;
pub mod field;
pub mod figures;
pub mod household;
pub mod ics;
pub mod identity;
pub mod intake;
pub mod legal;
mod letter;
pub mod mending;
pub mod needs;
pub mod notice;
pub mod office;
pub mod order;
pub mod phrase;
pub mod place;
pub mod precheck;
pub mod problem;
pub mod queue;
pub mod reason;
pub mod reference;
pub mod rescue;
pub mod search_key;
pub mod secret;
pub mod slip;
pub mod stay;
pub mod str_enum;
mod text_type;
pub mod trip;
pub use typed_text::shown;
mod tsv;
pub mod typed_code;
mod typed_text;
pub mod venue;
pub mod waiting;
pub mod wallet;
pub mod when;
pub mod wire;

//! Use cases that several endpoints and jobs share.

mod account;
mod booking;
pub mod desk;
mod dossier;
mod office;
mod shared;
mod venue;

pub use account::{
    accounts, aid, attestations, children, citizens, devices, helpers, journey, locks, new_phone, own_data,
    passcodes, recovery, wallet,
};
pub use booking::{
    assist, availability, class_list, family_window, moves, phone_proofs, plan, visits, waiting,
};
pub use desk::{looks, queue, second_factor, staff, staff_admin};
pub use dossier::{
    arrivals, batches, corrections, deliveries, dossiers, keys, mendings, notice_wishes, owner, questions,
    slips, uncollected, view,
};
pub use office::{holidays, office_admin};
pub use shared::{audit, codes, daily, ids, list_file, passkeys, qr, sessions};
pub use venue::{stays, venues};

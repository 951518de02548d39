//! Use cases that several endpoints and jobs share.

pub mod accounts;
pub mod assist;
pub mod audit;
pub mod availability;
pub mod class_list;
pub mod codes;
pub mod desk;
pub mod dossiers;
pub mod ids;
pub mod journey;
pub mod keys;
pub mod looks;
pub mod plan;
pub mod qr;
pub mod questions;
pub mod queue;
pub mod second_factor;
pub mod sessions;
pub mod slips;
pub mod staff;
pub mod view;
pub mod waiting;

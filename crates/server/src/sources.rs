//! The boundary to the agencies that keep people's papers: driving licences, health insurance and the others of
//! `data/wallet.tsv`. A province plugs its own in; the contract stands in `docs/SOURCES.md`.

pub mod apply;
pub mod contract;
pub mod simulated;

pub use contract::{Answer, Found, PaperSources, Reply, Request, SourceError};

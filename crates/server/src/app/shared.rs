//! What every room needs: the audit, codes, sessions, ids, lists.

pub mod audit;
pub mod codes;
pub mod daily;
pub mod ids;
pub mod list_file;
pub mod passkeys;
pub mod qr;
pub mod sessions;

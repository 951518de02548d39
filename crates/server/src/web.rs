//! What every endpoint shares: middleware, extractors, and the shapes of answers.

pub mod acting;
pub mod agent;
pub mod assets;
pub mod client;
pub mod cookies;
pub mod deadline;
pub mod headers;
pub mod json;
pub mod log;
pub mod once;
pub mod origin;
pub mod packed;
pub mod panic;
pub mod path;
pub mod plain_cookies;
pub mod query;
pub mod request_id;
pub mod spreadsheet;

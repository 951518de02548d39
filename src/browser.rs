//! Thin, typed wrappers over the browser: the only place of the client that knows web-sys.
//!
//! Nothing here fails loudly: a browser that refuses storage, sharing or a clock makes the product plainer, never dead.

pub mod activity;
pub mod announce;
pub mod assisted;
pub mod camera;
pub mod camera_frame;
pub mod clipboard;
pub mod crash;
pub mod days;
pub mod dom;
pub mod download;
pub mod draft;
pub mod events;
pub mod family;
pub mod focus;
pub mod geolocation;
pub mod handed;
pub mod hash;
pub mod html;
pub mod http;
pub mod install;
pub mod intl;
pub mod json;
pub mod keyboard;
pub mod location;
pub mod offline;
pub mod online;
pub mod otp;
pub mod passkeys;
pub mod print;
pub mod proof;
pub mod random;
pub mod scan;
pub mod scan_native;
pub mod sheets;
pub mod sound;
pub mod speech;
pub mod storage;
pub mod text_file;
pub mod timer;
pub mod title;
pub mod visible;
pub mod wished_days;

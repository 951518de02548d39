//! What is told to people, how they wish it, and what was sent.

pub mod messages;
pub mod notice_wishes;
pub mod notices;

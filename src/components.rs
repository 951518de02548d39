//! Accessible building blocks. They know words and the browser, nothing of cards or bookings.
//!
//! Every field belongs to an [`Errors`] list of its form by its id; the list is what the error summary shows and what
//! marks the field. Labels and hints are plain texts, because a change of language draws the page anew.

pub mod action_button;
pub mod button;
pub mod checkbox;
pub mod checklist;
pub mod code_field;
pub mod combobox;
pub mod countdown;
pub mod date_field;
pub mod day_input;
pub mod day_list;
pub mod details;
pub mod dialog;
pub mod drawn_code;
pub mod empty;
pub mod error_summary;
pub mod errors;
pub mod fetched;
pub mod field;
pub mod heading;
pub mod icon;
pub mod month;
pub mod notice;
pub mod password_field;
pub mod radio_group;
pub mod scan;
pub mod skeleton;
pub mod slot_list;
pub mod stepper;
pub mod summary_list;
pub mod tag;
pub mod time_input;
pub mod timeline;

pub use action_button::ActionButton;
pub use button::{Back, Button, ButtonKind, LinkButton, TextButton};
pub use checkbox::Checkbox;
pub use checklist::{Check, Checklist};
pub use code_field::{CodeField, Resend};
pub use combobox::{ComboOption, Combobox};
pub use countdown::{Countdown, clock, minutes_to_announce};
pub use date_field::{DateField, DateParts};
pub use day_input::DayInput;
pub use day_list::{DayItem, DayList};
pub use details::Details;
pub use dialog::Dialog;
pub use drawn_code::{DrawnCode, drawn_code};
pub use empty::Empty;
pub use error_summary::ErrorSummary;
pub use errors::Errors;
pub use fetched::{Coming, Drawn, Fetched, Refetch, when_loaded};
pub use field::{Select, TextArea, TextField};
pub use heading::Heading;
pub use icon::{Icon, icon};
pub use month::{DayState, Month, MonthDay};
pub use notice::{Notice, NoticeKind};
pub use password_field::PasswordField;
pub use radio_group::{Choice, RadioGroup};
pub use skeleton::Skeleton;
pub use slot_list::{FreeTime, SlotList};
pub use stepper::Stepper;
pub use summary_list::{SummaryList, SummaryRow};
pub use tag::{Tag, TagKind};
pub use time_input::TimeInput;
pub use timeline::{Stage, StageState, Timeline};

//! What can go wrong, each with its own help.

use super::code_text::NotRead;
use crate::browser::{camera::CameraError, camera_frame::PhotoError};
use crate::components::scan::ScanFault;
use crate::components::{Notice, NoticeKind};
use crate::i18n::{Key, keys::scan, t};
use leptos::prelude::*;

/// Something went wrong, and the person chooses anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No text was read.
    Scan(ScanFault),
    /// A photo of another code.
    Foreign,
    /// A photo of a card's code that has lost columns.
    Columns,
}

impl Trouble {
    /// What a code in a photo says instead of a card's.
    pub(super) fn of(error: NotRead) -> Self {
        match error {
            NotRead::Columns => Self::Columns,
            _ => Self::Foreign,
        }
    }

    const fn words(self) -> (Key, Key) {
        match self {
            Self::Scan(ScanFault::Camera(error)) => camera(error),
            Self::Scan(ScanFault::Lost) => (scan::TROUBLE_LOST, scan::TROUBLE_LOST_TEXT),
            Self::Scan(ScanFault::Nothing) => (scan::TROUBLE_NOTHING, scan::TROUBLE_NOTHING_TEXT),
            Self::Scan(ScanFault::Unclear) => (scan::TROUBLE_UNCLEAR, scan::TROUBLE_UNCLEAR_TEXT),
            Self::Scan(ScanFault::Blurred) => (scan::TROUBLE_BLURRED, scan::TROUBLE_BLURRED_TEXT),
            Self::Scan(ScanFault::Dark) => (scan::TROUBLE_DARK, scan::TROUBLE_DARK_TEXT),
            Self::Scan(ScanFault::Photo(PhotoError::Unreadable)) => {
                (scan::TROUBLE_UNREADABLE, scan::TROUBLE_UNREADABLE_TEXT)
            }
            Self::Scan(ScanFault::Photo(PhotoError::TooLarge)) => {
                (scan::TROUBLE_TOO_LARGE, scan::TROUBLE_TOO_LARGE_TEXT)
            }
            Self::Scan(ScanFault::Failed) => (scan::TROUBLE_FAILED, scan::TROUBLE_FAILED_TEXT),
            Self::Foreign => (scan::TROUBLE_FOREIGN, scan::TROUBLE_FOREIGN_TEXT),
            Self::Columns => (scan::TROUBLE_COLUMNS, scan::TROUBLE_COLUMNS_TEXT),
        }
    }

    /// Says it, also aloud.
    pub(super) fn view(self) -> AnyView {
        let (title, text) = self.words();
        view! {
            <Notice kind=NoticeKind::Warning title=t(title) announced=true><p>{t(text)}</p></Notice>
        }
        .into_any()
    }
}

const fn camera(error: CameraError) -> (Key, Key) {
    match error {
        CameraError::Refused => (scan::TROUBLE_REFUSED, scan::TROUBLE_REFUSED_TEXT),
        CameraError::Absent => (scan::TROUBLE_ABSENT, scan::TROUBLE_ABSENT_TEXT),
        CameraError::Busy => (scan::TROUBLE_BUSY, scan::TROUBLE_BUSY_TEXT),
        CameraError::Unsupported => (scan::TROUBLE_UNSUPPORTED, scan::TROUBLE_UNSUPPORTED_TEXT),
    }
}

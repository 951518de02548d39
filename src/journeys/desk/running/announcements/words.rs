//! Kinds and states in words.

use crate::components::{NoticeKind, TagKind};
use crate::i18n::{Key, keys::announcements as k};
use eid_domain::announcement::AnnouncementKind;
use eid_domain::wire::announcements::AnnouncementRow;
use jiff::civil::DateTime;

/// What a kind is called, and how it looks.
pub(super) const fn kind(kind: AnnouncementKind) -> (Key, NoticeKind) {
    match kind {
        AnnouncementKind::Info => (k::KIND_INFO, NoticeKind::Info),
        AnnouncementKind::Warning => (k::KIND_WARNING, NoticeKind::Warning),
        AnnouncementKind::Outage => (k::KIND_OUTAGE, NoticeKind::Danger),
    }
}

/// What has become of it.
pub(super) fn state(one: &AnnouncementRow, now: DateTime) -> (Key, TagKind) {
    if one.withdrawn {
        (k::STATE_WITHDRAWN, TagKind::Plain)
    } else if one.until <= now {
        (k::STATE_OVER, TagKind::Plain)
    } else if one.from <= now {
        (k::STATE_SHOWN, TagKind::Ok)
    } else {
        (k::STATE_LATER, TagKind::Info)
    }
}

/// Whether it can still be changed.
pub(super) fn is_open(one: &AnnouncementRow, now: DateTime) -> bool {
    !one.withdrawn && one.until > now
}

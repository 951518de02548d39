//! `/api/desk/announcements`: what is said above every page for a while.

use crate::{
    announcement::{AnnouncementKind, Said, check},
    field::FieldError,
    office::Localised,
};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// `POST /api/desk/announcements`, and `PUT /api/desk/announcements/{id}` with the version that is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteAnnouncement {
    /// The office it is about; none for everywhere. It cannot be changed later.
    #[serde(default)]
    pub office_id: Option<String>,
    /// How urgent it is.
    pub kind: AnnouncementKind,
    /// In Vietnamese, 5 to 240 letters of plain text.
    pub vi: String,
    /// In English, the same.
    pub en: String,
    /// From when on it is shown, at the offices.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: DateTime,
    /// Until when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: DateTime,
    /// Of the announcement that is changed; 0 for a new one.
    pub version: i64,
}

impl WriteAnnouncement {
    /// Checks it; `now` is the offices' time.
    ///
    /// # Errors
    /// Names every wrong field, see [`check`].
    pub fn parse(&self, now: DateTime) -> Result<Said, Vec<FieldError>> {
        check(&self.vi, &self.en, self.from, self.until, now)
    }
}

/// `GET /api/offices/news`: what offices say of themselves now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficesNews {
    /// By the time from when on they are shown; an office may say more than one thing.
    pub news: Vec<OfficeNews>,
}

/// What one office says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeNews {
    /// The office.
    pub office_id: String,
    /// How urgent it is.
    #[serde(default = "unsaid")]
    pub kind: AnnouncementKind,
    /// Plain text.
    pub said: Localised,
}

/// What the office of a page has to say: `{"kind":"info","vi":"Mở thêm giờ tối.","en":"Open in the evening."}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct News {
    /// How urgent it is.
    #[serde(default = "unsaid")]
    pub kind: AnnouncementKind,
    /// Plain text in Vietnamese.
    pub vi: String,
    /// The same in English.
    pub en: String,
}

/// A receipt that a device kept from before news carried their kind.
const fn unsaid() -> AnnouncementKind {
    AnnouncementKind::Warning
}

/// `POST /api/desk/announcements/{id}/withdraw`: it is shown no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawAnnouncement {
    /// Of the announcement as it was seen.
    pub version: i64,
}

/// `GET /api/desk/announcements`: those of the last ninety days and to come, the last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnnouncementsView {
    /// Now at the offices.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub now: DateTime,
    /// Whether the caller may speak everywhere and for every office.
    pub everywhere: bool,
    /// The announcements.
    pub rows: Vec<AnnouncementRow>,
}

/// An announcement as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnnouncementRow {
    /// Its id.
    pub id: String,
    /// The office it is about; none for everywhere.
    #[serde(default)]
    pub office_id: Option<String>,
    /// The office's name.
    #[serde(default)]
    pub office: Option<Localised>,
    /// How urgent it is.
    pub kind: AnnouncementKind,
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
    /// From when on it is shown.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: DateTime,
    /// Until when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: DateTime,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// For changing it.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_of_a_receipt_that_was_kept_before_they_had_a_kind() {
        let kept: News = serde_json::from_str(r#"{"vi":"Lối vào ở cổng sau.","en":"Back gate."}"#).unwrap();
        assert_eq!(kept.kind, AnnouncementKind::Warning);
        let now: News =
            serde_json::from_str(r#"{"kind":"info","vi":"Mở thêm giờ tối.","en":"Open in the evening."}"#)
                .unwrap();
        assert_eq!(now.kind, AnnouncementKind::Info);
    }
}

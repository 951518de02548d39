//! What a search found, and why.

use crate::str_enum::str_enum;

str_enum! {
    /// How near an office is to what was asked for: by units, and by kilometres only where no unit helps.
    pub enum Reach {
        /// In the place itself, or the office its people used to go to.
        Here = "here",
        /// The old district's office, for a place without one.
        SameOldDistrict = "same_old_district",
        /// Nothing nearer is known in that province.
        SameProvince = "same_province",
        /// Nothing is known in that province; the nearest elsewhere. Or near the person, where that was asked.
        Nearby = "nearby",
    }
}

/// An office that fits a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Position in [`super::Finder::offices`].
    pub office: usize,
    /// How near it is.
    pub reach: Reach,
    /// What in the query led to it.
    pub why: Why,
    /// Kilometres in a straight line, about; only with [`Reach::Nearby`].
    pub km: Option<u16>,
}

/// What a query was understood as. Names carry their kind: `Quận 10`, `Phường Diên Hồng`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing was asked: all are listed.
    Listed,
    /// It is near the person.
    NearYou,
    /// The office's own name, of today or before.
    Name,
    /// The office's street.
    Street,
    /// A commune of today.
    NewCommune {
        /// The commune.
        name: String,
        /// Its province.
        province: String,
    },
    /// A district abolished on 1 July 2025.
    OldDistrict {
        /// Its name, as the query had it where it had several.
        old: String,
        /// The old province it lay in.
        province: String,
        /// The commune of the office found; `None` when only the place was recognised.
        new: Option<String>,
    },
    /// A ward or commune abolished on or before 1 July 2025.
    OldWard {
        /// Its name.
        old: String,
        /// Its district.
        district: String,
        /// The communes of today it went to. Several: it was split. Empty: not known.
        new: Vec<String>,
        /// Whether two independent tables agree on that.
        certain: bool,
    },
    /// A province abolished on 1 July 2025.
    OldProvince {
        /// Its name.
        old: String,
        /// The unit it belongs to.
        new: String,
    },
    /// A province of today.
    Province {
        /// Its name.
        name: String,
    },
}

impl Why {
    /// The place that was understood, as an address has it: `Phường Diên Hồng, TP. Hồ Chí Minh`. None for all that is no place:
    /// an office's own name or street, or nothing asked.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        match self {
            Self::NewCommune { name, province } => Some(format!("{name}, {province}")),
            Self::OldDistrict { old, province, .. } => Some(format!("{old}, {province}")),
            Self::OldWard { old, district, .. } => Some(format!("{old}, {district}")),
            Self::OldProvince { old, .. } => Some(old.clone()),
            Self::Province { name } => Some(name.clone()),
            Self::Listed | Self::NearYou | Self::Name | Self::Street => None,
        }
    }
}

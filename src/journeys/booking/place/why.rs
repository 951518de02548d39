//! Why an office was found, in one sentence: old names are the ones that people know.

use crate::browser::intl;
use crate::i18n::{keys::booking, t, tf};
use eid_domain::office::{Match, Reach, Why};

/// The sentence; none where nothing was asked.
pub(super) fn words(found: &Match) -> Option<String> {
    if let Some(km) = found.km {
        let key = if found.why == Why::NearYou {
            booking::WHY_NEAR_YOU
        } else {
            booking::WHY_NEARBY
        };
        return Some(tf(key, &[("km", &km.to_string())]));
    }
    let far = match found.reach {
        Reach::Here | Reach::Nearby => None,
        Reach::SameOldDistrict => Some(t(booking::WHY_SAME_DISTRICT)),
        Reach::SameProvince => Some(t(booking::WHY_SAME_PROVINCE)),
    };
    let about = match &found.why {
        Why::Listed | Why::NearYou => return None,
        Why::Name => t(booking::WHY_NAME).to_owned(),
        Why::Street => t(booking::WHY_STREET).to_owned(),
        Why::NewCommune { name, province } => {
            let place = format!("{name}, {province}");
            return Some(match found.reach {
                Reach::Here | Reach::Nearby => tf(booking::WHY_COMMUNE, &[("place", &place)]),
                Reach::SameOldDistrict => tf(booking::WHY_COMMUNE_NEAR, &[("place", &place)]),
                Reach::SameProvince => t(booking::WHY_SAME_PROVINCE).to_owned(),
            });
        }
        Why::OldDistrict {
            old, new: Some(new), ..
        } => tf(booking::WHY_DISTRICT_NEW, &[("old", old), ("new", new)]),
        Why::OldDistrict { old, new: None, .. } => tf(booking::WHY_DISTRICT, &[("old", old)]),
        Why::OldWard {
            old,
            district,
            new,
            certain,
        } => ward(old, district, new, *certain),
        Why::OldProvince { old, new } => tf(booking::WHY_PROVINCE_OLD, &[("old", old), ("new", new)]),
        Why::Province { name } => tf(booking::WHY_PROVINCE, &[("place", name)]),
    };
    Some(far.map_or_else(|| about.clone(), |far| format!("{about} {far}")))
}

fn ward(old: &str, district: &str, new: &[String], certain: bool) -> String {
    let key = match (new.len(), certain) {
        (0, _) => booking::WHY_WARD_UNKNOWN,
        (1, true) => booking::WHY_WARD,
        (1, false) => booking::WHY_WARD_UNSURE,
        _ => booking::WHY_WARD_SPLIT,
    };
    tf(
        key,
        &[("old", old), ("district", district), ("new", &intl::list(new))],
    )
}

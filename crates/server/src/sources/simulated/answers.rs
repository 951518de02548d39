//! What the simulated agencies say. Whose papers show the other ways, by the end of the personal number:
//!
//! | ends in | what is seen |
//! |---|---|
//! | `0405` | the driving licence carries the old number of nine digits, until it is asked for again |
//! | `0406` | the driving licence carries another name, until it is asked for again |
//! | `0407` | the health insurance card carries another date of birth, until it is asked for again |
//! | `0408` | no agency knows a paper of this person |
//! | `0409` | the driving licence is not in the register yet, until it is asked for again; the registration of the vehicle is held as a penalty |

use crate::sources::contract::{Answer, Found};
use eid_domain::{calendar::days_after, wallet::Refusal};
use jiff::{
    Span,
    civil::{Date, date},
};

const OLD_NUMBER: &str = "0405";
const OTHER_NAME: &str = "0406";
const OTHER_BIRTH: &str = "0407";
const NOTHING: &str = "0408";
const UNREGISTERED: &str = "0409";
/// Days that a vehicle's inspection is still good for: soon enough to be warned of.
const INSPECTION_DAYS: i32 = 20;

/// The answer to the `attempt`-th request of this person for this kind, given on that day. Who asks again has had it put
/// right in between.
#[must_use]
pub fn answer(kind: &str, number: &str, attempt: u32, on: Date) -> Answer {
    if number.ends_with(NOTHING) {
        return not_found();
    }
    if attempt == 1
        && let Some((why, words)) = mismatch(kind, number)
    {
        return Answer::Refused {
            why,
            words: words.to_owned(),
        };
    }
    found(kind, number, on).map_or_else(not_found, Answer::Found)
}

fn mismatch(kind: &str, number: &str) -> Option<(Refusal, &'static str)> {
    match kind {
        "driving_licence" if number.ends_with(OLD_NUMBER) => Some((
            Refusal::OldNumber,
            "Giấy phép lái xe cấp năm 2012 ghi số chứng minh nhân dân 9 số (tình huống giả lập).",
        )),
        "driving_licence" if number.ends_with(OTHER_NAME) => Some((
            Refusal::NameDiffers,
            "Họ tên trên giấy phép lái xe thiếu chữ đệm (tình huống giả lập).",
        )),
        "health_insurance" if number.ends_with(OTHER_BIRTH) => Some((
            Refusal::BirthDateDiffers,
            "Thẻ bảo hiểm y tế chỉ ghi năm sinh (tình huống giả lập).",
        )),
        "driving_licence" if number.ends_with(UNREGISTERED) => Some((
            Refusal::NotRegistered,
            "Giấy phép lái xe bằng bìa, cấp trước năm 2012, chưa nhập vào cơ sở dữ liệu (tình huống giả lập).",
        )),
        "vehicle_registration" if number.ends_with(UNREGISTERED) => Some((
            Refusal::TakenAway,
            "Giấy đăng ký xe đang bị tạm giữ theo biên bản vi phạm (tình huống giả lập).",
        )),
        _ => None,
    }
}

fn not_found() -> Answer {
    Answer::Refused {
        why: Refusal::NotFound,
        words: String::new(),
    }
}

/// The usual papers. Their numbers begin with 99, as no real one does, or are the personal number itself.
fn found(kind: &str, number: &str, on: Date) -> Option<Found> {
    let end = number.get(2..).unwrap_or_default();
    let own = format!("99{end}");
    let years = |years: i32| on.saturating_add(Span::new().years(years));
    let issued = Some(date(2022, 5, 20));
    let (number, issuer, detail, issued_on, valid_until) = match kind {
        "driving_licence" => (
            own,
            "Phòng Cảnh sát giao thông",
            "Hạng B",
            issued,
            Some(date(2032, 5, 20)),
        ),
        "vehicle_registration" => (own, "Phòng Cảnh sát giao thông", "Xe mô tô", issued, None),
        "vehicle_inspection" => (
            own,
            "Trung tâm Đăng kiểm xe cơ giới",
            "Ô tô con",
            Some(years(-1)),
            Some(days_after(on, INSPECTION_DAYS)),
        ),
        "health_insurance" => (
            number.to_owned(),
            "Bảo hiểm xã hội Việt Nam",
            "Nơi khám ban đầu: trạm y tế phường",
            Some(date(on.year(), 1, 1)),
            Some(date(on.year(), 12, 31)),
        ),
        "social_insurance" => (number.to_owned(), "Bảo hiểm xã hội Việt Nam", "", issued, None),
        "health_book" => (number.to_owned(), "Bộ Y tế", "", None, None),
        "tax_code" => (number.to_owned(), "Cục Thuế", "Cá nhân", issued, None),
        "passport" => (
            format!("X99{}", number.get(7..).unwrap_or_default()),
            "Cục Quản lý xuất nhập cảnh",
            "Hộ chiếu phổ thông",
            issued,
            Some(date(2032, 5, 20)),
        ),
        "old_number" => (
            own,
            "Công an phường",
            "Xác nhận hai số là của một người",
            Some(on),
            None,
        ),
        "permanent_residence" => (
            String::new(),
            "Công an phường",
            "Phường Sài Gòn, Thành phố Hồ Chí Minh",
            issued,
            None,
        ),
        "birth_certificate" => (own, "Ủy ban nhân dân phường", "", issued, None),
        _ => return None,
    };
    Some(Found {
        number,
        issuer: issuer.to_owned(),
        detail: detail.to_owned(),
        issued_on,
        valid_until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn why(kind: &str, number: &str, attempt: u32) -> Option<Refusal> {
        match answer(kind, number, attempt, TODAY) {
            Answer::Found(_) => None,
            Answer::Refused { why, .. } => Some(why),
        }
    }

    #[test]
    fn a_mismatch_is_seen_once_and_mended_when_it_is_asked_again() {
        for (kind, number, first) in [
            ("driving_licence", "098085120405", Refusal::OldNumber),
            ("driving_licence", "098085120406", Refusal::NameDiffers),
            ("health_insurance", "098085120407", Refusal::BirthDateDiffers),
            ("driving_licence", "098085120409", Refusal::NotRegistered),
            ("vehicle_registration", "098085120409", Refusal::TakenAway),
        ] {
            assert_eq!(why(kind, number, 1), Some(first));
            assert_eq!(why(kind, number, 2), None);
            assert_eq!(why("tax_code", number, 1), None, "one paper is wrong, not all");
        }
        assert_eq!(why("tax_code", "098085120408", 2), Some(Refusal::NotFound));
        assert_eq!(why("party_card", "098085120001", 1), Some(Refusal::NotFound));
    }

    #[test]
    fn whoever_asks_about_a_number_twice_on_a_day_reads_the_same() {
        let twice = |kind| answer(kind, "098085120001", 1, TODAY) == answer(kind, "098085120001", 3, TODAY);
        for kind in [
            "driving_licence",
            "vehicle_inspection",
            "health_insurance",
            "passport",
            "health_book",
        ] {
            assert!(twice(kind), "{kind}");
        }
        let Answer::Found(card) = answer("health_insurance", "098085120001", 1, TODAY) else {
            panic!("not found")
        };
        assert_eq!(card.valid_until, Some(date(2026, 12, 31)));
    }
}

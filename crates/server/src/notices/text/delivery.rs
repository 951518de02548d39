//! Words about the way of a card to its owner, about data that is put right, and about how people are written to.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI};
use eid_domain::{delivery::ReturnReason, wire::Lang};

/// Why the post brought a card back.
#[must_use]
pub const fn return_words(lang: Lang, reason: ReturnReason) -> &'static str {
    match (lang, reason) {
        (Lang::Vi, ReturnReason::NobodyThere) => "không có người nhận",
        (Lang::Vi, ReturnReason::AddressWrong) => "sai địa chỉ",
        (Lang::Vi, ReturnReason::NotTaken) => "không nhận",
        (Lang::Vi, ReturnReason::Other) => "lý do khác",
        (Lang::En, ReturnReason::NobodyThere) => "nobody there",
        (Lang::En, ReturnReason::AddressWrong) => "wrong address",
        (Lang::En, ReturnReason::NotTaken) => "not taken",
        (Lang::En, ReturnReason::Other) => "another reason",
    }
}

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (code, reference, number) = (&facts.dossier_code, &facts.reference, &facts.number);
    let (place, reason, never) = (&facts.place, &facts.reason, NEVER_ASKED_VI);
    match kind {
        Kind::DeliveryAsked => {
            format!(
                "Hồ sơ {code}: thẻ sắp về. Mời xác nhận số liên hệ, cách nhận thẻ ở trang theo dõi. {never}"
            )
        }
        Kind::DeliveryChosen if place.is_empty() => {
            format!(
                "Hồ sơ {code}: bạn chọn tự đến nhận thẻ. Không phải bạn chọn? Gọi ngay nơi làm thẻ. {never}"
            )
        }
        Kind::DeliveryChosen => {
            format!(
                "Hồ sơ {code}: thẻ sẽ gửi bưu điện đến {place}. Không phải bạn chọn? Gọi ngay nơi làm thẻ. {never}"
            )
        }
        Kind::Posted => {
            format!("Hồ sơ {code}: thẻ đã gửi bưu điện, mã {number}. Khi nhận xin đưa giấy tờ. {never}")
        }
        Kind::PostReturned => {
            format!(
                "Hồ sơ {code}: bưu điện trả lại thẻ ({reason}). Mời chọn lại cách nhận ở trang theo dõi. {never}"
            )
        }
        Kind::MendingAnswered => format!(
            "Hồ sơ {reference}: đã có trả lời về thông tin cần sửa. Mời xem tại trang theo dõi hồ sơ. {never}"
        ),
        _ => format!(
            "Hồ sơ {reference}: cách gửi tin nhắn vừa được đổi. Không phải bạn đổi? Gọi ngay nơi làm thẻ. {never}"
        ),
    }
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (code, reference, number) = (&facts.dossier_code, &facts.reference, &facts.number);
    let (place, reason, never) = (&facts.place, &facts.reason, NEVER_ASKED_EN);
    match kind {
        Kind::DeliveryAsked => {
            format!(
                "Dossier {code}: card coming. Confirm phone and way to get it on your dossier's page. {never}"
            )
        }
        Kind::DeliveryChosen if place.is_empty() => {
            format!(
                "Dossier {code}: you will collect the card. Not your choice? Call the office now. {never}"
            )
        }
        Kind::DeliveryChosen => {
            format!(
                "Dossier {code}: card goes by post to {place}. Not your choice? Call the office now. {never}"
            )
        }
        Kind::Posted => format!("Dossier {code}: card posted, number {number}. Have a paper ready. {never}"),
        Kind::PostReturned => {
            format!("Dossier {code}: card came back ({reason}). Choose a way on your dossier's page. {never}")
        }
        Kind::MendingAnswered => format!(
            "Dossier {reference}: an answer about the data to be corrected has come. See the page of your dossier. {never}"
        ),
        _ => format!(
            "Dossier {reference}: how we write to you was changed. Not you? Call the office now. {never}"
        ),
    }
}

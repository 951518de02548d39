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

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (code, reference, number) = (&facts.dossier_code, &facts.reference, &facts.number);
    let (place, reason, never) = (&facts.place, &facts.reason, NEVER_ASKED_VI);
    match kind {
        Kind::DeliveryAsked => {
            format!(
                "Ho so {code}: the sap ve. Moi xac nhan so lien he, cach nhan the o trang theo doi. {never}"
            )
        }
        Kind::DeliveryChosen if place.is_empty() => {
            format!(
                "Ho so {code}: ban chon tu den nhan the. Khong phai ban chon? Goi ngay noi lam the. {never}"
            )
        }
        Kind::DeliveryChosen => {
            format!(
                "Ho so {code}: the se gui buu dien den {place}. Khong phai ban chon? Goi ngay noi lam the. {never}"
            )
        }
        Kind::Posted => {
            format!("Ho so {code}: the da gui buu dien, ma {number}. Khi nhan xin dua giay to. {never}")
        }
        Kind::PostReturned => {
            format!(
                "Ho so {code}: buu dien tra lai the ({reason}). Moi chon lai cach nhan o trang theo doi. {never}"
            )
        }
        Kind::MendingAnswered => format!(
            "Ho so {reference}: da co tra loi ve thong tin can sua. Moi xem tai trang theo doi ho so. {never}"
        ),
        _ => format!(
            "Ho so {reference}: cach gui tin nhan vua duoc doi. Khong phai ban doi? Goi ngay noi lam the. {never}"
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

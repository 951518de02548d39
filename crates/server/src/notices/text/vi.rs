//! Every notice in Vietnamese, without marks; families of notices have files of their own.

use super::{
    Facts, Kind, NEVER_ASKED_VI, account, aid, delivery, ends, family,
    parts::{at, bound, linked, on, shortly},
    representatives, wallet,
};

/// The text of a notice.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let Facts {
        code,
        reference,
        dossier_code,
        number,
        office,
        reason,
        ..
    } = facts;
    let (visit, day, until) = (at(facts.visit), on(facts.day), shortly(facts.until));
    let never = NEVER_ASKED_VI;
    let link = |words: &str| linked(words, &facts.link);
    match kind {
        Kind::PhoneCode => bound(
            format!("Ma xac nhan: {code}, hieu luc 3 phut. Khong dua ma nay cho bat ky ai. {never}"),
            facts,
        ),
        // The one code that is read out to an officer: it says when, and what it means otherwise.
        Kind::PhoneCodeForStaff => format!(
            "Ma dat hen: {code}, hieu luc 3 phut. CHI doc cho can bo khi CHINH BAN dang goi hoac o quay nho dat hen. Ban khong nho dat hen: KHONG dua ma nay cho ai."
        ),
        Kind::Booked => format!("Lich hen {reference}: {visit} tai {office}. Moi den dung gio. {never}"),
        Kind::HouseholdBooked | Kind::HouseholdMoved | Kind::HouseholdCancelled | Kind::NoWindow => {
            family::vi(kind, facts)
        }
        _ if facts.family > 0 => family::vi(kind, facts),
        Kind::DeliveryAsked
        | Kind::DeliveryChosen
        | Kind::Posted
        | Kind::PostReturned
        | Kind::MendingAnswered
        | Kind::NoticesChanged => delivery::vi(kind, facts),
        Kind::PupilBooked if facts.link.is_empty() => {
            format!("Truong dat lich lam the can cuoc {reference}: {visit} tai {office}. {never}")
        }
        Kind::PupilBooked => {
            format!(
                "Truong dat lich lam the can cuoc: {visit} tai {office}.{}",
                link("Xem, doi")
            )
        }
        Kind::HomeAsked => {
            format!(
                "Da nhan yeu cau den nha {reference}. Chung toi se bao ngay gio.{}",
                link("Xem")
            )
        }
        Kind::HomePlanned if facts.link.is_empty() => {
            format!("Can bo den nha lam the can cuoc luc {visit}, ma hen {reference}. {never}")
        }
        Kind::HomePlanned => format!("Can bo den nha lam the can cuoc luc {visit}.{}", link("Xem")),
        Kind::HomeRefused => {
            format!("Yeu cau den nha {reference} khong thuc hien duoc: {reason}. {never}")
        }
        Kind::HomeAgain => format!(
            "Can bo khong den nha duoc luc {visit}. Yeu cau {reference} van duoc giu, chung toi se hen ngay khac. {never}"
        ),
        Kind::Answered => {
            format!(
                "Da co tra loi cho cau hoi cua ban ve ho so {reference}. Moi xem tai trang theo doi ho so. {never}"
            )
        }
        Kind::Moved => format!("Lich hen {reference} da doi sang {visit} tai {office}. {never}"),
        Kind::Cancelled => {
            format!("Lich hen {reference} luc {visit} da huy. Ban co the dat lich moi. {never}")
        }
        Kind::Reminder if facts.link.is_empty() => {
            format!("Nhac lich hen {reference}: {visit} tai {office}. {never}")
        }
        Kind::Reminder => format!("Nhac lich hen {reference}: {visit} tai {office}.{}", link("Huy")),
        Kind::EarlierPlace => {
            format!(
                "Gio som hon cho lich {reference}: {visit} tai {office}, giu den {until}.{}",
                link("Xem")
            )
        }
        Kind::OtherPlace => {
            format!(
                "Lich hen {reference}: moi doi sang {visit} tai {office}, giu den {until}.{}",
                link("Xem")
            )
        }
        Kind::WaitingEnded => format!(
            "Lich hen {reference}: ban khong tra loi 3 lan nen chung toi ngung tim gio som hon. Lich {visit} van giu. {never}"
        ),
        Kind::Closed => format!(
            "Lich hen {reference}: {office} dong cua luc {visit}. Chung toi dang tim gio khac va se nhan tin. Lich hen chua bi huy."
        ),
        Kind::PlanChanged => format!(
            "Lich hen {reference}: {office} doi lich lam viec, khong con nhan luc {visit}. Chung toi dang tim gio khac. Lich hen chua bi huy."
        ),
        Kind::StandsAgain => format!(
            "Lich hen {reference}: {office} lam viec lai luc {visit}. Lich hen cu giu nguyen, ban khong can doi gio."
        ),
        Kind::NoShow => {
            format!("Lich hen {reference} luc {visit} da tu dong huy do khong den. Moi dat lich moi. {never}")
        }
        Kind::QueueTicket if facts.link.is_empty() => {
            format!("So thu tu cua ban tai {office}: {number}. Xin theo doi bang goi so. {never}")
        }
        Kind::QueueTicket => {
            format!("So thu tu cua ban tai {office}: {number}.{}", link("Xem luot"))
        }
        // Nothing is decided any more: what is told next has its own day.
        Kind::Received if facts.day.is_none() => format!("Da tiep nhan ho so {dossier_code}. {never}"),
        Kind::Received => {
            format!("Da tiep nhan ho so {dossier_code}. Ngay hen tra ket qua: {day}. {never}")
        }
        Kind::VisitUnfinished
        | Kind::CheckInUndone
        | Kind::Withdrawn
        | Kind::Correction
        | Kind::CorrectionSoon
        | Kind::CorrectionExpired => ends::vi(kind, facts),
        Kind::Refused => format!("Ho so {reference} khong duoc tiep nhan: {reason}. {never}"),
        Kind::CardReady => {
            format!("Ho so {dossier_code}: the da ve {office}. Moi den nhan, mang giay hen. {never}")
        }
        Kind::Uncollected => {
            format!(
                "Ho so {dossier_code}: the van cho ban tai {office}. Moi den nhan, mang giay hen. {never}"
            )
        }
        Kind::HandedOver => format!("Ho so {dossier_code}: da tra the can cuoc. Cam on ban. {never}"),
        Kind::AidOutreach => aid::vi(facts),
        Kind::AccountApproved | Kind::ActivateSoon | Kind::AccountRefused => account::vi(kind, facts),
        Kind::PasskeyAdded
        | Kind::PasskeyRemoved
        | Kind::PasskeyCloned
        | Kind::DeviceChanged
        | Kind::PasswordChanged
        | Kind::SecretsReset
        | Kind::PhoneChanged
        | Kind::AccountLocked
        | Kind::AccountUnlocked
        | Kind::PayoutLinked
        | Kind::PayoutRemoved => account::vi(kind, facts),
        Kind::PaperIntegrated | Kind::PaperRefused | Kind::PaperEnds => wallet::vi(kind, facts),
        Kind::RepresentativeRecorded
        | Kind::RepresentativeEnded
        | Kind::RepresentativeGone
        | Kind::ChildConsented
        | Kind::ChildConsentWithdrawn
        | Kind::ChildApproved
        | Kind::OwnAccountSoon
        | Kind::OwnAccount => representatives::vi(kind, facts),
        Kind::Activated => format!("Tai khoan dinh danh muc do 2 cua ban da kich hoat. {never}"),
        Kind::ExistingBooking => {
            format!(
                "Ban da co ho so dang mo, ma lich hen {reference}. Dung ma nay de xem hoac doi lich. {never}"
            )
        }
    }
}

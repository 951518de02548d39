//! The words of every notice, in Vietnamese without marks and in English, each one SMS long.

pub mod account;
mod aid;
mod asked;
mod delivery;
mod facts;
mod family;
mod parts;
mod wallet;

pub use asked::asked;
pub use delivery::return_words;
pub use facts::Facts;

use super::{
    Kind,
    plain::{SMS_LETTERS, shortened, without_marks},
};
use eid_domain::wire::Lang;
use parts::{at, bound, linked, on, shortly};

/// Stands in a link for its key, as long as that is: the key itself is put in when the message is sent, and kept nowhere.
pub const KEY_MARK: &str = "**********************";

/// The text as it is sent.
#[must_use]
pub fn sms(kind: Kind, lang: Lang, facts: &Facts) -> String {
    let flat = Facts {
        office: without_marks(&facts.office),
        reason: without_marks(&facts.reason),
        place: without_marks(&facts.place),
        paper: without_marks(&facts.paper),
        ..facts.clone()
    };
    // The name of an office or a place, or the reason, gives way; nothing else does.
    let fixed = write(
        kind,
        lang,
        &Facts {
            office: String::new(),
            reason: String::new(),
            // Its words are others where there is none.
            place: flat.place.chars().take(1).collect(),
            ..flat.clone()
        },
    );
    let room = SMS_LETTERS.saturating_sub(fixed.len());
    let office = shortened(&flat.office, room).to_owned();
    let reason = shortened(&flat.reason, room).to_owned();
    let place = shortened(&flat.place, room).to_owned();
    write(
        kind,
        lang,
        &Facts {
            office,
            reason,
            place,
            ..flat
        },
    )
}

fn write(kind: Kind, lang: Lang, facts: &Facts) -> String {
    match lang {
        Lang::Vi => vi(kind, facts),
        Lang::En => en(kind, facts),
    }
}

const NEVER_ASKED_VI: &str = "Can bo KHONG hoi OTP.";
const NEVER_ASKED_EN: &str = "Officers NEVER ask for codes.";

fn vi(kind: Kind, facts: &Facts) -> String {
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
        Kind::HouseholdBooked | Kind::HouseholdMoved | Kind::HouseholdCancelled => family::vi(kind, facts),
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
                "Co cho som hon cho lich {reference}: {visit} tai {office}, giu den {until}.{}",
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
            "Lich hen {reference}: ban khong tra loi 3 lan nen chung toi thoi tim cho som hon. Lich {visit} van giu. {never}"
        ),
        Kind::Closed => format!(
            "Lich hen {reference}: {office} dong cua luc {visit}. Chung toi tim gio khac va nhan cho ban. Cho cua ban van duoc bao dam."
        ),
        Kind::PlanChanged => format!(
            "Lich hen {reference}: {office} doi lich lam viec, het cho luc {visit}. Chung toi tim gio khac cho ban. Cho cua ban van giu."
        ),
        Kind::StandsAgain => format!(
            "Lich hen {reference}: {office} lam viec lai luc {visit}. Lich cu van dung, ban khong can doi gio."
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
        Kind::Received => {
            format!("Da tiep nhan ho so {dossier_code}. Ngay hen tra ket qua: {day}. {never}")
        }
        Kind::Correction => format!("Ho so {reference} can bo sung: {reason}. {never}"),
        Kind::Refused => format!("Ho so {reference} bi tu choi: {reason}. {never}"),
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
        | Kind::AccountLocked
        | Kind::AccountUnlocked
        | Kind::PayoutLinked
        | Kind::PayoutRemoved => account::vi(kind, facts),
        Kind::PaperIntegrated | Kind::PaperRefused | Kind::PaperEnds => wallet::vi(kind, facts),
        Kind::Activated => format!("Tai khoan dinh danh muc 2 cua ban da kich hoat. {never}"),
        Kind::ExistingBooking => {
            format!(
                "Ban da co ho so dang mo, ma lich hen {reference}. Dung ma nay de xem hoac doi lich. {never}"
            )
        }
    }
}

fn en(kind: Kind, facts: &Facts) -> String {
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
    let never = NEVER_ASKED_EN;
    let link = |words: &str| linked(words, &facts.link);
    match kind {
        Kind::PhoneCode => bound(
            format!("Your code: {code}, good for 3 minutes. Do not give it to anybody. {never}"),
            facts,
        ),
        Kind::PhoneCodeForStaff => format!(
            "Booking code: {code}, good for 3 minutes. Read it out ONLY if YOU called or came to the desk to book. If you did not, give it to NOBODY."
        ),
        Kind::Booked => format!("Appointment {reference}: {visit} at {office}. Please be on time. {never}"),
        Kind::HouseholdBooked | Kind::HouseholdMoved | Kind::HouseholdCancelled => family::en(kind, facts),
        Kind::DeliveryAsked
        | Kind::DeliveryChosen
        | Kind::Posted
        | Kind::PostReturned
        | Kind::MendingAnswered
        | Kind::NoticesChanged => delivery::en(kind, facts),
        Kind::PupilBooked if facts.link.is_empty() => {
            format!("School visit for an identity card, {reference}: {visit} at {office}. {never}")
        }
        Kind::PupilBooked => {
            format!(
                "School visit for an identity card: {visit} at {office}.{}",
                link("See, change")
            )
        }
        Kind::HomeAsked => {
            format!(
                "Request for a home visit {reference} received. We will tell you the day.{}",
                link("See")
            )
        }
        Kind::HomePlanned if facts.link.is_empty() => {
            format!("Officers come to your home on {visit}, reference {reference}. {never}")
        }
        Kind::HomePlanned => format!("Officers come to your home on {visit}.{}", link("See")),
        Kind::HomeRefused => {
            format!("Home visit {reference} is not possible: {reason}. {never}")
        }
        Kind::HomeAgain => format!(
            "Officers cannot come on {visit}. Your request {reference} stands, we will tell you another day. {never}"
        ),
        Kind::Answered => {
            format!(
                "Your question about dossier {reference} is answered. See the page of your dossier. {never}"
            )
        }
        Kind::Moved => format!("Appointment {reference} moved to {visit} at {office}. {never}"),
        Kind::Cancelled => {
            format!("Appointment {reference}, {visit}, is cancelled. You can book again. {never}")
        }
        Kind::Reminder if facts.link.is_empty() => {
            format!("Reminder: appointment {reference}, {visit} at {office}. {never}")
        }
        Kind::Reminder => {
            format!(
                "Reminder: appointment {reference}, {visit} at {office}.{}",
                link("Cancel")
            )
        }
        Kind::EarlierPlace => {
            format!(
                "Earlier place for {reference}: {visit} at {office}, kept until {until}.{}",
                link("See")
            )
        }
        Kind::OtherPlace => {
            format!(
                "New time for {reference}: {visit} at {office}, kept until {until}.{}",
                link("See")
            )
        }
        Kind::WaitingEnded => format!(
            "Appointment {reference}: no answer 3 times, so we stop offering earlier places. {visit} stays yours. {never}"
        ),
        Kind::Closed => format!(
            "Appointment {reference}: {office} is closed on {visit}. We look for another time and write to you. Your place is safe."
        ),
        Kind::PlanChanged => format!(
            "Appointment {reference}: {office} has other hours now, {visit} no longer fits. We look for another time. Your place is safe."
        ),
        Kind::StandsAgain => format!(
            "Appointment {reference}: {office} is open on {visit} after all. Your visit stands, nothing to do."
        ),
        Kind::NoShow => {
            format!(
                "Appointment {reference}, {visit}, was cancelled as nobody came. Please book again. {never}"
            )
        }
        Kind::QueueTicket if facts.link.is_empty() => {
            format!("Your number at {office}: {number}. Please watch the display. {never}")
        }
        Kind::QueueTicket => {
            format!("Your number at {office}: {number}.{}", link("Your turn"))
        }
        Kind::Received => format!("Dossier {dossier_code} received. Result due on {day}. {never}"),
        Kind::Correction => format!("Dossier {reference} needs a correction: {reason}. {never}"),
        Kind::Refused => format!("Dossier {reference} was refused: {reason}. {never}"),
        Kind::CardReady => {
            format!("Dossier {dossier_code}: card is at {office}. Bring your appointment slip. {never}")
        }
        Kind::Uncollected => {
            format!("Dossier {dossier_code}: your card still waits at {office}. Bring your slip. {never}")
        }
        Kind::HandedOver => format!("Dossier {dossier_code}: your card was handed over. {never}"),
        Kind::AidOutreach => aid::en(facts),
        Kind::AccountApproved | Kind::ActivateSoon | Kind::AccountRefused => account::en(kind, facts),
        Kind::PasskeyAdded
        | Kind::PasskeyRemoved
        | Kind::PasskeyCloned
        | Kind::DeviceChanged
        | Kind::PasswordChanged
        | Kind::AccountLocked
        | Kind::AccountUnlocked
        | Kind::PayoutLinked
        | Kind::PayoutRemoved => account::en(kind, facts),
        Kind::PaperIntegrated | Kind::PaperRefused | Kind::PaperEnds => wallet::en(kind, facts),
        Kind::Activated => format!("Your level 2 account is active. {never}"),
        Kind::ExistingBooking => {
            format!("You have an open dossier: {reference}. Use it to see or change your visit. {never}")
        }
    }
}

#[cfg(test)]
mod tests;

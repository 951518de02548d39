//! Every address of the product. The only place that knows a path; what is behind `#` is read by the page.
//!
//! Paths are Vietnamese; English pages have the same paths behind `/en`.

mod desk;
mod household;

pub use desk::DeskPage;
pub use household::HouseholdStep;

use crate::browser::location;
use crate::i18n::{self, Lang};
use eid_domain::rescue::Entry;
use leptos::prelude::AnyView;

/// In the address of signing in: where to go from there.
const AFTER: &str = "roi";
const PASSKEY: &str = "passkey";

/// Draws a page whose code and messages are there. What a page's lazy `load` gives.
pub type Draw = fn(&Route) -> AnyView;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/dat-lich`: what do I need? One question a page (`?hoi=`), the first step of booking.
    Needs,
    /// `/dat-lich/…`: the steps of booking.
    Booking(BookingStep),
    /// `/dat-lich/ca-nha/…`: a family books together.
    Household(HouseholdStep),
    /// `/lich-hen/{reference}#{key}`: receipt and timeline.
    Receipt(String),
    /// `/lich-hen/{reference}/doi#{key}`: another day or time.
    Reschedule(String),
    /// `/lich-hen/{reference}/cho-som-hon#{key}`, in messages `/som/{reference}#{key}`: waiting for another place.
    Waiting(String),
    /// `/lich-hen/{reference}/nhan-the#{key}`: how the card comes to its owner.
    Delivery(String),
    /// `/lich-hen/{reference}/tin-nhan#{key}`: how the person is written to.
    NoticeWishes(String),
    /// `/lich-hen/{reference}/bao-sai#{key}`: telling of wrong data.
    Mismatch(String),
    /// `/huy/{reference}#{key}`: the link of a reminder, to cancel.
    CancelLink(String),
    /// `/chuyen-ve`: plan of a stay for people abroad.
    Trip,
    /// `/kiem-tra-giay-to`: do two papers say the same?
    Precheck,
    /// `/kiem-tra-phieu#{token}`: is a slip genuine?
    CheckSlip,
    /// `/yeu-cau-tai-nha`: who cannot walk asks for a team.
    AskHomeVisit,
    /// `/yeu-cau-tai-nha/{reference}#{key}`, in messages `/nha/{reference}#{key}`: what becomes of it.
    HomeVisit(String),
    /// `/cho-goi#{key}`: one's own place in the line of today.
    Queue,
    /// `/man-hinh/{office}`: the display in an office's hall.
    Hall(String),
    /// `/tra-cuu`: find a dossier again.
    Track,
    /// `/kich-hoat`
    Activate,
    /// `/dang-nhap`
    SignIn,
    /// `/quen-mat-khau`
    Recover,
    /// `/quen-passcode`
    RecoverPasscode,
    /// `/khoa#{key}`: the link of a message, locks an account.
    LockLink,
    /// `/tai-khoan`
    Account,
    /// `/tai-khoan/bao-mat`: passkeys, sessions, devices, the lock.
    Security,
    /// `/tai-khoan/so-dien-thoai`: another phone for the account.
    NewPhone,
    /// `/tai-khoan/du-lieu`: what is held about oneself, taken along, and closing the account.
    OwnData,
    /// `/tai-khoan/con`: the children whom one represents.
    Children,
    /// `/tai-khoan/cho-xem`: letting the help desk look along.
    Helper,
    /// `/tai-khoan/tro-cap`: social assistance.
    Aid,
    /// `/tai-khoan/luu-tru`: guests at one's home.
    Stays,
    /// `/noi-kiem-tra`: a lodging or an apartment block with its own sign-in.
    Venue,
    /// `/tai-khoan/trinh`: showing one's e-ID.
    ShowId,
    /// `/tai-khoan/giay-to`: papers of other agencies in the account; one of them is `?loai=`.
    Wallet,
    /// `/kiem-tra-dinh-danh#{token}`, also `/check`: is an e-ID that somebody shows genuine?
    CheckId,
    /// `/cuoc-goi`: was this call real?
    CallCheck,
    /// `/cuu-ho-tai-khoan`: the account cannot be used; one question a page (`?chon=`), see [`Route::rescue`].
    Rescue,
    /// `/tro-giup`
    Help,
    /// `/desk/…`: staff.
    Desk(DeskPage),
    /// `/inbox`: simulated messages.
    Inbox,
    /// Anything else.
    NotFound,
}

/// A step of booking, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingStep {
    /// `nhu-cau`: the answer to "what do I need".
    Needs,
    /// `noi-lam`: which office.
    Place,
    /// `ngay-gio`: which day and time.
    Time,
    /// `thong-tin`: about the person.
    Person,
    /// `dien-thoai`: proving the phone.
    Phone,
    /// `kiem-tra`: check and book.
    Check,
}

impl BookingStep {
    /// Every step in order.
    pub const ALL: [Self; 6] = [
        Self::Needs,
        Self::Place,
        Self::Time,
        Self::Person,
        Self::Phone,
        Self::Check,
    ];

    const fn path(self) -> &'static str {
        match self {
            Self::Needs => "nhu-cau",
            Self::Place => "noi-lam",
            Self::Time => "ngay-gio",
            Self::Person => "thong-tin",
            Self::Phone => "dien-thoai",
            Self::Check => "kiem-tra",
        }
    }
}

impl Route {
    /// The path, without language and without what is behind `#`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Needs => "/dat-lich".into(),
            Self::Booking(step) => format!("/dat-lich/{}", step.path()),
            Self::Household(step) => format!("/dat-lich/ca-nha{}", step.path()),
            Self::Receipt(reference) => format!("/lich-hen/{reference}"),
            Self::Reschedule(reference) => format!("/lich-hen/{reference}/doi"),
            Self::Waiting(reference) => format!("/lich-hen/{reference}/cho-som-hon"),
            Self::Delivery(reference) => format!("/lich-hen/{reference}/nhan-the"),
            Self::NoticeWishes(reference) => format!("/lich-hen/{reference}/tin-nhan"),
            Self::Mismatch(reference) => format!("/lich-hen/{reference}/bao-sai"),
            Self::CancelLink(reference) => format!("/huy/{reference}"),
            Self::Trip => "/chuyen-ve".into(),
            Self::Precheck => "/kiem-tra-giay-to".into(),
            Self::CheckSlip => "/kiem-tra-phieu".into(),
            Self::AskHomeVisit => "/yeu-cau-tai-nha".into(),
            Self::HomeVisit(reference) => format!("/yeu-cau-tai-nha/{reference}"),
            Self::Queue => "/cho-goi".into(),
            Self::Hall(office) => format!("/man-hinh/{office}"),
            Self::Track => "/tra-cuu".into(),
            Self::Activate => "/kich-hoat".into(),
            Self::SignIn => "/dang-nhap".into(),
            Self::Recover => "/quen-mat-khau".into(),
            Self::RecoverPasscode => "/quen-passcode".into(),
            Self::LockLink => "/khoa".into(),
            Self::Account => "/tai-khoan".into(),
            Self::Security => "/tai-khoan/bao-mat".into(),
            Self::NewPhone => "/tai-khoan/so-dien-thoai".into(),
            Self::OwnData => "/tai-khoan/du-lieu".into(),
            Self::Children => "/tai-khoan/con".into(),
            Self::Helper => "/tai-khoan/cho-xem".into(),
            Self::Aid => "/tai-khoan/tro-cap".into(),
            Self::Stays => "/tai-khoan/luu-tru".into(),
            Self::Venue => "/noi-kiem-tra".into(),
            Self::ShowId => "/tai-khoan/trinh".into(),
            Self::Wallet => "/tai-khoan/giay-to".into(),
            Self::CheckId => "/kiem-tra-dinh-danh".into(),
            Self::CallCheck => "/cuoc-goi".into(),
            Self::Rescue => "/cuu-ho-tai-khoan".into(),
            Self::Help => "/tro-giup".into(),
            Self::Desk(page) => format!("/desk{}", page.path()),
            Self::Inbox => "/inbox".into(),
            Self::NotFound => "/404".into(),
        }
    }

    /// The address of the page in a language, for links.
    pub fn href_in(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::Vi, _) => self.path(),
            (Lang::En, Self::Home) => "/en".into(),
            (Lang::En, _) => format!("/en{}", self.path()),
        }
    }

    /// The address of the page in the language shown, for links.
    pub fn href(&self) -> String {
        self.href_in(i18n::lang())
    }

    /// The way out of a dead end, in the language shown.
    pub fn rescue(entry: Entry) -> String {
        format!("{}?chon={entry}", Self::Rescue.href())
    }

    /// To sign in, and from there to where a passkey is added.
    pub fn sign_in_for_passkey() -> String {
        format!("{}?{AFTER}={PASSKEY}", Self::SignIn.href())
    }

    /// Whether who signs in now comes from there.
    pub fn wants_passkey() -> bool {
        location::query(AFTER).is_some_and(|after| after == PASSKEY)
    }

    /// Goes to the page.
    pub fn go(&self) {
        location::push(&self.href());
    }

    /// Goes to the page with something secret behind `#`.
    pub fn go_with_key(&self, key: &str) {
        location::push(&format!("{}#{key}", self.href()));
    }

    /// Goes to the page in place of the present one: back does not lead here again.
    pub fn replace(&self) {
        location::replace(&self.href());
    }

    /// Language and page of a path; a query is allowed behind it.
    pub fn parse(address: &str) -> (Lang, Self) {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let lang = if parts.first() == Some(&"en") {
            parts.remove(0);
            Lang::En
        } else {
            Lang::Vi
        };
        (lang, Self::of(&parts))
    }

    fn of(parts: &[&str]) -> Self {
        match parts {
            [] => Self::Home,
            ["dat-lich"] => Self::Needs,
            ["dat-lich", "ca-nha", rest @ ..] => {
                HouseholdStep::parse(rest).map_or(Self::NotFound, Self::Household)
            }
            ["dat-lich", step] => {
                let found = BookingStep::ALL.into_iter().find(|known| known.path() == *step);
                found.map_or(Self::NotFound, Self::Booking)
            }
            ["lich-hen", reference] => Self::Receipt((*reference).into()),
            ["lich-hen", reference, "doi"] => Self::Reschedule((*reference).into()),
            ["lich-hen", reference, "cho-som-hon"] | ["som", reference] => Self::Waiting((*reference).into()),
            ["lich-hen", reference, "nhan-the"] => Self::Delivery((*reference).into()),
            ["lich-hen", reference, "tin-nhan"] => Self::NoticeWishes((*reference).into()),
            ["lich-hen", reference, "bao-sai"] => Self::Mismatch((*reference).into()),
            ["huy", reference] => Self::CancelLink((*reference).into()),
            ["chuyen-ve"] => Self::Trip,
            ["kiem-tra-giay-to"] => Self::Precheck,
            ["kiem-tra-phieu"] => Self::CheckSlip,
            ["yeu-cau-tai-nha"] => Self::AskHomeVisit,
            ["yeu-cau-tai-nha" | "nha", reference] => Self::HomeVisit((*reference).into()),
            ["cho-goi"] => Self::Queue,
            ["man-hinh", office] => Self::Hall((*office).into()),
            ["tra-cuu"] => Self::Track,
            ["kich-hoat"] => Self::Activate,
            ["dang-nhap"] => Self::SignIn,
            ["quen-mat-khau"] => Self::Recover,
            ["quen-passcode"] => Self::RecoverPasscode,
            ["khoa"] => Self::LockLink,
            ["tai-khoan"] => Self::Account,
            ["tai-khoan", "bao-mat"] => Self::Security,
            ["tai-khoan", "so-dien-thoai"] => Self::NewPhone,
            ["tai-khoan", "du-lieu"] => Self::OwnData,
            ["tai-khoan", "con"] => Self::Children,
            ["tai-khoan", "cho-xem"] => Self::Helper,
            ["tai-khoan", "tro-cap"] => Self::Aid,
            ["tai-khoan", "luu-tru"] => Self::Stays,
            ["noi-kiem-tra"] => Self::Venue,
            ["tai-khoan", "trinh"] => Self::ShowId,
            ["tai-khoan", "giay-to"] => Self::Wallet,
            ["kiem-tra-dinh-danh" | "check"] => Self::CheckId,
            ["cuoc-goi"] => Self::CallCheck,
            ["cuu-ho-tai-khoan"] => Self::Rescue,
            ["tro-giup"] => Self::Help,
            ["desk", rest @ ..] => DeskPage::parse(rest).map_or(Self::NotFound, Self::Desk),
            ["inbox"] => Self::Inbox,
            _ => Self::NotFound,
        }
    }
}

#[cfg(test)]
mod tests;

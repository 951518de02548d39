//! The addresses of the desk, below `/desk`.

/// A page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskPage {
    /// `/desk`: the day; `?date=` for another one.
    Day,
    /// `/desk/dang-nhap`
    SignIn,
    /// `/desk/ho-so/{reference}`
    Dossier(String),
    /// `/desk/da-dat/{references}`: staff have booked for somebody, or, with commas, for a family.
    Helped(String),
    /// `/desk/tai-quay/{ticket}`: a dossier for who has come without an appointment.
    Counter(String),
    /// `/desk/the`: cards on the way.
    Cards,
    /// `/desk/lo-ho-so`: files to and from the ministry.
    Batches,
    /// `/desk/lo-ho-so/{id}`: what became of one of them.
    Batch(String),
    /// `/desk/chua-nhan`: cards that nobody has come for.
    Uncollected,
    /// `/desk/an-sinh`: lists of social assistance.
    Aid,
    /// `/desk/luu-tru`: stay notices of the area.
    Stays,
    /// `/desk/noi-kiem-tra`: lodgings and apartment blocks with a sign-in of their own.
    Venues,
    /// `/desk/dong-cua`: days that the office closes.
    Closures,
    /// `/desk/van-phong`: when the office works, and with how many stations.
    Office,
    /// `/desk/ngay-le`: holidays and working Saturdays of the whole country.
    Holidays,
    /// `/desk/cau-hoi`: what people ask.
    Tickets,
    /// `/desk/tim`: finding a person without a reference.
    Search,
    /// `/desk/xem-cung`: looking along with somebody who has given a code.
    LookAlong,
    /// `/desk/diem-luu-dong`: where teams go to.
    Stops,
    /// `/desk/diem-luu-dong/{id}`: one of their stops.
    Stop(String),
    /// `/desk/lo-trinh`: the round of the teams on a day; `?date=` for another one than today.
    Round,
    /// `/desk/tai-nha`: wishes for a visit at home.
    HomeVisits,
    /// `/desk/nhat-ky`: the audit, for auditors; with what is looked for behind `?`.
    Audit,
    /// `/desk/so-lieu`: figures; with days and office behind `?`.
    Figures,
    /// `/desk/thong-bao`: what is said above every page.
    Announcements,
    /// `/desk/xac-thuc`: one's own second factor.
    SecondFactor,
    /// `/desk/can-bo`: who may sign in at the desk.
    Staff,
    /// `/desk/bo`: the simulated ministry.
    Ministry,
}

impl DeskPage {
    /// The part of the path behind `/desk`.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Day => "".into(),
            Self::SignIn => "/dang-nhap".into(),
            Self::Dossier(reference) => format!("/ho-so/{reference}"),
            Self::Helped(references) => format!("/da-dat/{references}"),
            Self::Counter(ticket) => format!("/tai-quay/{ticket}"),
            Self::Cards => "/the".into(),
            Self::Batches => "/lo-ho-so".into(),
            Self::Batch(id) => format!("/lo-ho-so/{id}"),
            Self::Uncollected => "/chua-nhan".into(),
            Self::Aid => "/an-sinh".into(),
            Self::Stays => "/luu-tru".into(),
            Self::Venues => "/noi-kiem-tra".into(),
            Self::Closures => "/dong-cua".into(),
            Self::Office => "/van-phong".into(),
            Self::Holidays => "/ngay-le".into(),
            Self::Tickets => "/cau-hoi".into(),
            Self::Search => "/tim".into(),
            Self::LookAlong => "/xem-cung".into(),
            Self::Stops => "/diem-luu-dong".into(),
            Self::Stop(id) => format!("/diem-luu-dong/{id}"),
            Self::Round => "/lo-trinh".into(),
            Self::HomeVisits => "/tai-nha".into(),
            Self::Audit => "/nhat-ky".into(),
            Self::Figures => "/so-lieu".into(),
            Self::Announcements => "/thong-bao".into(),
            Self::SecondFactor => "/xac-thuc".into(),
            Self::Staff => "/can-bo".into(),
            Self::Ministry => "/bo".into(),
        }
    }

    /// From the parts behind `desk`; `None` where there is no such page.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Day,
            ["dang-nhap"] => Self::SignIn,
            ["ho-so", reference] => Self::Dossier((*reference).into()),
            ["da-dat", references] => Self::Helped((*references).into()),
            ["tai-quay", ticket] => Self::Counter((*ticket).into()),
            ["the"] => Self::Cards,
            ["dong-cua"] => Self::Closures,
            ["van-phong"] => Self::Office,
            ["ngay-le"] => Self::Holidays,
            ["lo-ho-so"] => Self::Batches,
            ["lo-ho-so", id] => Self::Batch((*id).into()),
            ["chua-nhan"] => Self::Uncollected,
            ["an-sinh"] => Self::Aid,
            ["luu-tru"] => Self::Stays,
            ["noi-kiem-tra"] => Self::Venues,
            ["cau-hoi"] => Self::Tickets,
            ["tim"] => Self::Search,
            ["xem-cung"] => Self::LookAlong,
            ["diem-luu-dong"] => Self::Stops,
            ["diem-luu-dong", id] => Self::Stop((*id).into()),
            ["lo-trinh"] => Self::Round,
            ["tai-nha"] => Self::HomeVisits,
            ["nhat-ky"] => Self::Audit,
            ["so-lieu"] => Self::Figures,
            ["thong-bao"] => Self::Announcements,
            ["xac-thuc"] => Self::SecondFactor,
            ["can-bo"] => Self::Staff,
            ["bo"] => Self::Ministry,
            _ => return None,
        })
    }
}

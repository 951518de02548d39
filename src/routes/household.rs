//! The addresses of a family that books together, below `/dat-lich/ca-nha`.

/// A page of the family's booking. Members are counted from 0 here, from 1 in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HouseholdStep {
    /// ``: who comes.
    List,
    /// `nguoi/1/hoi`: what does this member need? One question a page (`?hoi=`).
    Needs(usize),
    /// `nguoi/1/nhu-cau`: the answer to it.
    Result(usize),
    /// `noi-lam`: which office.
    Place,
    /// `ngay-gio`: which window of time.
    Time,
    /// `nguoi/1/thong-tin`: about this member.
    Person(usize),
    /// `lien-he`: the family's phone.
    Contact,
    /// `dien-thoai`: proving it.
    Phone,
    /// `kiem-tra`: check and book.
    Check,
    /// `da-dat#reference.key,…`: every receipt.
    Booked,
    /// `doi#reference.key,…`: another window for all; day and time are steps of it (`?ngay=…&gio=…`).
    Move,
    /// `huy#reference.key,…`: calling off all visits.
    Cancel,
}

/// As many as a family may be: no address leads further.
const MOST: usize = eid_domain::household::MOST_MEMBERS;

impl HouseholdStep {
    /// The part of the path behind `/dat-lich/ca-nha`.
    pub(super) fn path(self) -> String {
        match self {
            Self::List => String::new(),
            Self::Needs(member) => format!("/nguoi/{}/hoi", member + 1),
            Self::Result(member) => format!("/nguoi/{}/nhu-cau", member + 1),
            Self::Place => "/noi-lam".into(),
            Self::Time => "/ngay-gio".into(),
            Self::Person(member) => format!("/nguoi/{}/thong-tin", member + 1),
            Self::Contact => "/lien-he".into(),
            Self::Phone => "/dien-thoai".into(),
            Self::Check => "/kiem-tra".into(),
            Self::Booked => "/da-dat".into(),
            Self::Move => "/doi".into(),
            Self::Cancel => "/huy".into(),
        }
    }

    /// Reads it back.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            ["noi-lam"] => Self::Place,
            ["ngay-gio"] => Self::Time,
            ["lien-he"] => Self::Contact,
            ["dien-thoai"] => Self::Phone,
            ["kiem-tra"] => Self::Check,
            ["da-dat"] => Self::Booked,
            ["doi"] => Self::Move,
            ["huy"] => Self::Cancel,
            ["nguoi", number, page] => {
                let number = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
                let member = number - 1;
                match *page {
                    "hoi" => Self::Needs(member),
                    "nhu-cau" => Self::Result(member),
                    "thong-tin" => Self::Person(member),
                    _ => return None,
                }
            }
            _ => return None,
        })
    }

    /// The member whose page it is.
    pub const fn member(self) -> Option<usize> {
        match self {
            Self::Needs(member) | Self::Result(member) | Self::Person(member) => Some(member),
            _ => None,
        }
    }

    /// Every page, of the first and of the last member.
    #[cfg(test)]
    pub(super) fn some() -> Vec<Self> {
        let mut some = vec![Self::List, Self::Place, Self::Time, Self::Contact];
        some.extend([Self::Phone, Self::Check, Self::Booked, Self::Move, Self::Cancel]);
        for member in [0, MOST - 1] {
            some.extend([Self::Needs(member), Self::Result(member), Self::Person(member)]);
        }
        some
    }
}

//! Whose account is meant: one's own, or that of a child whom one represents.

use crate::browser::location;

/// Under which name an address says which child's it is.
const CHILD: &str = "con";

/// Whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Who is signed in.
    Me,
    /// A child, by the id that the list of children gives.
    Child(String),
}

impl Holder {
    /// As the page's address says.
    pub fn here() -> Self {
        // It becomes a part of other addresses: letters of base64url only.
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        match location::query(CHILD) {
            Some(id) if !id.is_empty() && id.bytes().all(fits) => Self::Child(id),
            _ => Self::Me,
        }
    }

    /// The same page about the same person.
    pub fn href(&self, page: &str) -> String {
        match self {
            Self::Me => page.to_owned(),
            Self::Child(id) => format!("{page}?{CHILD}={id}"),
        }
    }

    /// The address of one paper of the wallet, which is at `wallet`.
    pub fn paper(&self, wallet: &str, kind: &str) -> String {
        let and = if self.is_child() { '&' } else { '?' };
        format!("{}{and}loai={kind}", self.href(wallet))
    }

    /// Whether it is a child's.
    pub const fn is_child(&self) -> bool {
        matches!(self, Self::Child(_))
    }

    /// Where the server keeps it.
    pub(super) fn path(&self, what: &str) -> String {
        match self {
            Self::Me => format!("/api/account/{what}"),
            Self::Child(id) => format!("/api/account/children/{id}/{what}"),
        }
    }
}

//! Who a person is: numbers, names, phones and dates as people type them and as cards carry them.

pub mod birth_date;
pub mod card_qr;
pub mod mail;
pub mod mrz;
pub mod person_name;
pub mod personal_number;
pub mod phone;
pub mod sex;

pub use birth_date::{BirthDate, Precision};
pub use card_qr::{CardQr, QrError, QrVariant};
pub use mail::MailAddress;
pub use mrz::{Mrz, MrzError};
pub use person_name::PersonName;
pub use personal_number::{NumberWarning, PersonalNumber};
pub use phone::{ContactPhone, OtpPhone};
pub use sex::Sex;

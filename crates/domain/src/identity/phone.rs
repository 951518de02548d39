//! Phone numbers: one that can receive codes (Vietnamese mobile), one to be reached at (any country).

mod contact;
mod dialled;
mod otp;

pub use contact::ContactPhone;
pub use otp::OtpPhone;

#[cfg(test)]
mod tests;

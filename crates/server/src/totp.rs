//! One-time codes of a phone (RFC 6238): SHA-1, six digits, half a minute each, as every app has them. One truncated HMAC
//! a code is less than any library would bring along.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// Bytes of a secret (RFC 4226, section 4: at least 128 bits, better 160).
pub const SECRET_BYTES: usize = 20;
/// Seconds that a code lasts.
pub const STEP_S: i64 = 30;
/// So many codes before and after the present one are good as well: clocks differ, and people type.
const AROUND: i64 = 1;
const ALPHABET: [char; 32] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7',
];

/// The code of a step (RFC 4226, section 5.3); `None` only where no HMAC can be made.
#[must_use]
pub fn code(secret: &[u8], step: i64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let bytes = mac.finalize().into_bytes();
    let offset = usize::from(bytes.last()? & 15);
    let four: [u8; 4] = bytes.get(offset..offset + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
}

/// The step that six digits belong to at a time, in seconds since 1970. All steps are tried, whichever fits.
#[must_use]
pub fn step_of(secret: &[u8], digits: &str, now_s: i64) -> Option<i64> {
    let typed: u32 = digits.parse().ok().filter(|_| digits.len() == 6)?;
    let now = now_s.div_euclid(STEP_S);
    let steps = (now - AROUND)..=(now + AROUND);
    // The newest that fits, so that it cannot be used a second time under a later number.
    steps.fold(None, |found, step| {
        if code(secret, step) == Some(typed) {
            Some(step)
        } else {
            found
        }
    })
}

/// A secret as people type it: base32 (RFC 4648) in groups of four.
#[must_use]
pub fn spoken(secret: &[u8]) -> String {
    let plain: Vec<char> = base32(secret).chars().collect();
    let groups: Vec<String> = plain.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// The address that apps scan, of secret and account.
#[must_use]
pub fn address(secret: &[u8], account: &str) -> String {
    format!(
        "otpauth://totp/e-ID:{account}?secret={}&issuer=e-ID",
        base32(secret)
    )
}

fn base32(bytes: &[u8]) -> String {
    let bits: Vec<bool> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1))
        .collect();
    let value = |group: &[bool]| {
        let read = group
            .iter()
            .fold(0_usize, |value, bit| value << 1 | usize::from(*bit));
        read << (5 - group.len())
    };
    bits.chunks(5)
        .filter_map(|group| ALPHABET.get(value(group)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC: &[u8] = b"12345678901234567890";

    #[test]
    fn the_vectors_of_the_standard() {
        // RFC 6238, appendix B, SHA-1, the last six of its eight digits.
        for (seconds, digits) in [
            (59, 287_082),
            (1_111_111_109, 81_804),
            (1_111_111_111, 50_471),
            (1_234_567_890, 5_924),
            (2_000_000_000, 279_037),
            (20_000_000_000, 353_130),
        ] {
            assert_eq!(code(RFC, seconds / STEP_S), Some(digits), "{seconds}");
        }
        // RFC 4226, appendix D.
        for (step, digits) in [(0, 755_224), (1, 287_082), (5, 254_676), (9, 520_489)] {
            assert_eq!(code(RFC, step), Some(digits), "{step}");
        }
    }

    #[test]
    fn one_step_before_and_after_is_good_and_no_more() {
        for (seconds, wanted) in [
            (29, Some(1)),
            (0, Some(1)),
            (30, Some(1)),
            (59, Some(1)),
            (89, Some(1)),
            (90, None),
            (-1, None),
        ] {
            assert_eq!(step_of(RFC, "287082", seconds), wanted, "{seconds}");
        }
        for wrong in ["28708", "2870820", "", "28708x", "+28708"] {
            assert_eq!(step_of(RFC, wrong, 59), None, "{wrong}");
        }
    }

    #[test]
    fn base32_is_the_standards() {
        // RFC 4648, section 10, without padding.
        for (text, wanted) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
        ] {
            assert_eq!(base32(text.as_bytes()), wanted);
        }
        assert_eq!(spoken(RFC), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            address(b"foo", "canbo"),
            "otpauth://totp/e-ID:canbo?secret=MZXW6&issuer=e-ID"
        );
    }
}

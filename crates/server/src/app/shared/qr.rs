//! Drawing QR codes.

use eid_domain::wire::drawn_code::DrawnCode;
use qrcodegen::{QrCode, QrCodeEcc};

/// Draws a text; `None` where it is too long for any code. The correction of errors is as good as fits without making the
/// code larger: what is read from a phone's glass is clean, and large modules are what a bad camera needs.
#[must_use]
pub fn draw(text: &str) -> Option<DrawnCode> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = u16::try_from(code.size()).ok()?;
    Some(DrawnCode::of(side, |x, y| code.get_module(x.into(), y.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finders_stand_in_three_corners() {
        let Some(code) = draw("https://eid.example/kiem-tra-phieu#eyJ") else {
            panic!("too long")
        };
        // Seven black modules along the top of a finder (ISO/IEC 18004, 6.3.3).
        let first: Vec<(u16, u16)> = code
            .runs()
            .iter()
            .filter(|[_, y, _]| *y == 0)
            .map(|[x, _, length]| (*x, *length))
            .collect();
        assert_eq!(first.first(), Some(&(0, 7)));
        assert_eq!(first.last(), Some(&(code.side - 7, 7)));
        let last = code
            .runs()
            .iter()
            .find(|[_, y, _]| *y == code.side - 1)
            .map(|[x, _, length]| (*x, *length));
        assert_eq!(last, Some((0, 7)));
    }

    #[test]
    fn what_no_code_holds_is_not_drawn() {
        assert_eq!(draw(&"x".repeat(3_000)), None);
    }
}

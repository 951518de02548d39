use super::*;
use qrcode::{Color, EcLevel, QrCode, Version};

const LEVELS: [EcLevel; 4] = [EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H];

fn modules(code: &QrCode) -> Modules {
    let dark = code
        .to_colors()
        .into_iter()
        .map(|color| color == Color::Dark)
        .collect();
    Modules::new(code.width(), dark).unwrap()
}

#[test]
fn every_version_and_level_is_read() {
    for version in 1..=40 {
        for level in LEVELS {
            let text = format!("097085{version:06}|số {version}");
            let text = if version < 3 { format!("{version}ab") } else { text };
            let code = QrCode::with_version(&text, Version::Normal(version), level).unwrap();
            assert_eq!(
                modules(&code).read().unwrap(),
                text.as_bytes(),
                "{version} {level:?}"
            );
        }
    }
}

#[test]
fn every_kind_of_segment_is_read() {
    for text in [
        "0123456789012",
        "12",
        "7",
        "HELLO WORLD 0:9",
        "A",
        "thẻ căn cước",
        "ABC123abc|9999999999",
    ] {
        let code = QrCode::new(text).unwrap();
        assert_eq!(modules(&code).read().unwrap(), text.as_bytes());
    }
}

#[test]
fn wrong_modules_are_put_right_up_to_the_limit() {
    let text = "098085000123||Nguyễn Văn Thử|15081985|Nam|Số 1 Đường Ví Dụ, Quận 1|20032024";
    let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
    let right = modules(&code);
    let size = right.size();
    let spoiled = |side: usize| {
        let mut wrong = right.clone();
        let start = size / 2 - side / 2;
        for row in start..start + side {
            for column in start..start + side {
                wrong.dark[row * size + column] = true;
            }
        }
        wrong.read()
    };
    for side in 1..8 {
        assert_eq!(spoiled(side).unwrap(), text.as_bytes(), "{side}");
    }
    assert!(spoiled(30).is_err(), "half the code is gone");
}

#[test]
fn a_spoiled_format_is_read_from_its_twin() {
    let code = QrCode::with_error_correction_level("09708500012", EcLevel::Q).unwrap();
    let mut wrong = modules(&code);
    let size = wrong.size();
    for column in 0..6 {
        wrong.dark[8 * size + column] ^= true;
    }
    assert_eq!(wrong.read().unwrap(), b"09708500012");
}

#[test]
fn sizes_that_no_version_has_are_refused() {
    assert_eq!(
        Modules::new(22, vec![false; 22 * 22]).unwrap_err(),
        Unreadable::Size
    );
    assert_eq!(Modules::new(21, vec![false; 21]).unwrap_err(), Unreadable::Size);
    assert_eq!(
        Modules::new(181, vec![false; 181 * 181]).unwrap_err(),
        Unreadable::Size
    );
    assert!(Modules::new(21, vec![false; 21 * 21]).unwrap().read().is_err());
    assert!(Modules::new(177, vec![true; 177 * 177]).unwrap().read().is_err());
}

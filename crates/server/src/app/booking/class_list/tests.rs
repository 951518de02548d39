use super::{columns::Columns, read};
use eid_domain::field::FieldError;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);
const HEADER: &str = "Họ và tên,Số định danh cá nhân,Ngày sinh,Lớp,SĐT phụ huynh";

fn told(errors: &[FieldError]) -> Vec<String> {
    errors
        .iter()
        .map(|error| format!("{}:{}", error.field, error.code))
        .collect()
}

/// Line, and what is wrong; empty for a good row.
fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let rows = read::rows(text, TODAY).unwrap();
    rows.iter()
        .map(|row| {
            (
                row.line,
                row.pupil
                    .as_ref()
                    .err()
                    .map(|wrong| told(wrong))
                    .unwrap_or_default(),
            )
        })
        .collect()
}

fn refused(text: &str) -> Vec<String> {
    told(&read::rows(text, TODAY).err().unwrap_or_default())
}

#[test]
fn files_as_schools_have_them() {
    let good = "Nguyễn Văn Thử,098212000001,05/12/2012,9A,0912345678";
    for text in [
        format!("{HEADER}\n{good}\n"),
        format!("\u{feff}{HEADER}\r\n{good}\r\n"),
        format!("\u{feff}{HEADER}\r\n{good}\r\n").replace(',', ";"),
        format!("{HEADER}\n{good}").replace(',', "\t"),
        format!("{HEADER}\n{good}").replace("05/12/2012", "2012-12-05"),
        format!("{HEADER}\n{good}").replace("05/12/2012", " 5.12.2012 "),
        format!("STT,{HEADER},Ghi chú\n1,{good},\"có, dấu phẩy\"\n"),
        format!(
            "Full name;Personal number;Date of birth;Class;Parent's phone\n{}",
            good.replace(',', ";")
        ),
        format!("{HEADER}\n{good}\n\n,,,,\n"),
    ] {
        assert_eq!(rows(&text), [(2, vec![])], "{text}");
    }
    let excel = format!("sep=;\n{}", format!("{HEADER}\n{good}").replace(',', ";"));
    assert_eq!(rows(&excel), [(3, vec![])]);
}

#[test]
fn every_row_is_judged_by_itself() {
    let list = format!(
        "{HEADER}\n\
        Nguyễn Văn Thử,098212000001,05/12/2012,9A,0912345678\n\
        ,98212000002,31/02/2012,,0283838383\n\
        Trần 2 Mẫu,123456789,05/12/12,9A,abc\n\
        Lê Thị Ví Dụ,098212000003\n\
        Phạm Văn Dài,098212000004,01/01/2030,{},0912345678\n",
        "9".repeat(21)
    );
    let wrong = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        rows(&list),
        [
            (2, vec![]),
            (
                3,
                wrong(&[
                    "full_name:required",
                    "personal_number:personal_number_length",
                    "birth_date:date_impossible",
                    "class_name:required",
                    "parent_phone:phone_not_mobile",
                ])
            ),
            (
                4,
                wrong(&[
                    "full_name:name_characters",
                    "personal_number:personal_number_old_cmnd",
                    "birth_date:date_year",
                    "parent_phone:phone_characters",
                ])
            ),
            (
                5,
                wrong(&[
                    "birth_date:required",
                    "class_name:required",
                    "parent_phone:required"
                ])
            ),
            (6, wrong(&["birth_date:date_future", "class_name:text_too_long"])),
        ]
    );
}

#[test]
fn what_is_no_list_is_refused_whole() {
    assert_eq!(refused(""), ["csv:required"]);
    assert_eq!(refused(HEADER), ["csv:required"]);
    assert_eq!(
        refused("Họ tên,Lớp\nA,9A"),
        [
            "csv.personal_number:required",
            "csv.birth_date:required",
            "csv.parent_phone:required"
        ]
    );
    let row = "\nNguyễn Văn Thử,098212000001,05/12/2012,9A,0912345678";
    assert_eq!(
        refused(&format!("{HEADER}{}", row.repeat(2_001))),
        ["csv:text_too_long"]
    );
    assert_eq!(rows(&format!("{HEADER}{}", row.repeat(2_000))).len(), 2_000);
    // A quote that is never closed swallows the rest: one wrong row, not a thousand good ones.
    assert_eq!(rows(&format!("{HEADER}\n\"Nguyễn{row}{row}")).len(), 1);
}

#[test]
fn headings_are_found_however_they_are_spelt() {
    for header in [
        "HỌ VÀ TÊN|MÃ ĐỊNH DANH|NGÀY SINH|LỚP|SĐT",
        "Họ tên học sinh|Số CCCD|Ngày, tháng, năm sinh|Lớp học|Số điện thoại (phụ huynh)",
        "ho ten|so dinh danh|ngay sinh|lop|dien thoai",
    ] {
        assert!(Columns::of(header.split('|')).is_ok(), "{header}");
    }
}

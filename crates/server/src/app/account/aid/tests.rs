use super::read::{Communes, rows as read};
use eid_domain::field::FieldError;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);
const HEADER: &str = "Số định danh,Họ và tên,Ngày sinh,Đối tượng,Xã phường,Từ ngày,Đến ngày,Điện thoại";
const GOOD: &str = "098158000001,Trần Thị Mẫu,1958,Hộ nghèo,26740,01/01/2026,31/12/2026,0912345678";

fn told(errors: &[FieldError]) -> Vec<String> {
    errors
        .iter()
        .map(|error| format!("{}:{}", error.field, error.code))
        .collect()
}

/// Line, and what is wrong; empty for a good row.
fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let rows = read(text, &Communes::load().unwrap(), TODAY).unwrap();
    let wrong = |row: &super::read::Row| row.listed.as_ref().err().map(|all| told(all)).unwrap_or_default();
    rows.iter().map(|row| (row.line, wrong(row))).collect()
}

fn refused(text: &str) -> Vec<String> {
    told(
        &read(text, &Communes::load().unwrap(), TODAY)
            .err()
            .unwrap_or_default(),
    )
}

#[test]
fn files_as_communes_have_them() {
    for text in [
        format!("{HEADER}\n{GOOD}\n"),
        format!("\u{feff}sep=;\r\n{HEADER}\r\n{GOOD}\r\n").replace(',', ";"),
        format!("{HEADER}\n{GOOD}")
            .replace(',', "\t")
            .replace("01/01/2026", "2026-01-01"),
        format!("{HEADER}\n{GOOD}").replace("26740", "\"Phường Sài Gòn, TP. Hồ Chí Minh\""),
        format!("{HEADER}\n{GOOD}").replace("26740", "phuong sai gon tp ho chi minh"),
        format!("{HEADER}\n{GOOD}")
            .replace("31/12/2026", "")
            .replace("0912345678", ""),
        format!("{HEADER}\n{GOOD}")
            .replace(",Điện thoại", "")
            .replace(",0912345678", ""),
        "Personal number;Full name;Date of birth;Benefit;Commune;Valid from;Valid to\n\
         098158000001;Trần Thị Mẫu;1958-02-03;poor_household;26740;2026-01-01;"
            .to_owned(),
    ] {
        let seen: Vec<_> = rows(&text).into_iter().map(|(_, wrong)| wrong).collect();
        assert_eq!(seen, [Vec::<String>::new()], "{text}");
    }
}

#[test]
fn every_row_is_judged_by_itself() {
    let text = format!(
        "{HEADER}\n{GOOD}\n123456789,T,31/02/1950,giàu,Phường Không Có,1/1/26,01/01/2026,028 39201701\n,,,,,,,\n\
         098158000002,Lê Văn Ví,03/02/1958,Hộ nghèo,26740,01/01/2026,31/12/2025,\n,Lê Văn Ví,,,,,,\n"
    );
    assert_eq!(
        rows(&text),
        [
            (2, vec![]),
            (
                3,
                vec![
                    "personal_number:personal_number_old_cmnd".to_owned(),
                    "full_name:name_length".to_owned(),
                    "birth_date:date_impossible".to_owned(),
                    "kind:choice_unknown".to_owned(),
                    "commune:choice_unknown".to_owned(),
                    "valid_from:date_year".to_owned(),
                    "phone:phone_not_mobile".to_owned(),
                ]
            ),
            (5, vec!["valid_to:date_impossible".to_owned()]),
            (
                6,
                ["personal_number", "birth_date", "kind", "commune", "valid_from"]
                    .map(|column| format!("{column}:required"))
                    .to_vec()
            ),
        ]
    );
}

#[test]
fn the_name_of_a_commune_must_be_that_of_one() {
    // Eight provinces have a Tân Tiến: the province decides.
    let of = |commune: &str| rows(&format!("{HEADER}\n{}", GOOD.replace("26740", commune)));
    assert_eq!(of("Phường Sài Gòn")[0].1, Vec::<String>::new());
    assert_eq!(of("Xã Tân Tiến")[0].1, ["commune:choice_unknown"]);
}

#[test]
fn lists_that_cannot_be_read() {
    assert_eq!(refused(""), ["csv:required"]);
    assert_eq!(refused(&format!("{HEADER}\n")), ["csv:required"]);
    assert_eq!(
        refused("Họ và tên,Ngày sinh,Đối tượng\nA,B,C"),
        ["personal_number", "commune", "valid_from", "valid_to"].map(|one| format!("csv.{one}:required"))
    );
    let long = format!("{HEADER}\n{}", format!("{GOOD}\n").repeat(2_001));
    assert_eq!(refused(&long), ["csv:text_too_long"]);
}

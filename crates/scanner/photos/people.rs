//! People who do not exist, as their cards' codes would name them.

use super::card::Layout;
use super::random::Random;

const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Vũ", "Bùi"];
const MIDDLE: [&str; 6] = ["Văn", "Thị", "Hữu", "Ngọc", "Thị Mẫu", "Quốc Thử"];
const GIVEN: [&str; 8] = [
    "Thử",
    "Nghiệm",
    "Ví Dụ",
    "Mẫu Đơn",
    "Kiểm",
    "Minh Họa",
    "Bản",
    "Giả Định",
];
const STREET: [&str; 5] = [
    "Số 1 Đường Ví Dụ",
    "Tổ 9",
    "Thôn Thử Nghiệm",
    "Số 25/7 Hẻm Mẫu",
    "Khu phố Giả Định",
];
const PLACE: [&str; 4] = [
    "Phường Bến Thành, Quận 1, TP. Hồ Chí Minh",
    "Hòa Hải, Ngũ Hành Sơn, Đà Nẵng",
    "Xã Mẫu, Huyện Ví Dụ, Thừa Thiên Huế",
    "Phường Thủ Đức, TP. Hồ Chí Minh",
];

/// The text of a card's code.
pub fn card_text(random: &mut Random, layout: Layout) -> String {
    let (number, birth, sex) = number(random);
    let name = name(random);
    let old = if random.below(2) == 0 {
        format!("{:09}", random.below(1_000_000_000))
    } else {
        String::new()
    };
    let residence = format!("{}, {}", random.one(&STREET), random.one(&PLACE));
    let issued = format!(
        "{:02}{:02}{}",
        1 + random.below(28),
        1 + random.below(12),
        2021 + random.below(5)
    );
    let text = format!("{number}|{old}|{name}|{birth}|{sex}|{residence}|{issued}");
    match layout {
        Layout::OldFront => text,
        Layout::NewBack => format!("{text}||{}|{}||", self::name(random), self::number(random).0),
    }
}

fn name(random: &mut Random) -> String {
    format!(
        "{} {} {}",
        random.one(&FAMILY),
        random.one(&MIDDLE),
        random.one(&GIVEN)
    )
}

/// A number of nobody, the birth date and the sex that it tells.
fn number(random: &mut Random) -> (String, String, &'static str) {
    let prefix = 97 + random.below(3);
    let (year, woman) = (1950 + random.below(60), random.below(2));
    let digit = if year < 2000 { woman } else { 2 + woman };
    let number = format!(
        "{prefix:03}{digit}{:02}{:06}",
        year % 100,
        random.below(1_000_000)
    );
    let birth = format!("{:02}{:02}{year}", 1 + random.below(28), 1 + random.below(12));
    (number, birth, if woman == 1 { "Nữ" } else { "Nam" })
}

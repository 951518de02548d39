use super::*;
use crate::search_key::search_key;

const FILES: PlaceFiles<'_> = PlaceFiles {
    provinces: include_str!("../../../../data/provinces.tsv"),
    birth_codes: include_str!("../../../../data/birth-codes.tsv"),
    communes: include_str!("../../../../data/communes.tsv"),
    old_units: include_str!("../../../../data/old-units.tsv"),
};

fn places() -> Places {
    Places::parse(&FILES).expect("the data files fit together")
}

fn province(code: &str) -> ProvinceCode {
    ProvinceCode::parse(code).expect("two digits")
}

/// Communes of each unit, Resolution 202/2025/QH15 and the resolutions of each province; Resolution 30/2026/QH16.
const COMMUNES: [(&str, usize); 34] = [
    ("01", 126),
    ("04", 56),
    ("08", 124),
    ("11", 45),
    ("12", 38),
    ("14", 75),
    ("15", 99),
    ("19", 92),
    ("20", 65),
    ("22", 54),
    ("24", 99),
    ("25", 148),
    ("31", 114),
    ("33", 104),
    ("37", 129),
    ("38", 166),
    ("40", 130),
    ("42", 69),
    ("44", 78),
    ("46", 40),
    ("48", 94),
    ("51", 96),
    ("52", 135),
    ("56", 65),
    ("66", 102),
    ("68", 124),
    ("75", 95),
    ("79", 168),
    ("80", 96),
    ("82", 102),
    ("86", 124),
    ("91", 102),
    ("92", 103),
    ("96", 64),
];

#[test]
fn every_province_has_its_communes() {
    let places = places();
    assert_eq!(places.communes().len(), 3321);
    assert_eq!(places.provinces().len(), COMMUNES.len());
    for (code, count) in COMMUNES {
        let of_it = |commune: &&Commune| commune.province == province(code);
        assert_eq!(places.communes().iter().filter(of_it).count(), count, "{code}");
    }
    let cities = places
        .provinces()
        .iter()
        .filter(|province| province.kind == ProvinceKind::City);
    let cities: Vec<_> = cities.map(|city| city.code.to_string()).collect();
    assert_eq!(
        cities,
        ["01", "31", "46", "48", "75", "79", "92"],
        "Đồng Nai is the seventh"
    );
}

#[test]
fn unit_codes_and_birth_codes_are_two_tables() {
    let places = places();
    assert_eq!(places.birth_places().len(), 63);
    for (birth, name, unit) in [
        ("080", "Long An", "80"),
        ("072", "Tây Ninh", "80"),
        ("074", "Bình Dương", "79"),
        ("049", "Quảng Nam", "48"),
        ("001", "Hà Nội", "01"),
        ("070", "Bình Phước", "75"),
        ("064", "Gia Lai", "52"),
        ("091", "Kiên Giang", "91"),
    ] {
        let code = BirthCode::parse(birth).expect("three digits");
        let place = places
            .birth_places()
            .iter()
            .find(|place| place.code == code)
            .expect("known");
        assert_eq!(place.name, name);
        assert_eq!(
            places.province_of_birth(code).map(|unit| unit.code),
            Some(province(unit)),
            "{birth}"
        );
    }
    for unused in [
        "000", "003", "005", "018", "097", "098", "099", "256", "1", "0791",
    ] {
        assert!(!places.is_birth_code(unused), "{unused}");
    }
}

#[test]
fn known_communes_have_their_codes() {
    let places = places();
    for (code, label) in [
        ("26758", "Phường Cầu Ông Lãnh"),
        ("20285", "Phường Ngũ Hành Sơn"),
        ("20257", "Phường Hòa Cường"),
        ("20194", "Phường Hải Vân"),
        ("20305", "Phường An Khê"),
        ("20308", "Xã Bà Nà"),
        ("20551", "Phường Điện Bàn"),
        ("26732", "Đặc khu Côn Đảo"),
        ("20333", "Đặc khu Hoàng Sa"),
    ] {
        let commune = places.commune(CommuneCode::parse(code).expect("five digits"));
        assert_eq!(commune.map(Commune::label).as_deref(), Some(label));
    }
}

#[test]
fn old_wards_went_where_the_resolutions_say() {
    let places = places();
    let old = places.old_units();
    let per_province = |code: &str| {
        let code = BirthCode::parse(code).expect("three digits");
        old.districts.iter().filter(|unit| unit.province == code).count()
    };
    assert_eq!(
        ["079", "074", "077", "048", "049"].map(per_province),
        [22, 9, 7, 8, 17]
    );
    for (ward, district, to) in [
        ("Nguyễn Cư Trinh", "Quận 1", &["Cầu Ông Lãnh"] as &[_]),
        ("Bến Nghé", "Quận 1", &["Sài Gòn"]),
        ("14", "Quận 10", &["Hòa Hưng", "Diên Hồng"]),
        ("Mỹ An", "Quận Ngũ Hành Sơn", &["Ngũ Hành Sơn"]),
        ("Minh An", "Thành phố Hội An", &["Hội An"]),
    ] {
        let unit = old
            .wards
            .iter()
            .find(|unit| unit.name == ward && old.districts[unit.district].label() == district);
        let unit = unit.unwrap_or_else(|| panic!("{ward}, {district}"));
        let names: Vec<_> = unit
            .to
            .iter()
            .filter_map(|code| places.commune(*code))
            .map(|to| &to.name)
            .collect();
        for expected in to {
            assert!(
                names.iter().any(|name| name == expected),
                "{ward}, {district}: {names:?}"
            );
        }
    }
    let agreed = old
        .wards
        .iter()
        .filter(|unit| unit.basis == Basis::Agreed)
        .count();
    assert!(
        agreed * 10 > old.wards.len() * 8,
        "{agreed} of {}",
        old.wards.len()
    );
}

#[test]
fn every_name_can_be_typed_on_a_plain_keyboard() {
    let places = places();
    let names = places.communes().iter().map(|commune| &commune.name);
    let names = names.chain(places.provinces().iter().map(|province| &province.name));
    let names = names.chain(places.old_units().wards.iter().map(|ward| &ward.name));
    for name in names {
        let key = search_key(name);
        assert!(
            !key.is_empty() && key.bytes().all(|b| b == b' ' || b.is_ascii_alphanumeric()),
            "{name}: {key}"
        );
    }
}

#[test]
fn bad_rows_are_refused_with_file_line_and_reason() {
    const P: &str = "code\tkind\tname\tshort\ten\tbirth_codes\n";
    const C: &str = "# note\ncode\tkind\tname\tprovince\n";
    const O: &str = "level\tcode\tparent\tkind\tname\taliases\tto\tbasis\n";
    let provinces = |rows: &str| {
        parse_provinces("p.tsv", &format!("{P}{rows}"))
            .unwrap_err()
            .to_string()
    };
    let communes = |rows: &str| {
        parse_communes("c.tsv", &format!("{C}{rows}"))
            .unwrap_err()
            .to_string()
    };
    let old = |rows: &str| {
        parse_old_units("o.tsv", &format!("{O}{rows}"))
            .unwrap_err()
            .to_string()
    };
    let d = "D\t771\t079\tQ\t10\t\t\t\n";

    assert_eq!(
        parse_communes("c.tsv", "").unwrap_err().to_string(),
        "c.tsv:0: the file is empty"
    );
    assert_eq!(
        parse_birth_codes("b.tsv", "name\tcode\n")
            .unwrap_err()
            .to_string(),
        "b.tsv:1: the header must be: code name"
    );
    assert_eq!(communes("26758\tP\tA\n"), "c.tsv:3: 3 columns, the header has 4");
    assert_eq!(
        communes("26758\tP\tA\t79\tx\n"),
        "c.tsv:3: 5 columns, the header has 4"
    );
    assert_eq!(
        communes("2675\tP\tA\t79\n"),
        "c.tsv:3: \"2675\" is not a five-digit code"
    );
    assert_eq!(
        communes("99999\tP\tA\t79\n"),
        "c.tsv:3: \"99999\" is not a five-digit code"
    );
    assert_eq!(communes("26758\tQ\tA\t79\n"), "c.tsv:3: \"Q\" is not P, X or D");
    assert_eq!(
        communes("26758\tP\tA\t79\n26758\tP\tB\t79\n"),
        "c.tsv:4: the code 26758 stands twice"
    );
    let loose = "c.tsv:3: \"Ho\u{300}a\" is not a name in composed letters with single spaces";
    assert_eq!(communes("26758\tP\tHo\u{300}a\t79\n"), loose);
    assert!(communes("26758\tP\t\t79\n").contains("is not a name"));
    assert!(communes("26758\tP\tA  B\t79\n").contains("is not a name"));
    assert_eq!(provinces("79\tX\tA\tA\tA\t079\n"), "p.tsv:2: \"X\" is not C or T");
    assert_eq!(
        provinces("79\tC\tA\tA\tA\t079,074\n"),
        "p.tsv:2: \"079,074\" is not a list of three-digit codes"
    );
    let twice = "79\tC\tA\tA\tA\t079\n80\tT\tB\tB\tB\t072 079\n";
    assert_eq!(provinces(twice), "p.tsv:3: the birth code 079 stands twice");
    assert_eq!(old("X\t1\t1\tQ\tA\t\t\t\n"), "o.tsv:2: \"X\" is not D or W");
    assert_eq!(old(&format!("{d}{d}")), "o.tsv:3: the code 771 stands twice");
    assert_eq!(
        old("W\t27163\t771\tP\t1\t\t27163\tA\n"),
        "o.tsv:2: \"771\" is not a district above this line"
    );
    let basis = "o.tsv:3: basis U goes with no unit of today, A and S with at least one";
    assert_eq!(old(&format!("{d}W\t27163\t771\tP\t1\t\t27163\tU\n")), basis);
    assert_eq!(old(&format!("{d}W\t27163\t771\tP\t1\t\t\tA\n")), basis);
    assert_eq!(
        old(&format!("{d}W\t27163\t771\tP\t1\t\t2716\tA\n")),
        "o.tsv:3: \"2716\" is not a list of five-digit codes"
    );
}

#[test]
fn files_that_do_not_fit_together_are_refused() {
    let refused = |files: PlaceFiles<'_>| Places::parse(&files).unwrap_err().to_string();
    let communes = "code\tkind\tname\tprovince\n26758\tP\tA\t78\n";
    assert_eq!(
        refused(PlaceFiles { communes, ..FILES }),
        "communes.tsv:0: commune 26758: no province 78"
    );
    let old_units = "level\tcode\tparent\tkind\tname\taliases\tto\tbasis\nD\t771\t079\tQ\t10\t\t00001\t\n";
    assert_eq!(
        refused(PlaceFiles { old_units, ..FILES }),
        "old-units.tsv:0: 00001 is not in communes.tsv"
    );
    let birth_codes = "code\tname\n001\tHà Nội\n";
    assert_eq!(
        refused(PlaceFiles { birth_codes, ..FILES }),
        "provinces.tsv:0: birth code 004 is not in birth-codes.tsv"
    );
}

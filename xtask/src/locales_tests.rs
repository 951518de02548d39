use super::*;

fn load(files: &[(&str, &str)]) -> Result<Locales, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    Locales::load(folder.path())
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    load(files).err().expect("these files must be refused")
}

#[test]
fn texts_stand_in_the_order_of_sorted_paths() {
    let locales = load(&[
        (
            "vi/home.json",
            r#"{"title": "Tiêu đề", "lead": {"long": "Dài", "short": "Ngắn"}}"#,
        ),
        (
            "en/home.json",
            r#"{"lead": {"short": "Short", "long": "Long"}, "title": "Title"}"#,
        ),
    ])
    .unwrap();
    assert_eq!(locales.languages, ["vi", "en"]);
    let table = &locales.tables["home"];
    assert_eq!(table.paths, ["lead.long", "lead.short", "title"]);
    assert_eq!(table.texts["en"], ["Long", "Short", "Title"]);
    assert_eq!(table.texts["vi"], ["Dài", "Ngắn", "Tiêu đề"]);
}

#[test]
fn a_missing_or_extra_key_is_named_with_its_file() {
    let found = faults(&[
        ("vi/a.json", r#"{"x": "1", "y": "2"}"#),
        ("en/a.json", r#"{"x": "1", "z": "3"}"#),
    ]);
    assert_eq!(
        found,
        [
            "locales/vi/a.json: key \"z\" is missing",
            "locales/en/a.json: key \"y\" is missing"
        ]
    );
}

#[test]
fn a_missing_file_is_named() {
    assert_eq!(faults(&[("vi/a.json", "{}"), ("en/b.json", "{}")]).len(), 2);
}

#[test]
fn placeholders_must_be_the_same() {
    let found = faults(&[
        ("vi/a.json", r#"{"x": "Còn {count} chỗ"}"#),
        ("en/a.json", r#"{"x": "{number} left"}"#),
    ]);
    assert_eq!(
        found,
        [r#"locales/en/a.json: key "x" has {"number"} where vi has {"count"}"#]
    );
}

#[test]
fn a_language_without_a_plural_category_uses_its_other() {
    let locales = load(&[
        ("vi/a.json", r#"{"left": {"other": "còn {n} chỗ"}}"#),
        (
            "en/a.json",
            r#"{"left": {"one": "one place left", "other": "{n} places left"}}"#,
        ),
    ])
    .unwrap();
    let table = &locales.tables["a"];
    assert_eq!(table.plurals["left"], ["one", "other"]);
    assert_eq!(table.texts["vi"], ["còn {n} chỗ", "còn {n} chỗ"]);
    assert_eq!(table.texts["en"], ["one place left", "{n} places left"]);
}

#[test]
fn files_that_are_no_messages_are_refused() {
    for (json, why) in [
        (r#"{"x": 1}"#, "expected a text"),
        (r#"{"x": ""}"#, "is empty"),
        (r#"{"X": "a"}"#, "lower_snake_case"),
        (r#"{"x": "a", "x": "b"}"#, "twice"),
        ("{", "EOF"),
        (r#""x""#, "must hold an object"),
    ] {
        let found = faults(&[("vi/a.json", json)]);
        assert!(
            found[0].starts_with("locales/vi/a.json: ") && found[0].contains(why),
            "{found:?}"
        );
    }
}

use super::*;
use crate::locales::Table;

fn fill_with(template: &str, page: Page) -> Result<String> {
    let table = Table {
        paths: vec!["title".into()],
        texts: [("vi".to_owned(), vec!["Cơm & <cá>".to_owned()])].into(),
        ..Table::default()
    };
    let locales = Locales {
        languages: vec!["vi".into()],
        tables: [("home".to_owned(), table)].into(),
    };
    let values = Values {
        language: "vi",
        locales: &locales,
        assets: &[("app.css".to_owned(), "/assets/app.1.css".to_owned())].into(),
        entry: &[
            "/assets/boot.1.js".into(),
            "/assets/main.1.js".into(),
            "/assets/main.2.wasm".into(),
        ],
        pages: &[(
            "home_page".to_owned(),
            vec!["/assets/home_page.3.wasm".to_owned()],
        )]
        .into(),
        messages: "vi/4 en/5",
        sheets: "s",
        build: "b",
    };
    fill(template, page, &values)
}

#[test]
fn texts_are_escaped_and_urls_filled() {
    let html = fill_with(
        "<html lang=\"{{lang}}\">\n  <h1>{{t:home.title}}</h1> {{asset:app.css}} {{i18n:home}}",
        Page::Home,
    );
    assert_eq!(
        html.unwrap(),
        "<html lang=\"vi\">\n<h1>Cơm &amp; &lt;cá&gt;</h1> /assets/app.1.css /assets/i18n/vi/home.4.json\n"
    );
}

#[test]
fn preloads_name_scripts_and_modules_but_not_the_boot_script() {
    let html = fill_with("{{preload}}{{preload:home_page}}", Page::Home).unwrap();
    assert!(html.contains("modulepreload\" href=\"/assets/main.1.js\""));
    assert!(html.contains("/assets/main.2.wasm") && html.contains("/assets/home_page.3.wasm"));
    assert!(!html.contains("boot"));
}

#[test]
fn each_page_keeps_its_own_block() {
    let template = "a\n<!--home-->\nhome\n<!--/home-->\n<!--loading-->wait<!--/loading-->\n<!-- a note -->b";
    assert_eq!(fill_with(template, Page::Home).unwrap(), "a\nhome\nb\n");
    assert_eq!(fill_with(template, Page::Other).unwrap(), "a\nwait\nb\n");
}

#[test]
fn an_unknown_placeholder_is_named_with_its_line() {
    for wrong in [
        "{{t:home.absent}}",
        "{{asset:absent.png}}",
        "{{what}}",
        "{{preload:absent}}",
        "{{lang",
    ] {
        let error = fill_with(
            &format!("a\n<!--loading-->\n<!--/loading-->\n{wrong}"),
            Page::Home,
        )
        .unwrap_err();
        assert!(format!("{error:#}").starts_with("index.html:4: "), "{error:#}");
    }
}

#[test]
fn a_block_must_be_opened_and_closed() {
    assert!(fill_with("<!--home-->", Page::Other).is_err());
    assert!(fill_with("<!--/home-->", Page::Other).is_err());
}

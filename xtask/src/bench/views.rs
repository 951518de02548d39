//! What the first view of a page costs on the wire, seen by a real browser with an empty cache.

use super::{Metric, browser};
use anyhow::Result;
use serde::Deserialize;

/// Every page of a citizen that opens by an address alone, besides the home page; those of an account with a session of
/// its owner. Those that open with a key are added by `keyed.mjs`, which makes what they show.
const PAGES: [&str; 34] = [
    "/tai-khoan/luu-tru",
    "/noi-kiem-tra",
    "/dat-lich",
    "/dat-lich/nhu-cau",
    "/dat-lich/noi-lam",
    "/dat-lich/ngay-gio",
    "/dat-lich/thong-tin",
    "/dat-lich/dien-thoai",
    "/dat-lich/kiem-tra",
    "/tra-cuu",
    "/kich-hoat",
    "/dang-nhap",
    "/quen-mat-khau",
    "/quen-passcode",
    "/khoa",
    "/tai-khoan",
    "/tai-khoan/bao-mat",
    "/tai-khoan/tro-cap",
    "/tai-khoan/con",
    "/tai-khoan/cho-xem",
    "/tai-khoan/so-dien-thoai",
    "/tai-khoan/du-lieu",
    "/tro-giup",
    "/cuoc-goi",
    "/tai-khoan/trinh",
    "/tai-khoan/giay-to",
    "/kiem-tra-dinh-danh",
    "/cuu-ho-tai-khoan",
    "/chuyen-ve",
    "/kiem-tra-giay-to",
    "/kiem-tra-phieu",
    "/yeu-cau-tai-nha",
    "/cho-goi",
    "/dat-lich/ca-nha",
];

/// One page's first view.
#[derive(Deserialize)]
struct View {
    path: String,
    /// Everything that came over the wire, headers included.
    bytes: u64,
    files: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    url: String,
    bytes: u64,
}

/// The home page.
pub(crate) fn home() -> Result<Vec<Metric>> {
    let script = include_str!("first_view.mjs");
    Ok(vec![metric("home_first_view", &measure(script, &["/"])?)])
}

/// The largest page by deep link, in either language.
pub(crate) fn largest_page() -> Result<Vec<Metric>> {
    let english = PAGES.map(|page| format!("/en{page}"));
    let pages: Vec<&str> = PAGES
        .into_iter()
        .chain(english.iter().map(String::as_str))
        .collect();
    let script = concat!(include_str!("keyed.mjs"), include_str!("first_view.mjs"));
    Ok(vec![metric("page_first_view", &measure(script, &pages)?)])
}

fn metric(name: &str, views: &[View]) -> Metric {
    let bytes = views.iter().map(|view| view.bytes).max().unwrap_or(0);
    Metric {
        name: name.into(),
        value: bytes as f64 / 1000.0,
        unit: "kB".into(),
    }
}

fn measure(script: &str, pages: &[&str]) -> Result<Vec<View>> {
    let views: Vec<View> = browser::run("first_view", script, pages)?;
    for view in &views {
        let path = view.path.split('#').next().unwrap_or_default();
        eprintln!("{:8.1} kB  {path}", view.bytes as f64 / 1000.0);
        if views.len() == 1 {
            for part in &view.files {
                eprintln!("{:8.1} kB    {}", part.bytes as f64 / 1000.0, part.url);
            }
        }
    }
    Ok(views)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    /// A page that nobody measures would be free to grow.
    #[test]
    fn every_page_of_the_route_table_is_measured() {
        let routes = std::fs::read_to_string(paths::at("src/routes.rs")).unwrap();
        let table = routes
            .split("pub fn path(")
            .nth(1)
            .unwrap()
            .split("pub fn ")
            .next()
            .unwrap();
        let fixed = table
            .lines()
            .filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\".into(),"));
        let of_citizens =
            fixed.filter(|path| !path.starts_with("/desk") && !["/", "/inbox", "/404"].contains(path));
        let missing: Vec<&str> = of_citizens.filter(|path| !PAGES.contains(path)).collect();
        assert!(missing.is_empty(), "not measured: {missing:?}");
        let with_key = table
            .lines()
            .filter_map(|line| line.split_once("=> format!(\"")?.1.split_once("{reference}"));
        let keyed = include_str!("keyed.mjs");
        let missing: Vec<_> = with_key
            .filter(|(before, _)| !before.starts_with("/desk"))
            .map(|(before, after)| (before, after.split('"').next().unwrap_or_default()))
            .filter(|(before, after)| !keyed.contains(before) || !keyed.contains(after))
            .collect();
        assert!(missing.is_empty(), "not measured: {missing:?}");
    }
}

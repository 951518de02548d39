//! Pages with news in them.

use super::{News, is_shown};
use crate::web::packed::Packed;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use eid_store::announcements::{Announcement, Kind};
use jiff::Timestamp;
use std::{
    collections::HashMap,
    fmt::Write,
    path::Path,
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

/// Where the app begins; what stands before it is not the app's, which leaves it alone.
const APP: &str = "<div id=\"app\">";

/// What a kept page was made of.
#[derive(Clone, PartialEq, Eq)]
struct Made {
    of: Vec<(String, i64)>,
    file_of: Option<SystemTime>,
}

/// Pages as they are answered, packed once.
#[derive(Default)]
pub(super) struct Pages {
    kept: Mutex<HashMap<String, (Made, Packed)>>,
}

impl News {
    /// The page of this file with what is said everywhere now; none where nothing is, or where there is no such page.
    #[must_use]
    pub fn page(&self, dist: &Path, file: &str, asked: &HeaderMap, now: Timestamp) -> Option<Response> {
        let known = self.known();
        let shown = everywhere(&known, now);
        if shown.is_empty() {
            return None;
        }
        let path = dist.join(file.trim_start_matches('/'));
        let made = Made {
            of: shown.iter().map(|one| (one.id.clone(), one.version)).collect(),
            file_of: std::fs::metadata(&path).and_then(|about| about.modified()).ok(),
        };
        let packed = self.pages.get(file, &made).or_else(|| {
            let text = std::fs::read_to_string(&path).ok()?;
            let (before, app) = text.split_once(APP)?;
            let packed = Packed::best(format!("{before}{}{APP}{app}", banner(&shown)));
            self.pages.keep(file, made, &packed);
            Some(packed)
        })?;
        Some(as_html(packed.answer(asked)))
    }

    /// What is said everywhere now, alone: for pages that stay open. Empty where nothing is.
    #[must_use]
    pub fn alone(&self, asked: &HeaderMap, now: Timestamp) -> Response {
        let known = self.known();
        let shown = everywhere(&known, now);
        let html = if shown.is_empty() {
            String::new()
        } else {
            banner(&shown)
        };
        as_html(Packed::fast(html).answer(asked))
    }
}

fn everywhere(known: &[Announcement], now: Timestamp) -> Vec<&Announcement> {
    let shown = known
        .iter()
        .filter(|one| one.office_id.is_none() && is_shown(one, now));
    shown.collect()
}

fn as_html(mut response: Response) -> Response {
    let html = HeaderValue::from_static("text/html");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}

impl Pages {
    fn get(&self, file: &str, made: &Made) -> Option<Packed> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(file)
            .filter(|(of, _)| of == made)
            .map(|(_, packed)| packed.clone())
    }

    fn keep(&self, file: &str, made: Made, packed: &Packed) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(file.to_owned(), (made, packed.clone()));
    }
}

/// In both languages: the app changes its language without another page, and the styles show the one that is spoken.
fn banner(shown: &[&Announcement]) -> String {
    let mut html = String::new();
    for (lang, label) in [("vi", "Thông báo"), ("en", "Announcements")] {
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            "<aside class=\"news\" lang=\"{lang}\" aria-label=\"{label}\"><div class=\"wrap stack-s\">"
        );
        for one in shown {
            let text = if lang == "vi" { &one.vi } else { &one.en };
            let (class, icon, word) = look(one.kind, lang);
            let _ = write!(
                html,
                "<p class=\"notice{class}\"><svg aria-hidden=\"true\"><use href=\"#{icon}\"/></svg>\
                <span><strong>{word}</strong> {}</span></p>",
                escaped(text)
            );
        }
        html.push_str("</div></aside>\n");
    }
    html
}

fn look(kind: Kind, lang: &str) -> (&'static str, &'static str, &'static str) {
    match (kind, lang) {
        (Kind::Info, "vi") => ("", "i-info", "Thông báo."),
        (Kind::Info, _) => ("", "i-info", "Please note."),
        (Kind::Warning, "vi") => (" notice-warn", "i-warning", "Xin lưu ý."),
        (Kind::Warning, _) => (" notice-warn", "i-warning", "Attention."),
        (Kind::Outage, "vi") => (" notice-danger", "i-warning", "Sự cố."),
        (Kind::Outage, _) => (" notice-danger", "i-warning", "Outage."),
    }
}

/// Plain text as it is written in a page.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escaped("<b onclick=\"x('&')\">ă</b>"),
            "&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;ă&lt;/b&gt;"
        );
    }
}

//! One office.

use super::{hours, name, why};
use crate::browser::html::Html;
use crate::i18n::{Lang, keys::booking, lang, t, tf};
use eid_domain::announcement::AnnouncementKind;
use eid_domain::office::{Finder, Match, Office};
use eid_domain::wire::announcements::OfficeNews;
use leptos::prelude::*;

/// The attribute that says which office a button chooses, by its place among all.
pub(super) const CHOOSES: &str = "data-chooses";

/// The id of an office's heading on the page.
pub(super) fn heading_id(office: &Office) -> String {
    format!("office-{}", office.id.as_str())
}

/// Name, address, hours, why it was found, what is not verified, and the button that chooses it.
pub(super) fn card(finder: &Finder, found: &Match, chosen: bool, news: &[OfficeNews]) -> Option<AnyView> {
    let office = finder.offices().get(found.office)?;
    let id = office.id.as_str().to_owned();
    let content = content(finder, office, found, chosen, news);
    Some(view! { <li class="panel place" data-office=id inner_html=content></li> }.into_any())
}

fn content(finder: &Finder, office: &Office, found: &Match, chosen: bool, news: &[OfficeNews]) -> String {
    let title = name(office);
    let mut html = Html::new();
    html.within("<h3 tabindex=-1 id=\"", &heading_id(office), "\">")
        .words(&title)
        .tags("</h3>");
    if let Some(why) = why::words(found) {
        html.within("<p class=place-why>", &why, "</p>");
    }
    html.within(
        "<p class=place-line><svg aria-hidden=true><use href=#i-place /></svg><span>",
        &address(finder, office),
        "</span></p>",
    );
    html.within(
        "<p class=place-line><svg aria-hidden=true><use href=#i-clock /></svg><span>",
        &hours::of(office),
        "</span></p>",
    );
    for one in news.iter().filter(|one| one.office_id == office.id.as_str()) {
        let said = match lang() {
            Lang::Vi => &one.said.vi,
            Lang::En => &one.said.en,
        };
        let open = match one.kind {
            AnnouncementKind::Info => {
                "<p class=place-line><svg aria-hidden=true><use href=#i-info /></svg><span>"
            }
            AnnouncementKind::Warning | AnnouncementKind::Outage => {
                "<p class=\"place-line place-news\"><svg aria-hidden=true><use href=#i-warning /></svg><span>"
            }
        };
        html.within(open, said, "</span></p>");
    }
    let formerly = office
        .legacy_name
        .as_ref()
        .map(|old| tf(booking::PLACE_FORMERLY, &[("name", old)]));
    let note = office.note.as_ref().map(|note| match lang() {
        Lang::Vi => note.vi.clone(),
        Lang::En => note.en.clone(),
    });
    for line in formerly.iter().chain(&note) {
        html.within("<p class=muted>", line, "</p>");
    }
    html.within(
        "<div class=\"row place-act\"><button class=\"button button-second\" type=button data-chooses=\"",
        &found.office.to_string(),
        "\">",
    )
    .words(t(booking::PLACE_CHOOSE))
    .within("<span class=visually-hidden>: ", &title, "</span></button>");
    let tags = [
        (chosen, "<span class=\"tag tag-info\">", booking::PLACE_CHOSEN),
        (
            !office.address_verified,
            "<span class=\"tag tag-warn\">",
            booking::PLACE_UNVERIFIED,
        ),
        (
            office.street.is_none(),
            "<span class=tag>",
            booking::PLACE_COMMUNE_ONLY,
        ),
        (
            office.step_free == Some(true),
            "<span class=\"tag tag-ok\">",
            booking::PLACE_STEP_FREE,
        ),
        (
            office.step_free == Some(false),
            "<span class=tag>",
            booking::PLACE_STEPS,
        ),
        (
            office.step_free.is_none(),
            "<span class=tag>",
            booking::PLACE_STEP_FREE_UNKNOWN,
        ),
    ];
    for (_, open, words) in tags.into_iter().filter(|(is, ..)| *is) {
        html.within(open, t(words), "</span>");
    }
    html.tags("</div>");
    html.finish()
}

fn address(finder: &Finder, office: &Office) -> String {
    let province = finder.places().province(office.province_code);
    let province = province.map(|province| match lang() {
        Lang::Vi => &province.short,
        Lang::En => &province.en,
    });
    match province {
        Some(province) => format!("{}, {province}", office.address_line()),
        None => office.address_line(),
    }
}

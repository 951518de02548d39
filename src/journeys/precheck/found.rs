//! What was found: the verdict, and each difference with proof and way.

use super::words;
use crate::browser::{handed, location};
use crate::components::{Button, ButtonKind, LinkButton, Notice, NoticeKind, Tag, TagKind};
use crate::i18n::{Key, keys::precheck, t};
use crate::routes::Route;
use eid_domain::precheck::{Finding, Weight};
use leptos::prelude::*;

/// The heading's id, to move the focus there.
pub(super) const ID: &str = "found";

/// The whole result.
pub(super) fn list(found: &[Finding]) -> AnyView {
    let heaviest = found.iter().map(|one| one.weight).max().unwrap_or(Weight::Fine);
    let (kind, title, text) = match heaviest {
        Weight::Fine => (NoticeKind::Ok, precheck::FOUND_GOOD, precheck::FOUND_GOOD_TEXT),
        Weight::Bring => (
            NoticeKind::Info,
            precheck::FOUND_BRING,
            precheck::FOUND_BRING_TEXT,
        ),
        Weight::FixFirst => (NoticeKind::Warning, precheck::FOUND_FIX, precheck::FOUND_FIX_TEXT),
    };
    let items = found.iter().map(one).collect_view();
    view! {
        <section class="stack" aria-labelledby=ID>
            <h2 id=ID tabindex="-1">{t(precheck::FOUND_TITLE)}</h2>
            <Notice kind=kind title=t(title)><p>{t(text)}</p></Notice>
            <ul class="precheck-found">{items}</ul>
            {tell(found)}
            <p class="row"><LinkButton href=Route::Needs.href() label=t(precheck::FOUND_BOOK) /></p>
        </section>
    }
    .into_any()
}

/// The way to the office with what was found, where it is somebody's to put right. Only the kinds go along, and only on the tap.
fn tell(found: &[Finding]) -> Option<AnyView> {
    let mut what: Vec<&str> = found
        .iter()
        .filter_map(|one| Some(one.fault()?.as_str()))
        .collect();
    what.dedup();
    if what.is_empty() {
        return None;
    }
    let words = found.iter().filter(|one| one.fault().is_some()).map(|one| {
        let (words, _) = words::mismatch(one.mismatch);
        format!("{}: {}.", t(words::topic(one.topic)), t(words))
    });
    let words = words.collect::<Vec<_>>().join(" ");
    let hash = location::hash();
    // Who came from the page of a dossier goes back to it.
    let to = hash
        .split_once('.')
        .map(|(reference, key)| (reference.to_owned(), key.to_owned()));
    let hint = if to.is_some() {
        precheck::TELL_TEXT
    } else {
        precheck::TELL_FIND
    };
    let press = move |()| {
        handed::leave(&what, &words);
        match &to {
            Some((reference, key)) => Route::Mismatch(reference.clone()).go_with_key(key),
            None => Route::Track.go(),
        }
    };
    Some(
        view! {
            <section class="stack-s" aria-labelledby="tell">
                <h3 id="tell">{t(precheck::TELL_TITLE)}</h3>
                <p>{t(hint)}</p>
                <p class="row"><Button label=t(precheck::TELL) kind=ButtonKind::Second on_press=press /></p>
            </section>
        }
        .into_any(),
    )
}

fn one(finding: &Finding) -> AnyView {
    let (what, why) = words::mismatch(finding.mismatch);
    let tag = match finding.weight {
        Weight::Fine => TagKind::Ok,
        Weight::Bring => TagKind::Info,
        Weight::FixFirst => TagKind::Warning,
    };
    let proofs = finding
        .proofs
        .iter()
        .map(|proof| t(words::proof(*proof)).to_owned());
    let fixers = finding
        .fixers
        .iter()
        .map(|fixer| t(words::fixer(*fixer)).to_owned());
    let laws = finding.legal.iter().map(words::law);
    view! {
        <li class="panel precheck-one" data-mismatch=finding.mismatch.as_str()>
            <h3>{t(words::topic(finding.topic))}": "{t(what)}</h3>
            <p class="row"><Tag text=t(words::weight(finding.weight)) kind=tag /></p>
            <p>{t(why)}</p>
            {lines(precheck::BRING_TITLE, proofs.collect())}
            {lines(precheck::WHO_TITLE, fixers.collect())}
            {lines(precheck::LAW_TITLE, laws.collect())}
        </li>
    }
    .into_any()
}

fn lines(title: Key, items: Vec<String>) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let items = items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect_view();
    Some(view! { <div class="precheck-lines"><p class="precheck-label">{t(title)}</p><ul class="bullets">{items}</ul></div> }.into_any())
}

//! `index.html`, the one page template. Every placeholder must be known; a wrong one stops the build.
//!
//! | in the template | becomes |
//! |---|---|
//! | `{{t:shell.title}}` | that message, escaped |
//! | `{{asset:app.css}}` | the URL of a built or public file |
//! | `{{lang}}` | the page's language |
//! | `{{i18n}}` | the list of message files |
//! | `{{i18n:shell}}` | the URL of one message file in the page's language |
//! | `{{preload}}` | links that fetch what every page needs |
//! | `{{preload:home_page}}` | links that fetch a lazy page's modules |
//! | `{{build}}` | the build's id |
//! | `<!--home-->…<!--/home-->` | kept in the home page alone |
//! | `<!--loading-->…<!--/loading-->` | kept in every other page |

use super::i18n;
use crate::locales::Locales;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// Which file is being made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// The home page, readable before any script runs.
    Home,
    /// Any other page, opened by deep link.
    Other,
}

/// What placeholders stand for.
pub(crate) struct Values<'a> {
    pub(crate) language: &'a str,
    pub(crate) locales: &'a Locales,
    pub(crate) assets: &'a BTreeMap<String, String>,
    pub(crate) entry: &'a [String],
    pub(crate) pages: &'a BTreeMap<String, Vec<String>>,
    pub(crate) messages: &'a str,
    /// The hash of the sheets that some pages have.
    pub(crate) sheets: &'a str,
    pub(crate) build: &'a str,
}

/// Fills the template for one page in one language.
pub(crate) fn fill(template: &str, page: Page, values: &Values<'_>) -> Result<String> {
    let (keep, drop) = match page {
        Page::Home => ("home", "loading"),
        Page::Other => ("loading", "home"),
    };
    let blocks = remove_block(template, drop)?;
    let blocks = blocks
        .replace(&format!("<!--{keep}-->"), "")
        .replace(&format!("<!--/{keep}-->"), "");
    let mut html = String::with_capacity(blocks.len());
    for (index, line) in blocks.lines().enumerate() {
        let filled = fill_line(line, values).with_context(|| format!("index.html:{}", index + 1))?;
        let trimmed = filled.trim();
        if !trimmed.is_empty() {
            html.push_str(trimmed);
            html.push('\n');
        }
    }
    remove_comments(&html)
}

/// Empties a block but keeps its line breaks, so that errors still name the right line.
fn remove_block(template: &str, name: &str) -> Result<String> {
    let (open, close) = (format!("<!--{name}-->"), format!("<!--/{name}-->"));
    let mut kept = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(&open) {
        let (inside, behind) = after
            .split_once(&close)
            .with_context(|| format!("index.html: {open} is never closed"))?;
        kept.push_str(before);
        kept.extend(inside.chars().filter(|c| *c == '\n'));
        rest = behind;
    }
    if rest.contains(&close) {
        bail!("index.html: {close} was never opened");
    }
    kept.push_str(rest);
    Ok(kept)
}

fn remove_comments(html: &str) -> Result<String> {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after
            .split_once("-->")
            .context("index.html: a comment is never closed")?
            .1;
    }
    kept.push_str(rest);
    Ok(kept)
}

fn fill_line(line: &str, values: &Values<'_>) -> Result<String> {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").context("a {{ without its }}")?;
        filled.push_str(before);
        filled.push_str(&value(name, values)?);
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn value(name: &str, values: &Values<'_>) -> Result<String> {
    let unknown = || format!("nothing is known as {{{{{name}}}}}");
    Ok(match name.split_once(':') {
        None => match name {
            "lang" => values.language.to_owned(),
            "i18n" => values.messages.to_owned(),
            "sheets" => values.sheets.to_owned(),
            "build" => values.build.to_owned(),
            "preload" => values.entry.iter().map(|url| preload(url)).collect(),
            _ => bail!(unknown()),
        },
        Some(("t", key)) => escape(i18n::text(values.locales, values.language, key).with_context(unknown)?),
        Some(("asset", asset)) => values.assets.get(asset).with_context(unknown)?.clone(),
        Some(("i18n", namespace)) => {
            values.locales.tables.get(namespace).with_context(unknown)?;
            i18n::url(values.messages, values.language, namespace).with_context(unknown)?
        }
        Some(("preload", page)) => values
            .pages
            .get(page)
            .with_context(unknown)?
            .iter()
            .map(|url| preload(url))
            .collect(),
        Some(_) => bail!(unknown()),
    })
}

/// Fetches a file before its script asks for it. The boot script and the styles are named by the page itself.
fn preload(url: &str) -> String {
    match url.rsplit_once('.') {
        Some((stem, "js")) if !stem.contains("/boot.") => {
            format!("<link rel=\"modulepreload\" href=\"{url}\">")
        }
        Some((_, "wasm")) => {
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{url}\">"
            )
        }
        _ => String::new(),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;

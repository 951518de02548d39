//! Plain CSS in cascade layers: few files for the browser from many for people.
//!
//! A file's place names its layer: `style/base.css` and everything in `style/base/` go into the layer `base` of the
//! one file that every page has. What stands in `style/sheets/` is for some pages only: `trip.css`, or all files of the
//! folder `desk/`, become a sheet of that name, in the layer of the journeys.

use super::emit::Output;
use super::hash;
use crate::paths;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;

/// The layers, weakest first.
const LAYERS: [&str; 6] = ["tokens", "base", "layout", "components", "journeys", "print"];
/// The folder of the sheets that not every page has, and their layer.
const SHEETS: (&str, &str) = ("sheets", "journeys");

/// All styles, minified.
pub(crate) struct Styles {
    /// What every page has.
    pub(crate) common: String,
    /// What some pages have besides, by name.
    sheets: BTreeMap<String, String>,
}

impl Styles {
    /// Reads everything in `style/`.
    pub(crate) fn read() -> Result<Self> {
        let folder = paths::at("style");
        let mut common = format!("@layer {};", LAYERS.join(","));
        let mut sheets: BTreeMap<String, String> = BTreeMap::new();
        for file in paths::files_below(&folder)? {
            if file.extension().is_none_or(|extension| extension != "css") {
                continue;
            }
            let name = paths::relative(&file);
            let inside = file.strip_prefix(&folder)?;
            let place = place_of(inside);
            let (sheet, layer) = if place == SHEETS.0 {
                let sheet = place_of(inside.strip_prefix(SHEETS.0)?);
                (sheets.entry(sheet).or_default(), SHEETS.1)
            } else {
                (&mut common, place.as_str())
            };
            if !LAYERS.contains(&layer) {
                bail!(
                    "{name}: `{layer}` is no layer; a file or folder in style/ is one of {}",
                    LAYERS.join(", ")
                );
            }
            let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
            let small = minify(&text).with_context(|| name.clone())?;
            for refused in ["@import", "@charset", "@layer"] {
                if small.contains(refused) {
                    bail!("{name}: {refused} has no place here, the file is wrapped in its layer");
                }
            }
            if !small.is_empty() {
                sheet.push_str(&format!("@layer {layer}{{{small}}}"));
            }
        }
        Ok(Self { common, sheets })
    }

    /// Writes the sheets that not every page has, and gives the hash in their names: `/assets/styles/<name>.<hash>.css`.
    pub(crate) fn write_sheets(&self, output: &mut Output) -> Result<String> {
        let contents: Vec<&[u8]> = self.sheets.values().map(String::as_bytes).collect();
        let hash = hash::content(&contents);
        for (name, css) in &self.sheets {
            output.asset(&hash::named(&format!("styles/{name}.css"), &hash), css.as_bytes())?;
        }
        Ok(hash)
    }
}

/// The first name of a path, without its ending.
fn place_of(inside: &Path) -> String {
    let first = inside
        .components()
        .next()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    let first = first.unwrap_or_default();
    first.strip_suffix(".css").unwrap_or(&first).to_owned()
}

/// Drops comments and the white space that means nothing. Strings stay as they are.
fn minify(css: &str) -> Result<String> {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    let mut depth = 0_i32;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").context("a comment is not closed")?.1;
            // A comment may be all that separates two words.
            space(&mut small);
        } else if next == '"' || next == '\'' {
            let end = string_end(rest, next).context("a string is not closed")?;
            small.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if next.is_whitespace() {
            space(&mut small);
            rest = rest.trim_start();
        } else {
            depth += i32::from(next == '{') - i32::from(next == '}');
            if depth < 0 {
                bail!("a `}}` too many");
            }
            if matches!(next, '{' | '}' | ';' | ',') {
                trim_end(&mut small, next);
            }
            small.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    if depth != 0 {
        bail!("a `{{` is not closed");
    }
    Ok(small.trim().to_owned())
}

fn space(small: &mut String) {
    if !small.ends_with(['{', '}', ';', ',', ' ']) && !small.is_empty() {
        small.push(' ');
    }
}

fn trim_end(small: &mut String, before: char) {
    let drop = |last: char| last == ' ' || (before == '}' && last == ';');
    small.truncate(small.trim_end_matches(drop).len());
}

fn string_end(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            c if c == quote => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meaningless_white_space_goes() {
        let css =
            "a > b ,\n i {\n  color : red;\n  margin: 0 -1px;\n}\n\n@media (width > 3rem) { a { b: c } }\n";
        assert_eq!(
            minify(css).unwrap(),
            "a > b,i{color : red;margin: 0 -1px}@media (width > 3rem){a{b: c}}"
        );
    }

    #[test]
    fn strings_and_combinators_stay() {
        assert_eq!(
            minify("a :hover{content:\"a  /* b */ ;\\\" }\"}").unwrap(),
            "a :hover{content:\"a  /* b */ ;\\\" }\"}"
        );
        assert_eq!(
            minify("a/**/b{c:calc(1px + 2px)}").unwrap(),
            "a b{c:calc(1px + 2px)}"
        );
    }

    #[test]
    fn broken_files_are_refused() {
        assert!(minify("a { b: c").is_err());
        assert!(minify("a { b: c } }").is_err());
        assert!(minify("a { b: 'c\n }").is_err());
        assert!(minify("/* a").is_err());
    }

    #[test]
    fn a_files_place_names_its_layer() {
        assert_eq!(place_of(Path::new("base.css")), "base");
        assert_eq!(place_of(Path::new("components/button.css")), "components");
    }

    #[test]
    fn every_page_has_the_layers_in_order_and_some_have_sheets() {
        let styles = Styles::read().unwrap();
        assert!(
            styles
                .common
                .starts_with("@layer tokens,base,layout,components,journeys,print;")
        );
        assert!(!styles.common.contains("desk-table"));
        assert!(styles.sheets["desk"].contains("desk-table"));
        assert!(styles.sheets["trip"].starts_with("@layer journeys{"));
    }
}

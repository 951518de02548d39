//! The floors: which part of the house may name which other part, read off the source text.

use super::none_of;
use super::sources::{self, Source, code_of};
use crate::paths;
use anyhow::Result;

/// Some words that a part of the house must not use.
struct Floor {
    /// Files that begin with one of these…
    of: &'static [&'static str],
    /// …but with none of these…
    except: &'static [&'static str],
    /// …must not hold any of these words.
    without: &'static [&'static str],
    why: &'static str,
}

const FLOORS: [Floor; 12] = [
    Floor {
        of: &["crates/domain/src"],
        except: &[],
        without: &[
            "eid_store",
            "eid_server",
            "eid_client",
            "std::fs",
            "std::net",
            "std::env",
        ],
        why: "the domain stands on nothing of ours and does no I/O",
    },
    Floor {
        of: &["crates/scanner/src"],
        except: &[],
        without: &[
            "eid_domain",
            "eid_store",
            "eid_server",
            "eid_client",
            "std::fs",
            "std::net",
            "std::env",
        ],
        why: "the scanner is a small module of its own: pixels in, text out",
    },
    Floor {
        of: &["src/", "crates/domain/src", "crates/server/src"],
        except: &[],
        without: &[
            "sqlx::",
            "use sqlx",
            "\"SELECT ",
            "INSERT INTO ",
            "DELETE FROM ",
            "CREATE TABLE ",
        ],
        why: "SQL lives in crates/store",
    },
    Floor {
        of: &["src/", "crates/domain/src", "crates/store/src"],
        except: &[],
        without: &["axum", "hyper::", "tower_http"],
        why: "HTTP is served by crates/server",
    },
    Floor {
        of: &["src/"],
        except: &["src/browser/", "src/browser.rs", "src/main.rs"],
        without: &["web_sys", "js_sys", "wasm_bindgen::"],
        why: "the browser is wrapped in src/browser",
    },
    Floor {
        of: &["src/"],
        except: &[],
        without: &[":?}"],
        why: "the released client writes nothing for `{:?}`",
    },
    Floor {
        of: &["src/"],
        except: &["src/api/", "src/api.rs", "src/browser/http.rs"],
        without: &["gloo_net"],
        why: "requests are made by src/api, and sent by src/browser/http.rs",
    },
    Floor {
        of: &["src/components"],
        except: &[],
        without: &[
            "crate::journeys",
            "crate::api",
            "crate::routes",
            "crate::app",
            "eid_domain",
        ],
        why: "components know no domain and no page",
    },
    Floor {
        of: &["src/api"],
        except: &[],
        without: &["crate::journeys", "crate::components", "crate::app"],
        why: "the API layer knows no page",
    },
    Floor {
        of: &["src/days", "src/passkeys"],
        except: &[],
        without: &["crate::journeys", "crate::app"],
        why: "what journeys share knows none of them",
    },
    Floor {
        of: &["src/browser", "src/i18n"],
        except: &[],
        without: &[
            "crate::journeys",
            "crate::components",
            "crate::days",
            "crate::passkeys",
            "crate::api",
            "crate::app",
        ],
        why: "wrappers and messages know nothing above them",
    },
    Floor {
        of: &[
            "src/",
            "crates/domain/src",
            "crates/scanner",
            "crates/store/src",
            "crates/server/src",
        ],
        except: &[],
        without: &["#[allow(", "#![allow("],
        why: "an exception is `#[expect(…, reason = \"…\")]`, which ends by itself",
    },
];

/// Whether every file keeps to its floor.
pub(crate) fn hold() -> Result<String> {
    let files = sources::with_extension(&["rs"])?;
    let mut faults: Vec<String> = files
        .iter()
        .flat_map(words)
        .chain(files.iter().flat_map(journeys))
        .collect();
    faults.extend(manifest_of_domain()?);
    none_of(&faults)?;
    Ok(format!("{} files", files.len()))
}

fn words(file: &Source) -> Vec<String> {
    let on = FLOORS.iter().filter(|floor| {
        floor.of.iter().any(|start| file.name.starts_with(start))
            && !floor.except.iter().any(|start| file.name.starts_with(start))
    });
    on.flat_map(|floor| {
        let hits = file.text.lines().enumerate().filter_map(|(index, line)| {
            let code = code_of(line);
            floor
                .without
                .iter()
                .find(|word| code.contains(**word))
                .map(|word| (index + 1, word))
        });
        hits.map(|(line, word)| format!("{}:{line}: `{word}`: {}", file.name, floor.why))
            .collect::<Vec<_>>()
    })
    .collect()
}

/// No journey names another one.
fn journeys(file: &Source) -> Vec<String> {
    let Some(own) = file
        .name
        .strip_prefix("src/journeys/")
        .map(|rest| rest.trim_end_matches(".rs"))
    else {
        return Vec::new();
    };
    let own = own.split('/').next().unwrap_or(own);
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            let (_, after) = code_of(line).split_once("journeys::")?;
            let other = after
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default();
            let fault = format!(
                "{}:{}: journey `{own}` uses journey `{other}`",
                file.name,
                index + 1
            );
            (other != own).then_some(fault)
        })
        .collect()
}

fn manifest_of_domain() -> Result<Option<String>> {
    let manifest = std::fs::read_to_string(paths::at("crates/domain/Cargo.toml"))?;
    let of_ours = manifest
        .lines()
        .find(|line| line.starts_with("eid-") && line.contains('='));
    Ok(of_ours
        .map(|line| format!("crates/domain/Cargo.toml: `{line}`: the domain stands on nothing of ours")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, text: &str) -> Vec<String> {
        let file = Source {
            name: name.into(),
            text: text.into(),
        };
        words(&file).into_iter().chain(journeys(&file)).collect()
    }

    #[test]
    fn each_floor_refuses_what_is_not_its_own() {
        for (name, line) in [
            ("crates/domain/src/a.rs", "use eid_store::Store;"),
            ("crates/server/src/a.rs", "let q = \"SELECT 1\";"),
            ("crates/store/src/a.rs", "use axum::Router;"),
            ("src/components/field.rs", "let w = web_sys::window();"),
            ("src/components/field.rs", "use crate::api::slots;"),
            ("src/journeys/home.rs", "use gloo_net::http::Request;"),
            (
                "src/journeys/booking/day.rs",
                "use crate::journeys::tracking::Timeline;",
            ),
            ("src/i18n/format.rs", "use crate::components::Field;"),
            ("src/journeys/a.rs", "let key = format!(\"{row:?}\");"),
        ] {
            assert_eq!(faults(name, line).len(), 1, "{name}: {line}");
        }
    }

    #[test]
    fn each_floor_allows_its_own() {
        for (name, line) in [
            ("crates/store/src/a.rs", "let q = \"SELECT 1\";"),
            ("crates/server/src/a.rs", "use axum::Router;"),
            ("src/browser/focus.rs", "use web_sys::Element;"),
            ("src/api/client.rs", "use gloo_net::http::Request;"),
            (
                "src/journeys/booking/day.rs",
                "use crate::journeys::booking::draft::Draft;",
            ),
            ("src/components/field.rs", "// never crate::api"),
        ] {
            assert!(faults(name, line).is_empty(), "{name}: {line}");
        }
    }
}

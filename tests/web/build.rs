//! Puts the messages into the test program, so that tests read the words that people read.

#[expect(dead_code, reason = "the build of the client reads more of it")]
#[path = "../../xtask/src/locales.rs"]
mod locales;

use locales::Locales;
use std::fmt::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=../../xtask/src/locales.rs");
    let locales = Locales::load(Path::new("../../locales")).map_err(|faults| faults.join("\n"))?;
    let mut code = String::from("&[\n");
    for (namespace, table) in &locales.tables {
        for language in &locales.languages {
            let texts = table.texts.get(language).map(Vec::as_slice).unwrap_or_default();
            writeln!(code, "    ({language:?}, {namespace:?}, &{texts:?}),")?;
        }
    }
    code.push_str("]\n");
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("texts.rs"), code)?;
    Ok(())
}

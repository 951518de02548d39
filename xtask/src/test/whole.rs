//! Component tests run the client unsplit. Where the linker has taken in a function that loads a lazy page, because
//! something beside it is used, the module asks for a script that only the splitter would make; it is told of one that
//! has nothing to load, inline.

use anyhow::{Context, Result, anyhow, bail};
use std::convert::Infallible;
use std::path::PathBuf;
use std::process::Command;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{CustomSectionReader, ImportSectionReader, Parser, Payload};

/// Where the real runner is.
pub(crate) const RUNNER: &str = "EID_COMPONENT_TEST_RUNNER";
const SPLITTER: &str = "__wasm_split_placeholder__";

/// What Cargo calls: a test module, then the tests' own arguments.
#[derive(clap::Args)]
pub(crate) struct Args {
    module: PathBuf,
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Runs one test module.
pub(crate) fn command(args: &Args) -> Result<()> {
    let runner = std::env::var_os(RUNNER).context("the runner is not named")?;
    let input =
        std::fs::read(&args.module).with_context(|| format!("cannot read {}", args.module.display()))?;
    let module = args.module.with_extension("whole.wasm");
    std::fs::write(&module, whole(&input)?)?;
    // In the folder that Cargo has chosen: the browser's settings lie there.
    let status = Command::new(runner).arg(&module).args(&args.rest).status()?;
    if status.success() {
        Ok(())
    } else {
        bail!("{status}")
    }
}

/// The module with an inline script in place of the splitter's.
fn whole(input: &[u8]) -> Result<Vec<u8>> {
    let mut renamed = Renamed {
        script: script(&names(input)?),
    };
    let mut module = Module::new();
    renamed
        .parse_core_module(&mut module, Parser::new(0), input)
        .map_err(|error| anyhow!("the test module cannot be read: {error:?}"))?;
    Ok(module.finish())
}

/// What the module wants of the splitter's script.
fn names(input: &[u8]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(input) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let import = import?;
                if import.module == SPLITTER {
                    found.push(import.name.to_owned());
                }
            }
        }
    }
    Ok(found)
}

fn script(names: &[String]) -> String {
    let exports = names.iter().map(|name| format!("export const {name}=()=>{{}};"));
    format!("data:text/javascript,{}", exports.collect::<String>())
}

struct Renamed {
    script: String,
}

impl Reencode for Renamed {
    type Error = Infallible;

    /// Line numbers are left out: they would be of the module as it was before.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        if section.name().starts_with(".debug_") {
            return Ok(());
        }
        reencode::utils::parse_custom_section(self, module, section)
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let module = if import.module == SPLITTER {
                &self.script
            } else {
                import.module
            };
            let kind = reencode::RoundtripReencoder.entity_type(import.ty)?;
            imports.import(module, import.name, kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    #[test]
    fn only_the_splitters_script_is_replaced() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(SPLITTER, "load_a", EntityType::Function(0));
        imports.import("./other.js", "b", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let told = whole(&module.finish()).unwrap();
        let mut seen = Vec::new();
        for payload in Parser::new(0).parse_all(&told) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                seen.extend(
                    section
                        .into_imports()
                        .map(|import| import.unwrap().module.to_owned()),
                );
            }
        }
        assert_eq!(
            seen,
            ["data:text/javascript,export const load_a=()=>{};", "./other.js"]
        );
    }
}

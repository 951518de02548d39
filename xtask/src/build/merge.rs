//! Several lazy modules as one file.
//!
//! The splitter makes a chunk for every set of pages that share some code: a dozen pages gave 191 files. Its modules
//! touch each other through the imported memory and function table alone, so any of them may stand together.

use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module,
    TypeSection,
};
use wasmparser::{Import, Parser, Payload, TypeRef};

type Outcome<T> = Result<T, reencode::Error<Infallible>>;

/// Joins modules; they are the splitter's own, in any order.
pub(crate) fn modules(inputs: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut joined = Joined::default();
    for input in inputs {
        joined.add(input)?;
    }
    Ok(joined.finish())
}

#[derive(Default)]
struct Joined {
    types: TypeSection,
    imports: ImportSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    /// What was imported already: module and name → index among its kind.
    known: BTreeMap<(String, String), u32>,
    tables: u32,
    memories: u32,
    globals: u32,
}

/// How one module's numbers become the joined module's.
#[derive(Default)]
struct Renumber {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
    tables: Vec<u32>,
    memories: Vec<u32>,
    globals: Vec<u32>,
}

impl Joined {
    fn add(&mut self, input: &[u8]) -> Result<()> {
        let mut renumber = Renumber {
            types: self.types.len(),
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            ..Renumber::default()
        };
        for payload in Parser::new(0).parse_all(input) {
            let done: Outcome<()> = match payload.context("a lazy module cannot be read")? {
                Payload::TypeSection(section) => renumber.parse_type_section(&mut self.types, section),
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        self.import(&mut renumber, &import?)?;
                    }
                    Ok(())
                }
                Payload::FunctionSection(section) => {
                    renumber.parse_function_section(&mut self.functions, section)
                }
                Payload::ElementSection(section) => {
                    renumber.parse_element_section(&mut self.elements, section)
                }
                Payload::CodeSectionEntry(body) => renumber.parse_function_body(&mut self.code, body),
                Payload::DataSection(section) => renumber.parse_data_section(&mut self.data, section),
                Payload::ExportSection(section) if section.count() > 0 => {
                    bail!("a lazy module exports something")
                }
                Payload::TableSection(_) | Payload::MemorySection(_) | Payload::GlobalSection(_) => {
                    bail!("a lazy module has a table, memory or global of its own")
                }
                Payload::TagSection(_) | Payload::StartSection { .. } => {
                    bail!("a lazy module has a tag or a start")
                }
                _ => Ok(()),
            };
            done.map_err(|error| anyhow!("a lazy module cannot be joined: {error:?}"))?;
        }
        Ok(())
    }

    fn import(&mut self, renumber: &mut Renumber, import: &Import<'_>) -> Result<()> {
        let (next, numbers) = match import.ty {
            TypeRef::Table(_) => (&mut self.tables, &mut renumber.tables),
            TypeRef::Memory(_) => (&mut self.memories, &mut renumber.memories),
            TypeRef::Global(_) => (&mut self.globals, &mut renumber.globals),
            _ => bail!(
                "a lazy module imports {}.{}, which is neither memory, table nor global",
                import.module,
                import.name
            ),
        };
        let name = (import.module.to_owned(), import.name.to_owned());
        if let Some(index) = self.known.get(&name) {
            numbers.push(*index);
            return Ok(());
        }
        let kind = reencode::RoundtripReencoder.entity_type(import.ty);
        let kind =
            kind.map_err(|error| anyhow!("the type of {} cannot be written: {error:?}", import.name))?;
        self.imports.import(import.module, import.name, kind);
        self.known.insert(name, *next);
        numbers.push(*next);
        *next += 1;
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        module
            .section(&self.types)
            .section(&self.imports)
            .section(&self.functions)
            .section(&self.elements);
        module
            .section(&DataCountSection {
                count: self.data.len(),
            })
            .section(&self.code)
            .section(&self.data);
        module.finish()
    }
}

impl Reencode for Renumber {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Outcome<u32> {
        Ok(self.types + index)
    }

    fn function_index(&mut self, index: u32) -> Outcome<u32> {
        Ok(self.functions + index)
    }

    fn element_index(&mut self, index: u32) -> Outcome<u32> {
        Ok(self.elements + index)
    }

    fn data_index(&mut self, index: u32) -> Outcome<u32> {
        Ok(self.data + index)
    }

    fn table_index(&mut self, index: u32) -> Outcome<u32> {
        imported(&self.tables, index)
    }

    fn memory_index(&mut self, index: u32) -> Outcome<u32> {
        imported(&self.memories, index)
    }

    fn global_index(&mut self, index: u32) -> Outcome<u32> {
        imported(&self.globals, index)
    }
}

fn imported(numbers: &[u32], index: u32) -> Outcome<u32> {
    numbers
        .get(index as usize)
        .copied()
        .ok_or(reencode::Error::InvalidConstExpr)
}

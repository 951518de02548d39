//! Leaves out what says that a place of the function table is empty: it is, until a lazy module fills it. The splitter says
//! so of every such place, in the module that every first view loads.

use anyhow::{Result, anyhow};
use std::convert::Infallible;
use std::fs;
use std::path::Path;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ElementSection, Module};
use wasmparser::{ConstExpr, Element, ElementItems, ElementKind, ElementSectionReader, Operator, Parser};

/// Rewrites a module without it.
pub(crate) fn leave_out(module: &Path) -> Result<()> {
    let input = fs::read(module)?;
    Ok(fs::write(module, without(&input)?)?)
}

fn without(input: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Filled
        .parse_core_module(&mut module, Parser::new(0), input)
        .map_err(|error| anyhow!("the module cannot be read: {error:?}"))?;
    Ok(module.finish())
}

struct Filled;

impl Reencode for Filled {
    type Error = Infallible;

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let all: Vec<Element<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        // Code may name the others by their number, which must stay.
        let unnamed = all
            .iter()
            .all(|element| matches!(element.kind, ElementKind::Active { .. }));
        for element in all {
            if !(unnamed && is_empty(&element)) {
                self.parse_element(elements, element)?;
            }
        }
        Ok(())
    }
}

fn is_empty(element: &Element<'_>) -> bool {
    match &element.items {
        ElementItems::Functions(_) => false,
        ElementItems::Expressions(_, places) => places
            .clone()
            .into_iter()
            .all(|place| place.is_ok_and(|place| is_null(&place))),
    }
}

fn is_null(place: &ConstExpr<'_>) -> bool {
    let first = place.get_operators_reader().read();
    matches!(first, Ok(Operator::RefNull { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{
        CodeSection, ConstExpr, Elements, Function, FunctionSection, HeapType, RefType, TableSection,
        TableType, TypeSection,
    };
    use wasmparser::Payload;

    /// A table of six places; the first two are filled, and what else is given.
    fn module(more: impl Fn(&mut ElementSection)) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 6,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let filled = Elements::Functions(Cow::Owned(vec![0, 0]));
        elements.active(None, &ConstExpr::i32_const(0), filled);
        more(&mut elements);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables);
        module.section(&elements).section(&code);
        module.finish()
    }

    fn empty_place(elements: &mut ElementSection) {
        let null = ConstExpr::ref_null(HeapType::FUNC);
        let places = Elements::Expressions(RefType::FUNCREF, Cow::Owned(vec![null.clone(), null]));
        elements.active(None, &ConstExpr::i32_const(2), places);
    }

    fn count(module: &[u8]) -> u32 {
        let sections = Parser::new(0).parse_all(module);
        let elements = sections.filter_map(|payload| match payload.unwrap() {
            Payload::ElementSection(section) => Some(section.count()),
            _ => None,
        });
        elements.sum()
    }

    #[test]
    fn only_what_fills_the_table_stays() {
        let input = module(empty_place);
        assert_eq!(count(&input), 2);
        assert_eq!(count(&without(&input).unwrap()), 1);
    }

    #[test]
    fn nothing_is_left_out_where_code_may_count() {
        let input = module(|elements| {
            empty_place(elements);
            elements.passive(Elements::Functions(Cow::Owned(vec![0])));
        });
        assert_eq!(count(&without(&input).unwrap()), 3);
    }
}

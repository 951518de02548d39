//! What a value consists of: the items of a list, the entries of an object, the content of a variant.

use super::super::fault::Fault;
use super::Node;
use js_sys::{Array, Object, Reflect};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use wasm_bindgen::JsValue;

/// A list.
pub(super) struct Items {
    list: Array,
    next: u32,
}

impl Items {
    pub(super) fn of(list: &Array) -> Self {
        let list = list.clone();
        Self { list, next: 0 }
    }

    fn take(&mut self) -> Option<Node> {
        let here = self.next;
        self.next += 1;
        (here < self.list.length()).then(|| Node(self.list.get(here)))
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.take().map(|item| seed.deserialize(item)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        usize::try_from(self.list.length().saturating_sub(self.next)).ok()
    }
}

/// An object whose names are data.
pub(super) struct Entries {
    object: Object,
    names: Items,
    value: Node,
}

impl Entries {
    pub(super) fn of(object: &Object) -> Self {
        Self {
            object: object.clone(),
            names: Items::of(&Object::keys(object)),
            value: Node(JsValue::UNDEFINED),
        }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(name) = self.names.take() else {
            return Ok(None);
        };
        self.value = Node(member(&self.object, &name.0));
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(Node(self.value.0.clone()))
    }
}

/// An object whose names are known: its values in the order in which the reading code that serde derives names its fields.
/// Reading them in order, nothing has to recognise a name.
pub(super) struct Fields {
    object: Object,
    names: std::slice::Iter<'static, &'static str>,
}

impl Fields {
    pub(super) fn of(object: &Object, names: &'static [&'static str]) -> Self {
        Self {
            object: object.clone(),
            names: names.iter(),
        }
    }

    fn take(&mut self) -> Option<Node> {
        let name = self.names.next()?;
        Some(Node(member(&self.object, &JsValue::from_str(name))))
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(value) = self.take() else {
            return Ok(None);
        };
        let is_missing = value.0.is_undefined();
        match seed.deserialize(value) {
            Ok(value) => Ok(Some(value)),
            // Then the field has a default, or the whole cannot be read: the derived code knows.
            Err(_) if is_missing => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// One of several: a name alone, or a name with what it holds.
pub(super) struct Variant {
    name: Node,
    content: Node,
}

impl Variant {
    pub(super) fn of(node: Node) -> Result<Self, Fault> {
        if node.0.is_string() {
            let content = Node(JsValue::UNDEFINED);
            return Ok(Self { name: node, content });
        }
        let object = node.object()?;
        let names = Object::keys(object);
        if names.length() != 1 {
            return Err(Fault);
        }
        let name = names.get(0);
        let content = Node(member(object, &name));
        Ok(Self {
            name: Node(name),
            content,
        })
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Fault;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Fault> {
        Ok((seed.deserialize(self.name)?, Content(self.content)))
    }
}

/// What a variant holds.
pub(super) struct Content(Node);

impl<'de> VariantAccess<'de> for Content {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        if self.0.is_nothing() { Ok(()) } else { Err(Fault) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        self.0.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.0.deserialize_struct("", fields, visitor)
    }
}

fn member(object: &Object, name: &JsValue) -> JsValue {
    Reflect::get(object, name).unwrap_or(JsValue::UNDEFINED)
}

//! From the browser's values to ours.

mod parts;

use super::fault::Fault;
use parts::{Entries, Fields, Items, Variant};
use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// A value of a document.
pub(super) struct Node(pub(super) JsValue);

type Read<'de, V> = Result<<V as Visitor<'de>>::Value, Fault>;

impl Node {
    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    fn number(&self) -> Result<f64, Fault> {
        self.0.as_f64().ok_or(Fault)
    }

    /// A whole number, as far as JSON's numbers are exact.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole, and in the range of exact ones"
    )]
    fn whole(&self) -> Result<i64, Fault> {
        let number = self.number()?;
        if number.trunc() == number && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER {
            Ok(number as i64)
        } else {
            Err(Fault)
        }
    }

    fn text(&self) -> Result<String, Fault> {
        self.0.as_string().ok_or(Fault)
    }

    fn items(&self) -> Result<Items, Fault> {
        self.0.dyn_ref().map(Items::of).ok_or(Fault)
    }

    fn object(&self) -> Result<&js_sys::Object, Fault> {
        self.0.dyn_ref().filter(|_| !self.0.is_array()).ok_or(Fault)
    }
}

impl<'de> Deserializer<'de> for Node {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        if self.is_nothing() {
            visitor.visit_unit()
        } else if let Some(truth) = self.0.as_bool() {
            visitor.visit_bool(truth)
        } else if let Ok(text) = self.text() {
            visitor.visit_string(text)
        } else if let Ok(whole) = self.whole() {
            visitor.visit_i64(whole)
        } else if let Ok(number) = self.number() {
            visitor.visit_f64(number)
        } else if let Ok(items) = self.items() {
            visitor.visit_seq(items)
        } else {
            visitor.visit_map(Entries::of(self.object()?))
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_bool(self.0.as_bool().ok_or(Fault)?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_i64(self.whole()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        if self.is_nothing() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        if self.is_nothing() {
            visitor.visit_unit()
        } else {
            Err(Fault)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<'de, V> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<'de, V> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_map(Entries::of(self.object()?))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Read<'de, V> {
        visitor.visit_seq(Fields::of(self.object()?, fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<'de, V> {
        visitor.visit_enum(Variant::of(self)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<'de, V> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 char bytes byte_buf unit_struct tuple_struct }
}

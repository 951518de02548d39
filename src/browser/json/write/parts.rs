//! Lists and objects while they grow.

use super::super::fault::Fault;
use super::Writer;
use js_sys::{Array, Object, Reflect};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use wasm_bindgen::{JsCast, JsValue};

/// A list or an object.
pub(crate) struct Members {
    whole: JsValue,
    /// The name of the value that comes next.
    key: JsValue,
}

impl Members {
    pub(super) fn listed() -> Self {
        Self::of(Array::new().into())
    }

    pub(super) fn named() -> Self {
        Self::of(Object::new().into())
    }

    fn of(whole: JsValue) -> Self {
        let key = JsValue::UNDEFINED;
        Self { whole, key }
    }

    fn put(&self, key: &JsValue, value: &JsValue) {
        let _ = Reflect::set(&self.whole, key, value);
    }

    pub(super) fn name(&mut self, name: &str, value: &JsValue) {
        self.put(&JsValue::from_str(name), value);
    }

    fn add(&self, value: &JsValue) {
        self.whole.unchecked_ref::<Array>().push(value);
    }

    pub(super) fn made(self) -> JsValue {
        self.whole
    }
}

impl SerializeSeq for Members {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.add(&value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.whole)
    }
}

impl SerializeTuple for Members {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.whole)
    }
}

impl SerializeTupleStruct for Members {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.whole)
    }
}

impl SerializeMap for Members {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        self.key = key.serialize(Writer)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.put(&self.key, &value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.whole)
    }
}

impl SerializeStruct for Members {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
        self.name(name, &value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.whole)
    }
}

/// What a variant holds, under its name.
pub(crate) struct Content {
    variant: &'static str,
    members: Members,
}

impl Content {
    pub(super) fn of(variant: &'static str, members: Members) -> Self {
        Self { variant, members }
    }

    fn made(self) -> JsValue {
        let mut whole = Members::named();
        whole.name(self.variant, &self.members.whole);
        whole.whole
    }
}

impl SerializeTupleVariant for Content {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        SerializeSeq::serialize_element(&mut self.members, value)
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.made())
    }
}

impl SerializeStructVariant for Content {
    type Ok = JsValue;
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
        SerializeStruct::serialize_field(&mut self.members, name, value)
    }

    fn end(self) -> Result<JsValue, Fault> {
        Ok(self.made())
    }
}

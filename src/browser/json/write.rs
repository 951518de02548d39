//! From our values to the browser's.

mod parts;

use super::fault::Fault;
use parts::{Content, Members};
use serde::ser::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// Makes values of a document.
#[derive(Clone, Copy)]
pub(super) struct Writer;

type Made = Result<JsValue, Fault>;

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = Fault;
    type SerializeSeq = Members;
    type SerializeTuple = Members;
    type SerializeTupleStruct = Members;
    type SerializeTupleVariant = Content;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Content;

    fn serialize_bool(self, value: bool) -> Made {
        Ok(JsValue::from_bool(value))
    }

    fn serialize_i8(self, value: i8) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Made {
        self.serialize_f64(value.into())
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON's numbers are no more exact than this"
    )]
    fn serialize_i64(self, value: i64) -> Made {
        self.serialize_f64(value as f64)
    }

    fn serialize_u8(self, value: u8) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Made {
        self.serialize_f64(value.into())
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON's numbers are no more exact than this"
    )]
    fn serialize_u64(self, value: u64) -> Made {
        self.serialize_f64(value as f64)
    }

    fn serialize_f32(self, value: f32) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Made {
        Ok(JsValue::from_f64(value))
    }

    fn serialize_char(self, value: char) -> Made {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Made {
        Ok(JsValue::from_str(value))
    }

    /// JSON has no bytes.
    fn serialize_bytes(self, _: &[u8]) -> Made {
        Err(Fault)
    }

    fn serialize_none(self) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Made {
        let mut whole = Members::named();
        whole.name(variant, &value.serialize(self)?);
        Ok(whole.made())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members, Fault> {
        Ok(Members::listed())
    }

    fn serialize_tuple(self, _: usize) -> Result<Members, Fault> {
        Ok(Members::listed())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members, Fault> {
        Ok(Members::listed())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Content, Fault> {
        Ok(Content::of(variant, Members::listed()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Fault> {
        Ok(Members::named())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Fault> {
        Ok(Members::named())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Content, Fault> {
        Ok(Content::of(variant, Members::named()))
    }
}

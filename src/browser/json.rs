//! JSON, read and written by the browser itself; what is here turns its values into ours and back.
//!
//! Not one of the libraries for it: they can say in words what is wrong with a document, and with that come the words of
//! everything a document may hold, a third of a page. Nobody ever sees them: an answer that cannot be read is "something
//! went wrong", a draft that cannot be read is an empty one.

mod fault;
mod read;
mod write;

use serde::{Serialize, de::DeserializeOwned};

/// What a text says; `None` where it is no JSON, or says something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(read::Node(js_sys::JSON::parse(text).ok()?)).ok()
}

/// The text for a value; `None` for what JSON cannot hold.
pub fn write<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(write::Writer).ok()?;
    js_sys::JSON::stringify(&value).ok().map(String::from)
}

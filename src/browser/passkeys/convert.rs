//! Between JSON and what `navigator.credentials` takes and gives: by the browser's own functions where it has them
//! (`parseCreationOptionsFromJSON`, `toJSON`), else by hand, for browsers of before 2024.

use super::{Failure, class};
use js_sys::{Array, ArrayBuffer, Function, JSON, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// What `create` takes.
pub(super) fn creation(options: &str) -> Result<JsValue, Failure> {
    parsed("parseCreationOptionsFromJSON", options, &["excludeCredentials"])
}

/// What `get` takes.
pub(super) fn request(options: &str) -> Result<JsValue, Failure> {
    parsed("parseRequestOptionsFromJSON", options, &["allowCredentials"])
}

fn parsed(by: &str, options: &str, lists: &[&str]) -> Result<JsValue, Failure> {
    let class = class().ok_or(Failure::Unsupported)?;
    let read = JSON::parse(options).map_err(|_| Failure::Failed)?;
    match field(&class, by).dyn_into::<Function>() {
        Ok(own) => own.call1(&class, &read).map_err(|_| Failure::Failed),
        Err(_) => by_hand(read, lists).ok_or(Failure::Failed),
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn put(into: &JsValue, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(into, &name.into(), value).ok()?.then_some(())
}

/// Every text that stands for bytes becomes bytes.
fn by_hand(options: JsValue, lists: &[&str]) -> Option<JsValue> {
    make_bytes(&options, "challenge")?;
    let user = field(&options, "user");
    if user.is_object() {
        make_bytes(&user, "id")?;
    }
    for list in lists {
        if let Ok(known) = field(&options, list).dyn_into::<Array>() {
            for one in known.iter() {
                make_bytes(&one, "id")?;
            }
        }
    }
    Some(options)
}

fn make_bytes(of: &JsValue, name: &str) -> Option<()> {
    let bytes = bytes_of(&field(of, name).as_string()?)?;
    put(of, name, &bytes)
}

/// From base64url.
fn bytes_of(text: &str) -> Option<Uint8Array> {
    let plain = text.replace('-', "+").replace('_', "/");
    let read = window().atob(&plain).ok()?;
    let bytes: Vec<u8> = read
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect::<Option<_>>()?;
    Some(Uint8Array::from(bytes.as_slice()))
}

/// Into base64url; `undefined` for what is no buffer.
fn text_of(buffer: &JsValue) -> JsValue {
    let Some(buffer) = buffer.dyn_ref::<ArrayBuffer>() else {
        return JsValue::UNDEFINED;
    };
    let text: String = Uint8Array::new(buffer)
        .to_vec()
        .into_iter()
        .map(char::from)
        .collect();
    let coded = window().btoa(&text).unwrap_or_default();
    coded
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_")
        .into()
}

/// The answer as the server reads it.
pub(super) fn answer_text(answer: &JsValue) -> Option<String> {
    let plain = match field(answer, "toJSON").dyn_into::<Function>() {
        Ok(own) => own.call0(answer).ok()?,
        Err(_) => answer_by_hand(answer)?,
    };
    JSON::stringify(&plain).ok()?.as_string()
}

fn answer_by_hand(answer: &JsValue) -> Option<JsValue> {
    let (given, told) = (field(answer, "response"), Object::new());
    for name in [
        "attestationObject",
        "clientDataJSON",
        "authenticatorData",
        "signature",
        "userHandle",
    ] {
        put(&told, name, &text_of(&field(&given, name)))?;
    }
    let plain = Object::new();
    let id = text_of(&field(answer, "rawId"));
    put(&plain, "id", &id)?;
    put(&plain, "rawId", &id)?;
    put(&plain, "response", &told)?;
    put(&plain, "type", &field(answer, "type"))?;
    put(&plain, "clientExtensionResults", &Object::new())?;
    Some(plain.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn bytes_go_there_and_back() {
        let bytes = bytes_of("-_8AAQ").unwrap();
        assert_eq!(bytes.to_vec(), [0xfb, 0xff, 0, 1]);
        assert_eq!(text_of(&bytes.buffer()).as_string().as_deref(), Some("-_8AAQ"));
        assert!(text_of(&JsValue::NULL).is_undefined());
    }

    #[test]
    fn options_are_read_by_hand_where_the_browser_cannot() {
        let options = r#"{"challenge":"AAE","user":{"id":"Ag","name":"x"},"excludeCredentials":[{"id":"Aw","type":"public-key"}]}"#;
        let read = by_hand(JSON::parse(options).unwrap(), &["excludeCredentials"]).unwrap();
        let bytes = |value: JsValue| value.dyn_into::<Uint8Array>().unwrap().to_vec();
        assert_eq!(bytes(field(&read, "challenge")), [0, 1]);
        assert_eq!(bytes(field(&field(&read, "user"), "id")), [2]);
        let known = Array::from(&field(&read, "excludeCredentials"));
        assert_eq!(bytes(field(&known.get(0), "id")), [3]);
    }
}

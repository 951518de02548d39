//! Saying something aloud in a voice of the device.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether the device has a voice for a language, such as `vi`. Some load their voices late: ask again each time.
pub fn has_voice(lang: &str) -> bool {
    voice(lang).is_some()
}

/// Says the text after what is being said already; nothing where the device has no voice for the language: another one
/// would read it wrongly.
pub fn say(text: &str, lang: &str) {
    let (Ok(speech), Some(voice)) = (window().speech_synthesis(), voice(lang)) else {
        return;
    };
    let Ok(words) = SpeechSynthesisUtterance::new_with_text(text) else {
        return;
    };
    words.set_lang(&voice.lang());
    words.set_voice(Some(&voice));
    words.set_rate(0.9);
    speech.speak(&words);
}

fn voice(lang: &str) -> Option<SpeechSynthesisVoice> {
    let voices = window().speech_synthesis().ok()?.get_voices();
    let fits = |voice: &SpeechSynthesisVoice| {
        voice
            .lang()
            .get(..2)
            .is_some_and(|tag| tag.eq_ignore_ascii_case(lang))
    };
    voices
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(fits)
}

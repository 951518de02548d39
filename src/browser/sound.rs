//! A chime of two tones, made by the browser itself. Browsers keep silent until somebody has allowed it by a tap or a key.

use web_sys::{AudioContext, AudioContextState, OscillatorType};

/// Two bars struck one after the other: (hertz, seconds after the beginning).
const TONES: [(f32, f64); 2] = [(659.26, 0.0), (523.25, 0.35)];
/// How long a tone takes to fade.
const FADE_S: f64 = 1.1;

/// Plays, once it is allowed to.
#[derive(Clone)]
pub struct Chime(AudioContext);

impl Chime {
    /// To be called from a tap or a key. None where the browser makes no sounds.
    pub fn allow() -> Option<Self> {
        let context = AudioContext::new().ok()?;
        let _ = context.resume();
        Some(Self(context))
    }

    /// Whether it will be heard.
    pub fn is_allowed(&self) -> bool {
        self.0.state() == AudioContextState::Running
    }

    /// Strikes both bars.
    pub fn play(&self) {
        for (hertz, after) in TONES {
            let _ = self.strike(hertz, after);
        }
    }

    fn strike(&self, hertz: f32, after: f64) -> Result<(), wasm_bindgen::JsValue> {
        let at = self.0.current_time() + 0.02 + after;
        let (tone, volume) = (self.0.create_oscillator()?, self.0.create_gain()?);
        tone.set_type(OscillatorType::Sine);
        tone.frequency().set_value(hertz);
        let level = volume.gain();
        level.set_value_at_time(0.0, at)?;
        level.linear_ramp_to_value_at_time(0.5, at + 0.015)?;
        level.exponential_ramp_to_value_at_time(0.001, at + FADE_S)?;
        tone.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&self.0.destination())?;
        tone.start_with_when(at)?;
        tone.stop_with_when(at + FADE_S)
    }
}

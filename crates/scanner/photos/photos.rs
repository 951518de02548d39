//! Photos of cards that never were, drawn from a seed: the same seed, the same photos on every machine. The people on
//! them are made up; their numbers begin with codes that belong to no province.

mod camera;
mod card;
mod people;
mod random;

use camera::{Lens, Light, Pose};
use card::{Card, Layout};
use random::Random;

/// One photo.
pub struct Photo {
    /// Pixels along a line.
    pub width: usize,
    /// Lines.
    pub height: usize,
    /// Grey values.
    pub pixels: Vec<u8>,
    /// What the code on it says; empty where there is no code.
    pub text: String,
}

/// What makes photos hard, from a camera held well to everything at once.
pub const KINDS: [&str; 10] = [
    "held_well",
    "turned",
    "tilted",
    "far",
    "out_of_focus",
    "shaken",
    "glare",
    "dim",
    "shadow",
    "all_at_once",
];

/// A photo of no code: the other side of a card.
pub const NO_CODE: &str = "no_code";

/// The photo of a kind with this number.
pub fn photo(kind: &'static str, number: u64, width: usize, height: usize) -> Photo {
    let place = KINDS
        .iter()
        .position(|known| *known == kind)
        .unwrap_or(KINDS.len()) as u64;
    let mut random = Random::new(place * 1_000_003 + number);
    let layout = if number.is_multiple_of(2) {
        Layout::OldFront
    } else {
        Layout::NewBack
    };
    let text = people::card_text(&mut random, layout);
    let card = Card::new(layout, &text, kind != NO_CODE, &mut random);
    let (pose, lens, light) = conditions(kind, &mut random);
    let pixels = camera::take(&card, &pose, &lens, &light, (width, height), &mut random);
    Photo {
        width,
        height,
        pixels,
        text: if kind == NO_CODE { String::new() } else { text },
    }
}

/// How the photo is taken: a little of everything, and much of what the kind says. From easy to hopeless.
fn conditions(kind: &str, random: &mut Random) -> (Pose, Lens, Light) {
    let all = kind == "all_at_once";
    let mut pose = Pose {
        turn: random.between(-12.0, 12.0),
        pitch: random.between(-8.0, 8.0),
        yaw: random.between(-8.0, 8.0),
        // How much of the frame's width the card's width takes.
        width: random.between(0.75, 1.25),
    };
    let mut lens = Lens {
        blur: random.between(0.3, 0.7),
        shake: 0.0,
        shake_way: random.between(0.0, 180.0),
    };
    let mut light = Light {
        level: random.between(0.75, 1.0),
        slope: random.between(0.0, 0.25),
        shadow: 0.0,
        glare: 0.0,
        glare_size: random.between(2.0, 7.0),
        noise: random.between(1.5, 4.0),
    };
    if kind == "turned" || all {
        pose.turn = random.between(0.0, 360.0);
    }
    if kind == "tilted" {
        pose.pitch = random.between(-50.0, 50.0);
        pose.yaw = random.between(-50.0, 50.0);
    }
    if kind == "far" {
        pose.width = random.between(0.36, 0.7);
        lens.blur = random.between(0.25, 0.5);
    }
    if kind == "out_of_focus" {
        lens.blur = random.between(0.8, 3.2);
    }
    if kind == "shaken" {
        lens.shake = random.between(1.0, 9.0);
    }
    if kind == "glare" {
        light.glare = random.between(0.4, 2.2);
    }
    if kind == "dim" {
        light.level = random.between(0.05, 0.3);
        light.noise = random.between(2.0, 9.0);
    }
    if kind == "shadow" {
        light.shadow = random.between(0.4, 0.85);
        light.slope = random.between(0.2, 0.7);
    }
    if all {
        pose.pitch = random.between(-28.0, 28.0);
        pose.yaw = random.between(-28.0, 28.0);
        pose.width = random.between(0.6, 1.2);
        lens.blur = random.between(0.5, 1.4);
        lens.shake = random.between(0.0, 2.5);
        light.level = random.between(0.3, 1.0);
        light.noise = random.between(2.0, 9.0);
        light.glare = random.between(0.0, 0.8);
        light.shadow = random.between(0.0, 0.5);
    }
    (pose, lens, light)
}

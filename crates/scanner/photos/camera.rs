//! A camera that is held somehow, in some light.

use super::card::{Card, SIZE};
use super::random::Random;

/// How the card lies before the camera. Angles in degrees.
pub struct Pose {
    /// In the picture's plane.
    pub turn: f32,
    /// Away from it, over the horizontal axis.
    pub pitch: f32,
    /// Away from it, over the vertical axis.
    pub yaw: f32,
    /// The card's width as part of the frame's.
    pub width: f32,
}

/// What the glass and the hand do. In pixels of a frame 960 wide.
pub struct Lens {
    /// Deviation of the blur.
    pub blur: f32,
    /// Length of the way that the hand moved.
    pub shake: f32,
    /// Its direction in degrees.
    pub shake_way: f32,
}

/// What the light does.
pub struct Light {
    /// How much of the range is used.
    pub level: f32,
    /// How much darker one side is.
    pub slope: f32,
    /// How much darker it is behind the edge of a shadow.
    pub shadow: f32,
    /// How strong the shine of a lamp is.
    pub glare: f32,
    /// Its extent in millimetres.
    pub glare_size: f32,
    /// Deviation of the sensor's noise in grey values.
    pub noise: f32,
}

/// Takes the photo.
pub fn take(
    card: &Card,
    pose: &Pose,
    lens: &Lens,
    light: &Light,
    (width, height): (usize, usize),
    random: &mut Random,
) -> Vec<u8> {
    let view = View::new(card, pose, (width, height), random);
    let mut picture = expose(card, &view, light, (width, height), random);
    let scale = width as f32 / 960.0;
    blur(&mut picture, width, height, lens.blur * scale);
    shake(&mut picture, width, height, lens.shake * scale, lens.shake_way);
    let dim = light.level < 0.35;
    let range = 255.0 * light.level;
    picture
        .into_iter()
        .map(|value| {
            let seen = value * range + random.normal() * light.noise;
            // A camera turns dim light up, and the noise with it, but not all the way.
            let gained = if dim {
                seen * (0.45 / light.level).min(3.0)
            } else {
                seen
            };
            gained.clamp(0.0, 255.0) as u8
        })
        .collect()
}

/// From pixels back to the card's plane.
struct View {
    rows: [[f32; 3]; 3],
}

impl View {
    fn new(card: &Card, pose: &Pose, (width, height): (usize, usize), random: &mut Random) -> Self {
        let (width, height) = (width as f32, height as f32);
        let (turn, pitch, yaw) = (
            pose.turn.to_radians(),
            pose.pitch.to_radians(),
            pose.yaw.to_radians(),
        );
        let ((st, ct), (sp, cp), (sy, cy)) = (turn.sin_cos(), pitch.sin_cos(), yaw.sin_cos());
        // Turn, then tip over the vertical, then over the horizontal axis.
        let across = [ct * cy, st * cp + ct * sy * sp, st * sp - ct * sy * cp];
        let down = [-st * cy, ct * cp - st * sy * sp, ct * sp + st * sy * cp];
        // A lens of a phone: the frame's width is seen at about 65°, so it is 1.28 of the distance.
        let focal = width / 1.28;
        let distance = focal * SIZE.0 / (pose.width * width);
        let (cx, cy) = card.middle_of_code();
        // The code is somewhere in the frame, all of it.
        let half = card.half_of_code() * focal / distance * 1.6;
        let room = |size: f32| ((size / 2.0 - half) * 0.8).max(0.0);
        let (x, y) = (
            random.between(-room(width), room(width)),
            random.between(-room(height), room(height)),
        );
        let centre = [x / focal * distance, y / focal * distance, distance];
        let origin: [f32; 3] = std::array::from_fn(|axis| centre[axis] - cx * across[axis] - cy * down[axis]);
        // From the plane to the frame; its inverse is what is needed.
        let row = |axis: usize, middle: f32| {
            [across, down, origin].map(|vector: [f32; 3]| focal * vector[axis] + middle * vector[2])
        };
        let forward = [
            row(0, width / 2.0),
            row(1, height / 2.0),
            [across[2], down[2], origin[2]],
        ];
        Self {
            rows: inverse(forward),
        }
    }

    fn to_card(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c] = self.rows.map(|row| row[0] * x + row[1] * y + row[2]);
        (a / c, b / c)
    }
}

fn inverse(m: [[f32; 3]; 3]) -> [[f32; 3]; 3] {
    let m = m.map(|row| row.map(f64::from));
    let minor = |r: [usize; 2], c: [usize; 2]| m[r[0]][c[0]] * m[r[1]][c[1]] - m[r[0]][c[1]] * m[r[1]][c[0]];
    let others = [[1, 2], [0, 2], [0, 1]];
    let determinant: f64 = (0..3)
        .map(|column| m[0][column] * minor([1, 2], others[column]) * if column == 1 { -1.0 } else { 1.0 })
        .sum();
    std::array::from_fn(|row| {
        std::array::from_fn(|column| {
            let sign = if (row + column) % 2 == 1 { -1.0 } else { 1.0 };
            (sign * minor(others[column], others[row]) / determinant) as f32
        })
    })
}

fn expose(
    card: &Card,
    view: &View,
    light: &Light,
    (width, height): (usize, usize),
    random: &mut Random,
) -> Vec<f32> {
    let slope_way = random.between(0.0, std::f32::consts::TAU).sin_cos();
    let (code_x, code_y) = card.middle_of_code();
    let near = card.half_of_code() * 1.3;
    let lamp = (
        code_x + random.between(-near, near),
        code_y + random.between(-near, near),
    );
    let stretch = random.between(0.4, 1.0);
    let edge_way = random.between(0.0, std::f32::consts::TAU).sin_cos();
    let table = random.between(0.25, 0.6);
    let grain = (random.between(0.02, 0.12), random.between(0.02, 0.12));
    let mut picture = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let mut sum = 0.0;
            for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                let (px, py) = (x as f32 + dx, y as f32 + dy);
                let (u, v) = view.to_card(px, py);
                let wood = table + 0.06 * (px * grain.0 + 3.0 * (py * grain.1).sin()).sin();
                sum += card.at(u, v).unwrap_or(wood);
            }
            let (u, v) = view.to_card(x as f32 + 0.5, y as f32 + 0.5);
            let (fx, fy) = (x as f32 / width as f32 - 0.5, y as f32 / height as f32 - 0.5);
            let mut seen = sum / 4.0 * (1.0 - light.slope * (0.5 + fx * slope_way.0 + fy * slope_way.1));
            if light.shadow > 0.0 {
                let behind = (u - code_x) * edge_way.0 + (v - code_y) * edge_way.1;
                seen *= 1.0 - light.shadow * (0.5 + behind / 1.5).clamp(0.0, 1.0);
            }
            if light.glare > 0.0 {
                let (gx, gy) = (
                    (u - lamp.0) / light.glare_size,
                    (v - lamp.1) / (light.glare_size * stretch),
                );
                seen += light.glare * (-(gx * gx + gy * gy)).exp();
            }
            picture.push(seen.min(1.0));
        }
    }
    picture
}

/// Gaussian, along the lines and then along the columns.
fn blur(picture: &mut [f32], width: usize, height: usize, deviation: f32) {
    if deviation < 0.2 {
        return;
    }
    let reach = (deviation * 3.0).ceil() as isize;
    let weights: Vec<f32> = (-reach..=reach)
        .map(|at| (-((at * at) as f32) / (2.0 * deviation * deviation)).exp())
        .collect();
    let whole: f32 = weights.iter().sum();
    let offsets = |step: isize| (-reach..=reach).map(move |at| at * step);
    along(
        picture,
        width,
        height,
        &weights,
        whole,
        |x, y, at| (x + at, y),
        offsets(1).collect(),
    );
    along(
        picture,
        width,
        height,
        &weights,
        whole,
        |x, y, at| (x, y + at),
        offsets(1).collect(),
    );
}

fn shake(picture: &mut [f32], width: usize, height: usize, length: f32, way: f32) {
    if length < 0.5 {
        return;
    }
    let (sin, cos) = way.to_radians().sin_cos();
    let half = (length * 2.0).ceil() as isize;
    let weights = vec![1.0; 2 * half as usize + 1];
    let step = length / (2.0 * half as f32 + 1.0);
    let place = |x: isize, y: isize, at: isize| {
        let far = at as f32 * step;
        (x + (far * cos).round() as isize, y + (far * sin).round() as isize)
    };
    let whole = weights.len() as f32;
    along(
        picture,
        width,
        height,
        &weights,
        whole,
        place,
        (-half..=half).collect(),
    );
}

fn along(
    picture: &mut [f32],
    width: usize,
    height: usize,
    weights: &[f32],
    whole: f32,
    place: impl Fn(isize, isize, isize) -> (isize, isize),
    offsets: Vec<isize>,
) {
    let before = picture.to_vec();
    for y in 0..height as isize {
        for x in 0..width as isize {
            let sum: f32 = weights
                .iter()
                .zip(&offsets)
                .map(|(weight, at)| {
                    let (px, py) = place(x, y, *at);
                    let (px, py) = (px.clamp(0, width as isize - 1), py.clamp(0, height as isize - 1));
                    weight * before[py as usize * width + px as usize]
                })
                .sum();
            picture[y as usize * width + x as usize] = sum / whole;
        }
    }
}

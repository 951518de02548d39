//! A picture in grey.

/// Pictures beyond this are not looked at: nothing that a camera gives is as large.
const MOST_PIXELS: usize = 64 << 20;

/// A picture of grey values, row by row, 0 is black.
#[derive(Clone, Debug)]
pub struct Luma {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<u8>,
}

impl Luma {
    /// A picture from its grey values; `None` where their number does not fit the size, or where it is absurdly large.
    #[must_use]
    pub fn new(pixels: Vec<u8>, width: usize, height: usize) -> Option<Self> {
        let fits = width.checked_mul(height) == Some(pixels.len()) && pixels.len() <= MOST_PIXELS;
        fits.then_some(Self {
            width,
            height,
            pixels,
        })
    }

    /// A picture from four bytes a pixel, of which the second, green, is taken: codes are black on white, and most of
    /// what eyes and cameras call light is green.
    #[must_use]
    pub fn from_rgba(pixels: &[u8], width: usize, height: usize) -> Option<Self> {
        if width.checked_mul(height)?.checked_mul(4)? != pixels.len() {
            return None;
        }
        let (quads, _) = pixels.as_chunks::<4>();
        Self::new(
            quads.iter().map(|[_, green, _, _]| *green).collect(),
            width,
            height,
        )
    }

    /// The grey value at a place between pixels' middles; at the border, that of the border.
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (dx, dy) = (x - left, y - top);
        let (left, top) = (left as isize, top as isize);
        if left < 0 || top < 0 || left as usize + 1 >= self.width || top as usize + 1 >= self.height {
            let x = (left.max(0) as usize).min(self.width.saturating_sub(1));
            let y = (top.max(0) as usize).min(self.height.saturating_sub(1));
            return f32::from(self.pixels[y * self.width + x]);
        }
        let at = top as usize * self.width + left as usize;
        let (upper, lower) = (
            &self.pixels[at..at + 2],
            &self.pixels[at + self.width..at + self.width + 2],
        );
        let above = f32::from(upper[0]) + dx * (f32::from(upper[1]) - f32::from(upper[0]));
        let below = f32::from(lower[0]) + dx * (f32::from(lower[1]) - f32::from(lower[0]));
        above + dy * (below - above)
    }

    /// The picture at half its size; noise halves, too.
    pub(crate) fn half(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let upper = &self.pixels[2 * y * self.width..][..2 * width];
            let lower = &self.pixels[(2 * y + 1) * self.width..][..2 * width];
            let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
            pixels.extend(pairs.map(|(upper, lower)| {
                let sum =
                    u32::from(upper[0]) + u32::from(upper[1]) + u32::from(lower[0]) + u32::from(lower[1]);
                ((sum + 2) / 4) as u8
            }));
        }
        Self {
            width,
            height,
            pixels,
        }
    }

    /// The picture with its edges made steeper: undoes a little of what a lens out of focus has done.
    pub(crate) fn sharpened(&self) -> Self {
        let (width, height) = (self.width, self.height);
        let mut pixels = self.pixels.clone();
        if width < 5 || height < 5 {
            return Self {
                width,
                height,
                pixels,
            };
        }
        for y in 2..height - 2 {
            let row = |dy: usize| &self.pixels[(y + dy - 2) * width..][..width];
            let (top, above, here, below, bottom) = (row(0), row(1), row(2), row(3), row(4));
            let out = &mut pixels[y * width..][..width];
            for x in 2..width - 2 {
                let near = i32::from(above[x])
                    + i32::from(below[x])
                    + i32::from(here[x - 1])
                    + i32::from(here[x + 1]);
                let far = i32::from(top[x])
                    + i32::from(bottom[x])
                    + i32::from(here[x - 2])
                    + i32::from(here[x + 2]);
                let own = i32::from(here[x]);
                // Half the difference to the nearer four and the whole difference to the farther four.
                let sharp = own + (4 * own - near) / 8 + (4 * own - far) / 4;
                out[x] = sharp.clamp(0, 255) as u8;
            }
        }
        Self {
            width,
            height,
            pixels,
        }
    }
}

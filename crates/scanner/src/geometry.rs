//! Points, and the mapping from a flat code to its picture seen at an angle.

/// A place in a picture or in a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

impl Point {
    pub(crate) const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    pub(crate) fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    pub(crate) fn times(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    pub(crate) fn length(self) -> f32 {
        self.x.hypot(self.y)
    }

    pub(crate) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// Positive where `other` lies clockwise of this, on a screen.
    pub(crate) fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }
}

/// Rows of a matrix.
type Matrix = [[f64; 3]; 3];

/// A mapping that keeps straight lines straight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Projection([[f32; 3]; 3]);

impl Projection {
    /// The mapping that brings four points to four others; both in the same order around a convex figure.
    pub(crate) fn between(from: &[Point; 4], to: &[Point; 4]) -> Self {
        let matrix = product(&from_square(to), &adjugate(&from_square(from)));
        // The last entry only scales; one keeps the others of a handy size.
        let scale = if matrix[2][2].abs() < 1e-12 {
            1.0
        } else {
            matrix[2][2]
        };
        Self(matrix.map(|row| row.map(|entry| (entry / scale) as f32)))
    }

    /// Where a point goes.
    pub(crate) fn of(&self, x: f32, y: f32) -> Point {
        let [a, b, c] = &self.0;
        let depth = c[0] * x + c[1] * y + c[2];
        let near = 1.0 / if depth.abs() < 1e-6 { 1e-6 } else { depth };
        Point::new(
            (a[0] * x + a[1] * y + a[2]) * near,
            (b[0] * x + b[1] * y + b[2]) * near,
        )
    }
}

/// The mapping of the square (0,0), (1,0), (1,1), (0,1) to four points.
fn from_square(to: &[Point; 4]) -> Matrix {
    let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = to.map(|point| (f64::from(point.x), f64::from(point.y)));
    let (dx3, dy3) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
    let (dx1, dx2, dy1, dy2) = (x1 - x2, x3 - x2, y1 - y2, y3 - y2);
    let den = dx1 * dy2 - dx2 * dy1;
    let den = if den.abs() < 1e-12 { 1e-12 } else { den };
    let (g, h) = ((dx3 * dy2 - dx2 * dy3) / den, (dx1 * dy3 - dx3 * dy1) / den);
    [
        [x1 - x0 + g * x1, x3 - x0 + h * x3, x0],
        [y1 - y0 + g * y1, y3 - y0 + h * y3, y0],
        [g, h, 1.0],
    ]
}

/// The inverse but for a factor.
fn adjugate(m: &Matrix) -> Matrix {
    let minor = |r1: usize, r2: usize, c1: usize, c2: usize| m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    [
        [minor(1, 2, 1, 2), minor(0, 2, 2, 1), minor(0, 1, 1, 2)],
        [minor(1, 2, 2, 0), minor(0, 2, 0, 2), minor(0, 1, 2, 0)],
        [minor(1, 2, 0, 1), minor(0, 2, 1, 0), minor(0, 1, 0, 1)],
    ]
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    std::array::from_fn(|row| {
        std::array::from_fn(|column| (0..3).map(|index| a[row][index] * b[index][column]).sum())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_points_go_where_they_should() {
        let from = [
            Point::new(3.5, 3.5),
            Point::new(53.5, 3.5),
            Point::new(50.5, 50.5),
            Point::new(3.5, 53.5),
        ];
        let to = [
            Point::new(100.0, 120.0),
            Point::new(230.0, 110.0),
            Point::new(240.0, 260.0),
            Point::new(90.0, 230.0),
        ];
        let map = Projection::between(&from, &to);
        for (from, to) in from.iter().zip(&to) {
            let got = map.of(from.x, from.y);
            assert!(got.minus(*to).length() < 0.01, "{got:?} {to:?}");
        }
        let middle = map.of(28.0, 28.0);
        assert!((100.0..240.0).contains(&middle.x) && (110.0..260.0).contains(&middle.y));
    }
}

//! How far the nearest office is that we know, where none is known in the province somebody stays in.

/// From here on a way is no errand any more: whoever has it before them is told to ask nearby first. Every commune's police
/// may take people from everywhere (Decree 69/2024/NĐ-CP, art. 10), also where we know none.
pub const FAR_KM: u16 = 60;

/// So near, a distance is told to ten kilometres; beyond, to fifty: it is measured in a straight line from the province's
/// main town, and the address of a page shall not say more about where somebody stays.
const NEAR_KM: u16 = 100;

/// A distance as it is told.
#[must_use]
pub const fn about_km(km: u16) -> u16 {
    let step = if km < NEAR_KM { 10 } else { 50 };
    let told = km.saturating_add(step / 2) / step * step;
    if told == 0 { step } else { told }
}

/// Whether that is far.
#[must_use]
pub const fn is_far(km: u16) -> bool {
    km >= FAR_KM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_told_roughly() {
        for (km, told, far) in [
            (0, 10, false),
            (12, 10, false),
            (54, 50, false),
            (55, 60, true),
            (97, 100, true),
            (124, 100, true),
            (126, 150, true),
            (1_138, 1_150, true),
            (u16::MAX, 65_500, true),
        ] {
            assert_eq!((about_km(km), is_far(about_km(km))), (told, far), "{km}");
        }
    }
}

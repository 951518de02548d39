//! Photos of made-up cards, from a seed: how many of each kind must be read, and that nothing is read where there is
//! nothing.

#[path = "../photos/photos.rs"]
mod photos;

use eid_scanner::{Look, Luma, look as whole_look, read};
use photos::{KINDS, NO_CODE, photo};

const COUNT: u64 = 12;

/// Of a dozen photos that go from easy to hopeless, so many are read at least.
const LEAST: [(&str, usize); 10] = [
    ("held_well", 12),
    ("turned", 12),
    ("tilted", 10),
    ("far", 9),
    ("out_of_focus", 5),
    ("shaken", 6),
    ("glare", 9),
    ("dim", 10),
    ("shadow", 10),
    ("all_at_once", 9),
];

fn look(kind: &'static str, number: u64) -> (Option<String>, String) {
    let photo = photo(kind, number, 960, 720);
    let picture = Luma::new(photo.pixels, photo.width, photo.height);
    (picture.and_then(read), photo.text)
}

#[test]
fn cards_are_read_and_never_misread() {
    assert_eq!(LEAST.map(|(kind, _)| kind), KINDS, "every kind has its threshold");
    let mut short = Vec::new();
    for (kind, least) in LEAST {
        let mut found = 0;
        for number in 0..COUNT {
            let (read, text) = look(kind, number);
            if let Some(read) = read {
                assert_eq!(read, text, "{kind} {number} is misread");
                found += 1;
            }
        }
        println!("{kind}: {found} of {COUNT}");
        if found < least {
            short.push(format!("{kind}: {found}, at least {least}"));
        }
    }
    assert!(short.is_empty(), "{short:?}");
}

#[test]
fn where_there_is_no_code_nothing_is_read() {
    for number in 0..COUNT {
        assert_eq!(look(NO_CODE, number).0, None, "{number}");
    }
}

/// The large picture of a photo file, not a frame of a camera.
#[test]
fn large_photos_are_read_too() {
    let photo = photo("held_well", 2, 2400, 1800);
    assert_eq!(
        read(Luma::new(photo.pixels, 2400, 1800).unwrap()),
        Some(photo.text)
    );
}

/// The story: whoever had a blurred photo was told that there is no code in it, and looked for another card.
#[test]
fn a_blurred_photo_is_told_from_one_without_a_code() {
    let why = |kind, number| {
        let photo = photo(kind, number, 960, 720);
        whole_look(Luma::new(photo.pixels, photo.width, photo.height).unwrap())
    };
    let (mut nothing, mut unclear) = (0, 0);
    for number in 0..COUNT {
        match why("out_of_focus", number) {
            Look::Text(_) => {}
            Look::Unclear => unclear += 1,
            Look::Nothing => nothing += 1,
        }
        assert_eq!(why(NO_CODE, number), Look::Nothing, "{number}");
    }
    assert!(
        unclear >= 5 && nothing <= 1,
        "{unclear} unclear, {nothing} nothing"
    );
}

//! Draws the set of card photos that decoders are measured on: `photos FOLDER COUNT`, so many of every kind. Each photo
//! is a file of grey values, `index.json` tells its size and text. `photos --card NAME` draws one card, small and
//! clear, as `NAME.png`, and writes what its code says to `NAME.txt`.

#[path = "../photos/photos.rs"]
mod photos;

use photos::{KINDS, NO_CODE, Photo, photo};
use std::error::Error;
use std::io::Write;
use std::path::Path;

const SIZE: (usize, usize) = (960, 720);

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--card", name] => card(name),
        ["--png", folder, count] => all(count.parse()?, |index, kind, photo| {
            let file = Path::new(folder).join(format!("{kind}-{index}.png"));
            Ok(std::fs::write(file, png(photo)?)?)
        }),
        [folder, count] => set(Path::new(folder), count.parse()?),
        _ => Err("photos FOLDER COUNT, or photos --card NAME".into()),
    }
}

fn all(
    count: u64,
    mut each: impl FnMut(usize, &str, &Photo) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut index = 0;
    for kind in KINDS.into_iter().chain([NO_CODE]) {
        for number in 0..count {
            each(index, kind, &photo(kind, number, SIZE.0, SIZE.1))?;
            index += 1;
        }
    }
    Ok(())
}

/// The card that whole journeys are tested with.
fn card(name: &str) -> Result<(), Box<dyn Error>> {
    let mut photo = photo("held_well", 4, 720, 540);
    // Sixteen levels of grey are plenty and a third of the bytes.
    photo
        .pixels
        .iter_mut()
        .for_each(|value| *value = (*value / 16) * 17);
    std::fs::write(format!("{name}.png"), png(&photo)?)?;
    Ok(std::fs::write(format!("{name}.txt"), photo.text)?)
}

fn set(folder: &Path, count: u64) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let mut lines = Vec::new();
    all(count, |index, kind, photo| {
        let name = format!("{index}.grey");
        std::fs::write(folder.join(&name), &photo.pixels)?;
        // No made-up name holds a quotation mark or a backslash.
        lines.push(format!(
            "{{\"file\":\"{name}\",\"kind\":\"{kind}\",\"width\":{},\"height\":{},\"text\":\"{}\"}}",
            photo.width, photo.height, photo.text
        ));
        Ok(())
    })?;
    Ok(std::fs::write(
        folder.join("index.json"),
        format!("[{}]", lines.join(",\n")),
    )?)
}

/// The smallest PNG there is: one grey channel, no filter.
fn png(photo: &Photo) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut header = Vec::new();
    header.extend((photo.width as u32).to_be_bytes());
    header.extend((photo.height as u32).to_be_bytes());
    header.extend([8, 0, 0, 0, 0]);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for line in photo.pixels.chunks(photo.width) {
        packed.write_all(&[0])?;
        packed.write_all(line)?;
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", header),
        (b"IDAT", packed.finish()?),
        (b"IEND", Vec::new()),
    ] {
        file.extend((data.len() as u32).to_be_bytes());
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&data);
        file.extend(name);
        file.extend(&data);
        file.extend(sum.sum().to_be_bytes());
    }
    Ok(file)
}

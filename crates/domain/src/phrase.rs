//! The phrase that only the real office can say: three words that the receipt shows to its owner and the desk to who calls.
//! Whoever phones and cannot say them is not from the office.

use crate::office::Localised;

/// Short words that sound unlike each other on a bad line, with what they mean.
const WORDS: [(&str, &str); 64] = [
    ("sen", "lotus"),
    ("tre", "bamboo"),
    ("dừa", "coconut"),
    ("lúa", "rice"),
    ("khế", "star fruit"),
    ("bưởi", "pomelo"),
    ("xoài", "mango"),
    ("chuối", "banana"),
    ("mít", "jackfruit"),
    ("cam", "orange"),
    ("nho", "grape"),
    ("sầu riêng", "durian"),
    ("hoa cúc", "daisy"),
    ("hoa hồng", "rose"),
    ("cỏ", "grass"),
    ("lá", "leaf"),
    ("chim én", "swallow"),
    ("con cò", "stork"),
    ("con công", "peacock"),
    ("con vịt", "duck"),
    ("con trâu", "buffalo"),
    ("con ngựa", "horse"),
    ("con mèo", "cat"),
    ("con thỏ", "rabbit"),
    ("con rùa", "turtle"),
    ("con tôm", "shrimp"),
    ("con cua", "crab"),
    ("con ốc", "snail"),
    ("con ong", "bee"),
    ("con bướm", "butterfly"),
    ("con voi", "elephant"),
    ("con khỉ", "monkey"),
    ("sông", "river"),
    ("suối", "stream"),
    ("hồ", "lake"),
    ("biển", "sea"),
    ("núi", "mountain"),
    ("đồi", "hill"),
    ("đảo", "island"),
    ("rừng", "forest"),
    ("cầu", "bridge"),
    ("thuyền", "boat"),
    ("cánh buồm", "sail"),
    ("mỏ neo", "anchor"),
    ("trăng", "moon"),
    ("ngôi sao", "star"),
    ("mây", "cloud"),
    ("mưa", "rain"),
    ("gió", "wind"),
    ("nắng", "sunshine"),
    ("đèn lồng", "lantern"),
    ("trống", "drum"),
    ("chuông", "bell"),
    ("sáo trúc", "flute"),
    ("đàn bầu", "zither"),
    ("nón lá", "leaf hat"),
    ("áo mưa", "raincoat"),
    ("ấm trà", "teapot"),
    ("bánh mì", "bread"),
    ("xe đạp", "bicycle"),
    ("xe lửa", "train"),
    ("diều giấy", "kite"),
    ("quả bóng", "ball"),
    ("chìa khóa", "key"),
];

/// The phrase that 18 bits chosen by chance stand for.
#[must_use]
pub fn phrase(bits: u32) -> Localised {
    let word = |place: u32| {
        let at = usize::try_from(bits >> (6 * place) & 63).unwrap_or_default();
        WORDS.get(at).copied().unwrap_or(("", ""))
    };
    let three = [word(0), word(1), word(2)];
    Localised {
        vi: three.map(|(vi, _)| vi).join(" – "),
        en: three.map(|(_, en)| en).join(" – "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn words_are_told_apart_in_both_languages_and_without_marks() {
        let distinct = |words: Vec<String>| words.into_iter().collect::<BTreeSet<_>>().len();
        assert_eq!(
            distinct(
                WORDS
                    .iter()
                    .map(|(vi, _)| crate::search_key::search_key(vi))
                    .collect()
            ),
            64
        );
        assert_eq!(
            distinct(WORDS.iter().map(|(_, en)| (*en).to_owned()).collect()),
            64
        );
    }

    #[test]
    fn every_bit_counts_and_no_more_are_read() {
        assert_eq!(phrase(0).vi, "sen – sen – sen");
        assert_eq!(phrase(1).en, "bamboo – lotus – lotus");
        assert_eq!(phrase(63 << 12).vi, "sen – sen – chìa khóa");
        assert_eq!(phrase(1 << 18), phrase(0));
    }
}

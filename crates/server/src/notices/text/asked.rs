//! What must be corrected and what to bring, in the few words of a message.

use eid_domain::{
    intake::{Evidence, Fault},
    wire::Lang,
};

/// Faults, papers, and the officer's own words, the most needed first: what does not fit into a message is left out at the
/// end, and stands on the dossier's page.
#[must_use]
pub fn asked(lang: Lang, what: &[Fault], papers: &[Evidence], words: &str) -> String {
    let faults: Vec<&str> = what
        .iter()
        .filter(|fault| !fault.needs_words())
        .map(|fault| fault_words(lang, *fault))
        .collect();
    let papers: Vec<&str> = papers
        .iter()
        .filter(|paper| **paper != Evidence::None)
        .map(|paper| paper_words(lang, *paper))
        .collect();
    let bring = match lang {
        Lang::Vi => "mang",
        Lang::En => "bring",
    };
    let mut parts = Vec::new();
    if !faults.is_empty() {
        parts.push(faults.join(", "));
    }
    if !papers.is_empty() {
        parts.push(format!("{bring} {}", papers.join(", ")));
    }
    if !words.is_empty() {
        parts.push(words.to_owned());
    }
    parts.join("; ")
}

const fn fault_words(lang: Lang, fault: Fault) -> &'static str {
    match (lang, fault) {
        (Lang::Vi, Fault::Name) => "họ tên",
        (Lang::Vi, Fault::BirthDate) => "ngày sinh",
        (Lang::Vi, Fault::Sex) => "giới tính",
        (Lang::Vi, Fault::Origin) => "nơi sinh, quê quán",
        (Lang::Vi, Fault::Residence) => "nơi cư trú",
        (Lang::Vi, Fault::Family) => "người thân, người đại diện",
        (Lang::Vi, Fault::NotThere) => "chưa có dữ liệu dân cư",
        (Lang::Vi, Fault::Photo) => "ảnh",
        (Lang::Vi, Fault::Biometrics) => "vân tay, mống mắt",
        (Lang::Vi, Fault::Other) => "việc khác",
        (Lang::En, Fault::Name) => "name",
        (Lang::En, Fault::BirthDate) => "date of birth",
        (Lang::En, Fault::Sex) => "sex",
        (Lang::En, Fault::Origin) => "place of birth or origin",
        (Lang::En, Fault::Residence) => "residence",
        (Lang::En, Fault::Family) => "family, representative",
        (Lang::En, Fault::NotThere) => "no population data yet",
        (Lang::En, Fault::Photo) => "photo",
        (Lang::En, Fault::Biometrics) => "fingerprints, iris",
        (Lang::En, Fault::Other) => "something else",
    }
}

const fn paper_words(lang: Lang, paper: Evidence) -> &'static str {
    match (lang, paper) {
        (Lang::Vi, Evidence::BirthCertificate) => "giấy khai sinh",
        (Lang::Vi, Evidence::CivilExtract) => "trích lục hộ tịch",
        (Lang::Vi, Evidence::ChangeDecision) => "quyết định thay đổi",
        (Lang::Vi, Evidence::NationalityDecision) => "quyết định quốc tịch",
        (Lang::Vi, Evidence::ResidenceProof) => "giấy tờ cư trú",
        (Lang::Vi, Evidence::OldPaper) => "thẻ cũ",
        (Lang::Vi, Evidence::None) => "không cần giấy tờ",
        (Lang::En, Evidence::BirthCertificate) => "birth certificate",
        (Lang::En, Evidence::CivilExtract) => "civil register extract",
        (Lang::En, Evidence::ChangeDecision) => "decision on the change",
        (Lang::En, Evidence::NationalityDecision) => "decision on nationality",
        (Lang::En, Evidence::ResidenceProof) => "proof of residence",
        (Lang::En, Evidence::OldPaper) => "old card",
        (Lang::En, Evidence::None) => "no papers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_needed_comes_first() {
        let what = [Fault::Name, Fault::BirthDate, Fault::Other];
        let papers = [Evidence::BirthCertificate];
        assert_eq!(
            asked(Lang::Vi, &what, &papers, "gặp bàn 3"),
            "họ tên, ngày sinh; mang giấy khai sinh; gặp bàn 3"
        );
        assert_eq!(asked(Lang::En, &[Fault::Photo], &[Evidence::None], ""), "photo");
        assert_eq!(asked(Lang::Vi, &[], &[], "Ảnh mờ"), "Ảnh mờ");
    }
}

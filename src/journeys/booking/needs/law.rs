//! Legal sources as each language writes them.

use crate::i18n::{Lang, keys::due, lang, t, tf};
use eid_domain::legal::{Act, LegalBasis};

/// "điểm a khoản 1 Điều 24 Luật Căn cước 26/2023/QH15" / "Law on Identification 26/2023/QH15, art. 24, clause 1, point a".
pub(super) fn words(basis: &LegalBasis) -> String {
    let act = format!("{} {}", t(kind(basis.act)), basis.act.number());
    let article = basis
        .article
        .map(|n| tf(due::LAW_ARTICLE, &[("n", &n.to_string())]));
    let clause = basis
        .clause
        .map(|n| tf(due::LAW_CLAUSE, &[("n", &n.to_string())]));
    let point = basis.point.map(|n| tf(due::LAW_POINT, &[("n", &n.to_string())]));
    match lang() {
        Lang::Vi => joined([point, clause, article, Some(act)], " "),
        Lang::En => joined([Some(act), article, clause, point], ", "),
    }
}

fn joined(parts: [Option<String>; 4], between: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

const fn kind(act: Act) -> crate::i18n::Key {
    match act {
        Act::LawIdentification => due::LAW_LAW_IDENTIFICATION_2023,
        Act::LabourCode => due::LAW_LABOUR_CODE_2019,
        Act::Law118 => due::LAW_LAW_118_2025,
        Act::Decree69 | Act::Decree70 | Act::Decree282 | Act::Decree58 => due::LAW_DECREE,
        Act::Circular17 | Act::Circular73 | Act::Circular64 => due::LAW_CIRCULAR,
        Act::Decision5710 | Act::Decision5709 | Act::Decision5230 => due::LAW_DECISION,
    }
}

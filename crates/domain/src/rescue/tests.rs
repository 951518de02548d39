use super::*;
use crate::{needs::Situation, wire::Lang};

const FILE: &str = include_str!("../../../../data/rescue.tsv");

fn tree() -> Tree {
    parse("rescue.tsv", FILE).unwrap()
}

/// The file with a line changed, and what is said about it.
fn refused(from: &str, to: &str) -> String {
    assert!(FILE.contains(from), "{from}");
    parse("rescue.tsv", &FILE.replacen(from, to, 1))
        .unwrap_err()
        .to_string()
}

#[test]
fn every_answer_is_reached_by_three_choices_at_most_and_leads_on() {
    let tree = tree();
    let mut seen = Vec::new();
    let mut open = vec![(START.to_owned(), 0)];
    while let Some((id, depth)) = open.pop() {
        match tree.find(&id).unwrap() {
            Node::Question(question) => {
                assert!(question.choices.len() <= 10, "{id}: too many to look through");
                open.extend(
                    question
                        .choices
                        .iter()
                        .map(|choice| (choice.to.clone(), depth + 1)),
                );
            }
            Node::Answer(answer) => {
                assert!(depth <= 3, "{id} is {depth} choices away");
                seen.push(answer.id.clone());
            }
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), tree.answers.len());
    for answer in &tree.answers {
        assert!(
            !answer.ways.is_empty() && !answer.steps.is_empty(),
            "{}",
            answer.id
        );
        // One sheet of paper.
        let letters: usize = answer
            .why
            .iter()
            .chain(&answer.steps)
            .chain(&answer.bring)
            .map(|one| one.vi.chars().count())
            .sum();
        assert!(letters < 1_200, "{}: {letters} letters", answer.id);
    }
}

#[test]
fn all_22_messages_have_words_and_a_place_in_both_languages() {
    let tree = tree();
    assert_eq!(Trouble::all().count(), 22);
    for lang in [Lang::Vi, Lang::En] {
        let view = tree.view(lang);
        for trouble in Trouble::all() {
            let name = trouble.to_string();
            let answer = view
                .answers
                .iter()
                .find(|answer| answer.troubles.contains(&name))
                .unwrap();
            let all = answer.why.iter().chain(&answer.steps).chain([&answer.title]);
            assert!(all.into_iter().all(|text| text.chars().count() > 5), "{name}");
            assert!(
                answer.ways.iter().all(|way| Goal::parse(&way.to).is_some()),
                "{name}"
            );
        }
    }
}

#[test]
fn what_people_name_is_there() {
    let tree = tree();
    for (id, way) in [
        ("old-number-gone", Goal::Book(Some(Situation::AccountOnly))),
        ("sim-changed", Goal::Activate),
        ("no-signal", Goal::Trip),
        ("phone-lost", Goal::Hotline),
        ("no-smartphone", Goal::HomeVisit),
        ("overdue", Goal::Hotline),
        ("card-expired", Goal::Book(Some(Situation::Check))),
        ("no-match", Goal::Precheck),
        ("child-6-13", Goal::Book(None)),
        ("card-lost", Goal::Book(Some(Situation::Lost))),
        ("password-forgotten", Goal::Recover),
        ("passcode-forgotten", Goal::RecoverPasscode),
    ] {
        let Some(Node::Answer(answer)) = tree.find(id) else {
            panic!("{id}")
        };
        assert!(answer.ways.iter().any(|one| one.goal == way), "{id}: {way:?}");
    }
}

/// Story: who had forgotten the security answers too, and still had the number, found no way out here; only another SIM let
/// them in again.
#[test]
fn who_has_forgotten_the_security_answers_too_is_sent_to_a_counter() {
    let tree = tree();
    for id in ["password-forgotten", "passcode-forgotten"] {
        let Some(Node::Answer(answer)) = tree.find(id) else {
            panic!("{id}")
        };
        let told = |words: [&str; 2]| {
            let mut steps = answer.steps.iter();
            steps.any(|step| step.vi.contains(words[0]) && step.en.contains(words[1]))
        };
        assert!(
            told(["câu trả lời bảo mật", "Security answers forgotten"]),
            "{id}"
        );
        assert!(told(["chính số đang dùng", "with the number you have"]), "{id}");
        let visit = Goal::Book(Some(Situation::AccountOnly));
        assert!(answer.ways.iter().any(|way| way.goal == visit), "{id}");
    }
}

#[test]
fn a_bad_file_is_refused_with_line_and_reason() {
    for (from, to, reason) in [
        ("kind\tof", "of\tkind", "the header must be"),
        (
            "question\tstart\t",
            "question\tbegin\t",
            "is not the question above",
        ),
        (
            "choice\tstart\tcode\t",
            "choice\tstart\tcodes\t",
            "\"codes\" is no question below, and no answer",
        ),
        (
            "choice\tcode\tcarrier\t",
            "choice\tcode\tstart\t",
            "\"start\" is no question below",
        ),
        (
            "question\tcode\t\tMã đang đi đâu?\tWhere does the code go?",
            "question\tcode\t\tMã đang đi đâu?\t",
            "no words in en",
        ),
        (
            "answer\tno-code\tE05\t",
            "answer\tno-code\tE23\t",
            "\"E23\" is not one of E01 to E22",
        ),
        (
            "answer\tno-code\tE05\t",
            "answer\tno-code\t\t",
            "E05 is not answered exactly once",
        ),
        (
            "answer\tno-code\tE05\t",
            "answer\tno-code\tE05,E06\t",
            "E06 is not answered exactly once",
        ),
        (
            "way\tcode-wrong\tactivate\t",
            "way\tcode-wrong\tfly\t",
            "\"fly\" is not a way out",
        ),
        (
            "way\tcode-wrong\tactivate\t",
            "way\tcode-wrong\tbook:moon\t",
            "\"book:moon\" is not a way out",
        ),
        (
            "basis\tno-code\tdecree_69_2024\t",
            "basis\tno-code\tdecree_70_2024\t",
            "the number 70/2024/NĐ-CP stands not in both texts",
        ),
        (
            "basis\tno-code\tdecree_69_2024\t",
            "basis\tno-code\thearsay\t",
            "\"hearsay\" is not an act",
        ),
        (
            "do\tcard-kept\t\tHỏi",
            "do\tcard-lost\t\tHỏi",
            "\"card-lost\" is not the answer above",
        ),
        (
            "way\tqr\tactivate\t",
            "path\tqr\tactivate\t",
            "\"path\" is not a kind of row",
        ),
        ("2026-11-22", "22/11/2026", "\"22/11/2026\" is not a day"),
        (
            "answer\tno-app\tE20",
            "answer\tnoapp\tE20",
            "is not the answer above",
        ),
        ("answer\tqr\t", "answer\tface\t", "\"face\" stands twice"),
        (
            "choice\tcard\tcard-kept\tThẻ bị giữ hoặc thu hồi\tIt is kept or was revoked\n",
            "",
            "nothing leads to \"card-kept\"",
        ),
        (
            "bring\tqr\t\tKhông cần mang gì\tNothing\n",
            "",
            "\"qr\" has no row \"bring\"",
        ),
    ] {
        let said = refused(from, to);
        assert!(said.contains(reason), "{from:?} -> {to:?}: {said}");
        assert!(said.starts_with("rescue.tsv:"), "{said}");
    }
    let said = refused("way\tcode-wrong\tactivate\t", "way\tcode-wrong\tfly\t");
    let line = FILE
        .lines()
        .position(|line| line.starts_with("way\tcode-wrong\t"))
        .unwrap()
        + 1;
    assert!(said.starts_with(&format!("rescue.tsv:{line}: ")), "{said}");
}

#[test]
fn names_are_read() {
    assert_eq!(
        Trouble::parse("e05").map(|one| one.to_string()).as_deref(),
        Some("E05")
    );
    for odd in ["E00", "E23", "E5", "05", "E0５", ""] {
        assert_eq!(Trouble::parse(odd), None, "{odd}");
    }
    assert_eq!(Goal::parse("book"), Some(Goal::Book(None)));
    assert_eq!(Goal::parse("activate:x"), None);
    assert_eq!(Goal::parse(""), None);
}

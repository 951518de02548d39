use super::*;
use crate::booking::{AgeGroup, Service};

/// The list made from ground, service and age alone must not say anything that the full answers did not.
fn compare(answers: &Answers, missing: &[Paper]) {
    let full = today(answers);
    let (Some(service), Some(group)) = (full.service, full.age_group) else {
        panic!("a visit")
    };
    let short = papers_for_visit(service, full.outcome.reason(), group);
    assert!(
        short.iter().all(|need| full.papers.contains(need)),
        "{short:?} of {:?}",
        full.papers
    );
    let left: Vec<Paper> = full
        .papers
        .iter()
        .filter(|need| !short.contains(need))
        .map(|need| need.paper)
        .collect();
    assert_eq!(left, missing);
}

#[test]
fn ground_and_age_give_the_list_back() {
    compare(
        &Answers {
            situation: Some(Situation::Lost),
            ..adult()
        },
        &[],
    );
    compare(
        &Answers {
            situation: Some(Situation::Damaged),
            ..adult()
        },
        &[],
    );
    compare(
        &Answers {
            situation: Some(Situation::NameOrBirth),
            ..adult()
        },
        &[],
    );
    compare(
        &Answers {
            holds: Some(Holds::Cmnd),
            ..adult()
        },
        &[],
    );
    compare(
        &Answers {
            holds: Some(Holds::Nothing),
            account: Some(AccountWish::Wants),
            ..adult()
        },
        &[],
    );
}

#[test]
fn what_only_other_answers_tell_is_left_out() {
    let unsure = Answers {
        holds: Some(Holds::Nothing),
        data_right: Some(DataRight::Unsure),
        ..adult()
    };
    compare(&unsure, &[Paper::DataEvidence]);
}

#[test]
fn an_account_alone_needs_the_valid_card() {
    let list = papers_for_visit(Service::Account, None, AgeGroup::From14To59);
    let papers: Vec<Paper> = list.iter().map(|need| need.paper).collect();
    assert_eq!(papers, [Paper::ValidCard, Paper::OwnPhone, Paper::PapersToLink]);
}

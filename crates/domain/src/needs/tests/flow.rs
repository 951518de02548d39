use super::*;
use proptest::prelude::*;

#[test]
fn one_question_after_the_other() {
    use Question as Q;
    let full = adult();
    let lost = Answers {
        situation: Some(Situation::Lost),
        ..full.clone()
    };
    let mut so_far = Answers::default();
    let mut steps = Vec::new();
    while let Some(question) = next_question(&so_far, TODAY) {
        steps.push(question);
        match question {
            Q::Status => so_far.status = lost.status,
            Q::Birth => so_far.birth = lost.birth,
            Q::Holds => so_far.holds = lost.holds,
            Q::Situation => so_far.situation = lost.situation,
            Q::CardDate => so_far.card_date = lost.card_date,
            Q::WantsNewPrint => so_far.wants_new_print = lost.wants_new_print,
            Q::AgencyError => so_far.agency_error = lost.agency_error,
            Q::Account => so_far.account = lost.account,
            Q::DataRight => so_far.data_right = lost.data_right,
            Q::Exemptions => so_far.exemptions.clone_from(&lost.exemptions),
        }
        assert!(steps.len() <= Q::ALL.len(), "asked twice: {steps:?}");
    }
    assert_eq!(
        steps,
        [
            Q::Status,
            Q::Birth,
            Q::Holds,
            Q::Situation,
            Q::Account,
            Q::DataRight,
            Q::Exemptions
        ]
    );
    assert_eq!(asked_questions(&so_far, TODAY), steps);
    assert_eq!(assess(&so_far, TODAY, &fees()), assess(&lost, TODAY, &fees()));
}

#[test]
fn nobody_is_asked_in_vain() {
    let asked = |answers: &Answers| asked_questions(answers, TODAY);
    let foreigner = Answers {
        status: Some(Status::Foreigner),
        ..adult()
    };
    assert_eq!(asked(&foreigner), [Question::Status]);
    assert!(
        !asked(&adult()).contains(&Question::DataRight),
        "the card is fine"
    );
    let elderly = Answers {
        birth: born("1960-01-01"),
        situation: Some(Situation::Lost),
        ..adult()
    };
    assert!(
        !asked(&elderly).contains(&Question::Exemptions),
        "60 and over pay nothing"
    );
    let free = Answers {
        situation: Some(Situation::Merger),
        ..adult()
    };
    assert!(!asked(&free).contains(&Question::Exemptions));
    let renamed = Answers {
        situation: Some(Situation::NameOrBirth),
        ..adult()
    };
    assert!(
        !asked(&renamed).contains(&Question::DataRight),
        "that is why the person is here"
    );
}

#[test]
fn options_fit_the_person() {
    let child = Answers {
        birth: born("2018-06-30"),
        ..Answers::default()
    };
    assert_eq!(
        Question::Holds.options(&child, TODAY),
        ["nothing", "identity_card"]
    );
    assert_eq!(Question::Holds.options(&adult(), TODAY).len(), Holds::ALL.len());
    assert!(
        Question::Situation
            .options(&child, TODAY)
            .contains(&"account_only")
    );
    let baby = Answers {
        birth: born("2023-01-01"),
        ..Answers::default()
    };
    assert!(
        !Question::Situation
            .options(&baby, TODAY)
            .contains(&"account_only")
    );
    for question in Question::ALL {
        let choice = matches!(question.kind(), QuestionKind::Choice | QuestionKind::Choices);
        assert_eq!(
            choice,
            !question.options(&adult(), TODAY).is_empty(),
            "{question}"
        );
    }
}

/// A paper a person of that age cannot have is asked for again.
#[test]
fn impossible_papers_are_asked_again() {
    let child = Answers {
        birth: born("2018-06-30"),
        holds: Some(Holds::Cmnd),
        ..adult()
    };
    assert_eq!(next_question(&child, TODAY), Some(Question::Holds));
    let turned_14_before = Answers {
        birth: born("2010-07-01"),
        holds: Some(Holds::ChipCccd),
        ..adult()
    };
    assert_eq!(next_question(&turned_14_before, TODAY), None);
}

#[test]
fn an_assessment_crosses_the_wire() {
    let assessment = today(&adult());
    let json = serde_json::to_string(&assessment).unwrap();
    assert_eq!(serde_json::from_str::<Assessment>(&json).unwrap(), assessment);
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.9, prop::sample::select(all))
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let day = |n: i64| date(1940, 1, 1).saturating_add(jiff::Span::new().days(n));
    let card_date = prop_oneof![
        (20_000i64..40_000).prop_map(move |n| CardDate::ExpiresOn { date: day(n) }),
        (20_000i64..31_000).prop_map(move |n| CardDate::IssuedOn { date: day(n) }),
        Just(CardDate::NoExpiry),
    ];
    let birth = (0i64..31_000).prop_map(move |n| BirthDate::from_date(day(n)).ok());
    let choices = (one_of(Status::ALL), one_of(Holds::ALL), one_of(Situation::ALL));
    let more = (
        one_of(AccountWish::ALL),
        one_of(DataRight::ALL),
        any::<bool>(),
        any::<Option<bool>>(),
    );
    (choices, birth, prop::option::of(card_date), more).prop_map(
        |((status, holds, situation), birth, card_date, (account, data_right, represented, yes))| Answers {
            status,
            birth,
            represented,
            holds,
            situation,
            card_date,
            wants_new_print: yes,
            agency_error: yes,
            account,
            data_right,
            exemptions: yes.map(|_| Vec::new()),
        },
    )
}

proptest! {
    /// Any answers, however odd: either one more question or a consistent answer.
    #[test]
    fn always_a_question_or_a_consistent_answer(answers in any_answers()) {
        match assess(&answers, TODAY, &fees()) {
            Err(question) => {
                prop_assert_eq!(next_question(&answers, TODAY), Some(question));
                prop_assert!(!asked_questions(&answers, TODAY).contains(&question));
            }
            Ok(found) => {
                prop_assert_eq!(next_question(&answers, TODAY), None);
                prop_assert_eq!(found.outcome.is_visit(), found.service.is_some());
                let in_person = found.outcome.is_visit() || found.outcome == Outcome::IdentityCertificate;
                prop_assert_eq!(in_person, found.presence != Presence::Nobody);
                prop_assert_eq!(found.outcome.reason().is_some(), found.expiry_if_issued.is_some());
                prop_assert!(!found.legal.is_empty());
                let mut papers: Vec<_> = found.papers.iter().map(|need| need.paper).collect();
                papers.dedup();
                prop_assert_eq!(papers.len(), found.papers.len());
                if let (Some(service), Some(group)) = (found.service, found.age_group) {
                    prop_assert!(!service.has_account() || group.may_have_level_2());
                    prop_assert!(!group.needs_representative() || found.presence != Presence::Person);
                }
            }
        }
    }
}

use super::*;

const CHILD: &str = "097317090001";

fn wrong(change: impl FnOnce(&mut RecordRepresentative)) -> Vec<String> {
    let mut typed = RecordRepresentative {
        full_name: "Trần Thị Mẫu".into(),
        personal_number: "098185 120001".into(),
        relation: "mother".into(),
        proof: "birth_certificate".into(),
        card_shown: true,
    };
    change(&mut typed);
    let errors = typed.parse(CHILD).err().unwrap_or_default();
    errors
        .iter()
        .map(|error| format!("{}:{}", error.field, error.code))
        .collect()
}

#[test]
fn who_represents_is_read_whole_or_every_wrong_field_is_named() {
    assert!(wrong(|_| ()).is_empty());
    assert_eq!(
        wrong(|typed| *typed = RecordRepresentative::default()),
        [
            "full_name:required",
            "personal_number:required",
            "relation:required",
            "proof:required",
            "card_shown:consent_required"
        ]
    );
    assert_eq!(
        wrong(|typed| typed.personal_number = CHILD.into()),
        ["personal_number:person_repeated"]
    );
    assert_eq!(
        wrong(|typed| typed.relation = "guardian".into()),
        ["proof:choice_unknown"]
    );
    assert_eq!(
        wrong(|typed| typed.relation = "aunt".into()),
        ["relation:choice_unknown"]
    );
}

#[test]
fn consent_is_to_todays_words() {
    let given = |agreed, version: &str, passcode: &str| {
        let given = GiveConsent {
            agreed,
            text_version: version.into(),
            passcode: passcode.into(),
        };
        given.check().map_err(|errors| errors.len()).err()
    };
    assert_eq!(given(true, CONSENT_VERSION, "135790"), None);
    assert_eq!(given(false, CONSENT_VERSION, "135790"), Some(1));
    assert_eq!(given(true, "2020-01", "135790"), Some(1));
    assert_eq!(given(false, CONSENT_VERSION, " "), Some(2));
}

#[test]
fn only_the_calendar_says_that_somebody_is_of_age() {
    let end = |reason: &str| {
        EndRepresentative {
            reason: reason.into(),
        }
        .parse()
        .ok()
    };
    assert_eq!(end("court"), Some(End::Court));
    assert_eq!((end("of_age"), end(""), end("quarrel")), (None, None, None));
}

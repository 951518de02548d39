use super::*;
use jiff::civil::date;

fn typed() -> NewStay {
    NewStay {
        full_name: "Nguyễn Thị Mẫu".into(),
        personal_number: "098085120001".into(),
        birth_date: "1985-08-15".into(),
        reason: "family".into(),
        arrives: "2026-11-23".into(),
        late: false,
        leaves: "2026-11-25".into(),
        line: "12 Lê Lợi".into(),
        commune_code: "26740".into(),
    }
}

fn told(wrong: Vec<FieldError>) -> Vec<String> {
    let worded = |error: &FieldError| format!("{}:{}", error.field, error.code);
    wrong.iter().map(worded).collect()
}

#[test]
fn every_wrong_field_is_named_in_the_order_of_the_form() {
    let today = date(2026, 11, 23);
    let stay = typed().parse(Where::Typed, today).ok().unwrap();
    assert_eq!(
        (stay.arrives, stay.late, stay.leaves),
        (today, false, date(2026, 11, 25))
    );
    let wrong = NewStay::default().parse(Where::Typed, today).err().unwrap();
    let required = [
        "full_name",
        "personal_number",
        "birth_date",
        "reason",
        "arrives",
        "leaves",
        "commune_code",
        "line",
    ];
    assert_eq!(told(wrong), required.map(|field| format!("{field}:required")));
    // A place with its own sign-in has its address.
    let known = NewStay {
        line: String::new(),
        commune_code: String::new(),
        ..typed()
    };
    assert!(known.parse(Where::Known, today).ok().unwrap().address.is_none());
    let odd = NewStay {
        reason: "fun".into(),
        arrives: "2026-02-30".into(),
        leaves: "2026-11-22".into(),
        birth_date: "2027-01-01".into(),
        ..typed()
    };
    let odd = told(odd.parse(Where::Typed, today).err().unwrap());
    assert_eq!(
        odd,
        [
            "birth_date:date_future",
            "reason:choice_unknown",
            "arrives:date_impossible"
        ]
    );
}

#[test]
fn a_correction_keeps_the_first_day() {
    let (arrives, today) = (date(2026, 11, 1), date(2026, 12, 20));
    let wanted = CorrectStay {
        full_name: "Nguyễn Thị Mẫu".into(),
        birth_date: "1985".into(),
        reason: "work".into(),
        leaves: "2026-12-22".into(),
    };
    assert_eq!(
        wanted.parse(arrives, today).ok().unwrap().leaves,
        date(2026, 12, 22)
    );
    let before = CorrectStay {
        leaves: "2026-10-31".into(),
        ..wanted
    };
    assert_eq!(
        told(before.parse(arrives, today).err().unwrap()),
        ["leaves:date_order"]
    );
    let empty = WithdrawStay::default();
    assert_eq!(empty.parse(), Err(FieldCode::Required));
    assert_eq!(
        WithdrawStay { reason: "x".into() }.parse(),
        Err(FieldCode::ChoiceUnknown)
    );
}

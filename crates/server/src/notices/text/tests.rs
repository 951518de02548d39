use super::*;
use eid_domain::account::LockReason;
use jiff::civil::date;

fn facts() -> Facts {
    Facts {
        code: "123456".into(),
        host: String::new(),
        reference: "000-000-001".into(),
        family: 0,
        number: "012".into(),
        place: "Phường Sài Gòn, TP. Hồ Chí Minh".into(),
        missing: Some(eid_domain::aid::Missing::Payout),
        child: "Nguyễn Hoàng Phương Thảo Nguyên Ngọc Ánh Thử Nghiệm".into(),
        end: Some(eid_domain::child::End::GuardianChanged),
        paper: "G".repeat(eid_domain::wallet::LONGEST_NAME),
        dossier_code: "G01.899.108.000-261120-790007".into(),
        office: "Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06), Công an Thành phố Hồ Chí Minh"
            .into(),
        visit: Some(date(2026, 11, 24).at(7, 30, 0, 0)),
        day: Some(date(2026, 12, 2)),
        reason: "Ngày sinh trên giấy khai sinh khác với cơ sở dữ liệu quốc gia về dân cư. ".repeat(6),
        until: Some(date(2026, 11, 23).at(9, 30, 0, 0)),
        link: format!("https://dat-lich.example.vn/som/000-000-001#{KEY_MARK}"),
    }
}

#[test]
fn a_family_of_six_is_one_sms_with_every_reference() {
    let six = Facts {
        reference: ["000-000-001"; 6].join(" "),
        ..facts()
    };
    for lang in [Lang::Vi, Lang::En] {
        for kind in [Kind::HouseholdBooked, Kind::HouseholdMoved] {
            let text = sms(kind, lang, &six);
            assert!(
                text.len() <= SMS_LETTERS && text.contains(&six.reference),
                "{text}"
            );
        }
    }
}

#[test]
fn a_family_that_is_moved_is_told_in_one_sms() {
    let six = Facts {
        reference: ["000-000-001"; 6].join(" "),
        family: 6,
        ..facts()
    };
    for lang in [Lang::Vi, Lang::En] {
        for kind in [
            Kind::Closed,
            Kind::PlanChanged,
            Kind::StandsAgain,
            Kind::OtherPlace,
            Kind::NoWindow,
        ] {
            let text = sms(kind, lang, &six);
            assert!(
                text.is_ascii() && text.len() <= SMS_LETTERS,
                "{} letters: {text}",
                text.len()
            );
            assert_eq!(text.ends_with(KEY_MARK), kind == Kind::OtherPlace, "{text}");
            assert!(
                text.contains("000-000-001")
                    && text.contains(if kind == Kind::OtherPlace { '6' } else { '5' }),
                "{text}"
            );
        }
    }
}

/// A child's name takes the room of other words: without one there are more of them.
#[test]
fn papers_of_ones_own_are_told_in_one_sms_too() {
    let own = Facts {
        child: String::new(),
        ..facts()
    };
    for lang in [Lang::Vi, Lang::En] {
        for kind in [Kind::PaperIntegrated, Kind::PaperRefused, Kind::PaperEnds] {
            let text = sms(kind, lang, &own);
            assert!(text.len() <= SMS_LETTERS && text.contains(&own.paper), "{text}");
        }
    }
}

#[test]
fn every_notice_is_one_sms_in_both_languages() {
    for kind in Kind::ALL {
        for lang in [Lang::Vi, Lang::En] {
            let text = sms(*kind, lang, &facts());
            assert!(text.is_ascii(), "{text}");
            assert!(
                text.len() <= SMS_LETTERS,
                "{kind}: {} letters: {text}",
                text.len()
            );
            let linked = matches!(
                kind,
                Kind::Reminder
                    | Kind::EarlierPlace
                    | Kind::OtherPlace
                    | Kind::PupilBooked
                    | Kind::HomeAsked
                    | Kind::HomePlanned
                    | Kind::QueueTicket
            ) || kind.can_be_stopped();
            assert_eq!(text.contains("http"), linked, "{text}");
            assert_eq!(text.ends_with(KEY_MARK), linked, "{text}");
            assert!(!text.contains("  "), "{text}");
        }
    }
}

#[test]
fn a_code_is_bound_to_our_site_where_it_fits() {
    let of = |kind, lang, host: &str| {
        let host = host.to_owned();
        sms(kind, lang, &Facts { host, ..facts() })
    };
    for lang in [Lang::Vi, Lang::En] {
        let text = of(Kind::PhoneCode, lang, "hen.example.gov.vn");
        assert!(text.ends_with("\n@hen.example.gov.vn #123456"), "{text}");
        assert!(text.len() <= SMS_LETTERS, "{text}");
        // Better without than in two parts.
        assert!(!of(Kind::PhoneCode, lang, &"a".repeat(120)).contains('@'));
        // A code that is read out is for nobody's browser.
        assert!(!of(Kind::PhoneCodeForStaff, lang, "hen.example.gov.vn").contains('@'));
    }
}

#[test]
fn a_letter_says_the_same_in_full_letters_and_opens_nothing() {
    let site = "https://hen.example.gov.vn";
    for kind in Kind::ALL.iter().filter(|kind| kind.is_mailed()) {
        for lang in [Lang::Vi, Lang::En] {
            let one = letter(*kind, lang, &facts(), site);
            assert!(
                !one.body.contains(KEY_MARK) && !one.body.contains("  "),
                "{}",
                one.body
            );
            assert!(
                one.body.contains(&format!(
                    "{site}{}",
                    if lang == Lang::En {
                        "/en/tra-cuu"
                    } else {
                        "/tra-cuu"
                    }
                )),
                "{}",
                one.body
            );
            assert!(
                one.subject.contains("G01.899.108") && one.subject.lines().count() == 1,
                "{}",
                one.subject
            );
            // One text for both: what the SMS had no room for is names and reasons.
            let roomy = Facts {
                office: "PC06".into(),
                reason: "sai".into(),
                place: "Huế".into(),
                link: String::new(),
                ..facts()
            };
            let whole = letter(*kind, lang, &roomy, site).body;
            let said = whole.lines().next().unwrap();
            assert_eq!(without_marks(said), sms(*kind, lang, &roomy));
            assert_eq!(
                lang == Lang::Vi,
                said.chars().any(|c| "ạảãàáâậầấđẹịọụơư".contains(c)),
                "{said}"
            );
        }
    }
    let booked = letter(
        Kind::Booked,
        Lang::Vi,
        &Facts {
            dossier_code: String::new(),
            ..facts()
        },
        "",
    );
    assert_eq!(booked.subject, "Lịch hẹn 000-000-001");
    assert!(booked.body.starts_with("Lịch hẹn 000-000-001: 07:30 24/11/2026 tại Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06), Công an Thành phố Hồ Chí Minh. Mời đến đúng giờ. Cán bộ KHÔNG hỏi OTP.\n\n"));
    assert!(!booked.body.contains("http"));
}

#[test]
fn who_was_locked_out_is_told_why() {
    let of = |kind, lang, locked| {
        let reason = account::why(LockReason::CardExpired, locked, lang).to_owned();
        let text = sms(
            kind,
            lang,
            &Facts {
                reason: reason.clone(),
                ..Facts::default()
            },
        );
        assert!(
            text.contains(&without_marks(&reason)) && text.len() <= SMS_LETTERS,
            "{text}"
        );
        text
    };
    for lang in [Lang::Vi, Lang::En] {
        of(Kind::AccountLocked, lang, true);
        of(Kind::AccountUnlocked, lang, false);
    }
    assert_eq!(
        of(Kind::AccountLocked, Lang::Vi, true),
        "Tai khoan cua ban da khoa: the can cuoc het han. Dat lich doi the, nhan the moi thi tu mo lai. Can bo KHONG hoi OTP."
    );
}

#[test]
fn the_words() {
    assert_eq!(
        sms(
            Kind::Booked,
            Lang::Vi,
            &Facts {
                office: "PC06 Công an TP.HCM".into(),
                ..facts()
            }
        ),
        "Lich hen 000-000-001: 07:30 24/11/2026 tai PC06 Cong an TP.HCM. Moi den dung gio. Can bo KHONG hoi OTP."
    );
    assert_eq!(
        sms(Kind::PhoneCode, Lang::En, &facts()),
        "Your code: 123456, good for 3 minutes. Do not give it to anybody. Officers NEVER ask for codes."
    );
}

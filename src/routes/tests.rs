use super::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

fn all() -> Vec<Route> {
    let mut all = vec![
        Route::Home,
        Route::Needs,
        Route::Trip,
        Route::Precheck,
        Route::CheckSlip,
        Route::Track,
        Route::CallCheck,
        Route::ShowId,
        Route::Wallet,
        Route::Aid,
        Route::Stays,
        Route::Venue,
        Route::CheckId,
        Route::Rescue,
        Route::Activate,
        Route::SignIn,
        Route::Account,
        Route::Security,
        Route::Children,
        Route::Helper,
        Route::Recover,
        Route::RecoverPasscode,
        Route::LockLink,
    ];
    all.extend([Route::Help, Route::Inbox, Route::NotFound]);
    all.extend(BookingStep::ALL.map(Route::Booking));
    all.extend(HouseholdStep::some().into_iter().map(Route::Household));
    all.extend([
        Route::Receipt("H7KM29QTXR".into()),
        Route::Reschedule("H7KM29QTXR".into()),
        Route::Waiting("H7KM29QTXR".into()),
        Route::Delivery("H7KM29QTXR".into()),
        Route::NoticeWishes("H7KM29QTXR".into()),
        Route::Mismatch("H7KM29QTXR".into()),
        Route::CancelLink("H7KM29QTXR".into()),
        Route::AskHomeVisit,
        Route::HomeVisit("H7KM29QTXR".into()),
        Route::Queue,
        Route::Hall("hcm-pc06".into()),
    ]);
    let desk = [
        DeskPage::Day,
        DeskPage::SignIn,
        DeskPage::Dossier("H7".into()),
        DeskPage::Helped("H7,H8".into()),
        DeskPage::Cards,
        DeskPage::Batches,
        DeskPage::Batch("b0".into()),
        DeskPage::Uncollected,
        DeskPage::Aid,
        DeskPage::Stays,
        DeskPage::Venues,
        DeskPage::Closures,
        DeskPage::Office,
        DeskPage::Holidays,
        DeskPage::Tickets,
        DeskPage::Search,
        DeskPage::LookAlong,
        DeskPage::Stops,
        DeskPage::Stop("ld-0".into()),
        DeskPage::HomeVisits,
        DeskPage::Audit,
        DeskPage::Figures,
        DeskPage::Announcements,
        DeskPage::SecondFactor,
        DeskPage::Staff,
        DeskPage::Ministry,
    ];
    all.extend(desk.map(Route::Desk));
    all
}

#[test]
fn every_address_leads_back_to_its_page() {
    for route in all() {
        for lang in [Lang::Vi, Lang::En] {
            assert_eq!(Route::parse(&route.href_in(lang)), (lang, route.clone()));
            assert_eq!(
                Route::parse(&format!("{}?date=2026-11-23", route.href_in(lang))),
                (lang, route.clone())
            );
        }
    }
}

#[test]
fn slashes_at_the_end_and_unknown_steps() {
    assert_eq!(Route::parse("/en/"), (Lang::En, Route::Home));
    assert_eq!(Route::parse("/tro-giup/"), (Lang::Vi, Route::Help));
    assert_eq!(Route::parse("/dat-lich/xyz"), (Lang::Vi, Route::NotFound));
    for odd in ["xyz", "nguoi/0/hoi", "nguoi/7/hoi", "nguoi/1/xyz", "nguoi/1"] {
        let address = format!("/dat-lich/ca-nha/{odd}");
        assert_eq!(Route::parse(&address), (Lang::Vi, Route::NotFound), "{odd}");
    }
    assert_eq!(Route::parse("/english"), (Lang::Vi, Route::NotFound));
}

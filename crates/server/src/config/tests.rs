use super::*;
use clap::Parser;
use flags::{Cli, Command};

fn serve(args: &[&str]) -> ServeFlags {
    let args = ["eid-server", "serve"].iter().chain(args);
    match Cli::try_parse_from(args).unwrap().command {
        Command::Serve(flags) => flags,
        other => panic!("{other:?}"),
    }
}

#[test]
fn flags_win_over_the_file_and_the_file_over_defaults() {
    let file = "demo = true\nlisten = \"127.0.0.1:9000\"\ndist = \"out\"\n[limits]\nphone_code_phone = 3\n";
    let file = FileSettings::parse(file).unwrap();
    let config = Config::merge(serve(&["--dist", "mine"]), file).unwrap();
    assert!(config.demo);
    assert_eq!(config.listen.port(), 9000);
    assert_eq!(config.dist, PathBuf::from("mine"));
    assert_eq!(config.database, "sqlite:.data/demo/eid.db");
    assert_eq!(config.limits.phone_code_phone.most, 3);
}

#[test]
fn a_server_for_real_people_needs_a_key_and_a_gateway() {
    let refused = |args: &[&str]| {
        Config::merge(serve(args), FileSettings::default())
            .unwrap_err()
            .to_string()
    };
    assert!(refused(&[]).starts_with("server_key: "));
    let key = "0".repeat(64);
    assert!(refused(&["--server-key", &key]).starts_with("slip_key: "));
    assert!(refused(&["--server-key", &key, "--slip-key", &key]).starts_with("sms_webhook: "));
}

#[test]
fn unknown_keys_and_limits_are_named() {
    assert!(FileSettings::parse("lisen = 1").unwrap_err().contains("lisen"));
    let file = FileSettings::parse("demo = true\n[limits]\nphone = 3\n").unwrap();
    let error = Config::merge(serve(&[]), file).unwrap_err().to_string();
    assert!(error.starts_with("limits: "), "{error}");
}

#[test]
fn how_long_offers_stand_is_set_within_reason() {
    let with = |text: &str| {
        let file = FileSettings::parse(&format!("demo = true\n[offers]\n{text}\n")).unwrap();
        Config::merge(serve(&[]), file).map_err(|error| error.to_string())
    };
    let own = with("earlier_minutes = 45\nday_to = \"20:00\"").unwrap().offers;
    assert_eq!((own.earlier_minutes, own.closure_minutes), (45, 240));
    assert_eq!(own.day_to, jiff::civil::time(20, 0, 0, 0));
    for (text, told) in [
        ("earlier_minutes = 5", "offers.earlier_minutes: 10 to 240"),
        ("day_from = \"03:00\"", "offers.day_from: 05:00 to 10:00"),
    ] {
        assert_eq!(with(text).unwrap_err(), told);
    }
    assert!(
        FileSettings::parse("[offers]\nminutes = 5")
            .unwrap_err()
            .contains("minutes")
    );
}

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

/// What a refusal names, in its order.
fn needed(args: &[&str], file: &str) -> Vec<String> {
    let file = FileSettings::parse(file).unwrap();
    let told = Config::merge(serve(args), file).unwrap_err().to_string();
    let named = told
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
    named.map(|(name, _)| name.to_owned()).collect()
}

/// Each start used to name one of them, so that a first deployment took four.
#[test]
fn a_server_for_real_people_is_told_at_once_of_all_it_needs() {
    let all = ["server_key", "slip_key", "sms_webhook", "hotline"];
    assert_eq!(needed(&[], ""), all);
    let key = "0".repeat(64);
    assert_eq!(needed(&["--server-key", &key], ""), all[1..]);
    assert_eq!(needed(&["--server-key", &key, "--slip-key", &key], ""), all[2..]);
    let short =
        "server_key = \"00\"\nslip_key = \"\"\nhotline = \" \"\nsms_webhook = \"https://gateway.example\"\n";
    assert_eq!(needed(&[], short), all);
}

#[test]
fn only_a_demo_shows_the_demo_s_number_for_help() {
    let demo = Config::merge(serve(&["--demo"]), FileSettings::default()).unwrap();
    assert_eq!(demo.hotline, DEMO_HOTLINE);
    let own = FileSettings::parse("demo = true\nhotline = \"1900 0001\"").unwrap();
    assert_eq!(Config::merge(serve(&[]), own).unwrap().hotline, "1900 0001");
}

/// The file that the documents tell operators to begin with.
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/eid.example.toml");

#[test]
fn the_sample_file_serves_once_its_blanks_are_filled() {
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    assert_eq!(
        needed(&[], &sample),
        ["server_key", "slip_key", "sms_webhook", "hotline"]
    );
    let key = "01".repeat(32);
    let mut whole = sample;
    for (name, value) in [
        ("public_origin", "https://dat-lich.eid.example"),
        ("server_key", key.as_str()),
        ("slip_key", key.as_str()),
        ("sms_webhook", "http://127.0.0.1:9090/messages"),
        ("hotline", "1900 0000"),
    ] {
        let blank = format!("\n{name} = \"\"\n");
        assert!(whole.contains(&blank), "{name}");
        whole = whole.replace(&blank, &format!("\n{name} = \"{value}\"\n"));
    }
    assert!(!whole.contains("= \"\""), "a blank that the test does not know");
    let config = Config::merge(serve(&[]), FileSettings::parse(&whole).unwrap()).unwrap();
    assert!(!config.demo);
    assert_eq!(config.second_factor, SecondFactor::Required);
    assert_eq!(
        config.public_origin.as_deref(),
        Some("https://dat-lich.eid.example")
    );
}

/// What is set to its default in the sample's comments must be a key that exists.
#[test]
fn every_line_of_the_sample_file_that_is_commented_out_can_be_used() {
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    let mut settings: Vec<&str> = Vec::new();
    for line in sample.lines() {
        let setting = line.strip_prefix('#').unwrap_or(line);
        let is_setting = setting.starts_with('[')
            || setting
                .split_once(" = ")
                .is_some_and(|(name, _)| !name.starts_with(' ') && !name.contains(' '));
        // Two databases stand there to choose from.
        if is_setting && !setting.starts_with("database = \"postgres") {
            settings.push(setting);
        }
    }
    assert!(settings.len() > 20, "{settings:?}");
    let file = FileSettings::parse(&settings.join("\n")).unwrap();
    assert_eq!(file.helper_minutes, Some(HELPER_MINUTES));
}

/// A setting that stands nowhere is one that nobody finds.
#[test]
fn every_setting_is_in_the_operators_page() {
    use clap::CommandFactory;
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/OPERATIONS.md");
    let page = std::fs::read_to_string(page).unwrap();
    let named = |word: &str| {
        assert!(
            page.contains(&format!("`{word}`")),
            "{word} is not in OPERATIONS.md"
        )
    };
    let mut open = vec![Cli::command()];
    while let Some(command) = open.pop() {
        open.extend(command.get_subcommands().cloned());
        for argument in command.get_arguments() {
            if let Some(flag) = argument.get_long()
                && !["help", "version"].contains(&flag)
            {
                assert!(
                    page.contains(&format!("--{flag}")),
                    "--{flag} is not in OPERATIONS.md"
                );
            }
            if let Some(variable) = argument.get_env().and_then(|name| name.to_str()) {
                named(variable);
            }
        }
        if command.get_name() != "eid-server" {
            assert!(page.contains(command.get_name()), "{}", command.get_name());
        }
    }
    named("EID_LOG");
    // The keys of a table are named in the table's own row, with or without what they are set to.
    let keys = |text: &str| -> Vec<String> {
        let told = FileSettings::parse(text).unwrap_err();
        let list = told.split_once("expected ").unwrap().1;
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    for key in keys("nobody_s = 1") {
        assert!(
            page.contains(&format!("`{key}`")) || page.contains(&format!("`[{key}]`")),
            "{key} is not in OPERATIONS.md"
        );
    }
    for table in ["queue", "offers", "assisted_share"] {
        for key in keys(&format!("[{table}]\nnobody_s = 1")) {
            assert!(
                page.contains(&format!("`{key}")),
                "{table}.{key} is not in OPERATIONS.md"
            );
        }
    }
}

#[test]
fn unknown_keys_and_limits_are_named() {
    assert!(FileSettings::parse("lisen = 1").unwrap_err().contains("lisen"));
    let file = FileSettings::parse("demo = true\n[limits]\nphone = 3\n").unwrap();
    let error = Config::merge(serve(&[]), file).unwrap_err().to_string();
    assert!(error.starts_with("limits: "), "{error}");
}

#[test]
fn what_is_kept_for_phone_and_desk_is_set_within_reason() {
    let with = |text: &str| {
        let file = FileSettings::parse(&format!("demo = true\n{text}\n")).unwrap();
        let config = Config::merge(serve(&[]), file).map_err(|error| error.to_string());
        config.map(|config| {
            (
                config.assisted_share.percent,
                config.assisted_share.from.to_string(),
            )
        })
    };
    let first = "2026-11-01".to_owned();
    assert_eq!(with("").unwrap(), (20, first.clone()));
    assert_eq!(with("[assisted_share]\npercent = 0").unwrap(), (0, first));
    let own = with("[assisted_share]\npercent = 50\nfrom = \"2027-01-04\"").unwrap();
    assert_eq!(own, (50, "2027-01-04".to_owned()));
    assert_eq!(
        with("[assisted_share]\npercent = 51").unwrap_err(),
        "assisted_share.percent: 0 to 50"
    );
    for wrong in ["percents = 5", "from = \"Monday\"", "percent = -1"] {
        assert!(FileSettings::parse(&format!("[assisted_share]\n{wrong}")).is_err());
    }
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

//! The shape of the house, held by a test: who may use whom, what a room must never contain, and short tails.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A room, and the rooms that it may use. Arrows point down only: a room stands above all that it uses.
const ROOMS: &[(&str, &[&str])] = &[
    ("rules", &[]),
    ("term", &[]),
    ("notebook", &["rules"]),
    ("insight", &["rules", "notebook"]),
    ("demo", &["rules", "notebook"]),
    ("store", &["rules", "notebook"]),
    ("exchange", &["rules", "notebook"]),
    // Of the store, the app knows only how things fail.
    ("app", &["rules", "notebook", "insight", "store", "exchange"]),
    ("text", &["rules", "notebook", "insight", "store", "exchange", "app"]),
    ("report", &["rules", "notebook", "insight", "app", "text"]),
    ("ui", &["rules", "notebook", "insight", "app", "text"]),
    ("run", &["rules", "notebook", "insight", "demo", "store", "exchange", "app", "text", "ui", "term"]),
    (
        "cli",
        &["rules", "notebook", "insight", "demo", "store", "exchange", "app", "text", "report", "ui", "term", "run"],
    ),
];

/// What a room must never contain.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "rules",
        &[
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "as f64",
            "-> f64",
            "as f32",
            "-> f32",
        ],
    ),
    ("notebook", &["ratatui", "crossterm", "std::fs", "std::env", "Utc::now", "Local::now", "SystemTime", "now_v7"]),
    ("insight", &["ratatui", "crossterm", "std::fs", "std::env", "Utc::now", "Local::now", "SystemTime"]),
    ("demo", &["ratatui", "crossterm", "std::fs", "std::env", "Utc::now", "Local::now", "SystemTime"]),
    ("exchange", &["ratatui", "crossterm", "Utc::now", "Local::now", "SystemTime", "std::env"]),
    ("store", &["ratatui", "crossterm", "Utc::now", "Local::now"]),
    ("app", &["ratatui", "std::fs", "std::env", "Utc::now", "Local::now", "SystemTime", "Instant"]),
    ("text", &["ratatui", "crossterm", "std::fs", "std::env", "Utc::now", "Local::now"]),
    (
        "ui",
        &[
            "both(\"",
            "Lang::Es =>",
            "crossterm",
            "&mut App",
            "std::fs",
            "std::env",
            "Utc::now",
            "Local::now",
            "Color::Rgb",
            "Color::Indexed",
        ],
    ),
    ("report", &["ratatui", "crossterm", "both(\"", "std::fs", "std::env", "Utc::now", "Local::now", "SystemTime"]),
    ("term", &["chrono"]),
];

/// Lines of a file without its tests; data tables may be longer.
const FILE_LIMIT: usize = 350;
const TABLE_LIMIT: usize = 600;
/// Lines of a function; a flat routing `match` may be longer.
const FUNCTION_LIMIT: usize = 60;
const ROUTING_LIMIT: usize = 100;
/// Files that are tables of data or sentences.
const TABLES: &[&str] = &["keymap.rs", "demo/words.rs", "demo/words", "text/", "exchange/field/spelling.rs"];
/// Fields of the program's state.
const APP_FIELDS: usize = 12;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of the library with its path under `src`.
fn files() -> Vec<(String, String)> {
    fn collect(dir: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                into.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    collect(&source(), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The room of a file: its first folder, or its own name.
fn room(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap_or(name)
}

/// A file without its tests: what stands before `#[cfg(test)] mod …`.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

/// Lines that are code, not comments.
fn code(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

/// The rooms that a text names after `crate::`, also inside a grouped `use crate::{…}`.
fn used_rooms(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = text.get(at + "crate::".len()..).unwrap();
        if let Some(group) = rest.strip_prefix('{') {
            rooms.extend(first_names(group));
        } else {
            rooms.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    rooms
}

/// The first name of each branch of a use group.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (0, Vec::new(), Some(String::new()));
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(name.take());
                name = Some(String::new());
            }
            c if depth == 0 && (c.is_alphanumeric() || c == '_') => {
                if let Some(name) = &mut name {
                    name.push(c);
                }
            }
            ':' if depth == 0 => names.extend(name.take()),
            _ => {}
        }
    }
    names.extend(name);
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

#[test]
fn arrows_between_rooms_point_down_only() {
    let mut wrong = Vec::new();
    for (name, text) in files().iter().filter(|(name, _)| !["lib.rs", "main.rs"].contains(&name.as_str())) {
        let room = room(name);
        let (_, allowed) =
            ROOMS.iter().find(|(known, _)| *known == room).unwrap_or_else(|| panic!("{name}: a room nobody drew"));
        let text = if is_test_file(name) { continue } else { code(without_tests(text)) };
        for used in used_rooms(&text) {
            let known = ROOMS.iter().any(|(known, _)| *known == used);
            if known && used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_reader_of_use_lines_sees_what_it_has_to_see() {
    let text = "use crate::{\n app::{App, key::Chord},\n text, ui::pen,\n};\nfn f() -> crate::store::Shelf {}";
    let rooms: Vec<String> = used_rooms(text).into_iter().collect();
    assert_eq!(rooms, ["app", "store", "text", "ui"]);
}

#[test]
fn of_the_store_the_app_knows_only_how_things_fail() {
    for (name, text) in files().iter().filter(|(name, _)| room(name) == "app") {
        for wish in ["Shelf", "Handle", "Fs,", "DiskFs", "layout", "settings::"] {
            let uses_store = used_rooms(&code(text)).contains("store");
            assert!(!(uses_store && code(text).contains(&format!("store::{wish}"))), "{name} uses store::{wish}");
        }
    }
}

#[test]
fn rooms_contain_nothing_that_is_another_rooms_work() {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let Some((_, words)) = FORBIDDEN.iter().find(|(known, _)| *known == room(&name)) else { continue };
        if is_test_file(&name) {
            continue;
        }
        let text = code(without_tests(&text));
        wrong.extend(words.iter().filter(|word| text.contains(**word)).map(|word| format!("{name} contains {word}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_key_is_matched_outside_the_key_table() {
    for (name, text) in files() {
        let may =
            ["app/key.rs", "app/keymap.rs", "app/keymap/tests.rs"].contains(&name.as_str()) || room(&name) == "term";
        let text = code(&text);
        assert!(may || !knows_keys(&text), "{name} knows keys");
    }
}

/// Whether a text names a key: the terminal's, or one of ours.
fn knows_keys(text: &str) -> bool {
    let ours =
        ["key::ch", "key::ctrl", "key::named", "key::Key", "key::Named", "key::{", "Named::", "== ch(", "== ctrl("];
    text.contains("KeyCode")
        || (text.contains("app::key") || text.contains("super::key")) && ours.iter().any(|word| text.contains(word))
}

#[test]
fn the_clock_is_read_in_one_file() {
    for (name, text) in files() {
        let reads =
            ["Local::now", "Utc::now", "SystemTime::now"].iter().any(|call| code(without_tests(&text)).contains(call));
        assert!(!reads || name == "run/clock.rs", "{name} reads the clock");
    }
}

#[test]
fn modules_are_laid_out_one_way_and_open_with_what_they_own() {
    for (name, text) in files().into_iter().filter(|(name, _)| !is_test_file(name)) {
        assert!(!name.ends_with("/mod.rs"), "{name}: write foo.rs beside foo/");
        assert!(text.starts_with("//!"), "{name} does not say what it owns");
        assert!(!text.contains("TODO") && !text.contains("FIXME"), "{name} leaves something for later");
    }
}

#[test]
fn files_have_short_tails() {
    let mut long = Vec::new();
    for (name, text) in files().into_iter().filter(|(name, _)| !is_test_file(name)) {
        let lines = without_tests(&text).lines().count();
        let limit = if TABLES.iter().any(|table| name.contains(table)) { TABLE_LIMIT } else { FILE_LIMIT };
        if lines > limit {
            long.push(format!("{name}: {lines} lines of {limit}"));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn functions_have_short_tails() {
    let mut long = Vec::new();
    for (name, text) in files() {
        for (line, length, routes) in functions(without_tests(&text)) {
            let is_table = TABLES.iter().any(|table| name.contains(table));
            let limit = if routes || is_table { ROUTING_LIMIT } else { FUNCTION_LIMIT };
            if length > limit {
                long.push(format!("{name}:{line}: {length} lines of {limit}"));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// First line, length, and whether it is one flat `match`, of every function.
fn functions(text: &str) -> Vec<(usize, usize, bool)> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = |line: &str| {
        let line = line.trim_start();
        let head = line.split('(').next().unwrap_or("");
        !line.starts_with("//") && (head.starts_with("fn ") || head.contains(" fn ")) && line.contains('(')
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| starts(line)) {
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        let end = lines.iter().skip(at).position(|line| *line == close).map_or(0, |length| length + 1);
        let routes = lines.iter().skip(at + 1).take(3).any(|line| line.trim_start().starts_with("match "));
        found.push((at + 1, end, routes));
    }
    found
}

#[test]
fn the_state_of_the_program_is_no_god() {
    let text = fs::read_to_string(source().join("app.rs")).unwrap();
    let body = text.split("pub struct App {").nth(1).unwrap().split("\n}").next().unwrap();
    let fields = body.lines().filter(|line| !line.trim_start().starts_with("//") && line.contains(':')).count();
    assert!((1..=APP_FIELDS).contains(&fields), "App has {fields} fields");
}

#[test]
fn there_is_one_ratatui_and_one_crossterm() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    for name in ["ratatui", "ratatui-core", "crossterm", "unicode-width"] {
        let copies = lock.matches(&format!("name = \"{name}\"\n")).count();
        assert_eq!(copies, 1, "{name} stands {copies} times in Cargo.lock");
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    for section in ["[dependencies]", "[dev-dependencies]"] {
        let body = manifest.split(section).nth(1).unwrap().split("\n[").next().unwrap();
        let mut before = "";
        for line in body.lines() {
            if line.contains('=') && !line.starts_with('#') {
                assert!(before.starts_with('#'), "{line} stands without its reason");
            }
            before = line;
        }
    }
}

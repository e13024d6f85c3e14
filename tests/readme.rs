//! What the README says is what the program does: keys, commands, picture, files.
//!
//! `UPDATE_README=1` in front of the test command writes the key tables anew; `examples/picture.rs` draws the picture.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../examples/support/main_screen.rs"]
mod main_screen;

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tep_notebook::app::{
    command,
    keymap::{self, Context},
};

/// The only commands that a person needs before the program runs.
const SET_UP: [&str; 2] = ["cargo run --release -- demo", "cargo test"];

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(place(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs the program far from anybody's own notebooks.
fn tep(args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_tep")).args(args).env("TEP_HOME", home.path()).output().unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = tep(args);
    assert!(output.status.success(), "tep {args:?} ended with {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("{from} is missing"));
    rest.split_once(to).unwrap_or_else(|| panic!("{to} is missing")).0
}

/// Fenced blocks with their language.
fn fences(text: &str) -> Vec<(&str, &str)> {
    let odd = text.split("```").skip(1).step_by(2);
    odd.map(|fence| fence.split_once('\n').expect("a fence has lines")).collect()
}

/// What stands between single backticks outside of fenced blocks.
fn spans(text: &str) -> Vec<&str> {
    text.split("```").step_by(2).flat_map(|outside| outside.split('`').skip(1).step_by(2)).collect()
}

/// Every call of `tep` that the README shows, as words: whole spans, and lines of fenced blocks up to their remark.
fn calls(readme: &str) -> Vec<Vec<&str>> {
    let lines = fences(readme).into_iter().flat_map(|(_, lines)| lines.lines());
    let shown = lines.map(|line| line.split("  ").next().unwrap_or_default()).chain(spans(readme));
    shown.map(|call| call.split_whitespace().collect::<Vec<_>>()).filter(|call| call.first() == Some(&"tep")).collect()
}

#[test]
fn a_key_that_the_readme_names_is_the_key_that_works() {
    let mut readme = read("README.md");
    let before = readme.clone();
    for lang in ["es", "en"] {
        let (from, to) = (format!("<!-- keys:{lang} -->"), format!("<!-- /keys:{lang} -->"));
        let told = between(&readme, &from, &to);
        let keys = format!("\n```text\n{}```\n", printed(&["keys", "--lang", lang]));
        readme = readme.replacen(&format!("{from}{told}{to}"), &format!("{from}{keys}{to}"), 1);
    }
    if env::var_os("UPDATE_README").is_some() {
        fs::write(place("README.md"), &readme).unwrap();
    } else {
        assert!(readme == before, "the keys have changed: run this test again with UPDATE_README=1");
    }
}

#[test]
fn the_first_meeting_names_the_keys_of_what_a_team_writes() {
    let readme = read("README.md");
    for (command, es, en) in [
        (command::Command::WriteObservation, "anota qué muestran los indicadores", "writes what the indicators show"),
        (command::Command::WriteChallenge, "el desafío", "the challenge"),
        (command::Command::WriteTheory, "la teoría de acción", "the theory of action"),
        (command::Command::WriteReview, "la revisión de datos", "the data review"),
    ] {
        let key = keymap::key_for(&[Context::Notebook], command).unwrap();
        for words in [es, en] {
            assert!(readme.contains(&format!("`{key}` {words}")), "`{key}` {words}");
        }
    }
}

#[test]
fn the_picture_shows_the_screen_that_people_will_see() {
    let drawn = main_screen::picture();
    assert!(read(main_screen::FILE) == drawn, "the main screen has changed: run examples/picture.rs again");
    assert!(read("README.md").contains(&format!("]({})", main_screen::FILE)), "the picture is not in the README");
}

#[test]
fn two_commands_are_all_that_a_fresh_machine_needs() {
    let readme = read("README.md");
    let blocks = |text| -> Vec<String> {
        let shell = |lang: &str| !["text", "json"].contains(&lang);
        fences(text).into_iter().filter(|(lang, _)| shell(lang)).map(|(_, lines)| lines.trim().to_owned()).collect()
    };
    assert_eq!(blocks(between(&readme, "\n## Set-up\n", "\n## ")), SET_UP);
    assert_eq!(blocks(&readme), SET_UP, "a block to type stands outside the set-up");
    let lines = fences(&readme).into_iter().flat_map(|(_, lines)| lines.lines());
    for code in lines.chain(spans(&readme)) {
        let first = code.split_whitespace().next().unwrap_or_default();
        let tools = ["cargo", "rustup", "git", "make", "apt", "apt-get", "brew", "curl", "sudo", "pip", "npm", "sh"];
        assert!(!tools.contains(&first) || SET_UP.contains(&code), "another set-up command: {code}");
    }
}

#[test]
fn every_file_and_chapter_that_the_readme_points_to_is_there() {
    let readme = read("README.md");
    let slug = |heading: &str| heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    let chapters: BTreeSet<String> = readme.lines().filter(|line| line.starts_with('#')).map(slug).collect();
    let targets: Vec<&str> = readme.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect();
    assert!(targets.len() >= 4, "{targets:?}");
    for target in targets {
        match target.strip_prefix('#') {
            Some(chapter) => assert!(chapters.contains(chapter), "no chapter {target}"),
            None => assert!(target.starts_with("https://") || place(target).is_file(), "no file {target}"),
        }
    }
    for path in
        spans(&readme).into_iter().filter(|span| ["examples/", "src/", "tests/"].iter().any(|at| span.starts_with(at)))
    {
        assert!(place(path).exists(), "no {path}");
    }
}

#[test]
fn every_command_and_option_that_the_readme_shows_exists() {
    let readme = read("README.md");
    let mut shown = BTreeSet::new();
    for call in calls(&readme) {
        let command = call.get(1).filter(|word| !word.starts_with('-'));
        let help = match command {
            Some(command) => printed(&["help", command]),
            None => printed(&["help"]),
        };
        shown.extend(command.copied());
        for option in call.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "{call:?}: there is no {option}");
        }
    }
    let help = printed(&["help", "--lang", "en"]);
    let listed = between(&help, "Commands:\n", "\n\n").lines().filter_map(|line| line.split_whitespace().next());
    assert_eq!(shown, listed.collect(), "the README shows other commands than the program has");
    let everything: String = shown.iter().map(|command| printed(&["help", command])).collect();
    for option in
        spans(&readme).iter().filter_map(|span| span.split_whitespace().next()).filter(|w| w.starts_with("--"))
    {
        assert!(everything.contains(option), "there is no {option}");
    }
}

#[test]
fn whoever_wants_to_use_it_finds_both_licences() {
    let readme = read("README.md");
    assert!(readme.contains("MIT OR Apache-2.0") && read("Cargo.toml").contains("license = \"MIT OR Apache-2.0\""));
    for (file, words) in [("LICENSE-MIT", "TEP Notebook contributors"), ("LICENSE-APACHE", "Version 2.0, January 2004")]
    {
        assert!(readme.contains(&format!("]({file})")) && read(file).contains(words), "{file}");
    }
    assert!(readme.contains(&format!("\n### {}\n", env!("CARGO_PKG_VERSION"))), "no changes of this version");
}

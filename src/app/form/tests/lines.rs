use unicode_normalization::UnicodeNormalization;

use super::{FAMILY, LETTERS};
use crate::app::form::{Outcome, TextField, TextOp};

fn composed(text: &str) -> String {
    text.nfc().collect()
}

fn field_at(text: &str, letters_from_start: usize) -> TextField {
    let mut field = TextField::new(text);
    field.apply(TextOp::Home);
    for _ in 0..letters_from_start {
        assert_eq!(field.apply(TextOp::Right), Outcome::Moved, "{text:?}");
    }
    field
}

#[test]
fn one_backspace_takes_one_letter_at_start_middle_and_end() {
    for letter in LETTERS {
        for (before, after) in [("", "uv"), ("u", "v"), ("uv", "")] {
            let text = format!("{before}{letter}{after}");
            let mut field = field_at(&text, before.len() + 1);
            assert_eq!(field.apply(TextOp::Backspace), Outcome::Changed);
            assert_eq!((field.text(), field.cursor()), ("uv", before.len()), "{text:?}");
        }
    }
}

#[test]
fn one_delete_takes_one_letter_at_start_middle_and_end() {
    for letter in LETTERS {
        for (before, after) in [("", "uv"), ("u", "v"), ("uv", "")] {
            let text = format!("{before}{letter}{after}");
            let mut field = field_at(&text, before.len());
            assert_eq!(field.apply(TextOp::Delete), Outcome::Changed);
            assert_eq!((field.text(), field.cursor()), ("uv", before.len()), "{text:?}");
        }
    }
}

#[test]
fn arrows_step_over_whole_letters() {
    for letter in LETTERS {
        let mut field = field_at(&format!("u{letter}v"), 1);
        field.apply(TextOp::Right);
        assert_eq!(field.cursor(), 1 + composed(letter).len(), "{letter:?}");
        field.apply(TextOp::Left);
        assert_eq!(field.cursor(), 1, "{letter:?}");
        field.apply(TextOp::End);
        assert_eq!((field.cursor(), field.apply(TextOp::Right)), (field.text().len(), Outcome::Ignored));
        field.apply(TextOp::Home);
        assert_eq!((field.cursor(), field.apply(TextOp::Left)), (0, Outcome::Ignored));
    }
}

#[test]
fn every_letter_can_be_typed_or_pasted_anywhere() {
    for letter in LETTERS {
        for (before, after) in [("", "uv"), ("u", "v"), ("uv", "")] {
            let expected = composed(&format!("{before}{letter}{after}"));
            let mut pasted = field_at("uv", before.len());
            assert_eq!(pasted.apply(TextOp::Paste(letter)), Outcome::Changed);
            let mut typed = field_at("uv", before.len());
            letter.chars().for_each(|character| assert_eq!(typed.apply(TextOp::Insert(character)), Outcome::Changed));
            for field in [pasted, typed] {
                assert_eq!((field.text(), field.cursor()), (&*expected, before.len() + composed(letter).len()));
            }
        }
    }
}

#[test]
fn words_and_kills_take_whole_words_of_any_letters() {
    for letter in LETTERS {
        let text = composed(&format!("uno {letter}{letter} fin"));
        let word = composed(letter).len() * 2;
        let mut field = field_at(&text, 0);
        for expected in [3, 4 + word, text.len()] {
            assert_eq!(field.apply(TextOp::WordRight), Outcome::Moved);
            assert_eq!(field.cursor(), expected, "{text:?}");
        }
        field.apply(TextOp::WordLeft);
        field.apply(TextOp::WordLeft);
        assert_eq!(field.cursor(), 4, "{text:?}");
        field.apply(TextOp::WordRight);

        let mut word_killed = field.clone();
        word_killed.apply(TextOp::KillWord);
        assert_eq!((word_killed.text(), word_killed.cursor()), ("uno  fin", 4));
        let mut start_killed = field.clone();
        start_killed.apply(TextOp::KillToStart);
        assert_eq!((start_killed.text(), start_killed.cursor()), (" fin", 0));
        field.apply(TextOp::KillToEnd);
        assert_eq!((field.text(), field.cursor()), (text.strip_suffix(" fin").unwrap(), 4 + word));
    }
}

#[test]
fn a_mark_typed_after_its_letter_composes_and_one_without_a_letter_never_enters() {
    let mut field = TextField::new("Pen");
    field.apply(TextOp::Insert('\u{303}'));
    assert_eq!(field.text(), "Peñ");
    field.apply(TextOp::Home);
    assert_eq!(field.apply(TextOp::Insert('\u{301}')), Outcome::Ignored);
    assert_eq!(field.text(), "Peñ");
    // A vowel joins its consonant when the invisible final between them is dropped.
    assert_eq!(TextField::new("ᄀ\u{11a8}\u{1161}🏽").text(), "가🏽");
}

#[test]
fn a_pasted_name_of_two_lines_stays_one_line_without_hidden_characters() {
    let field = TextField::new("Ana\r\nSoto\tVera\u{202e}\u{1b}[31m\u{200b}\n");
    assert_eq!(field.text(), "Ana Soto Vera[31m ");
    // Two names that look the same are the same: the invisible joiner goes too.
    assert_eq!(TextField::new("a\u{200d}b").text(), "ab");
    assert_eq!(TextField::new(FAMILY).text(), "👩👩👧👦");
}

#[test]
fn the_limit_cuts_between_letters_and_says_so() {
    let mut field = TextField::with_limit("abc", 5);
    assert_eq!(field.apply(TextOp::Paste("de🇨🇱")), Outcome::Full);
    assert_eq!(field.text(), "abcde");
    assert_eq!(field.apply(TextOp::Insert('f')), Outcome::Full);
    assert_eq!(field.text(), "abcde");
    // A flag is two characters: half a flag is none.
    let mut field = TextField::with_limit("abcd", 5);
    assert_eq!((field.apply(TextOp::Paste("🇨🇱")), field.text()), (Outcome::Full, "abcd"));
    assert_eq!(TextField::new(&"ñ".repeat(500)).text().chars().count(), TextField::LIMIT);
    // The limit counts composed letters.
    assert_eq!(TextField::with_limit("n\u{303}n\u{303}", 2).text(), "ññ");
}

#[test]
fn the_window_shows_the_place_where_one_types() {
    let mut field = TextField::new("Escuela Río Claro");
    assert_eq!(field.window(40), ("Escuela Río Claro", 17));
    // Exactly full: the cursor needs a column of its own.
    assert_eq!(field.window(18), ("Escuela Río Claro", 17));
    assert_eq!(field.window(10), ("o Claro", 7));
    field.apply(TextOp::Home);
    assert_eq!(field.window(10), ("Escuela Rí", 0));
    assert_eq!(field.window(1), ("E", 0));
    assert_eq!(field.window(0), ("", 0));
}

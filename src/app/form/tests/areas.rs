use std::time::{Duration, Instant};

use super::{FAMILY, LETTERS};
use crate::app::form::{Outcome, Space, TextArea, TextOp, wrap};

/// Ten columns of text and one for the cursor.
const SPACE: Space = Space { columns: 11, rows: 3 };

fn shown(text: &str, width: usize) -> Vec<&str> {
    wrap::wrap(text, width).into_iter().map(|row| text.get(row).unwrap()).collect()
}

fn at_start(text: &str) -> TextArea {
    let mut area = TextArea::new(text);
    while area.apply(TextOp::Up, SPACE) == Outcome::Moved {}
    area.apply(TextOp::Home, SPACE);
    assert_eq!(area.cursor(), 0);
    area
}

#[test]
fn words_stay_whole_and_long_words_are_cut() {
    assert_eq!(shown("llamar en la tarde sirve", 10), ["llamar en ", "la tarde ", "sirve"]);
    assert_eq!(shown("inasistencia grave", 5), ["inasi", "stenc", "ia ", "grave"]);
    assert_eq!(shown("uno\n\ndos\n", 10), ["uno", "", "dos", ""]);
    assert_eq!(shown("", 10), [""]);
    assert_eq!(shown("漢漢", 1), ["漢", "漢"]);
    assert_eq!(shown("aa      bb", 4), ["aa      ", "bb"]);
    // A figure and its sign stay together.
    assert_eq!(shown("con 85\u{a0}% hoy", 6), ["con ", "85\u{a0}% ", "hoy"]);
}

#[test]
fn up_and_down_follow_the_rows_that_are_seen_and_keep_the_column() {
    // Rows: "llamar en " / "la " / "inasistenc" / "ia"
    let mut area = at_start("llamar en la inasistencia");
    for _ in 0..8 {
        area.apply(TextOp::Right, SPACE);
    }
    let mut places = vec![area.cursor()];
    for _ in 0..3 {
        assert_eq!(area.apply(TextOp::Down, SPACE), Outcome::Moved);
        places.push(area.cursor());
    }
    assert_eq!(places, [8, 12, 21, 25]);
    assert_eq!(area.apply(TextOp::Down, SPACE), Outcome::Ignored);
    for _ in 0..3 {
        area.apply(TextOp::Up, SPACE);
    }
    assert_eq!(area.cursor(), 8);
    assert_eq!(area.apply(TextOp::Up, SPACE), Outcome::Ignored);
}

#[test]
fn home_and_end_stay_on_the_row_that_is_seen() {
    let mut area = at_start("llamar en la tarde");
    area.apply(TextOp::End, SPACE);
    assert_eq!(area.cursor(), 9);
    area.apply(TextOp::Down, SPACE);
    area.apply(TextOp::Home, SPACE);
    assert_eq!(area.cursor(), 10);
    area.apply(TextOp::End, SPACE);
    assert_eq!(area.cursor(), 18);
}

#[test]
fn pages_go_by_the_rows_on_the_screen() {
    let mut area = at_start("a\nb\nc\nd\ne");
    area.apply(TextOp::PageDown, SPACE);
    assert_eq!(area.cursor(), 6);
    area.apply(TextOp::PageDown, SPACE);
    assert_eq!(area.cursor(), 8);
    assert_eq!(area.apply(TextOp::PageDown, SPACE), Outcome::Ignored);
    area.apply(TextOp::PageUp, SPACE);
    assert_eq!(area.cursor(), 2);
}

#[test]
fn a_family_is_one_letter_and_wide_letters_take_their_columns() {
    for letter in LETTERS.into_iter().chain([FAMILY]) {
        let mut area = TextArea::new(&format!("u{letter}"));
        area.apply(TextOp::NewLine, SPACE);
        area.apply(TextOp::Paste("xy"), SPACE);
        area.apply(TextOp::Up, SPACE);
        area.apply(TextOp::End, SPACE);
        assert_eq!(area.apply(TextOp::Backspace, SPACE), Outcome::Changed);
        assert_eq!((area.text(), area.cursor()), ("u\nxy", 1), "{letter:?}");
    }
}

#[test]
fn a_line_break_taken_away_joins_a_letter_and_its_mark() {
    let mut area = TextArea::new("Ibanez\ny Soto");
    for _ in 0..7 {
        area.apply(TextOp::Left, SPACE);
    }
    assert_eq!(area.apply(TextOp::KillToEnd, SPACE), Outcome::Changed);
    assert_eq!(area.text(), "Ibanezy Soto");
    area.apply(TextOp::KillToStart, SPACE);
    assert_eq!((area.text(), area.cursor()), ("y Soto", 0));
}

#[test]
fn lines_of_every_system_become_lines() {
    assert_eq!(TextArea::new("a\r\nb\rc\u{2028}d\te").text(), "a\nb\nc\nd e");
}

#[test]
fn a_paste_of_ten_megabytes_is_cut_at_once() {
    for letter in ["ñ", "a", "n\u{303}", FAMILY, "\u{1b}", "\u{301}"] {
        let huge = letter.repeat(10 * 1024 * 1024 / letter.len());
        let mut area = TextArea::new("antes");
        let start = Instant::now();
        let outcome = area.apply(TextOp::Paste(&huge), SPACE);
        let took = start.elapsed();
        // Tests run unoptimised; anything worse than linear takes minutes here.
        assert!(took < Duration::from_secs(5), "{letter:?} took {took:?}");
        assert!(area.text().len() <= TextArea::LIMIT);
        match letter {
            "\u{1b}" => assert_eq!((outcome, area.text()), (Outcome::Ignored, "antes")),
            // Ten million marks on one letter are one letter, and it does not fit.
            "\u{301}" => assert_eq!((outcome, area.text()), (Outcome::Full, "antes")),
            _ => assert!(outcome == Outcome::Full && area.text().len() > TextArea::LIMIT - 30, "{letter:?}"),
        }
    }
}

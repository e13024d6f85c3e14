//! Laws that hold for any typing.

use proptest::prelude::*;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::form::{
    Space, TextArea, TextField, TextOp, scroll,
    wrap::{columns, columns_of, locate, place, wrap},
};

fn character() -> impl Strategy<Value = char> {
    let awkward = vec![
        'a',
        'ñ',
        'Ñ',
        ' ',
        ' ',
        '\n',
        '\r',
        '\t',
        '\u{301}',
        '\u{303}',
        '\u{323}',
        '👩',
        '\u{200d}',
        '👧',
        '🏽',
        '🇨',
        '🇱',
        '漢',
        'ﾊ',
        '\u{ff9e}',
        'ᄀ',
        'ᅡ',
        'ᆨ',
        '\u{600}',
        'क',
        '\u{94d}',
        'ष',
        '\u{1b}',
        '\u{202e}',
        '\u{200b}',
        '\u{fe0f}',
        '❤',
        '\u{a0}',
        '\u{3000}',
        '\u{e0067}',
    ];
    prop_oneof![9 => prop::sample::select(awkward), 1 => any::<char>()]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..60).prop_map(|letters| letters.into_iter().collect())
}

#[derive(Debug, Clone)]
enum Wish {
    Insert(char),
    Paste(String),
    Plain(TextOp<'static>),
}

impl Wish {
    fn op(&self) -> TextOp<'_> {
        match self {
            Self::Insert(character) => TextOp::Insert(*character),
            Self::Paste(text) => TextOp::Paste(text),
            Self::Plain(op) => *op,
        }
    }
}

fn wish() -> impl Strategy<Value = Wish> {
    use TextOp as Op;
    let plain = vec![
        Op::Backspace,
        Op::Delete,
        Op::Left,
        Op::Left,
        Op::Right,
        Op::WordLeft,
        Op::WordRight,
        Op::Home,
        Op::End,
        Op::KillWord,
        Op::KillToStart,
        Op::KillToEnd,
        Op::Up,
        Op::Down,
        Op::PageUp,
        Op::PageDown,
        Op::NewLine,
    ];
    prop_oneof![
        4 => character().prop_map(Wish::Insert),
        1 => text().prop_map(Wish::Paste),
        5 => prop::sample::select(plain).prop_map(Wish::Plain),
    ]
}

fn holds(text: &str, cursor: usize) -> Result<(), TestCaseError> {
    let border = cursor == text.len() || text.grapheme_indices(true).any(|(at, _)| at == cursor);
    prop_assert!(border, "cursor {cursor} splits a letter of {text:?}");
    prop_assert!(is_nfc(text), "not composed: {text:?}");
    let hidden = text.graphemes(true).find(|letter| *letter != "\n" && columns_of(letter) == 0);
    prop_assert!(hidden.is_none(), "invisible {hidden:?} in {text:?}");
    Ok(())
}

proptest! {
    #[test]
    fn a_line_keeps_its_limit_and_its_cursor_between_letters(
        first in text(), limit in 0..40_usize, wishes in prop::collection::vec(wish(), 0..40), width in 0..30_usize,
    ) {
        let mut field = TextField::with_limit(&first, limit);
        for wish in &wishes {
            let before = field.text().to_owned();
            field.apply(wish.op());
            holds(field.text(), field.cursor())?;
            prop_assert!(field.text().chars().count() <= limit.max(before.chars().count().min(limit)));
            prop_assert!(!field.text().contains('\n'));
            let (shown, column) = field.window(width);
            prop_assert!(columns(shown) <= width);
            prop_assert!(column < width.max(1));
            // What stands before the cursor in the window is what stands before it in the text.
            let seen: Vec<&str> = shown.graphemes(true).collect();
            let mut used = 0;
            let left: String = seen.into_iter().take_while(|letter| { used += columns_of(letter); used <= column }).collect();
            prop_assert!(width == 0 || field.text().get(..field.cursor()).unwrap().ends_with(&left));
        }
    }

    #[test]
    fn an_area_keeps_its_cursor_between_letters(
        first in text(), wishes in prop::collection::vec(wish(), 0..40), columns in 0..20_usize, rows in 0..5_usize,
    ) {
        let mut area = TextArea::new(&first);
        for wish in &wishes {
            area.apply(wish.op(), Space { columns, rows });
            holds(area.text(), area.cursor())?;
        }
    }

    #[test]
    fn rows_cover_the_text_and_fit_the_width(text in text(), width in 0..20_usize) {
        let rows = wrap(&text, width);
        let mut next = 0;
        for (number, row) in rows.iter().enumerate() {
            if row.start != next {
                prop_assert_eq!(text.get(next..row.start), Some("\n"));
            }
            prop_assert!(number == 0 || row.start > 0);
            next = row.end;
            let line = text.get(row.clone()).unwrap();
            let solid = line.trim_end();
            prop_assert!(!line.contains('\n'));
            prop_assert!(columns(solid) <= width.max(1) || solid.graphemes(true).count() == 1, "{:?} in {}", line, width);
        }
        prop_assert_eq!(next, text.len());
    }

    #[test]
    fn a_cursor_finds_its_way_back(text in text(), width in 0..20_usize) {
        let area = TextArea::new(&text);
        let text = area.text();
        let rows = wrap(text, width);
        for cursor in text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]) {
            let (row, column) = locate(text, &rows, cursor);
            prop_assert_eq!(place(text, &rows, row, column), cursor, "{}:{} of {:?}", row, column, text);
        }
    }

    #[test]
    fn scrolling_shows_the_line_of_the_cursor(at in 0..500_usize, more in 1..500_usize, view in 1..60_usize) {
        let start = scroll(at, at + more, view);
        prop_assert!(start <= at && at < start + view);
        prop_assert!(start == 0 || start + view <= at + more);
    }
}

proptest! {
    // Long texts take long unoptimised; a few are enough to reach the limit in every way.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn an_area_never_passes_its_limit(pieces in prop::collection::vec((text(), 1..2000_usize, any::<bool>()), 1..6)) {
        let mut area = TextArea::new("");
        for (piece, times, up) in pieces {
            area.apply(TextOp::Paste(&piece.repeat(times)), Space { columns: 80, rows: 5 });
            prop_assert!(area.text().len() <= TextArea::LIMIT);
            holds(area.text(), area.cursor())?;
            if up {
                area.apply(TextOp::KillWord, Space { columns: 80, rows: 5 });
                area.apply(TextOp::PageUp, Space { columns: 80, rows: 5 });
            }
        }
    }
}

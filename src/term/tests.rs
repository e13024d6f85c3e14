//! Frames as a terminal shows them, and the bytes that they cost.

use std::num::NonZeroU16;

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthChar;

use super::{Charset, Screen};

/// A screen whose bytes go to a model of a terminal.
struct Watched {
    screen: Screen<Vec<u8>>,
    terminal: vt100::Parser,
}

impl Watched {
    fn new(width: u16, height: u16) -> Self {
        Self::with_charset(width, height, Charset::Unicode)
    }

    fn with_charset(width: u16, height: u16, charset: Charset) -> Self {
        let rows = NonZeroU16::new(height).unwrap();
        let columns = NonZeroU16::new(width).unwrap();
        Self {
            screen: Screen::new(Vec::new(), Size::new(width, height), charset),
            terminal: vt100::Parser::new(rows, columns, 0),
        }
    }

    /// Draws a frame and returns its bytes.
    fn show(&mut self, buffer: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let draw = self.screen.draw(|frame| {
            frame.buffer.clone_from(buffer);
            frame.cursor = cursor;
        });
        draw.unwrap();
        let bytes = std::mem::take(self.screen.output_mut());
        self.terminal.process(&bytes);
        bytes
    }
}

/// What a person sees in one column.
#[derive(Debug, PartialEq)]
struct Seen {
    text: String,
    ink: vt100::Color,
    paper: vt100::Color,
    modifier: Modifier,
}

/// On a blank only the background, lines and a reversal are seen.
fn seen(text: &str, ink: vt100::Color, paper: vt100::Color, modifier: Modifier) -> Seen {
    let blank = matches!(text, "" | " ");
    let plain = blank && !modifier.intersects(Modifier::UNDERLINED | Modifier::REVERSED);
    Seen {
        text: if blank { " " } else { text }.to_owned(),
        ink: if plain { vt100::Color::Default } else { ink },
        paper,
        modifier: if plain { Modifier::empty() } else { modifier },
    }
}

fn seen_in_terminal(terminal: &vt100::Parser, x: u16, y: u16) -> Option<Seen> {
    let cell = terminal.screen().cell(y, x).unwrap();
    if cell.is_wide_continuation() {
        return None;
    }
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, cell.bold());
    modifier.set(Modifier::DIM, cell.dim());
    modifier.set(Modifier::ITALIC, cell.italic());
    modifier.set(Modifier::UNDERLINED, cell.underline());
    modifier.set(Modifier::REVERSED, cell.inverse());
    Some(seen(cell.contents(), cell.fgcolor(), cell.bgcolor(), modifier))
}

/// What should be seen in a row of the buffer; nothing in the second column of a wide character.
fn seen_in_buffer(buffer: &Buffer, y: u16) -> Vec<Option<Seen>> {
    let mut row = Vec::new();
    for x in 0..buffer.area.width {
        if usize::from(x) < row.len() {
            continue;
        }
        let cell = &buffer[(x, y)];
        let wide = cell.symbol().chars().next().and_then(UnicodeWidthChar::width) == Some(2);
        let cut = wide && x + 1 == buffer.area.width;
        let text = if cut { " " } else { cell.symbol() };
        let mut modifier = cell.modifier;
        if modifier.contains(Modifier::BOLD) {
            modifier.remove(Modifier::DIM);
        }
        let colour = |colour| match colour {
            Color::Red => vt100::Color::Idx(1),
            Color::Blue => vt100::Color::Idx(4),
            Color::LightYellow => vt100::Color::Idx(11),
            _ => vt100::Color::Default,
        };
        row.push(Some(seen(text, colour(cell.fg), colour(cell.bg), modifier)));
        if wide && !cut {
            row.push(None);
        }
    }
    row
}

/// Everything that differs between the terminal and the buffer.
fn differences(watched: &Watched, buffer: &Buffer, cursor: Option<Position>) -> Vec<String> {
    let mut found = Vec::new();
    for y in 0..buffer.area.height {
        for (x, wanted) in (0..).zip(seen_in_buffer(buffer, y)) {
            let shown = seen_in_terminal(&watched.terminal, x, y);
            if shown != wanted {
                found.push(format!("{x},{y}: {shown:?} instead of {wanted:?}"));
            }
        }
    }
    let screen = watched.terminal.screen();
    if screen.hide_cursor() != cursor.is_none() {
        found.push("cursor shown or hidden".to_owned());
    }
    if let Some(cursor) = cursor
        && screen.cursor_position() != (cursor.y, cursor.x)
    {
        found.push(format!("cursor at {:?}", screen.cursor_position()));
    }
    found
}

/// One change between two frames.
#[derive(Clone, Debug)]
enum Change {
    Text(u16, u16, &'static str, Style),
    Paint(u16, u16, u16, Style),
    Scroll(u16, u16, u16, bool),
    Clear,
    Cursor(u16, u16),
    NoCursor,
    Frame,
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = || prop::sample::select(vec![Color::Reset, Color::Red, Color::Blue, Color::LightYellow]);
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::UNDERLINED | Modifier::ITALIC,
        Modifier::BOLD | Modifier::DIM,
    ]);
    (colours(), colours(), modifiers, 0..3_u8).prop_map(|(ink, paper, modifier, plain)| {
        if plain > 0 {
            return Style::reset();
        }
        Style::reset().fg(ink).bg(paper).add_modifier(modifier)
    })
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let texts = prop::sample::select(vec![
        "Peñalolén",
        "7B-A   MA-k3f        71 %   hace 21 d",
        "a",
        " ",
        "              ",
        "────────",
        "学校あ",
        "e\u{301}n\u{303}x",
        "▸ ¿ñ?",
        "Motivos: grave · 2 notas · sobreedad       → 85 %",
    ]);
    let change = prop_oneof![
        6 => (0..40_u16, 0..15_u16, texts, styles()).prop_map(|(x, y, text, style)| Change::Text(x, y, text, style)),
        2 => (0..40_u16, 0..15_u16, 1..20_u16, styles()).prop_map(|(x, y, w, style)| Change::Paint(x, y, w, style)),
        3 => (0..15_u16, 0..15_u16, 1..6_u16, any::<bool>()).prop_map(|(a, b, by, up)| Change::Scroll(a, b, by, up)),
        1 => Just(Change::Clear),
        2 => (0..40_u16, 0..15_u16).prop_map(|(x, y)| Change::Cursor(x, y)),
        1 => Just(Change::NoCursor),
        4 => Just(Change::Frame),
    ];
    vec(change, 1..60)
}

/// Makes the change in the buffer, as a view would.
fn make(change: &Change, buffer: &mut Buffer, cursor: &mut Option<Position>) {
    let area = buffer.area;
    match *change {
        Change::Text(x, y, text, style) if x < area.width && y < area.height => {
            buffer.set_string(x, y, text, style);
        }
        Change::Paint(x, y, width, style) => {
            buffer.set_style(ratatui::layout::Rect::new(x, y, width, 2), style);
        }
        Change::Scroll(a, b, by, up) => {
            let (top, end) = (a.min(b), a.max(b) + 1);
            if end <= area.height && by < end - top {
                let width = usize::from(area.width);
                let rows = usize::from(top) * width..usize::from(end) * width;
                let block = &mut buffer.content[rows];
                let count = usize::from(by) * width;
                if up {
                    block.rotate_left(count);
                } else {
                    block.rotate_right(count);
                }
            }
        }
        Change::Clear => buffer.reset(),
        Change::Cursor(x, y) => {
            *cursor = area.contains(Position::new(x, y)).then_some(Position::new(x, y));
        }
        Change::NoCursor => *cursor = None,
        Change::Text(..) | Change::Frame => {}
    }
}

/// A list that fills most of a screen of 80 × 24: the program's most usual sight.
fn list(top: u16, marked: u16) -> Buffer {
    let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24));
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let title = " Liceo Los Ulmos 99001-4      Ciclo 2 · 2026";
    buffer.set_string(0, 0, title, bold);
    buffer.set_string(0, 1, "   Curso  Estudiante   Asist.  Contacto     Motivos", Style::new());
    for row in 0..20 {
        let n = u32::from(top + row);
        let mark = if top + row == marked { '▸' } else { ' ' };
        let (id, rate, days) = (n * 7919 % 8999 + 1000, n * 13 % 100, n * 31 % 60);
        let line = format!(
            " {mark} {}B-{}   E-{id:<9}  {rate:>3} %   hace {days:>2} d    señal {}",
            n % 8 + 1,
            n % 3,
            ["grave", "reiterada", "sin seguimiento"][n as usize % 3],
        );
        buffer.set_string(0, row + 2, line, Style::new());
    }
    let count = format!(" {} de 420", marked + 1);
    buffer.set_string(0, 22, count, Style::new());
    buffer.set_string(0, 23, " Enter ficha  c contacto  a acción  ? ayuda", Style::new());
    buffer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_terminal_shows_what_the_view_drew(
        width in 1..=40_u16,
        height in 1..=15_u16,
        changes in changes(),
    ) {
        let mut watched = Watched::new(width, height);
        let mut buffer = Buffer::empty(watched.screen.area());
        let mut cursor = None;
        for change in changes.iter().chain([&Change::Frame]) {
            make(change, &mut buffer, &mut cursor);
            if matches!(change, Change::Frame) {
                watched.show(&buffer, cursor);
                let differences = differences(&watched, &buffer, cursor);
                prop_assert!(differences.is_empty(), "{differences:#?}");
                prop_assert_eq!(watched.show(&buffer, cursor).len(), 0);
            }
        }
    }

    #[test]
    fn whatever_a_cell_holds_only_our_own_sequences_get_out(
        symbols in vec(".{0,4}|[\\x00-\\x1f\\x7f-\\u{9f}]{1,3}[a-z]?|[\\u{200b}-\\u{202f}\\u{2060}-\\u{206f}\\u{e0020}-\\u{e007f}a]{1,3}", 20),
        ascii in any::<bool>(),
    ) {
        let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
        let mut watched = Watched::with_charset(20, 1, charset);
        let mut buffer = Buffer::empty(watched.screen.area());
        for (cell, symbol) in buffer.content.iter_mut().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        let bytes = watched.show(&buffer, None);
        let text = String::from_utf8(bytes).unwrap();
        let rest = without_our_own(&text);
        prop_assert!(!rest.chars().any(is_hostile), "{rest:?} of {symbols:?}");
        prop_assert!(!ascii || rest.is_ascii(), "{rest:?} of {symbols:?}");
    }
}

/// The text of a frame without the sequences that the encoder may use.
fn without_our_own(text: &str) -> String {
    let mut rest = String::new();
    let mut pieces = text.split("\x1b[");
    rest.push_str(pieces.next().unwrap());
    for piece in pieces {
        let piece = piece.strip_prefix('?').unwrap_or(piece);
        let body = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        let mut characters = body.chars();
        let last = characters.next().unwrap();
        assert!("mHGCDABKLMrJhl".contains(last), "unknown sequence {piece:?}");
        rest.push_str(characters.as_str());
    }
    rest.replace(['\r', '\n', '\u{8}'], "")
}

/// The rule of the data's own filter, written a second time.
fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn the_first_paint_costs_little_more_than_its_characters() {
    let mut watched = Watched::new(80, 24);
    let buffer = list(0, 0);
    let bytes = watched.show(&buffer, None).len();
    let visible = |text: &str| if text == " " { 0 } else { text.len() };
    let letters: usize = buffer.content.iter().map(|c| visible(c.symbol())).sum();
    let text: usize = rows(&buffer).iter().map(|row| row.trim_end().len()).sum();
    eprintln!("first paint: {bytes} bytes, {letters} of them visible, {text} with the blanks between");
    assert!(bytes * 100 <= text * 115, "{bytes} bytes for a text of {text}");
    assert!(differences(&watched, &buffer, None).is_empty());
}

fn rows(buffer: &Buffer) -> Vec<String> {
    buffer
        .content
        .chunks(usize::from(buffer.area.width))
        .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
        .collect()
}

/// Bytes from one frame to the next, which the terminal must show rightly.
fn cost(before: &Buffer, after: &Buffer, cursor: (Option<Position>, Option<Position>)) -> usize {
    let mut watched = Watched::new(80, 24);
    watched.show(before, cursor.0);
    let bytes = watched.show(after, cursor.1);
    let differences = differences(&watched, after, cursor.1);
    assert!(differences.is_empty(), "{differences:#?}");
    eprintln!("{} bytes: {:?}", bytes.len(), String::from_utf8_lossy(&bytes));
    bytes.len()
}

#[test]
fn a_list_scrolls_for_the_price_of_a_row() {
    let down = cost(&list(5, 24), &list(6, 25), (None, None));
    assert!(down <= 120, "scrolled down for {down} bytes");
    let up = cost(&list(5, 5), &list(4, 4), (None, None));
    assert!(up <= 120, "scrolled up for {up} bytes");
}

/// A terminal fills the lines that come free with the background in use.
#[test]
fn lines_come_free_without_a_colour() {
    let coloured = |mut buffer: Buffer| {
        buffer.set_string(60, 23, "aviso", Style::new().bg(Color::Red));
        buffer
    };
    let mut watched = Watched::new(80, 24);
    watched.show(&coloured(list(5, 24)), None);
    let bytes = watched.show(&coloured(list(6, 25)), None);
    assert!(bytes.starts_with(b"\x1b[m\x1b[3H\x1b[M"), "{bytes:?}");
}

/// At the right edge some terminals count one column more than others: a step back from there goes astray.
#[test]
fn no_step_is_counted_from_the_right_edge() {
    let mut watched = Watched::new(10, 2);
    let mut buffer = Buffer::empty(watched.screen.area());
    buffer.set_string(0, 0, "0123456789", Style::new());
    buffer.set_string(8, 1, "x", Style::new());
    let bytes = watched.show(&buffer, None);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("9\x1b[9G\nx"), "{text:?}");
}

#[test]
fn half_a_page_costs_half_a_page() {
    let bytes = cost(&list(0, 0), &list(10, 10), (None, None));
    assert!(bytes <= 700, "half a page for {bytes} bytes");
}

#[test]
fn a_page_costs_no_more_than_its_text() {
    let bytes = cost(&list(0, 0), &list(20, 20), (None, None));
    assert!(bytes <= 1_100, "a page for {bytes} bytes");
}

#[test]
fn the_marker_moves_for_a_few_bytes() {
    let at = |y| Some(Position::new(1, y));
    let hidden = cost(&list(0, 3), &list(0, 4), (None, None));
    assert!(hidden <= 60, "moved for {hidden} bytes");
    let shown = cost(&list(0, 3), &list(0, 4), (at(5), at(6)));
    assert!(shown <= 60, "moved with the cursor for {shown} bytes");
}

#[test]
fn a_letter_typed_costs_a_few_bytes() {
    let field = |text: &str| {
        let mut buffer = list(0, 0);
        buffer.set_string(0, 22, format!(" Motivo: {text}"), Style::new().fg(Color::Red));
        buffer
    };
    let at = |x| Some(Position::new(x, 22));
    let bytes = cost(&field("llam"), &field("llamó"), (at(13), at(14)));
    assert!(bytes <= 30, "one letter for {bytes} bytes");
}

#[test]
fn a_frame_that_changes_nothing_is_not_written() {
    let mut watched = Watched::new(80, 24);
    let cursor = Some(Position::new(3, 4));
    watched.show(&list(0, 3), cursor);
    let before = watched.screen.bytes_written();
    assert_eq!(watched.show(&list(0, 3), cursor), b"");
    assert_eq!(watched.screen.bytes_written(), before);
}

#[test]
fn the_first_frame_and_one_after_a_new_size_repaint_everything() {
    let mut watched = Watched::new(80, 24);
    watched.terminal.process(b"\x1b[5;9r\x1b[41;1mrubbish");
    watched.show(&list(0, 0), None);
    assert!(differences(&watched, &list(0, 0), None).is_empty());
    watched.terminal.process(b"\x1b[H\x1b[7mrubbish");
    watched.screen.resize(Size::new(80, 24));
    watched.show(&list(0, 0), None);
    let differences = differences(&watched, &list(0, 0), None);
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn a_long_frame_is_one_synchronized_update() {
    let mut watched = Watched::new(80, 24);
    let bytes = watched.show(&list(0, 0), None);
    assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
}

/// Takes nothing, as a line that has dropped.
#[derive(Debug, Default)]
struct Broken {
    writes: Vec<usize>,
    works: bool,
}

impl std::io::Write for Broken {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.writes.push(bytes.len());
        if self.works { Ok(bytes.len()) } else { Err(std::io::ErrorKind::BrokenPipe.into()) }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_frame_is_one_write_and_a_failed_one_is_painted_again() {
    let mut screen = Screen::new(Broken::default(), Size::new(80, 24), Charset::Unicode);
    let draw = |screen: &mut Screen<Broken>| {
        screen.draw(|frame| {
            frame.buffer.clone_from(&list(0, 0));
            frame.cursor = Some(Position::new(1, 2));
        })
    };
    assert!(draw(&mut screen).is_err());
    screen.output_mut().works = true;
    draw(&mut screen).unwrap();
    let writes = &screen.output_mut().writes;
    assert_eq!(writes.len(), 2);
    assert_eq!(writes[0], writes[1]);
}

#[test]
fn absurd_sizes_are_cut_and_empty_ones_draw_nothing() {
    let huge = Screen::new(Vec::new(), Size::new(u16::MAX, u16::MAX), Charset::Unicode);
    assert_eq!(huge.area().as_size(), Size::new(500, 300));
    for size in [Size::new(0, 0), Size::new(0, 24), Size::new(80, 0)] {
        let mut screen = Screen::new(Vec::new(), size, Charset::Unicode);
        screen.draw(|frame| frame.cursor = Some(Position::new(0, 0))).unwrap();
        assert!(screen.output_mut().is_empty());
    }
}

#[test]
fn ascii_shows_the_same_columns() {
    let mut watched = Watched::with_charset(20, 2, Charset::Ascii);
    let mut buffer = Buffer::empty(watched.screen.area());
    buffer.set_string(0, 0, "─ Peñalolén 学 ▸ ✓", Style::new());
    let bytes = watched.show(&buffer, None);
    assert!(bytes.is_ascii());
    let shown = watched.terminal.screen().contents();
    assert_eq!(shown.trim_end(), "- Penalolen ?? > +");
}

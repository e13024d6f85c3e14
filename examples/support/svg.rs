//! A screen as an SVG picture with the look of a dark terminal: letters stay letters, to be searched and read aloud.
//!
//! Owns colours and measures of the picture. Never changes what the screen says; the same screen gives the same bytes.

use std::fmt::Write;

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

/// Width and height of a cell, in tenths of a pixel: integers give the same bytes everywhere.
const CELL: (usize, usize) = (84, 190);
/// From the top of a cell down to where letters stand.
const BASELINE: usize = 142;
/// The edge around the screen.
const EDGE: usize = 140;
const BACKGROUND: &str = "#14171c";
const FOREGROUND: &str = "#d7dae0";
const FONTS: &str = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

/// The picture of a screen, with a title and a description for those who do not see it.
pub fn picture(buffer: &Buffer, title: &str, description: &str) -> String {
    let size = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (px(size.0 * CELL.0 + 2 * EDGE), px(size.1 * CELL.1 + 2 * EDGE));
    let (title, description) = (escaped(title), escaped(description));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
         font-family=\"{FONTS}\" font-size=\"14\" fill=\"{FOREGROUND}\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{description}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for (y, row) in buffer.content.chunks(size.0).enumerate() {
        for run in runs(row) {
            run.write(&mut svg, y);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// How a cell looks, after reverse has been applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: &'static str,
    paper: Option<&'static str>,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (ink, paper) = (colour(cell.fg), colour(cell.bg));
        let modifier = cell.modifier.difference(Modifier::REVERSED);
        if cell.modifier.contains(Modifier::REVERSED) {
            return Self { ink: paper.unwrap_or(BACKGROUND), paper: Some(ink.unwrap_or(FOREGROUND)), modifier };
        }
        Self { ink: ink.unwrap_or(FOREGROUND), paper, modifier }
    }
}

/// Neighbouring cells of one look.
#[derive(Debug)]
struct Run {
    at: usize,
    look: Look,
    cells: Vec<String>,
}

fn runs(row: &[Cell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let look = Look::of(cell);
        match runs.last_mut().filter(|run| run.look == look) {
            Some(run) => run.cells.push(cell.symbol().to_owned()),
            None => runs.push(Run { at, look, cells: vec![cell.symbol().to_owned()] }),
        }
    }
    runs
}

impl Run {
    fn write(&self, svg: &mut String, y: usize) {
        if let Some(paper) = self.look.paper {
            let (x, y) = (px(EDGE + self.at * CELL.0), px(EDGE + y * CELL.1));
            let (width, height) = (px(self.cells.len() * CELL.0), px(CELL.1));
            let _ = writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>");
        }
        for (at, phrase) in self.phrases() {
            let (x, y) = (px(EDGE + at * CELL.0), px(EDGE + y * CELL.1 + BASELINE));
            let width = px(phrase.len() * CELL.0);
            let (style, text) = (self.style(), escaped(&phrase.concat()));
            let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\"{style}>{text}</text>");
        }
    }

    /// The run cut at wide gaps and around signs, so that a font that is wider or lacks a sign moves nothing else.
    fn phrases(&self) -> Vec<(usize, &[String])> {
        let kind = |at: usize| self.cells.get(at).map(|cell| kind(cell));
        let (mut phrases, mut start) = (Vec::new(), 0);
        for end in 1..=self.cells.len() {
            let is_gap = kind(end - 1) == Some(Kind::Blank) && kind(end) == Some(Kind::Blank);
            let is_same = kind(end - 1) == kind(end) && self.cells.get(end - 1) == self.cells.get(end);
            let is_words = kind(end - 1) != Some(Kind::Sign) && kind(end).is_some_and(|kind| kind != Kind::Sign);
            if !is_gap && (is_same || is_words) {
                continue;
            }
            phrases.extend(self.trimmed(start, end));
            start = end;
        }
        phrases
    }

    /// The cells from one column to another without the blanks around them, and where they begin on the screen.
    fn trimmed(&self, start: usize, end: usize) -> Option<(usize, &[String])> {
        let is_ink = |cell: &String| kind(cell) != Kind::Blank;
        let cells = self.cells.get(start..end)?;
        let (first, last) = (cells.iter().position(is_ink)?, cells.iter().rposition(is_ink)?);
        Some((self.at + start + first, cells.get(first..=last)?))
    }

    fn style(&self) -> String {
        let mut style = String::new();
        if self.look.ink != FOREGROUND {
            let _ = write!(style, " fill=\"{}\"", self.look.ink);
        }
        if self.look.modifier.contains(Modifier::BOLD) {
            style.push_str(" font-weight=\"bold\"");
        }
        if self.look.modifier.contains(Modifier::UNDERLINED) {
            style.push_str(" text-decoration=\"underline\"");
        }
        style
    }
}

/// What stands in a cell, as far as fonts are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    /// Letters and signs that every font of fixed width has.
    Letter,
    /// Lines, arrows and marks that may come from another font.
    Sign,
}

fn kind(cell: &str) -> Kind {
    match cell.chars().next() {
        None | Some(' ') => Kind::Blank,
        Some(letter) if letter <= 'ÿ' => Kind::Letter,
        Some(_) => Kind::Sign,
    }
}

/// The sixteen named colours on a dark ground; none is the terminal's own, which the theme uses for ordinary text.
fn colour(colour: Color) -> Option<&'static str> {
    Some(match colour {
        Color::Black => "#22262e",
        Color::Red => "#f07178",
        Color::Green => "#8cc570",
        Color::Yellow => "#e5c07b",
        Color::Blue => "#6cb2f7",
        Color::Magenta => "#d48be8",
        Color::Cyan => "#56c4d3",
        Color::Gray => "#b9bec8",
        Color::DarkGray => "#8d95a3",
        Color::LightRed => "#ff8f96",
        Color::LightGreen => "#a9de8d",
        Color::LightYellow => "#f4d699",
        Color::LightBlue => "#92c9ff",
        Color::LightMagenta => "#e5adf4",
        Color::LightCyan => "#80dbe7",
        Color::White => "#ffffff",
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

/// Tenths of a pixel, as SVG writes them.
fn px(tenths: usize) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

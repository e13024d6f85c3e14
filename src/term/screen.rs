//! Two screens, what is shown and what shall be, and the one write between them.

use std::io::{self, Write};
use std::mem;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Charset;
use super::encode::Encoder;
use super::grid::Grid;
use super::scroll::Shift;

/// The largest screen: a terminal may claim 65,535 × 65,535, which would be hundreds of gigabytes.
const LARGEST: Size = Size { width: 500, height: 300 };

/// Bytes up to which a frame is sent bare: it reaches the terminal in one packet and is shown at once. Longer ones are
/// wrapped in a synchronized update, whose 16 bytes would be a third of what a move in a list takes.
const ONE_PACKET: usize = 200;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What a view fills: every cell of the screen, blank at first, and where the cursor is, if it shall be seen.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The cursor's column and row from 0; hidden where there is none.
    pub cursor: Option<Position>,
}

/// The screen of a terminal at the other end of `W`, which should not buffer.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    charset: Charset,
    /// What the view fills.
    canvas: Buffer,
    /// What the terminal shows.
    shown: Grid,
    /// What it shall show.
    next: Grid,
    encoder: Encoder,
    /// The cursor of the frame that is shown.
    cursor: Option<Position>,
    /// Nothing is known of what the terminal shows.
    lost: bool,
    written: u64,
}

impl<W: Write> Screen<W> {
    /// A screen of that size, of which 500 × 300 are used at most. The first draw paints all of it.
    pub fn new(out: W, size: Size, charset: Charset) -> Self {
        let mut screen = Self {
            out,
            charset,
            canvas: Buffer::default(),
            shown: Grid::new(Size::ZERO),
            next: Grid::new(Size::ZERO),
            encoder: Encoder::default(),
            cursor: None,
            lost: true,
            written: 0,
        };
        screen.resize(size);
        screen
    }

    /// The part of the terminal that is drawn on; it starts at 0, 0.
    pub fn area(&self) -> Rect {
        self.canvas.area
    }

    /// Takes over a new size of the terminal. The next draw repaints everything.
    pub fn resize(&mut self, size: Size) {
        let size = Size { width: size.width.min(LARGEST.width), height: size.height.min(LARGEST.height) };
        self.canvas = Buffer::empty(Rect::from(size));
        self.shown = Grid::new(size);
        self.next = Grid::new(size);
        self.encoder = Encoder::new(size.width);
        self.lost = true;
    }

    /// Draws one frame: lets the view fill it, and writes what differs from the last in one piece. Nothing is written if
    /// neither cells nor cursor differ. After an error the next draw repaints everything.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let area = self.area();
        self.canvas.reset();
        let mut frame = Frame { buffer: &mut self.canvas, cursor: None };
        view(&mut frame);
        let cursor = frame.cursor.filter(|cursor| area.contains(*cursor));
        if area.is_empty() {
            return Ok(());
        }
        self.next.load(&self.canvas, self.charset);
        self.encode(cursor);
        mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        self.send()
    }

    /// The cells of the last frame as the view filled them.
    pub fn buffer(&self) -> &Buffer {
        &self.canvas
    }

    /// The cursor of the last frame.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Where the bytes go.
    pub fn output_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Bytes written since the beginning.
    pub fn bytes_written(&self) -> u64 {
        self.written
    }

    fn encode(&mut self, cursor: Option<Position>) {
        if self.lost {
            self.encoder.clear();
            self.shown = Grid::new(self.area().as_size());
        } else if let Some(shift) = Shift::find(&self.shown, &self.next) {
            self.encoder.shift(shift, self.next.rows().len());
            self.shown.shift(shift);
        }
        for (y, (old, new)) in (0..).zip(self.shown.rows().zip(self.next.rows())) {
            self.encoder.row(y, old, new);
        }
        if let Some(place) = cursor {
            let row = self.next.row(usize::from(place.y));
            self.encoder.reach(place.x, place.y, row);
        }
        if self.lost || cursor.is_some() != self.cursor.is_some() {
            self.encoder.show_cursor(cursor.is_some());
        }
        self.lost = false;
    }

    fn send(&mut self) -> io::Result<()> {
        let mut bytes = self.encoder.take();
        if bytes.len() > ONE_PACKET {
            bytes.splice(0..0, BEGIN.iter().copied());
            bytes.extend_from_slice(END);
        }
        if !bytes.is_empty() {
            self.written += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            let sent = self.out.write_all(&bytes).and_then(|()| self.out.flush());
            self.lost = sent.is_err();
            sent?;
        }
        self.encoder.reuse(bytes);
        Ok(())
    }
}

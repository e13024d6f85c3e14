//! How a notebook lies in its file: header keys one to a line, each item on one line, so that `diff` shows one change
//! as one line.
//!
//! Owns the line breaks. Never the order: keys come in the order of the types and then unknown ones by name, items by id.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::notebook::Notebook;

/// Writes a notebook: UTF-8, `\n`, with a final line break. The same notebook gives the same bytes.
///
/// Fails only where the notebook holds something that JSON cannot say, which no notebook that was read can.
pub fn write_notebook(notebook: &Notebook) -> Result<Vec<u8>, serde_json::Error> {
    to_lines(notebook, 64 * 1024)
}

/// Writes a notebook as [`write_notebook`] does, piece by piece: a file needs no second copy of it in memory.
pub(super) fn write_into(notebook: &Notebook, mut out: impl Write) -> Result<(), serde_json::Error> {
    notebook.serialize(&mut Serializer::with_formatter(&mut out, Lines::default()))?;
    out.write_all(b"\n").map_err(serde_json::Error::io)
}

/// Whether a notebook would be written as exactly this text.
pub(super) fn is_written_as(notebook: &Notebook, text: &str) -> bool {
    to_lines(notebook, text.len() + 1).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// Writes any object in the same layout.
pub(super) fn to_lines<T: Serialize>(value: &T, room: usize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(room);
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Breaks lines in the outermost object, and in the arrays that are its values; everything deeper is one line.
#[derive(Debug, Default)]
struct Lines {
    /// How many brackets are open.
    depth: usize,
    /// Whether the second of them is that of an array.
    in_list: bool,
    /// Whether anything stands in the innermost.
    has_value: bool,
}

impl Lines {
    fn open(&mut self, is_array: bool) {
        self.depth += 1;
        if self.depth == 2 {
            self.in_list = is_array;
        }
        self.has_value = false;
    }

    /// Closes a bracket and says whether it stands on a line of its own.
    fn close(&mut self) -> bool {
        let own_line = self.has_value && (self.depth == 1 || (self.depth == 2 && self.in_list));
        self.depth -= 1;
        self.has_value = true;
        own_line
    }
}

fn separate<W: Write + ?Sized>(out: &mut W, first: bool, line_break: &[u8]) -> io::Result<()> {
    if !first {
        out.write_all(b",")?;
    }
    out.write_all(line_break)
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(true);
        out.write_all(b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.close() {
            out.write_all(b"\n  ")?;
        }
        out.write_all(b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        separate(out, first, if self.depth == 2 && self.in_list { b"\n    " } else { b"" })
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _out: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(false);
        out.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.close() {
            out.write_all(b"\n")?;
        }
        out.write_all(b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        separate(out, first, if self.depth == 1 { b"\n  " } else { b"" })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.depth == 1 { b": " } else { b":" })
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _out: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests;

//! What a command answers, and the one place that writes it.

use std::io::{self, ErrorKind, Write};

use serde_json::Value;

use crate::{app::lang::Lang, notebook::safe_text::SafeText, text::cli::trouble};

/// How the program ends; the numbers are a contract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Done.
    #[default]
    Done = 0,
    /// The answer is no, or the data have problems.
    No = 1,
    /// The command is written wrongly.
    Misuse = 2,
    /// Something could not be read or written.
    Disk = 3,
}

/// Writes an answer that is too long to be held as a text.
pub(super) type Stream = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()>>;

/// What a command answers.
#[derive(Default)]
pub(super) struct Answer {
    /// For standard output.
    pub out: String,
    /// For standard output after that, written piece by piece.
    pub stream: Option<Stream>,
    /// For standard error, a sentence each.
    pub said: Vec<String>,
    /// How the program ends.
    pub exit: Exit,
}

impl Answer {
    /// Done, with a text.
    pub(super) fn done(out: String) -> Self {
        Self { out, ..Self::default() }
    }

    /// The answer is no, for a reason.
    pub(super) fn no(said: String) -> Self {
        Self { said: vec![said], exit: Exit::No, ..Self::default() }
    }

    /// Done, with something as JSON that is written piece by piece.
    pub(super) fn long(stream: Stream) -> Self {
        Self { stream: Some(stream), ..Self::default() }
    }

    /// Done, with a value as JSON: keys sorted, the same value in the same bytes.
    pub(super) fn json(value: &Value) -> Self {
        Self::done(format!("{value:#}\n"))
    }

    /// Writes it. A closed pipe ends quietly: whoever read had enough.
    pub(super) fn give(self, lang: Lang) -> Exit {
        let written = write(&self.out, self.stream);
        for sentence in &self.said {
            say(sentence);
        }
        match written {
            Ok(()) => self.exit,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
            Err(_) => {
                say(&trouble::output(lang));
                Exit::Disk
            }
        }
    }
}

fn write(text: &str, stream: Option<Stream>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    out.write_all(text.as_bytes())?;
    if let Some(stream) = stream {
        stream(&mut out)?;
    }
    out.flush()
}

/// A value with its texts as a screen may show them: a file may hold letters that harm one, and JSON escapes only some.
pub(super) fn harmless(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(SafeText::note(&text).as_str().to_owned()),
        Value::Array(values) => values.into_iter().map(harmless).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, harmless(value))).collect(),
        other => other,
    }
}

/// Says a sentence on standard error.
pub(super) fn say(sentence: &str) {
    // Where nobody can be told, nobody is told.
    // A path may hold what harms a terminal.
    let _ = writeln!(io::stderr().lock(), "{}", SafeText::note(sentence).as_str());
}

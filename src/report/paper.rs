//! A page of plain text: what it says, or lines to write on where nothing is known. No line is wider than the page.

use crate::app::form::wrap::{columns, wrap};

/// How wide a page is.
const PAGE: usize = 80;
/// Rows to write on under a question.
const ROWS: usize = 3;

/// A page that is being written.
#[derive(Debug, Default)]
pub(super) struct Paper {
    out: String,
}

impl Paper {
    /// What was written.
    pub(super) fn done(self) -> String {
        self.out
    }

    /// One line as it stands; what does not fit goes into further lines, deeper by two.
    pub(super) fn text(&mut self, indent: usize, text: &str) {
        for (at, row) in wrap(text, PAGE - indent - 2).into_iter().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            self.line(&format!("{}{}", " ".repeat(indent), text.get(row).unwrap_or_default()));
        }
    }

    /// A title with a rule over the page.
    pub(super) fn title(&mut self, title: &str) {
        self.line("");
        let shown = format!("{title} ");
        let rest = PAGE.saturating_sub(columns(&shown));
        if rest > 1 { self.line(&format!("{shown}{}", "-".repeat(rest))) } else { self.text(0, title) }
    }

    /// A label with what is known, or with a line to write on.
    pub(super) fn short(&mut self, indent: usize, label: &str, value: &str) {
        let label = asked(label);
        if value.is_empty() {
            self.rule(indent, &format!("{label} "));
        } else {
            self.text(indent, &format!("{label} {value}"));
        }
    }

    /// The same with several lines to write on.
    pub(super) fn long(&mut self, indent: usize, label: &str, value: &str) {
        self.short(indent, label, value);
        if value.is_empty() {
            self.rows(indent, ROWS - 1);
        }
    }

    /// Lines to write on.
    pub(super) fn rows(&mut self, indent: usize, rows: usize) {
        for _ in 0..rows {
            self.rule(indent, "");
        }
    }

    /// A label with its options, each with a box; the chosen one is ticked.
    pub(super) fn ticks(&mut self, indent: usize, label: &str, options: &[String], chosen: Option<usize>) {
        let mut line = format!("{}{}", " ".repeat(indent), asked(label));
        for (at, option) in options.iter().enumerate() {
            let option = format!("[{}] {option}", if chosen == Some(at) { 'x' } else { ' ' });
            if columns(&line) + 2 + columns(&option) > PAGE {
                self.line(&line);
                line = " ".repeat(indent + 2);
                self.wide_option(&mut line, indent + 2, &option);
            } else {
                line = format!("{line}  {option}");
            }
        }
        self.line(&line);
    }

    /// An option at the beginning of a line; one that is wider than the page fills lines of its own.
    fn wide_option(&mut self, line: &mut String, indent: usize, option: &str) {
        if indent + columns(option) <= PAGE {
            line.push_str(option);
        } else {
            self.text(indent, option);
        }
    }

    /// A rule from the words to the edge of the page.
    fn rule(&mut self, indent: usize, words: &str) {
        let start = format!("{}{words}", " ".repeat(indent));
        let rest = PAGE.saturating_sub(columns(&start));
        self.line(&format!("{start}{}", "_".repeat(rest)));
    }

    /// Ends a line.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }
}

/// A label as it stands before its answer: a question needs no colon.
fn asked(label: &str) -> String {
    let label = label.trim();
    if label.ends_with('?') { label.to_owned() } else { format!("{label}:") }
}

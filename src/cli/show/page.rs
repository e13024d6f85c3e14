//! A notebook as a page to read: school, bands, cycle, students with a flag, actions, learnings.

use std::fmt::Write;

use chrono::NaiveDate;

use super::super::table::{self, Side};
use crate::{
    app::{codebook::Codebook, lang::Lang},
    insight::review::{Review, Row},
    notebook::{
        Notebook, action::Action, cycle::Cycle, learning::Learning, personal::Reveal, problem::Field, student::Student,
    },
    rules::attendance::Band,
    text::{cli::print, counts, cycle, fields, figures, learnings, places::word, reasons},
};

/// Most students on the page; the program shows all.
const ROWS: usize = 20;

/// How a page is written.
pub(super) struct Page {
    /// The language.
    pub lang: Lang,
    /// The themes of the alliance.
    pub themes: Codebook,
    /// For what is overdue.
    pub today: NaiveDate,
    /// Whether names and RUN are shown.
    pub names: bool,
}

impl Page {
    /// The page.
    pub(super) fn write(&self, notebook: &Notebook, review: &Review) -> String {
        let mut out = String::new();
        self.head(&mut out, notebook, review);
        if let Some(cycle) = notebook.current_cycle() {
            self.cycle(&mut out, cycle);
        }
        self.students(&mut out, notebook, review);
        if let Some(cycle) = notebook.current_cycle() {
            let actions = notebook.actions_of(cycle.id).map(|action| self.action(action));
            self.part(&mut out, print::ACTIONS.of(self.lang), actions);
            let learnings = notebook.learnings_of(cycle.id).map(|learning| self.learning(learning));
            self.part(&mut out, print::LEARNINGS.of(self.lang), learnings);
        }
        out
    }

    fn head(&self, out: &mut String, notebook: &Notebook, review: &Review) {
        let school = &notebook.school;
        let mut title = vec![school.name.as_str().to_owned(), format!("RBD {}", school.rbd)];
        if !school.commune.is_empty() {
            title.push(school.commune.as_str().to_owned());
        }
        if school.invented {
            title.push(word::INVENTED.of(self.lang).to_owned());
        }
        let of = |band: Band| review.rows.iter().filter(|row| row.band == band).count();
        let bands = Band::ALL.map(|band| (reasons::band(band), of(band)));
        line(out, &title.join(" · "));
        line(out, &print::students(self.lang, notebook.students.len()));
        if !review.rows.is_empty() {
            line(out, &print::bands(self.lang, review.year, &bands));
        }
    }

    fn cycle(&self, out: &mut String, cycle: &Cycle) {
        let step = (cycle.step.number(), cycle::step(cycle.step).of(self.lang));
        line(out, "");
        line(out, &print::cycle(self.lang, cycle.number, cycle.name.as_str(), step));
        let theory = &cycle.theory;
        for (field, text) in [
            (Field::Challenge, &cycle.challenge.text),
            (Field::If, &theory.if_we),
            (Field::Then, &theory.then),
            (Field::Because, &theory.because),
            (Field::Sign, &theory.sign),
        ] {
            if !text.is_empty() {
                line(out, &format!("  {}: {}", fields::label(field).of(self.lang), on_one_line(text.as_str())));
            }
        }
    }

    fn students(&self, out: &mut String, notebook: &Notebook, review: &Review) {
        let lang = self.lang;
        let sum = print::flagged(lang, (review.flagged, review.rows.len()), review.capacity);
        line(out, "");
        line(out, &format!("{}: {sum}", print::FLAGGED.of(lang)));
        let flagged = || review.rows.iter().filter(|row| row.is_flagged());
        let run = if self.names { print::RUN.of(lang) } else { "" };
        let titles =
            [word::COURSE, word::STUDENT, word::ATTENDANCE, word::REASONS].map(|title| title.of(lang).to_owned());
        let [course, student, attendance, reasons] = titles;
        let mut rows = vec![[course, student, run.to_owned(), attendance, reasons]];
        rows.extend(flagged().take(ROWS).filter_map(|row| Some(self.row(notebook.students.get(row.student)?, row))));
        if rows.len() > 1 {
            let rows: Vec<[String; 5]> = rows;
            table::write(out, "  ", [Side::Left, Side::Left, Side::Right, Side::Right, Side::Left], &rows);
        }
        let rest = flagged().count().saturating_sub(ROWS);
        if rest > 0 {
            line(out, &format!("  {}", print::more(lang, rest)));
        }
    }

    fn row(&self, student: &Student, row: &Row) -> [String; 5] {
        let leave = Reveal::OnRequest;
        let run = student.run.as_ref().filter(|_| self.names).map(|run| run.reveal(leave).to_text());
        let percent = row.attended.and_then(|attended| figures::share(self.lang, attended.share));
        let reasons: Vec<String> = row.reasons.iter().map(|reason| reasons::short(self.lang, *reason)).collect();
        let who = if self.names && student.has_name() { student.name(leave) } else { row.code.clone() };
        [
            row.course.to_string(),
            who,
            run.unwrap_or_default(),
            percent.unwrap_or_else(|| "—".to_owned()),
            reasons.join(" · "),
        ]
    }

    fn action(&self, action: &Action) -> String {
        let span = counts::span(self.lang, action, self.today).unwrap_or_default();
        let overdue = if action.is_overdue(self.today) { "!" } else { "" };
        joined(&[
            on_one_line(action.what.as_str()),
            on_one_line(action.who.as_str()),
            format!("{span}{overdue}"),
            counts::state(self.lang, action),
        ])
    }

    fn learning(&self, learning: &Learning) -> String {
        let voice = fields::voice(learning.voice).of(self.lang);
        let themes = learnings::themes(self.lang, &self.themes, learning);
        joined(&[on_one_line(learning.statement.as_str()), voice.to_owned(), themes])
    }

    fn part(&self, out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
        let lines: Vec<String> = lines.collect();
        line(out, "");
        if lines.is_empty() {
            line(out, &format!("{title}: {}", print::NONE.of(self.lang)));
            return;
        }
        line(out, &format!("{title}: {}", figures::number(self.lang, lines.len())));
        for text in lines {
            line(out, &format!("  - {text}"));
        }
    }
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

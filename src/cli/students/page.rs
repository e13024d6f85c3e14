//! The list as a page to read: who is in it, where it is cut, who is set aside, whose enrolment is to be checked.

use std::fmt::Write;

use chrono::NaiveDate;

use super::super::table::{self, Side};
use crate::{
    app::lang::Lang,
    insight::review::{Place, Review, Row},
    notebook::{Notebook, limits::Limits},
    rules::attendance::scale::ScaleName,
    text::{cli::students as text, figures, places::word, reasons},
};

/// How the page is written.
pub(super) struct Page<'a> {
    /// The language.
    pub lang: Lang,
    /// The day.
    pub today: NaiveDate,
    /// The scale of the bands.
    pub scale: ScaleName,
    /// The thresholds that were used.
    pub limits: &'a Limits,
}

impl Page<'_> {
    /// The page.
    pub(super) fn write(&self, notebook: &Notebook, review: &Review) -> String {
        let mut out = String::new();
        let school = &notebook.school;
        let title = [school.name.as_str().to_owned(), format!("RBD {}", school.rbd)];
        line(&mut out, &title.join(" · "));
        line(&mut out, &text::head(self.lang, review, self.scale, self.today));
        let of = |is: fn(&Row) -> bool| review.rows.iter().filter(|row| is(row)).collect::<Vec<_>>();
        self.part(&mut out, &text::listed(self.lang, review), &of(|row| row.in_list));
        let is_below = |row: &Row| !row.in_list && matches!(row.place, Place::Pinned | Place::Flagged);
        self.part(&mut out, &text::below(self.lang, review), &of(is_below));
        for (place, title) in [
            (Place::Aside, text::ASIDE),
            (Place::CheckEnrolment, text::CHECK),
            (Place::Quiet, text::QUIET),
            (Place::Gone, text::GONE),
        ] {
            let rows: Vec<&Row> = review.rows.iter().filter(|row| row.place == place).collect();
            self.part(&mut out, title.of(self.lang), &rows);
        }
        if let Some(message) = text::courses(self.lang, review, self.limits.course_expected) {
            line(&mut out, "");
            line(&mut out, &message);
        }
        out
    }

    /// A title with its rows; a part without any is left out.
    fn part(&self, out: &mut String, title: &str, students: &[&Row]) {
        if students.is_empty() {
            return;
        }
        line(out, "");
        line(out, &format!("{title}: {}", figures::number(self.lang, students.len())));
        let titles =
            [word::COURSE, word::STUDENT, word::ATTENDANCE, word::BAND, word::RECOVER, word::CONTACT, word::REASONS];
        let mut rows = vec![titles.map(|title| title.of(self.lang).to_owned())];
        rows.extend(students.iter().map(|row| self.row(row)));
        let (left, right) = (Side::Left, Side::Right);
        table::write(out, "  ", [left, left, right, left, right, left, left], &rows);
    }

    fn row(&self, row: &Row) -> [String; 7] {
        let lang = self.lang;
        let share = row.attended.map(|attended| attended.share);
        let percent = share.and_then(|share| figures::share(lang, share));
        let reasons = row.reasons.iter().map(|reason| reasons::short(lang, *reason));
        let first = text::decided(lang, row, self.today).or_else(|| text::gone(lang, row));
        let why: Vec<String> = first.into_iter().chain(reasons).collect();
        [
            row.course.to_string(),
            row.code.clone(),
            percent.unwrap_or_else(|| "—".to_owned()),
            reasons::any_band(self.scale.band_of(share)).of(lang).to_owned(),
            text::recover(lang, row),
            text::contact(lang, row, self.today),
            why.join(" · "),
        ]
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

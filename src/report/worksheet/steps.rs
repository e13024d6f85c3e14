//! Steps 1 to 3: what is seen, what is taken on, who is looked at first.

use super::{super::paper::Paper, Worksheet};
use crate::{
    insight::{account::parts, review::Row},
    notebook::{
        cycle::{Challenge, Criterion},
        id::Id,
        prediction::Predicted,
        problem::Field,
        safe_text::SafeText,
        student::Student,
    },
    text::{account, cycle as words, fields, figures, reasons, worksheet as text},
};

/// Rows for students on a blank sheet.
const STUDENTS: usize = 10;
/// Rows for indicators, and for the branches of a driver tree.
const FEW: usize = 5;

/// A criterion of a challenge, with what the team holds against or for it.
type Of = fn(&Challenge) -> (Criterion, &str);

const CRITERIA: [(Field, Of); 3] = [
    (Field::Urgent, |of| (of.urgent, of.urgent_because.as_str())),
    (Field::Relevant, |of| (of.relevant, of.relevant_because.as_str())),
    (Field::InScope, |of| (of.in_scope, of.in_scope_because.as_str())),
];

impl Worksheet<'_> {
    pub(super) fn infographic(&self, paper: &mut Paper) {
        self.predictions(paper, Predicted::Attendance);
        paper.title(text::INDICATORS.of(self.lang));
        match self.account {
            Some(account) => {
                account.figures.iter().for_each(|figure| paper.text(0, &account::figure(self.lang, figure)));
            }
            None => paper.rows(0, FEW),
        }
        paper.line("");
        paper.long(0, self.label(Field::Observation), self.said(|cycle| &cycle.observation));
    }

    pub(super) fn challenge(&self, paper: &mut Paper) {
        paper.title(self.label(Field::Challenge));
        paper.long(0, self.label(Field::Challenge), self.said(|cycle| &cycle.challenge.text));
        let challenge = self.cycle().map(|cycle| &cycle.challenge);
        for (field, of) in CRITERIA {
            let said = challenge.map(of);
            let chosen = said.and_then(|(answer, _)| Criterion::ALL.iter().position(|one| *one == answer));
            paper.ticks(0, self.label(field), &fields::options(self.lang, field), chosen);
            paper.long(2, text::BECAUSE.of(self.lang), said.map_or("", |(_, because)| because));
        }
        self.theory(paper);
        paper.title(self.label(Field::Drivers));
        let drivers = self.cycle().map_or(&[][..], |cycle| &cycle.drivers);
        for driver in drivers {
            paper.text(2 * usize::from(driver.level.clamp(1, 4) - 1), &format!("- {}", driver.text.as_str()));
        }
        if drivers.is_empty() {
            (0..FEW).for_each(|at| paper.rows(2 * at.min(3), 1));
        }
    }

    fn theory(&self, paper: &mut Paper) {
        paper.title(text::THEORY.of(self.lang));
        let labels = [Field::If, Field::Then, Field::Because, Field::Sign];
        let said = self.cycle().map(|cycle| parts(&cycle.theory).map(SafeText::as_str));
        for (field, said) in labels.into_iter().zip(said.unwrap_or_default()) {
            paper.long(0, self.label(field), said);
        }
        let day = self.cycle().and_then(|cycle| cycle.theory.seen_by).map(|on| figures::day(self.lang, on));
        paper.short(0, self.label(Field::SeenBy), &day.unwrap_or_default());
    }

    pub(super) fn data(&self, paper: &mut Paper) {
        self.predictions(paper, Predicted::Flagged);
        paper.title(self.label(Field::Review));
        paper.long(0, self.label(Field::Observed), self.said(|cycle| &cycle.observed));
        paper.long(0, self.label(Field::Inferred), self.said(|cycle| &cycle.inferred));
        paper.long(0, self.label(Field::Review), self.said(|cycle| &cycle.review));
        paper.title(text::FOCUS.of(self.lang));
        let focus = self.cycle().map_or(&[][..], |cycle| &cycle.focus);
        for id in focus {
            paper.text(0, &self.in_focus(*id));
        }
        if focus.is_empty() {
            paper.rows(0, STUDENTS);
        }
    }

    /// A student of the focus by code, course and reasons.
    fn in_focus(&self, id: Id<Student>) -> String {
        let row: Option<&Row> = self.review.rows.iter().find(|row| row.student == id);
        let reasons: Vec<String> =
            row.into_iter().flat_map(|row| &row.reasons).map(|reason| reasons::short(self.lang, *reason)).collect();
        let why = if reasons.is_empty() { text::NO_REASON.of(self.lang).to_owned() } else { reasons.join(", ") };
        let course = row.map(|row| row.course.to_string()).unwrap_or_default();
        format!("{} · {course} · {why}", self.code(id))
    }

    /// The code of a student.
    pub(super) fn code(&self, id: Id<Student>) -> String {
        self.notebook.students.get(id).map_or_else(|| "?".to_owned(), Student::code)
    }

    /// What the team expected, and what it saw.
    fn predictions(&self, paper: &mut Paper, of: Predicted) {
        paper.title(text::PREDICTIONS.of(self.lang));
        let label = text::predicted(of).of(self.lang);
        let predictions = self.cycle().map_or(&[][..], |cycle| &cycle.predictions);
        let Some(prediction) = predictions.iter().find(|prediction| prediction.of == of) else {
            paper.short(0, label, "");
            paper.short(0, text::SEEN.of(self.lang), "");
            return;
        };
        paper.short(0, label, &words::prediction(self.lang, prediction, None));
    }

    pub(super) fn label(&self, field: Field) -> &'static str {
        fields::label(field).of(self.lang)
    }
}

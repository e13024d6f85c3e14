//! What a person wrote into a form, as values of the notebook.

use chrono::NaiveDate;

use super::{Flaw, Flaws, Pick, Sheet};
use crate::{
    app::form::{DateField, Field as Input},
    notebook::{
        id::Id,
        learning::Theme,
        problem::{Field, Problem},
        safe_text::SafeText,
        student::Student,
    },
};

/// A filled form, read on a day.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    sheet: &'a Sheet,
    /// The day in the room.
    pub today: NaiveDate,
}

impl<'a> Answers<'a> {
    /// Reads a form.
    pub fn new(sheet: &'a Sheet, today: NaiveDate) -> Self {
        Self { sheet, today }
    }

    /// A line of text. A field that nobody touched gives back what stood there, letter by letter, also where a form would
    /// have written it otherwise.
    pub fn line(&self, field: Field, before: &SafeText) -> SafeText {
        match self.touched(field) {
            Some(Input::Text(text)) => SafeText::line(text.text()),
            _ => before.clone(),
        }
    }

    /// A text of many lines; the same holds for one that nobody touched.
    pub fn note(&self, field: Field, before: &SafeText) -> SafeText {
        match self.touched(field) {
            Some(Input::Area(area)) => SafeText::note(area.text()),
            _ => before.clone(),
        }
    }

    /// What is typed in a line, as it stands.
    pub fn text(&self, field: Field) -> &'a str {
        match self.input(field) {
            Some(Input::Text(text)) => text.text(),
            _ => "",
        }
    }

    /// What is typed in many lines, as it stands.
    pub fn area(&self, field: Field) -> &'a str {
        match self.input(field) {
            Some(Input::Area(area)) => area.text(),
            _ => "",
        }
    }

    /// The days that a line lists, apart by blanks, commas or semicolons; each as a date field reads it.
    pub fn days(&self, field: Field) -> Result<Vec<NaiveDate>, Flaws> {
        let words = self.text(field).split([' ', ',', ';']).filter(|word| !word.is_empty());
        let read = |word: &str| {
            let mut typed = DateField::new(None);
            typed.put(word);
            typed.value(self.today).map_err(|problem| vec![(Some(field), Flaw::Date(problem))])
        };
        let days: Result<Vec<Option<NaiveDate>>, Flaws> = words.map(read).collect();
        let mut days: Vec<NaiveDate> = days?.into_iter().flatten().collect();
        days.sort_unstable();
        days.dedup();
        Ok(days)
    }

    /// The chosen value of a table.
    pub fn choice<T: Clone>(&self, field: Field, all: &[T]) -> Option<T> {
        match self.input(field) {
            Some(Input::Choice(choice)) => choice.chosen().and_then(|at| all.get(at)).cloned(),
            _ => None,
        }
    }

    /// The chosen value of a table that always has one; the first where the form has no such field.
    pub fn choice_or_first<T: Copy, const N: usize>(&self, field: Field, all: &[T; N]) -> T {
        const { assert!(N > 0) };
        self.choice(field, all).unwrap_or(all[0])
    }

    /// A day, where one is given.
    pub fn day(&self, field: Field) -> Result<Option<NaiveDate>, Flaws> {
        match self.input(field) {
            Some(Input::Date(date)) => {
                date.value(self.today).map_err(|problem| vec![(Some(field), Flaw::Date(problem))])
            }
            _ => Ok(None),
        }
    }

    /// The chosen students.
    pub fn students(&self, field: Field) -> Vec<Id<Student>> {
        let student = |pick: &Pick| if let Pick::Student(id) = pick { Some(*id) } else { None };
        self.picked(field).iter().filter_map(student).collect()
    }

    /// The chosen ones of the themes that were offered, in the order of choosing; none where nobody touched them.
    pub fn themes(&self, field: Field, offered: &[Theme]) -> Option<Vec<Theme>> {
        self.touched(field)?;
        let theme = |pick: &Pick| if let Pick::Theme(at) = pick { offered.get(*at).cloned() } else { None };
        Some(self.picked(field).iter().filter_map(theme).collect())
    }

    fn picked(&self, field: Field) -> &'a [Pick] {
        match self.input(field) {
            Some(Input::Multi(multi)) => multi.chosen(),
            _ => &[],
        }
    }

    fn touched(&self, field: Field) -> Option<&'a Input<Pick>> {
        self.sheet.get(field).filter(|found| found.is_changed()).map(|found| &found.field)
    }

    fn input(&self, field: Field) -> Option<&'a Input<Pick>> {
        self.sheet.get(field).map(|found| &found.field)
    }
}

/// Problems of the notebook as flaws of a form.
pub fn flaws(problems: impl IntoIterator<Item = Problem>) -> Flaws {
    problems.into_iter().map(|problem| (problem.field(), Flaw::Rule(problem))).collect()
}

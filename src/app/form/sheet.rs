//! A form: fields in order, one of which has the focus. Never decides what its values mean.

use chrono::NaiveDate;

use super::{Field, FormField, Outcome, Shape, TextOp};

/// What an operation depends on besides the form.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The day that "today" means.
    pub today: NaiveDate,
    /// The columns of the whole form on the screen.
    pub width: u16,
}

/// Fields with a focus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form<L, P, K = ()> {
    fields: Vec<FormField<L, P, K>>,
    focus: usize,
}

impl<L: Copy, P, K: Copy + Eq> Form<L, P, K> {
    /// Makes a form with the focus on its first field.
    #[must_use]
    pub fn new(fields: Vec<FormField<L, P, K>>) -> Self {
        Self { fields, focus: 0 }
    }

    /// The fields in order.
    #[must_use]
    pub fn fields(&self) -> &[FormField<L, P, K>] {
        &self.fields
    }

    /// The fields, to set problems or values.
    pub fn fields_mut(&mut self) -> &mut [FormField<L, P, K>] {
        &mut self.fields
    }

    /// The place of the focused field, from 0.
    #[must_use]
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// The focused field, if there is any field.
    #[must_use]
    pub fn focused(&self) -> Option<&FormField<L, P, K>> {
        self.fields.get(self.focus)
    }

    /// Moves the focus to the next field; from the last to the first.
    pub fn next(&mut self) {
        self.focus = (self.focus + 1).checked_rem(self.fields.len()).unwrap_or(0);
    }

    /// Moves the focus to the previous field; from the first to the last.
    pub fn previous(&mut self) {
        let count = self.fields.len();
        self.focus = (self.focus + count.saturating_sub(1)).checked_rem(count).unwrap_or(0);
    }

    /// Says whether the focus is on the last field, where Enter can mean "save".
    #[must_use]
    pub fn at_last(&self) -> bool {
        self.focus + 1 >= self.fields.len()
    }

    /// Moves the focus to the first field that is meant, if there is one.
    pub fn focus_on(&mut self, is_meant: impl Fn(&FormField<L, P, K>) -> bool) {
        self.focus = self.fields.iter().position(is_meant).unwrap_or(self.focus);
    }

    /// Moves the focus to the first field with a problem and says whether there is one.
    pub fn focus_first_problem(&mut self) -> bool {
        let place = self.fields.iter().position(|field| field.problem.is_some());
        self.focus = place.unwrap_or(self.focus);
        place.is_some()
    }

    /// Says whether any value is another one than at the start: then leaving must ask first.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// Gives the labels of the fields that must be filled in and are not.
    pub fn missing(&self) -> impl Iterator<Item = L> {
        self.fields.iter().filter(|field| field.is_missing()).map(|field| field.label)
    }

    /// Does one operation on the focused field. A change takes its problem away: it was about the old value. A digit that
    /// chooses an option is an answer, so the focus goes on to the next field; from the last one it goes nowhere, since
    /// what comes then is to save.
    pub fn apply(&mut self, op: TextOp<'_>, setting: Setting) -> Outcome {
        let is_last = self.at_last();
        let Some(focused) = self.fields.get_mut(self.focus) else { return Outcome::Ignored };
        let space = Shape::of(setting.width).space(&focused.field);
        let outcome = focused.field.apply(op, (setting.today, space));
        if outcome == Outcome::Changed {
            focused.problem = None;
        }
        let is_answered = matches!(&focused.field, Field::Choice(choice) if choice.meant(op).is_some());
        if is_answered && !is_last {
            self.next();
            return if outcome == Outcome::Ignored { Outcome::Moved } else { outcome };
        }
        outcome
    }
}

impl<L: Copy + PartialEq, P, K: Copy + Eq> Form<L, P, K> {
    /// Finds a field by its label.
    #[must_use]
    pub fn get(&self, label: L) -> Option<&FormField<L, P, K>> {
        self.fields.iter().find(|field| field.label == label)
    }

    /// Sets what is wrong with a field; a label that is not in the form changes nothing.
    pub fn set_problem(&mut self, label: L, problem: Option<P>) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.label == label) {
            field.problem = problem;
        }
    }
}

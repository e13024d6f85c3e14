//! What a team has found out about where a student is: the status, and since when.

use chrono::NaiveDate;

use super::{
    Flaw, Flaws, Sheet,
    answers::{Answers, flaws},
    day,
    handover::past,
};
use crate::{
    app::form::{ChoiceField, Field as Input, FormField},
    notebook::{
        Notebook,
        edit::Edit,
        id::Id,
        problem::{Field, Problem},
        student::Student,
        trajectory::BY_HAND,
    },
};

/// The form: a status is chosen by a person and never suggested.
pub fn sheet(today: NaiveDate) -> Sheet {
    let status = Input::Choice(ChoiceField::optional(BY_HAND.len(), None));
    Sheet::new(vec![FormField::new(Field::Status, status).required(), day(Field::On, Some(today)).required()])
}

/// The edit of a filled form.
pub fn read(notebook: &Notebook, answers: &Answers<'_>, student: Id<Student>) -> Result<Edit, Flaws> {
    let status = answers.choice(Field::Status, &BY_HAND).ok_or_else(|| flaws([Problem::Missing(Field::Status)]))?;
    let on = past(answers, Field::On)?;
    if notebook.students.get(student).is_some_and(|student| student.status() == status) {
        return Err(vec![(Some(Field::Status), Flaw::SameStatus)]);
    }
    notebook.change_status(student, status, on).map_err(|problem| flaws([problem]))
}

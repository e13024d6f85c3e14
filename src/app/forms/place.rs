//! Two short forms about a student's place in the list: pinned, or set aside for a while.

use chrono::{Days, NaiveDate};

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    day_to_come, line,
};
use crate::notebook::{
    Notebook,
    attention::{Attention, AttentionKind},
    edit::Edit,
    extra::Extra,
    id::Id,
    problem::{Field, Problem},
    safe_text::SafeText,
    student::Student,
};

/// Days until a team looks again, where it says nothing else: the next meeting of most.
const UNTIL_AGAIN: u64 = 28;

/// The form: why, and when to look again.
pub fn sheet(today: NaiveDate) -> Sheet {
    let again = today.checked_add_days(Days::new(UNTIL_AGAIN));
    Sheet::new(vec![line(Field::Reason, &SafeText::default()).required(), day_to_come(Field::Again, again).required()])
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    student: Id<Student>,
    kind: AttentionKind,
) -> Result<Edit, Flaws> {
    let again = answers.day(Field::Again)?.ok_or_else(|| flaws([Problem::Missing(Field::Again)]))?;
    let reason = answers.line(Field::Reason, &SafeText::default());
    let attention = Attention { kind, reason, on: answers.today, again, extra: Extra::new() };
    notebook.attend(student, attention).map_err(|problem| flaws([problem]))
}

//! The forms of the program: which fields a task has, and the edit that comes of them.
//!
//! Owns the way from an item to fields and back. A form never changes a notebook; what a rule has against it stands
//! beside its field.

pub mod action;
pub mod answers;
pub mod baseline;
pub mod contact;
pub mod cycle;
pub mod decide;
pub mod draft;
pub mod driver;
pub mod handover;
pub mod learning;
mod pick;
pub mod place;
pub mod predict;
pub mod school;
pub mod settings;
pub mod status;

pub use pick::Pick;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use pick::students;

use super::{
    codebook::Codebook,
    form::{ChoiceField, DateField, DateProblem, Field as Input, Form, FormField, TextArea, TextField},
};
use crate::{
    notebook::{
        Notebook,
        action::Action,
        attention::AttentionKind,
        contact::Contact,
        edit::Edit,
        id::Id,
        learning::{Learning, SeenIn, Theme},
        prediction::Predicted,
        problem::{Field, Problem},
        safe_text::SafeText,
        steps::Making,
        student::Student,
    },
    rules::identity::{DigitDisagrees, RbdProblem},
};

/// A form of this program.
pub type Sheet = Form<Field, Flaw, Pick>;

/// A field of such a form.
type Row = FormField<Field, Flaw, Pick>;

/// What stands beside a field that is not right yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A rule of the notebook.
    Rule(Problem),
    /// Not a day.
    Date(DateProblem),
    /// Not a school number.
    Rbd(RbdProblem),
    /// The check digit of a school number does not agree.
    RbdDigit(DigitDisagrees),
    /// Not a number that can stand there.
    NoNumber,
    /// Not a course.
    NoCourse,
    /// The receiving school is this one.
    OwnSchool,
    /// The student has this status already.
    SameStatus,
    /// A passphrase that anybody guesses.
    TooShort,
    /// Two passphrases that are not the same.
    Unlike,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// A notebook for another school.
    NewSchool,
    /// The first cycle, or one more.
    OpenCycle,
    /// The name of the open cycle.
    NameCycle,
    /// Step 1.
    Observation,
    /// Step 2: the challenge.
    Challenge,
    /// Step 2: the theory of action.
    Theory,
    /// Step 2: the driver tree.
    Drivers,
    /// What the team expects, before it looks.
    Predict(Predicted),
    /// Step 3.
    Review,
    /// The end of a cycle.
    CloseCycle,
    /// A contact with a student: a new one, or an old one to correct.
    Contact(Id<Student>, Option<Id<Contact>>),
    /// A review of a student's work: a new one, or an old one to correct.
    Work(Id<Student>, Option<Id<Contact>>),
    /// An action: a new one (for a student, perhaps), or an old one to change.
    Action(Option<Id<Student>>, Option<Id<Action>>),
    /// What the team keeps of an action.
    Decide(Id<Action>),
    /// What else is known of an action.
    Describe(Id<Action>),
    /// A learning.
    Learning(Option<Id<Learning>>),
    /// A student's place in the list.
    Place(Id<Student>, AttentionKind),
    /// A student who is handed over to another school, or has been.
    HandOver(Id<Student>),
    /// Where a student is.
    Status(Id<Student>),
    /// Capacity and thresholds.
    Settings,
    /// The school calendar.
    Calendar,
    /// Another baseline of the run chart.
    Baseline,
}

/// A form on the screen.
#[derive(Debug, Clone)]
pub struct OpenForm {
    /// What it is for.
    pub task: Task,
    /// Its fields.
    pub sheet: Sheet,
    /// The themes that it offers, where it asks for some.
    pub themes: Vec<Theme>,
    /// The places in the notebook that it offers as evidence.
    pub places: Vec<SeenIn>,
}

/// What a form comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A change of the notebook.
    Edit(Box<Edit>),
    /// A school to make a notebook for.
    School(super::effect::NewSchool),
    /// A student to hand over, once the file is there.
    HandOver(Box<super::effect::Handing>),
}

/// A field that is not right yet, where the problem belongs to one.
pub type Flaws = Vec<(Option<Field>, Flaw)>;

impl OpenForm {
    /// Opens the form of a task, filled with what the notebook knows.
    ///
    /// Answers with the problem that stands against opening it (no open cycle, an item that is gone).
    pub fn open(
        task: Task,
        notebook: Option<&Notebook>,
        today: NaiveDate,
        codebook: &Codebook,
    ) -> Result<Self, Problem> {
        let (mut themes, mut places) = (Vec::new(), Vec::new());
        let sheet = match (task, notebook) {
            (Task::NewSchool, _) => school::sheet(),
            (_, None) => return Err(Problem::NoOpenCycle),
            (Task::OpenCycle, Some(_)) => cycle::opening_sheet(),
            (Task::NameCycle, Some(book)) => cycle::name_sheet(book.require_open_cycle()?),
            (Task::Observation, Some(book)) => cycle::observation_sheet(book.require_open_cycle()?),
            (Task::Challenge, Some(book)) => cycle::challenge_sheet(book.require_open_cycle()?),
            (Task::Theory, Some(book)) => cycle::theory_sheet(book.require_open_cycle()?),
            (Task::Drivers, Some(book)) => driver::sheet(book.require_open_cycle()?),
            (Task::Predict(of), Some(book)) => predict::sheet(book.require_open_cycle()?, of),
            (Task::Decide(id), Some(book)) => decide::sheet(book, id)?,
            (Task::Describe(id), Some(book)) => decide::details_sheet(book, id)?,
            (Task::Review, Some(book)) => cycle::review_sheet(book, book.require_open_cycle()?),
            (Task::CloseCycle, Some(book)) => cycle::closing_sheet(book.require_open_cycle()?),
            (Task::Contact(_, old), Some(book)) => {
                contact::sheet(book, old.and_then(|id| book.contacts.get(id)), today)
            }
            (Task::Work(_, old), Some(book)) => {
                contact::work_sheet(book, old.and_then(|id| book.contacts.get(id)), today)
            }
            (Task::Action(student, old), Some(book)) => {
                action::sheet(book, student, old.and_then(|id| book.actions.get(id)))?
            }
            (Task::Place(..), Some(_)) => place::sheet(today),
            (Task::HandOver(student), Some(book)) => handover::sheet(book, student, today)?,
            (Task::Status(_), Some(_)) => status::sheet(today),
            (Task::Settings, Some(book)) => settings::sheet(&book.school),
            (Task::Calendar, Some(book)) => settings::calendar_sheet(&book.school, today),
            (Task::Baseline, Some(book)) => baseline::sheet(book, today),
            (Task::Learning(id), Some(book)) => {
                let old = id.and_then(|id| book.learnings.get(id));
                themes = codebook.offered(old.into_iter().flat_map(Learning::themes));
                places = learning::places(book, old);
                learning::sheet(book, old, (&themes, codebook), &places)?
            }
        };
        Ok(Self { task, sheet, themes, places })
    }

    /// What the form comes to; where it is not right yet, what is wrong with which field.
    pub fn outcome(&self, notebook: Option<&Notebook>, making: &mut Making<'_>) -> Result<Outcome, Flaws> {
        let answers = answers::Answers::new(&self.sheet, making.today);
        if self.task == Task::NewSchool {
            return school::read(&answers).map(Outcome::School);
        }
        let Some(book) = notebook else { return Err(vec![(None, Flaw::Rule(Problem::NoOpenCycle))]) };
        if let Task::HandOver(student) = self.task {
            return handover::read(book, &answers, student, making);
        }
        let edit = match self.task {
            Task::NewSchool | Task::HandOver(_) | Task::OpenCycle => cycle::read_opening(book, &answers, making),
            Task::NameCycle => cycle::read_name(book, &answers),
            Task::Observation => cycle::read_observation(book, &answers),
            Task::Challenge => cycle::read_challenge(book, &answers),
            Task::Theory => cycle::read_theory(book, &answers),
            Task::Drivers => driver::read(book, &answers),
            Task::Predict(of) => predict::read(book, &answers, of),
            Task::Decide(id) => decide::read(book, &answers, id),
            Task::Describe(id) => decide::read_details(book, &answers, id),
            Task::Review => cycle::read_review(book, &answers),
            Task::CloseCycle => cycle::read_closing(book, &answers, making),
            Task::Contact(student, old) => contact::read(book, &answers, (student, old), making),
            Task::Work(student, old) => contact::read_work(book, &answers, (student, old), making),
            Task::Action(_, old) => action::read(book, &answers, old, making),
            Task::Learning(old) => learning::read(book, &answers, (old, self), making),
            Task::Place(student, kind) => place::read(book, &answers, student, kind),
            Task::Status(student) => status::read(book, &answers, student),
            Task::Settings => settings::read(book, &answers),
            Task::Calendar => settings::read_calendar(book, &answers),
            Task::Baseline => baseline::read(book, &answers),
        };
        edit.map(|edit| Outcome::Edit(Box::new(edit)))
    }

    /// Writes the flaws beside their fields and moves the focus to the first; gives back those that belong to none.
    pub fn show(&mut self, flaws: Flaws) -> Vec<Flaw> {
        for field in self.sheet.fields_mut() {
            field.problem = None;
        }
        let mut homeless = Vec::new();
        for (field, flaw) in flaws {
            match field.filter(|field| self.sheet.get(*field).is_some()) {
                Some(field) => self.sheet.set_problem(field, Some(flaw)),
                None => homeless.push(flaw),
            }
        }
        self.sheet.focus_first_problem();
        homeless
    }
}

/// A field of one line.
fn line(label: Field, text: &SafeText) -> Row {
    FormField::new(label, Input::Text(TextField::new(text.as_str())))
}

/// A field of one line that nobody can read over a shoulder.
fn secret(label: Field) -> Row {
    FormField::new(label, Input::Text(TextField::secret()))
}

/// A field of many lines.
fn area(label: Field, text: &SafeText) -> Row {
    FormField::new(label, Input::Area(TextArea::new(text.as_str())))
}

/// A day.
fn day(label: Field, day: Option<NaiveDate>) -> Row {
    FormField::new(label, Input::Date(DateField::new(day)))
}

/// A day that lies ahead.
fn day_to_come(label: Field, day: Option<NaiveDate>) -> Row {
    FormField::new(label, Input::Date(DateField::to_come(day)))
}

/// One of a table's values.
fn choice<T: PartialEq>(label: Field, all: &[T], chosen: &T) -> Row {
    let at = all.iter().position(|value| value == chosen).unwrap_or(0);
    FormField::new(label, Input::Choice(ChoiceField::new(all.len(), at)))
}

/// One of a table's values, or none.
fn optional<T: PartialEq>(label: Field, all: &[T], chosen: Option<T>) -> Row {
    let at = chosen.and_then(|chosen| all.iter().position(|value| *value == chosen));
    FormField::new(label, Input::Choice(ChoiceField::optional(all.len(), at)))
}

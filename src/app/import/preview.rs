//! A file that was read, before anything is changed: what a person looks at, corrects, answers and accepts.

use std::{path::PathBuf, sync::Arc};

use super::{
    line::{self, Line},
    meaning::Meanings,
    planned::{Choices, Planned},
};
use crate::{
    app::{
        command::Command,
        keymap::Context,
        list::{Entry, ListState, Window},
    },
    exchange::{Answer, Question, reading::Reading},
};

/// A preview.
#[derive(Debug)]
pub struct Preview {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub reading: Arc<Reading>,
    /// What it would do; none while that is computed.
    pub planned: Option<Planned>,
    /// What the person decided.
    pub choices: Choices,
    /// What lies on top of it.
    pub top: Top,
    /// The lines.
    pub lines: Vec<Line>,
    /// The selected line; keys are places among them.
    pub list: ListState<usize>,
    /// Whether something was decided that the plan does not know yet.
    is_stale: bool,
}

/// What lies on top of a preview.
#[derive(Debug)]
pub enum Top {
    /// Nothing.
    Nothing,
    /// What a column means is chosen.
    Meanings(Meanings),
    /// The notebook is chosen for rows that do not say their school; keys are places on the shelf.
    Schools(ListState<usize>),
    /// A question is answered.
    Question,
}

/// A step of accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It is still computed what would change.
    Wait,
    /// The rows do not say of which school they are.
    ChooseSchool,
    /// Something has to be answered first.
    Ask,
    /// The answers have to be taken into account.
    PlanAgain,
    /// Nothing would change.
    NoChange,
    /// Nothing is taken: all rows stay outside.
    NoneTaken,
    /// Do it.
    Take,
}

impl Preview {
    /// A file as it was read.
    pub fn new(path: PathBuf, reading: Reading, choices: Choices) -> Self {
        let mut preview = Self {
            path,
            reading: Arc::new(reading),
            planned: None,
            choices,
            top: Top::Nothing,
            lines: Vec::new(),
            list: ListState::default(),
            is_stale: false,
        };
        preview.arrange();
        preview
    }

    /// Takes what the file would do.
    pub fn plan(&mut self, planned: Planned) {
        (self.planned, self.is_stale) = (Some(planned), false);
        self.arrange();
    }

    /// Makes the lines anew and stays on the selected one.
    pub fn arrange(&mut self) {
        let was = self.selected().cloned();
        self.lines = line::lines(&self.reading, self.planned.as_ref(), self.open_questions());
        self.list.settle((0..self.lines.len()).map(|index| Entry { key: index, index }).collect());
        if let Some(at) = was.and_then(|was| self.lines.iter().position(|line| *line == was)) {
            self.list.select(at);
        }
    }

    /// The selected line.
    pub fn selected(&self) -> Option<&Line> {
        self.lines.get(self.list.selected()?)
    }

    /// The header of the selected column, where one is, and what it means.
    pub fn column(&self) -> Option<(&str, Option<&str>)> {
        match self.selected()? {
            Line::Column(at) => {
                self.reading.columns.get(*at).map(|column| (column.header.as_str(), Some(column.name.as_str())))
            }
            Line::Unread(at) => self.reading.unread.get(*at).map(|header| (header.as_str(), None)),
            _ => None,
        }
    }

    /// Selects the column with this header, if it is there.
    pub fn select_column(&mut self, header: &str) {
        let is_it = |line: &Line| match line {
            Line::Column(at) => self.reading.columns.get(*at).is_some_and(|column| column.header == header),
            Line::Unread(at) => self.reading.unread.get(*at).is_some_and(|unread| unread == header),
            _ => false,
        };
        if let Some(at) = self.lines.iter().position(is_it) {
            self.list.select(at);
        }
    }

    /// Goes to the beginning of the next part; after the last to the first.
    pub fn next_chapter(&mut self) {
        let is_chapter = |at: &usize| matches!(self.lines.get(*at), Some(Line::Chapter(_)));
        let after = (self.list.at() + 1..self.lines.len()).find(is_chapter);
        self.list.select(after.unwrap_or(0));
    }

    /// The question that is to be answered now.
    pub fn question(&self) -> Option<&Question> {
        self.planned.as_ref()?.open_question(&self.choices)
    }

    /// How many questions still wait for an answer.
    pub fn open_questions(&self) -> usize {
        let questions = self.planned.iter().flat_map(Planned::questions);
        questions.filter(|question| !self.choices.is_settled(question.asked)).count()
    }

    /// Takes the answer to the question that is asked now; says whether it was the last.
    pub fn answer(&mut self, answer: Option<Answer>) -> bool {
        if let Some(asked) = self.question().map(|question| question.asked) {
            self.choices.answer(asked, answer);
            self.is_stale = true;
        }
        self.question().is_none()
    }

    /// What accepting needs next.
    pub fn next(&self) -> Next {
        let Some(planned) = &self.planned else { return Next::Wait };
        if planned.needs_school() && self.choices.into.is_none() {
            return Next::ChooseSchool;
        }
        if self.question().is_some() {
            return Next::Ask;
        }
        if self.is_stale {
            return Next::PlanAgain;
        }
        match () {
            () if planned.changes() => Next::Take,
            () if planned.takes_nothing() => Next::NoneTaken,
            () => Next::NoChange,
        }
    }

    /// Where its keys are read, innermost first.
    pub fn place(&self) -> Vec<Context> {
        match self.top {
            Top::Nothing => vec![Context::Preview],
            Top::Meanings(_) | Top::Schools(_) => vec![Context::Choosing, Context::Writing],
            Top::Question => vec![Context::Asking],
        }
    }

    /// Whether a command has something to work on.
    pub fn can(&self, command: Command) -> bool {
        match command {
            Command::ChangeColumn => self.column().is_some(),
            Command::CreateMissing => {
                self.choices.create || self.planned.as_ref().is_some_and(Planned::lacks_notebooks)
            }
            _ => true,
        }
    }

    /// Moves in the list that has the keys; says whether the command was one of movement.
    pub fn travel(&mut self, command: Command) -> bool {
        match &mut self.top {
            Top::Nothing => self.list.travel(command),
            Top::Meanings(meanings) => meanings.list.travel(command),
            Top::Schools(list) => list.travel(command),
            Top::Question => false,
        }
    }

    /// Learns what the last drawing showed of its list.
    pub fn seen(&mut self, window: Window) {
        match &mut self.top {
            Top::Nothing => self.list.seen(window),
            Top::Meanings(meanings) => meanings.list.seen(window),
            Top::Schools(list) => list.seen(window),
            Top::Question => {}
        }
    }
}

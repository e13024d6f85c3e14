//! What accepting a file would do: to which notebooks, and what of the file is left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::Arc,
};

use crate::{
    exchange::{Answer, Answers, Asked, Question, Students, reading::Reading},
    notebook::{Notebook, edit::Edit, id::Id, student::Student},
    rules::identity::Rbd,
    store::SaveError,
};

/// Where a file goes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// Into the notebook that is open.
    Open(Arc<Notebook>),
    /// Into the notebooks of the shelf, each row into that of its school.
    Shelf,
}

/// A wish to know what a file would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its number; the answer names it.
    pub number: u64,
    /// What the file says.
    pub reading: Arc<Reading>,
    /// Where it goes to.
    pub ground: Ground,
    /// What a person decided.
    pub choices: Choices,
}

impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && Arc::ptr_eq(&self.reading, &other.reading)
    }
}

/// What a person decided about a file.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The school of rows that do not say theirs.
    pub into: Option<Rbd>,
    /// Whether a school without a notebook gets one.
    pub create: bool,
    /// Whether rows are about students that are known.
    pub answers: Answers,
    /// Rows about which the person said to leave them out.
    pub left_out: BTreeSet<Asked>,
}

impl Choices {
    /// Whether nothing needs to be said about a row any more.
    pub fn is_settled(&self, asked: Asked) -> bool {
        self.left_out.contains(&asked) || self.answers.to(asked).is_some()
    }

    /// Takes an answer; none leaves the row out.
    pub fn answer(&mut self, asked: Asked, answer: Option<Answer>) {
        if let Some(answer) = answer {
            self.left_out.remove(&asked);
            self.answers.each.insert(asked, answer);
        } else {
            self.answers.each.remove(&asked);
            self.left_out.insert(asked);
        }
    }
}

/// What a file would do.
#[derive(Debug, Clone, Default)]
pub struct Planned {
    /// The notebooks that it names, by RBD.
    pub schools: Vec<School>,
    /// Schools of which nothing is taken: how many rows, and why.
    pub left_out: BTreeMap<Rbd, (usize, Out)>,
    /// Rows that do not say of which school they are, where nobody said it for them.
    pub unsaid: usize,
}

/// What a file would do to one notebook.
#[derive(Debug, Clone)]
pub struct School {
    /// The notebook as it would be.
    pub notebook: Box<Notebook>,
    /// Its file; none where it is open, or does not exist yet.
    pub path: Option<PathBuf>,
    /// What leads there; none where the notebook knows everything already.
    pub edit: Option<Edit>,
    /// Whether the notebook is new.
    pub created: bool,
    /// Its students that the file names.
    pub students: Students,
    /// Students of its whole lists whom they do not name any more.
    pub absent: Vec<Id<Student>>,
    /// What only a person can say.
    pub questions: Vec<Question>,
}

/// Why nothing is taken of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Out {
    /// Another notebook is open.
    OtherSchool,
    /// It has no notebook.
    NoNotebook,
    /// It has two.
    TwoNotebooks,
    /// Its notebook cannot be changed now.
    Closed,
}

impl Planned {
    /// Whether anything would change.
    pub fn changes(&self) -> bool {
        self.schools.iter().any(School::changes)
    }

    /// The first question that nobody has answered, with all that there are.
    pub fn open_question(&self, choices: &Choices) -> Option<&Question> {
        self.questions().find(|question| !choices.is_settled(question.asked))
    }

    /// All questions.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.schools.iter().flat_map(|school| &school.questions)
    }

    /// Whether rows do not say of which school they are.
    pub fn needs_school(&self) -> bool {
        self.unsaid > 0
    }

    /// Whether all rows stay outside: that is another thing than knowing everything already.
    pub fn takes_nothing(&self) -> bool {
        self.schools.is_empty() && !self.left_out.is_empty()
    }

    /// Whether some rows find no notebook that could be made for them.
    pub fn lacks_notebooks(&self) -> bool {
        self.left_out.values().any(|(_, why)| *why == Out::NoNotebook)
    }
}

impl School {
    /// Whether there is anything to write.
    pub fn changes(&self) -> bool {
        self.created || self.edit.is_some()
    }
}

/// What became of the notebooks of a shelf.
#[derive(Debug, Default)]
pub struct Written {
    /// Schools whose notebooks were made or changed.
    pub written: Vec<Rbd>,
    /// Those of them that are safe in their journal, and whose file could not follow.
    pub behind: Vec<Rbd>,
    /// Where it stopped: why, and the schools that were not written.
    pub stopped: Option<(SaveError, Vec<Rbd>)>,
}

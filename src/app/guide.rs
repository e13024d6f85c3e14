//! The guiding questions that a team is asked, as values: `text` has those to start with and reads the alliance's own.
//!
//! Owns what can be asked about. Never a sentence, a file or an answer.

use std::collections::BTreeMap;

use super::lang::Lang;
use crate::notebook::{cycle::Step, safe_text::SafeText};

/// What questions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A step of the cycle.
    Step(Step),
    /// The run chart of attendance.
    Attendance,
    /// Attendance bands by course.
    Bands,
    /// The contact rate.
    Contacts,
}

impl Topic {
    /// All, in the order of the file.
    pub const ALL: [Self; 8] = [
        Self::Step(Step::Infographic),
        Self::Step(Step::Challenge),
        Self::Step(Step::Data),
        Self::Step(Step::Implementation),
        Self::Step(Step::Learnings),
        Self::Attendance,
        Self::Bands,
        Self::Contacts,
    ];

    /// What is asked in a step: its own questions, and those of the charts that it shows.
    pub fn of_step(step: Step) -> Vec<Self> {
        let charts = if step == Step::Infographic { &[Self::Attendance, Self::Bands, Self::Contacts][..] } else { &[] };
        std::iter::once(Self::Step(step)).chain(charts.iter().copied()).collect()
    }
}

/// A question, in Spanish and perhaps in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In Spanish.
    pub es: SafeText,
    /// In English; where it is empty, the Spanish one is asked.
    pub en: SafeText,
}

impl Question {
    /// The question in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => self.en.as_str(),
            Lang::En | Lang::Es => self.es.as_str(),
        }
    }
}

/// All guiding questions by what they are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guide {
    questions: BTreeMap<Topic, Vec<Question>>,
}

impl Guide {
    /// Sets what is asked about a topic; nothing is an answer too.
    pub fn set(&mut self, topic: Topic, questions: Vec<Question>) {
        self.questions.insert(topic, questions);
    }

    /// Adds a question to a topic.
    pub fn add(&mut self, topic: Topic, question: Question) {
        self.questions.entry(topic).or_default().push(question);
    }

    /// What is asked about a topic.
    pub fn about(&self, topic: Topic) -> &[Question] {
        self.questions.get(&topic).map_or(&[], Vec::as_slice)
    }
}

//! The guiding questions that a team is asked, as values: `text` has those to start with and reads the alliance's own.
//!
//! Owns what can be asked about, and how the alliance's file says it. Never a sentence, a disk or an answer.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use super::lang::Lang;
use crate::{
    notebook::{cycle::Step, safe_text::SafeText},
    rules::spelling,
};

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

    /// How the file calls it, between brackets.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Step(Step::Infographic) => "paso 1",
            Self::Step(Step::Challenge) => "paso 2",
            Self::Step(Step::Data) => "paso 3",
            Self::Step(Step::Implementation) => "paso 4",
            Self::Step(Step::Learnings) => "paso 5",
            Self::Attendance => "gráfico asistencia",
            Self::Bands => "gráfico tramos",
            Self::Contacts => "gráfico contactos",
        }
    }

    fn of_section(name: &str) -> Option<Self> {
        let name = spelling::fold(name.trim());
        Self::ALL.into_iter().find(|topic| spelling::fold(topic.section()) == name)
    }

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

/// A file in which the alliance writes words of its own, beside the notebooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnFile {
    /// Guiding questions.
    Questions,
    /// Themes of learnings.
    Themes,
}

/// A line of the file that was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from one.
    pub number: usize,
    /// Why.
    pub why: Bad,
}

/// Why a line was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bad {
    /// A question stands before any section.
    NoSection,
    /// Nobody knows this section.
    UnknownSection,
    /// A question of such a section.
    InUnknown,
    /// The Spanish question is missing.
    NoSpanish,
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

    /// Takes the questions of a file: a section in it stands for all questions of its topic, other topics stay as they are.
    /// Gives back the lines that were not understood; they are left out.
    pub fn read(&mut self, text: &str) -> Vec<BadLine> {
        let (mut section, mut bad) = (Err(Bad::NoSection), Vec::new());
        let mut seen = BTreeSet::new();
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = Topic::of_section(name).ok_or(Bad::InUnknown);
                match section {
                    Ok(topic) if seen.insert(topic) => self.set(topic, Vec::new()),
                    Ok(_) => {}
                    Err(_) => bad.push(BadLine { number, why: Bad::UnknownSection }),
                }
                continue;
            }
            let (es, en) = line.split_once('|').unwrap_or((line, ""));
            match section {
                Ok(_) if es.trim().is_empty() => bad.push(BadLine { number, why: Bad::NoSpanish }),
                Ok(topic) => self.add(topic, Question { es: SafeText::line(es.trim()), en: SafeText::line(en.trim()) }),
                // A section that nobody knows was told about already.
                Err(Bad::InUnknown) => {}
                Err(why) => bad.push(BadLine { number, why }),
            }
        }
        bad
    }

    /// The questions as a file that can be read again.
    pub fn file(&self) -> String {
        let mut out = String::new();
        for topic in Topic::ALL {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "\n[{}]", topic.section());
            for question in self.about(topic) {
                out.push_str(question.es.as_str());
                if !question.en.is_empty() {
                    let _ = write!(out, " | {}", question.en.as_str());
                }
                out.push('\n');
            }
        }
        out
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.questions.values().map(Vec::len).sum()
    }

    /// What is asked about a topic.
    pub fn about(&self, topic: Topic) -> &[Question] {
        self.questions.get(&topic).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spanish(guide: &Guide, topic: Topic) -> Vec<&str> {
        guide.about(topic).iter().map(|question| question.of(Lang::Es)).collect()
    }

    #[test]
    fn the_questions_of_an_alliance_are_asked_and_the_others_stay() {
        let mut guide = Guide::default();
        let old = Question { es: SafeText::line("¿Antes?"), en: SafeText::default() };
        guide.set(Topic::Bands, vec![old.clone()]);
        guide.set(Topic::Contacts, vec![old]);
        let text = "# nuestras\r\n[Paso 2]\r\n¿Qué cambia? | What changes?\r\n\r\n[grafico TRAMOS]\n¿Qué curso?\n";
        assert_eq!(guide.read(text), []);
        assert_eq!(spanish(&guide, Topic::Step(Step::Challenge)), ["¿Qué cambia?"]);
        assert_eq!(guide.about(Topic::Step(Step::Challenge))[0].of(Lang::En), "What changes?");
        assert_eq!(spanish(&guide, Topic::Bands), ["¿Qué curso?"]);
        assert_eq!(guide.about(Topic::Bands)[0].of(Lang::En), "¿Qué curso?", "no question is lost in English");
        assert_eq!(spanish(&guide, Topic::Contacts), ["¿Antes?"]);
    }

    #[test]
    fn a_line_that_was_written_wrongly_is_told_by_its_number_and_the_rest_is_asked() {
        let mut guide = Guide::default();
        let bad = guide.read("¿Suelta?\n[paso 9]\n¿De nadie?\n[paso 1]\n| Only English?\n¿Bien?\n");
        let told: Vec<(usize, Bad)> = bad.into_iter().map(|bad| (bad.number, bad.why)).collect();
        assert_eq!(told, [(1, Bad::NoSection), (2, Bad::UnknownSection), (5, Bad::NoSpanish)]);
        assert_eq!(spanish(&guide, Topic::Step(Step::Infographic)), ["¿Bien?"]);
    }
}

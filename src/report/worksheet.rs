//! The worksheet of a step: its guiding questions, and its fields with what the notebook knows or lines to write on.
//!
//! Owns what stands on it. Students are on it by their codes only.

mod steps;
mod work;

use super::paper::Paper;
use crate::{
    app::{
        codebook::Codebook,
        guide::{Guide, Topic},
        lang::Lang,
    },
    insight::{account::Account, review::Review},
    notebook::{
        Notebook,
        cycle::{Cycle, Step},
        safe_text::SafeText,
    },
    text::{account, places::word, worksheet as text},
};

/// Of what a worksheet is made.
#[derive(Debug)]
pub struct Worksheet<'a> {
    /// The language.
    pub lang: Lang,
    /// The step.
    pub step: Step,
    /// The notebook.
    pub notebook: &'a Notebook,
    /// The cycle with all that it has to show; none leaves the sheet blank.
    pub account: Option<&'a Account<'a>>,
    /// The review of the notebook.
    pub review: &'a Review,
    /// The themes of the alliance.
    pub themes: &'a Codebook,
    /// What is asked.
    pub guide: &'a Guide,
}

impl Worksheet<'_> {
    /// The sheet, no line of it wider than 80 columns.
    pub fn write(&self) -> String {
        let mut paper = Paper::default();
        self.head(&mut paper);
        self.questions(&mut paper);
        match self.step {
            Step::Infographic => self.infographic(&mut paper),
            Step::Challenge => self.challenge(&mut paper),
            Step::Data => self.data(&mut paper),
            Step::Implementation => self.implementation(&mut paper),
            Step::Learnings => self.learnings(&mut paper),
        }
        paper.done()
    }

    fn head(&self, paper: &mut Paper) {
        let school = &self.notebook.school;
        let name = Some(format!("{} {}", school.name.as_str(), school.rbd));
        let cycle = self.cycle().map(|cycle| account::cycle_name(self.lang, cycle));
        let invented = school.invented.then(|| word::INVENTED.of(self.lang).to_owned());
        paper.text(0, &text::title(self.lang, self.step));
        paper.text(0, &[name, cycle, invented].into_iter().flatten().collect::<Vec<_>>().join(" · "));
        paper.text(0, text::CODES.of(self.lang));
        paper.short(0, text::MEETING.of(self.lang), "");
    }

    /// The questions of the step and of its charts; on a blank sheet each with lines for what is said.
    fn questions(&self, paper: &mut Paper) {
        let topics = Topic::of_step(self.step);
        let mut questions = topics.into_iter().flat_map(|topic| self.guide.about(topic)).peekable();
        if questions.peek().is_some() {
            paper.title(text::QUESTIONS.of(self.lang));
        }
        for question in questions {
            paper.text(0, question.of(self.lang));
            if self.account.is_none() {
                paper.rows(2, 2);
            }
        }
    }

    fn cycle(&self) -> Option<&Cycle> {
        self.account.map(|account| account.cycle)
    }

    /// What the cycle says somewhere; nothing on a blank sheet.
    fn said(&self, of: impl Fn(&Cycle) -> &SafeText) -> &str {
        self.cycle().map_or("", |cycle| of(cycle).as_str())
    }
}

//! Files as tables by year: official tables, lists with an outcome, and notebooks. Nothing is written.

use std::path::Path;

use crate::{
    app::lang::Lang,
    cli::answer::Exit,
    exchange::{
        self, LoadError, Reading, Wishes,
        codes::{Kind, Outcome},
        record::{Birth, Record},
    },
    insight::tables::{Attended, Ended, Enrolled, Known, Share, Tables},
    notebook::Notebook,
    rules::{
        attendance::Days,
        calendar::Month,
        course::{Course, Grade},
        decimal::{Average, Percent},
        status::YearEnd,
    },
    run::clock::Clock,
    store::Shelf,
    text::{cli::trouble, reading::refusals, validate as text},
};

/// What a table that does not say its year is filed under.
const NO_YEAR: i32 = 0;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Gathered {
    /// From tables.
    pub tables: Tables,
    /// From notebooks.
    pub notebooks: Vec<Notebook>,
    /// What could not be used, and why.
    pub said: Vec<String>,
    /// How the command ends.
    pub exit: Exit,
    nameless: usize,
}

impl Gathered {
    /// Reads one file and files it away, or says why not.
    pub(super) fn take(&mut self, lang: Lang, path: &Path) {
        let name = path.display().to_string();
        let bytes = match exchange::load(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.refuse(refusals::load(lang, &name, &error), &error),
        };
        // A notebook is JSON, and no table begins like that.
        if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{') {
            return self.notebook(lang, path);
        }
        match exchange::read(&bytes, &Wishes::default(), Clock::System.now().today) {
            Ok(reading) => self.table(lang, &name, &reading),
            Err(error) => {
                let error = LoadError::Refused(error);
                self.refuse(refusals::load(lang, &name, &error), &error);
            }
        }
    }

    fn refuse(&mut self, sentence: String, error: &LoadError) {
        self.said.push(sentence);
        self.exit = self.exit.max(if matches!(error, LoadError::Io(_)) { Exit::Disk } else { Exit::No });
    }

    fn notebook(&mut self, lang: Lang, path: &Path) {
        let folder = path.parent().unwrap_or(Path::new(""));
        match Shelf::on_disk(folder).view(path) {
            Ok(viewed) => self.notebooks.push(viewed.notebook),
            Err(error) => {
                self.said.push(trouble::open(lang, &error));
                self.exit = self.exit.max(Exit::No);
            }
        }
    }

    fn table(&mut self, lang: Lang, name: &str, reading: &Reading) {
        let knows_ends = reading.kind == Kind::Rendimiento || reading.columns.iter().any(|of| of.name == "outcome");
        match reading.kind {
            Kind::Enrolment => self.each(reading, |tables, year, record, who| {
                tables.enrolled.entry(year).or_default().push(enrolled(record, who));
            }),
            Kind::MonthlyAttendance | Kind::AnnualAttendance => self.each(reading, |tables, year, record, who| {
                tables.attended.entry(year).or_default().extend(attended(record, who));
            }),
            _ if knows_ends => self.each(reading, |tables, year, record, who| {
                tables.ended.entry(year).or_default().push(ended(record, who));
            }),
            kind => {
                self.said.push(text::no_use(lang, name, kind));
                self.exit = self.exit.max(Exit::No);
                return;
            }
        }
        if !reading.rejected.is_empty() {
            self.said.push(text::rejected(lang, name, reading.rejected.len()));
            self.exit = self.exit.max(Exit::No);
        }
    }

    fn each(&mut self, reading: &Reading, file: fn(&mut Tables, i32, &Record, Known)) {
        for record in &reading.records {
            // Who has no number is somebody else in every table.
            self.nameless += 1;
            let who = record.run.map(Known::Run).or(record.mrun.map(Known::Mrun));
            let who = who.unwrap_or(Known::Nobody(self.nameless));
            file(&mut self.tables, record.year.map_or(NO_YEAR, i32::from), record, who);
        }
    }
}

fn grade(record: &Record) -> Grade {
    record.course.as_ref().map_or(Grade::Unstated, Course::grade)
}

fn ended(record: &Record, who: Known) -> Ended {
    let days = record.attended.zip(record.held).and_then(|(attended, held)| Days::new(attended, held).ok());
    let percent = || record.attendance.and_then(Percent::from_parts).and_then(Share::of_percent);
    Ended {
        who,
        school: record.rbd,
        grade: grade(record),
        end: record.outcome.map(end),
        attendance: days.and_then(Option::from).or_else(percent),
        average: record.average.and_then(Average::from_parts),
    }
}

fn enrolled(record: &Record, who: Known) -> Enrolled {
    let born = record.birth.map(|birth| match birth {
        Birth::Day(day) => Month::of(day),
        Birth::Month(month) => month,
    });
    Enrolled { who, school: record.rbd, grade: grade(record), born }
}

fn attended(record: &Record, who: Known) -> Option<Attended> {
    let days = Days::new(record.attended?, record.held?).ok()?;
    Some(Attended { who, grade: grade(record), month: record.month, days })
}

const fn end(outcome: Outcome) -> YearEnd {
    match outcome {
        Outcome::Promoted => YearEnd::Promoted,
        Outcome::Failed => YearEnd::Failed,
        Outcome::Withdrawn => YearEnd::Withdrawn,
        Outcome::Transferred => YearEnd::Transferred,
        Outcome::DroppedOut => YearEnd::DroppedOut,
    }
}

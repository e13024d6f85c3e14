//! The students of the practice alliance: courses, names, RUN, birth, grades, history.
//!
//! Owns who is invented. The RUN lie in a range that the Civil Registry has not given out, with the right check digit.

use chrono::NaiveDate;

use super::{
    attendance::{self, Habit, MARCH_2021, MONTHS, Stay},
    dice::{Dice, Purpose},
    moment::{Minting, day, later, workday},
    plan::{DemoSchool, SCHOOLS, Teaches},
    words::names,
};
use crate::{
    notebook::{
        extra::Extra,
        id::Id,
        personal::{Personal, PersonalRun},
        safe_text::SafeText,
        student::{Grade, StatusEntry, Student},
    },
    rules::{course::Course, grades::Mark, identity::Run, status::Status},
};

/// The lowest RUN of the practice alliance.
pub(super) const FIRST_RUN: u32 = 39_900_000;
/// Students of the twelve schools together.
pub(super) const STUDENTS: u32 = 5_068;
/// RUN between two students: all of them fit between 39.900.000 and 41.999.999.
const RUN_STEP: u32 = 411;
/// Has no divisor in common with [`STUDENTS`]: scatters RUN, so that their order says nothing.
const SCATTER: u32 = 2_029;
/// Students that a course has at most, more or less.
const COURSE_SIZE: u32 = 38;

/// A student, with what the other parts of the practice alliance need to know.
#[derive(Debug)]
pub(super) struct Enrolled {
    /// The student.
    pub(super) student: Student,
    /// The first day at the school.
    pub(super) since: NaiveDate,
    /// Whether the student is still there.
    pub(super) stays: bool,
    /// Days attended in a thousand of those held; 1,000 where nothing is known.
    pub(super) rate: u32,
}

impl Enrolled {
    /// The student's id.
    pub(super) fn id(&self) -> Id<Student> {
        self.student.id
    }
}

/// All students of a school, in the order of their courses.
pub(super) fn of(school: &DemoSchool) -> Vec<Enrolled> {
    let courses = courses(school);
    let registers = attendance::registers(school, courses.len());
    let mut hand = Hand::new(school);
    let seats = seats(school, courses.len());
    let mut all = Vec::with_capacity(usize::from(school.students));
    for ((class, register), seats) in courses.iter().zip(&registers).zip(seats) {
        for _ in 0..seats {
            all.extend(hand.draw(class, register));
        }
    }
    all
}

/// A course with its place on the way from 1° básico (1) to 4° medio (12).
#[derive(Debug)]
struct Class {
    course: Course,
    year: u32,
    /// Whether its students came this year from other schools.
    arrives: bool,
}

fn courses(school: &DemoSchool) -> Vec<Class> {
    let years = match school.teaches {
        Teaches::Basic => 1..=8,
        Teaches::Secondary => 7..=12,
        Teaches::RuralBasic => 1..=6,
    };
    let first = *years.start();
    let sections = u32::from(school.students).div_ceil((years.end() - first + 1) * COURSE_SIZE);
    years
        .flat_map(|year| ('A'..='Z').take(usize::try_from(sections).unwrap_or(1)).map(move |letter| (year, letter)))
        .filter_map(|(year, letter)| {
            let (grade, level) = if year <= 8 { (year, 'B') } else { (year - 8, 'M') };
            let course = Course::parse(&format!("{grade}{level}-{letter}")).ok()?;
            Some(Class { course, year, arrives: year == first })
        })
        .collect()
}

/// How many students sit in each course: uneven, and together exactly the school's number.
fn seats(school: &DemoSchool, courses: usize) -> Vec<u32> {
    let mut dice = Dice::new(school.rbd, Purpose::Seats);
    let weights: Vec<u32> = (0..courses).map(|_| dice.between(26, 36)).collect();
    let all: u32 = weights.iter().sum();
    let mut before = 0;
    let mut given = 0;
    weights
        .iter()
        .map(|weight| {
            before += weight;
            let until = u32::from(school.students) * before / all.max(1);
            let seats = until - given;
            given = until;
            seats
        })
        .collect()
}

/// The dice that students are drawn with.
struct Hand {
    ids: Minting,
    identity: Dice,
    came: Dice,
    marks: Dice,
    history: Dice,
    next_run: u32,
}

impl Hand {
    fn new(school: &DemoSchool) -> Self {
        let before: u32 =
            SCHOOLS.iter().take_while(|other| other.rbd < school.rbd).map(|s| u32::from(s.students)).sum();
        Self {
            ids: Minting::new(school.rbd, Purpose::Identity),
            identity: Dice::new(school.rbd, Purpose::Identity),
            came: Dice::new(school.rbd, Purpose::Attendance),
            marks: Dice::new(school.rbd, Purpose::Grades),
            history: Dice::new(school.rbd, Purpose::History),
            next_run: before,
        }
    }

    fn draw(&mut self, class: &Class, register: &attendance::Register) -> Option<Enrolled> {
        let mut student = Student::new(self.ids.next(day(2020, 3, 16)), class.course.clone());
        self.name(&mut student)?;
        student.born = Some(self.birth(class));
        let (stay, history) = self.path(class);
        student.attendance = attendance::attendance(register, Habit::draw(&mut self.came), stay, &mut self.came);
        student.history = history;
        let rate = rate(&student);
        student.grades = self.grades(class, rate);
        Some(Enrolled { since: first_day(stay.from), stays: stay.until == MONTHS, rate, student })
    }

    fn name(&mut self, student: &mut Student) -> Option<()> {
        let dice = &mut self.identity;
        let (firsts, seconds) = dice.choose(&names::GIVEN, (&[], &[]));
        let mut given = dice.word(firsts).to_owned();
        if dice.chance(30) {
            given = format!("{given} {}", dice.word(seconds));
        }
        student.given_names = Personal::line(&given);
        student.paternal_surname = Personal::line(dice.word(names::SURNAMES));
        student.maternal_surname = Personal::line(dice.word(names::SURNAMES));
        let number = FIRST_RUN + (self.next_run * SCATTER % STUDENTS) * RUN_STEP + dice.below(RUN_STEP);
        self.next_run += 1;
        student.run = Some(PersonalRun::new(Run::from_number(number)?));
        Some(())
    }

    /// The birth date: of the age that the course has on the 31st of March 2021, for a few one or two years more.
    fn birth(&mut self, class: &Class) -> NaiveDate {
        let older = match self.identity.below(100) {
            0..=1 => 2,
            2..=7 => 1,
            _ => 0,
        };
        let year = i32::try_from(2015 - class.year).unwrap_or(2010) - older;
        later(day(year, 4, 1), self.identity.below(365))
    }

    /// When the student came, and whether and how he or she left.
    fn path(&mut self, class: &Class) -> (Stay, Vec<StatusEntry>) {
        let dice = &mut self.history;
        let whole = Stay { from: if class.arrives { MARCH_2021 } else { 0 }, until: MONTHS };
        match dice.below(200) {
            0..=7 if !class.arrives => {
                let from = usize::try_from(dice.between(1, 9)).unwrap_or(1);
                (Stay { from, ..whole }, vec![entry(Status::Enrolled, first_day(from))])
            }
            8..=13 => {
                let from = usize::try_from(dice.between(10, 12)).unwrap_or(MARCH_2021);
                (Stay { from, ..whole }, vec![entry(Status::Enrolled, first_day(from))])
            }
            14..=16 => {
                let until = usize::try_from(dice.between(11, 13)).unwrap_or(12);
                let status = dice.choose(&[Status::Withdrawn, Status::TransferredUnconfirmed], Status::Withdrawn);
                (Stay { until, ..whole }, vec![entry(status, later(first_day(until), 4))])
            }
            _ => (whole, Vec::new()),
        }
    }

    /// The averages of 2020; 1° básico has none, and so have a few whose papers have not come.
    fn grades(&mut self, class: &Class, rate: u32) -> Vec<Grade> {
        if class.year == 1 || self.marks.chance(3) {
            return Vec::new();
        }
        // Who came less has lower marks, on the whole.
        let absent = 1_000 - rate.min(1_000);
        let usual = self.marks.around(40, 68).saturating_sub(absent * 12 / 1_000);
        let dice = &mut self.marks;
        ["Lenguaje", "Matemática", "Ciencias"]
            .into_iter()
            .zip([0, 4, 2])
            .filter_map(|(subject, harder)| {
                let tenths = (usual + dice.around(0, 16)).saturating_sub(8 + harder).clamp(20, 70);
                let mark = Mark::from_tenths(u8::try_from(tenths).ok()?)?;
                Some(Grade { year: 2020, subject: SafeText::line(subject), mark, extra: Extra::new() })
            })
            .collect()
    }
}

fn entry(status: Status, since: NaiveDate) -> StatusEntry {
    StatusEntry { status, since: Some(since), year: None, extra: Extra::new() }
}

/// The first school day of a month of the two years.
fn first_day(at: usize) -> NaiveDate {
    let month = u32::try_from(at).unwrap_or(0) + 3;
    let fourth = if at < MARCH_2021 { day(2020, month, 4) } else { day(2021, month - 10, 4) };
    workday(fourth, 0)
}

fn rate(student: &Student) -> u32 {
    let (attended, held) = student.attendance.iter().fold((0, 0), |(attended, held), (_, days)| {
        (attended + u32::from(days.attended()), held + u32::from(days.held()))
    });
    (attended * 1_000).checked_div(held).unwrap_or(1_000)
}

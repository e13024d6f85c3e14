//! The settings of the list: how many the team can follow, from where the rules call for a look, and the days with
//! classes.

use chrono::NaiveDate;

use super::{
    Flaw, Flaws, Row, Sheet,
    answers::{Answers, flaws},
    choice, day, line,
};
use crate::{
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        limits::Limits,
        problem::{Field, Problem},
        safe_text::SafeText,
        school::School,
    },
    rules::{calendar::school_year, classes::SchoolCalendar, run_chart::RuleSet},
};

/// The thresholds that are whole numbers, with the place where each is kept.
type Threshold = (Field, fn(&mut Limits) -> &mut u16);
const THRESHOLDS: [Threshold; 6] = [
    (Field::GraveBelow, |limits| &mut limits.grave_below),
    (Field::CriticalBelow, |limits| &mut limits.critical_below),
    (Field::AbsentDays, |limits| &mut limits.absent_days),
    (Field::FailedSubjects, |limits| &mut limits.failed_subjects),
    (Field::OverAge, |limits| &mut limits.over_age),
    (Field::CourseExpected, |limits| &mut limits.course_expected),
];
/// The largest threshold: more would be a slip of the finger.
const LARGEST: u16 = 200;

fn number(label: Field, value: &str) -> Row {
    line(label, &SafeText::line(value))
}

/// The form of capacity and thresholds.
pub fn sheet(school: &School) -> Sheet {
    let capacity = school.capacity.map(|capacity| capacity.to_string()).unwrap_or_default();
    let mut limits = school.limits.clone();
    let falls = number(Field::FallsBy, &tenths(limits.falls_by));
    let whole = THRESHOLDS.map(|(field, of)| number(field, &of(&mut limits).to_string()).required());
    let rules = choice(Field::ChartRules, &RuleSet::ALL, &school.run_charts.rules);
    Sheet::new([number(Field::Capacity, &capacity)].into_iter().chain(whole).chain([falls.required(), rules]).collect())
}

/// The edit of the filled form.
pub fn read(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let before = &notebook.school;
    let mut after = before.clone();
    let mut wrong = Flaws::new();
    let mut take = |field, limit: u16| match parsed(answers, field, 1) {
        Ok(value) if value.is_none_or(|value| value <= limit) => value,
        _ => {
            wrong.push((Some(field), Flaw::NoNumber));
            None
        }
    };
    after.capacity = take(Field::Capacity, u16::MAX);
    for (field, of) in THRESHOLDS {
        if let Some(value) = take(field, LARGEST) {
            *of(&mut after.limits) = value;
        }
    }
    match parsed(answers, Field::FallsBy, 10) {
        Ok(Some(value)) if value <= 10 * LARGEST => after.limits.falls_by = value,
        _ => wrong.push((Some(Field::FallsBy), Flaw::NoNumber)),
    }
    after.run_charts.rules = answers.choice(Field::ChartRules, &RuleSet::ALL).unwrap_or(before.run_charts.rules);
    if wrong.is_empty() { Ok(of_school(Deed::ChangeSettings, before, after)) } else { Err(wrong) }
}

/// A number in so many parts of one; none where nothing is written. One decimal at most, with comma or point.
fn parsed(answers: &Answers<'_>, field: Field, parts: u16) -> Result<Option<u16>, ()> {
    let text = answers.text(field).trim().replace(',', ".");
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, decimal) = text.split_once('.').unwrap_or((&text, "0"));
    let (Ok(whole), Ok(decimal)) = (whole.parse::<u16>(), decimal.parse::<u16>()) else { return Err(()) };
    if decimal > 9 || decimal > 0 && parts == 1 {
        return Err(());
    }
    let decimal = if parts == 1 { 0 } else { decimal };
    whole.checked_mul(parts).and_then(|whole| whole.checked_add(decimal)).map(Some).ok_or(())
}

fn tenths(value: u16) -> String {
    format!("{},{}", value / 10, value % 10)
}

/// The form of a year's calendar.
pub fn calendar_sheet(school: &School, today: NaiveDate) -> Sheet {
    let calendar = school.calendar(school_year(today));
    let free: Vec<String> = calendar.free.iter().map(|day| day.format("%d-%m-%Y").to_string()).collect();
    Sheet::new(vec![
        day(Field::ClassesFrom, Some(calendar.from)).required(),
        day(Field::ClassesTo, Some(calendar.to)).required(),
        day(Field::ClassesToOfLast, calendar.to_of_last),
        day(Field::WinterFrom, calendar.winter.map(|(from, _)| from)),
        day(Field::WinterTo, calendar.winter.map(|(_, to)| to)),
        line(Field::FreeDays, &SafeText::line(&free.join(" "))),
    ])
}

/// The edit of the filled calendar.
pub fn read_calendar(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let required = |field| answers.day(field)?.ok_or_else(|| flaws([Problem::Missing(field)]));
    let year = school_year(answers.today);
    let winter = match (answers.day(Field::WinterFrom)?, answers.day(Field::WinterTo)?) {
        (Some(from), Some(to)) => Some((from, to)),
        (None, None) => None,
        (Some(_), None) => return Err(flaws([Problem::Missing(Field::WinterTo)])),
        (None, Some(_)) => return Err(flaws([Problem::Missing(Field::WinterFrom)])),
    };
    let calendar = SchoolCalendar {
        year,
        from: required(Field::ClassesFrom)?,
        to: required(Field::ClassesTo)?,
        to_of_last: answers.day(Field::ClassesToOfLast)?,
        winter,
        free: answers.days(Field::FreeDays)?,
    };
    let mut after = notebook.school.clone();
    after.calendars.retain(|other| other.year != year);
    after.calendars.push(calendar);
    after.calendars.sort_by_key(|calendar| calendar.year);
    Ok(of_school(Deed::ChangeCalendar, &notebook.school, after))
}

fn of_school(deed: Deed, before: &School, after: School) -> Edit {
    Edit::one(deed, Change::replace(before.clone(), after))
}

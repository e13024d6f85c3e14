//! What a family told one school and has to tell the next one once more.

use std::collections::BTreeSet;

use super::*;
use crate::{
    notebook::{
        attention::{Attention, AttentionKind},
        id::Ids,
        reported::Engagement,
        safe_text::SafeText,
        student::StatusEntry,
        transfer::Transfer,
        weeks::{Parts, Weeks},
    },
    rules::{
        attendance::Days,
        course::Course,
        decimal::{Average, Decimal, Percent},
        grades::Mark,
        identity::Run,
        status::{Status, YearEnd},
    },
};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ids(seed: u64) -> Ids {
    Ids::Seeded(seed)
}

fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap()
}

fn rbd(number: u32) -> Rbd {
    Rbd::new(number).unwrap()
}

fn month(number: u32) -> Month {
    Month::new(2021, number).unwrap()
}

fn run(number: u32) -> PersonalRun {
    PersonalRun::new(Run::from_number(number).unwrap())
}

fn guardian(name: &str, phone: &str) -> Guardian {
    Guardian {
        name: Personal::line(name),
        relationship: SafeText::line("madre"),
        phones: vec![Personal::line(phone)],
        email: Personal::line("madre@ejemplo.cl"),
        extra: Extra::new(),
    }
}

fn year(average: u16) -> StudentYear {
    StudentYear {
        course: Course::parse("7B-A").unwrap(),
        enrolled: true,
        attendance: Percent::from_parts(9_100),
        days: Days::new(160, 180).ok(),
        average: Average::from_parts(average),
        outcome: Some(YearEnd::Promoted),
        ..StudentYear::new(2020, Some(rbd(99_003)))
    }
}

fn figure(month: Option<Month>, percent: u16) -> Reported {
    Reported {
        year: 2021,
        month,
        on: on("2021-06-01"),
        percent: Percent::from_parts(percent),
        absences: Some(3),
        justified: Some(1),
        ..Reported::default()
    }
}

/// A student of whom everything is known that can be; `n` makes them another one.
fn full(n: u8) -> Student {
    let subject = || SafeText::line("Lenguaje");
    let number = u32::from(n);
    Student {
        course: Course::parse("8B-A").unwrap(),
        run: Some(run(39_900_001 + number)),
        aliases: vec![run(39_910_001 + number)],
        mrun: Some(1_000 + number),
        given_names: Personal::line(&format!("Ana {n}")),
        paternal_surname: Personal::line(&format!("Inventada {n}")),
        maternal_surname: Personal::line(&format!("Supuesta {n}")),
        full_name: Personal::line(&format!("Ana Inventada Supuesta {n}")),
        born: Some(on("2008-06-12") + chrono::Days::new(n.into())),
        birth_month: Month::new(2008, 6),
        phones: vec![Personal::line(&format!("+56 9 1234 56{:02}", 10 + n))],
        email: Personal::line(&format!("ana{n}@ejemplo.cl")),
        guardians: vec![guardian("Rosa Supuesta", &format!("+56 9 8765 43{:02}", 10 + n))],
        attendance: [(month(4), Days::new(10 + u16::from(n), 20).unwrap())].into_iter().collect(),
        reported: vec![figure(None, 8_000 + u16::from(n)), figure(Some(month(5)), 7_000 + u16::from(n))],
        grades: vec![Grade {
            year: 2021,
            subject: subject(),
            mark: Mark::from_tenths(40 + n).unwrap(),
            extra: Extra::new(),
        }],
        concepts: vec![Concept {
            year: 2021,
            subject: subject(),
            concept: SafeText::line(&format!("B{n}")),
            extra: Extra::new(),
        }],
        years: vec![year(500 + u16::from(n))],
        ..private(n)
    }
}

/// The same with nothing but what stays at the school.
fn private(n: u8) -> Student {
    let mut weeks = Weeks::default();
    weeks.set(month(4), Parts::new(month(4), &[Days::new(10, 20).ok()]).unwrap());
    Student {
        weeks,
        remarks: vec![Personal::line("observación reservada")],
        engagement: vec![Engagement {
            year: 2021,
            name: SafeText::line("entregas"),
            value: Decimal::from_parts(5).unwrap(),
            on: on("2021-05-03"),
            extra: Extra::new(),
        }],
        transfers: vec![Transfer {
            id: ids(9).next(now()),
            from: rbd(99_001),
            to: None,
            sent: on("2021-06-01"),
            received: None,
            confirmed: None,
            prompts: Vec::new(),
            supports: Vec::new(),
            contacts: None,
            extra: Extra::new(),
        }],
        history: vec![StatusEntry { status: Status::Enrolled, since: None, year: Some(2021), extra: Extra::new() }],
        attention: Some(Attention {
            kind: AttentionKind::Pinned,
            reason: SafeText::line("motivo del equipo"),
            on: on("2021-04-05"),
            again: on("2021-05-03"),
            extra: Extra::new(),
        }),
        extra: Extra::from([("nota".into(), "de otra versión".into())]),
        ..Student::new(ids(n.into()).next(now()), Course::unstated())
    }
}

fn keys(value: &serde_json::Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn nothing_that_travels_is_lost_on_a_student_of_whom_only_the_course_was_known() {
    let told = full(1);
    // Whoever adds a field to a student says here what becomes of it.
    let schema = schemars::schema_for!(Student);
    let mut all = keys(&serde_json::to_value(&told).unwrap());
    assert!(all.remove("nota"));
    assert_eq!(all, keys(schema.get("properties").unwrap()), "a field of a student is not tried");

    let known = Student::new(ids(7).next(now()), Course::parse("1M-B").unwrap());
    let travels = travelling(&told, rbd(99_001));
    let after = joined(known.clone(), travels.clone());
    assert_eq!(after, Student { id: known.id, course: known.course, ..travels });
    let stays = ["attention", "engagement", "history", "nota", "remarks", "transfers", "weeks"];
    let left = keys(&serde_json::to_value(&told).unwrap());
    let left: Vec<String> = left.difference(&keys(&serde_json::to_value(&after).unwrap())).cloned().collect();
    assert_eq!(left, stays);
}

#[test]
fn nothing_that_stands_is_replaced_and_what_can_stand_beside_it_does() {
    let (known, told) = (full(1), full(2));
    let after = joined(known.clone(), told.clone());
    let mut wanted = known;
    wanted.aliases.extend([told.run, told.aliases.into_iter().next()].into_iter().flatten());
    wanted.phones.extend(told.phones);
    let own = wanted.guardians.first_mut().unwrap();
    own.phones.extend(told.guardians.into_iter().flat_map(|guardian| guardian.phones));
    assert_eq!(after, wanted);
    // What has come once does not come twice.
    assert_eq!(joined(after.clone(), full(2)), after);
}

#[test]
fn what_lies_beside_what_stands_is_added_one_by_one() {
    let (mut known, mut told) = (full(1), full(1));
    known.attendance.set(month(6), Days::new(1, 20).unwrap());
    known.reported.retain(|figure| figure.month.is_none());
    known.years = vec![StudentYear { average: None, outcome: None, ..year(500) }];
    told.attendance.set(month(3), Days::new(20, 20).unwrap());
    told.reported.push(figure(Some(month(6)), 9_900));
    told.grades.extend(told.grades.clone().into_iter().map(|grade| Grade { year: 2020, ..grade }));
    let physics = SafeText::line("Física");
    told.concepts
        .extend(told.concepts.clone().into_iter().map(|concept| Concept { subject: physics.clone(), ..concept }));
    told.years.push(StudentYear::new(2019, Some(rbd(99_003))));
    told.guardians.push(Guardian { name: Personal::line("Luis Inventado"), ..Guardian::default() });
    let after = joined(known, told);
    let days: Vec<u32> = after.attendance.iter().map(|(month, _)| month.month()).collect();
    assert_eq!(days, [3, 4, 6]);
    // Of June this school has days: the other's figure of June is not put beside them.
    let figures: Vec<Option<u32>> = after.reported.iter().map(|figure| figure.month.map(Month::month)).collect();
    assert_eq!(figures, [None, Some(5)]);
    assert_eq!((after.grades.len(), after.concepts.len(), after.guardians.len()), (2, 2, 2));
    let years: Vec<_> = after.years.iter().map(|year| (year.year, year.average, year.outcome)).collect();
    assert_eq!(years, [(2019, None, None), (2020, Average::from_parts(501), Some(YearEnd::Promoted))]);
}

#[test]
fn a_name_in_one_piece_and_a_month_of_birth_stand_as_they_are() {
    let mut known = Student::new(ids(7).next(now()), Course::unstated());
    known.full_name = Personal::line("SUPUESTA ANA");
    known.birth_month = Month::new(2009, 1);
    let after = joined(known.clone(), full(1));
    assert_eq!((after.full_name.clone(), after.code()), (known.full_name.clone(), known.code()));
    assert_eq!((after.birth_month, after.born), (known.birth_month, None));
    assert_eq!(after.course, full(1).course);
}

#[test]
fn a_year_at_the_receiving_school_is_its_own_when_the_student_comes_back() {
    let mut student = full(1);
    student.years.push(StudentYear::new(2021, None));
    let mut student = travelling(&student, rbd(99_001));
    at_home(&mut student, rbd(99_003));
    let schools: Vec<_> = student.years.iter().map(|year| year.rbd).collect();
    assert_eq!(schools, [None, Some(rbd(99_001))]);
}

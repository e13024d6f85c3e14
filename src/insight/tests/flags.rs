//! Which reasons a student has, and which not.

use proptest::prelude::*;

use super::*;
use crate::{
    insight::{
        attended::Span,
        reason::{self, Role},
        review::{Place, Review},
    },
    notebook::{
        contact::{Contact, ContactKind, ContactWith},
        cycle::Fate,
        reported::Reported,
        steps::{Making, Verdict},
        years::StudentYear,
    },
    rules::{attendance::Share, decimal::Percent, promotion::Unmet, rule::OWN, status::YearEnd},
};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// One student with these days of months of 2021, from March.
fn student(months: &[(u16, u16)]) -> Notebook {
    let mut book = school(&[(0, 0)]);
    change(&mut book, |student| {
        student.attendance = (3..)
            .zip(months)
            .map(|(number, (attended, held))| (Month::new(2021, number).unwrap(), Days::new(*attended, *held).unwrap()))
            .collect();
    });
    book
}

fn of(book: &Notebook, today: &str) -> Review {
    review::review(book, on(today))
}

fn found(book: &Notebook, today: &str) -> Vec<Finding> {
    of(book, today).rows[0].flags().map(|reason| reason.finding).collect()
}

fn mark(subject: &str, year: i32, tenths: u8) -> Grade {
    Grade { year, subject: SafeText::line(subject), mark: Mark::from_tenths(tenths).unwrap(), extra: Extra::new() }
}

#[test]
fn a_whole_month_without_a_day_is_a_question_about_the_enrolment_and_not_a_place_in_the_list() {
    let book = student(&[(20, 20), (0, 15)]);
    let review = of(&book, "2021-05-03");
    let row = &review.rows[0];
    assert_eq!(row.place, Place::CheckEnrolment);
    assert!(!row.in_list && row.is_flagged());
    assert_eq!((review.listed, review.remainder), (0, 0));
    let finding = Finding::NotSeen { days: 15, from: month("2021-04"), until: month("2021-04") };
    assert_eq!(row.reasons[0].finding, finding);
    assert_eq!(row.reasons[0].rule.threshold, 20);
}

#[test]
fn two_days_missed_at_the_beginning_of_a_month_are_no_question_about_the_enrolment() {
    let book = student(&[(20, 20), (0, 2)]);
    assert_eq!(of(&book, "2021-04-06").rows[0].place, Place::Quiet);
}

#[test]
fn twenty_class_days_without_coming_are_one_whatever_the_months() {
    assert_eq!(of(&student(&[(20, 20), (0, 18), (0, 2)]), "2021-05-04").rows[0].place, Place::CheckEnrolment);
    assert_ne!(of(&student(&[(20, 20), (1, 18), (0, 2)]), "2021-05-04").rows[0].place, Place::CheckEnrolment);
    assert_eq!(of(&student(&[(0, 4)]), "2021-03-12").rows[0].place, Place::CheckEnrolment, "all that is known");
}

#[test]
fn who_came_back_is_in_the_school() {
    assert_ne!(of(&student(&[(20, 20), (0, 20), (5, 20)]), "2021-06-03").rows[0].place, Place::CheckEnrolment);
}

#[test]
fn a_fall_of_two_points_a_month_is_a_reason_from_the_third_month_on() {
    assert_eq!(found(&student(&[(100, 100), (98, 100)]), "2021-06-01"), []);
    let falling = found(&student(&[(100, 100), (98, 100), (96, 100)]), "2021-06-01");
    assert_eq!(falling, [Finding::Falling { slope: -200, until: month("2021-05") }]);
    assert_eq!(found(&student(&[(100, 100), (98, 100), (97, 100)]), "2021-06-01"), []);
}

#[test]
fn decreto_67_requires_an_analysis_and_never_says_more() {
    let mut book = student(&[(20, 20)]);
    change(&mut book, |student| student.grades = vec![mark("Matemática", 2021, 36), mark("Lenguaje", 2021, 52)]);
    let findings = found(&book, "2021-04-05");
    let unmet = Unmet::Average { failed: 1, hundredths: 440 };
    let share = Some(Share::Days(Days::new(20, 20).unwrap()));
    assert!(findings.contains(&Finding::RequiresAnalysis { unmet, share, year: 2021 }), "{findings:?}");
    change(&mut book, |student| student.grades[1] = mark("Lenguaje", 2021, 54));
    assert_eq!(found(&book, "2021-04-05"), [Finding::FailedSubjects { count: 1, year: 2021 }], "4.5 makes up for one");
}

#[test]
fn marks_of_the_year_before_are_decided_and_ask_for_no_analysis() {
    let mut book = student(&[(10, 20)]);
    change(&mut book, |student| student.grades = vec![mark("Matemática", 2020, 20)]);
    let findings = found(&book, "2021-04-05");
    assert!(findings.iter().all(|finding| !matches!(finding, Finding::RequiresAnalysis { .. })), "{findings:?}");
}

#[test]
fn over_age_is_shown_and_weighs_nothing() {
    let mut book = student(&[(20, 20)]);
    change(&mut book, |student| student.birth_month = Some(month("2006-06")));
    let row = of(&book, "2021-04-05").rows[0].clone();
    assert_eq!(row.reasons[0].finding, Finding::OverAge { years: 3, year: 2021 }, "15 in 7° básico");
    assert_eq!((row.reasons[0].gravity(), row.reasons[0].role()), (0, Role::Context));
    change(&mut book, |student| student.birth_month = Some(month("2007-07")));
    assert_eq!(found(&book, "2021-04-05"), [], "one year over");
}

#[test]
fn repetition_and_changes_of_school_are_context_and_no_flag_by_themselves() {
    let mut book = student(&[(20, 20)]);
    let other = |year, rbd| StudentYear::new(year, Rbd::new(rbd));
    let repeated = StudentYear { outcome: Some(YearEnd::Failed), ..other(2019, 99_002) };
    change(&mut book, |student| student.years = vec![repeated, other(2020, 99_003), other(2021, 99_004)]);
    assert_eq!(found(&book, "2021-04-05"), []);
    change(&mut book, |student| student.attendance.set(month("2021-03"), Days::new(10, 20).unwrap()).map_or((), drop));
    let findings = found(&book, "2021-04-05");
    assert!(findings.contains(&Finding::Repeated { count: 1, year: 2019 }), "{findings:?}");
    assert!(findings.contains(&Finding::Moved { in_year: 1, in_three: 3, year: 2021 }), "{findings:?}");
}

#[test]
fn the_same_grade_twice_is_a_repeated_year() {
    let mut book = student(&[(10, 20)]);
    let year = StudentYear { course: Course::parse("7B-C").unwrap(), ..StudentYear::new(2020, None) };
    change(&mut book, |student| student.years = vec![year]);
    assert!(found(&book, "2021-04-05").contains(&Finding::Repeated { count: 1, year: 2020 }));
}

#[test]
fn a_percent_without_days_has_a_band_and_no_count_of_days() {
    let mut book = student(&[]);
    let figure = |on: &str, percent| Reported {
        year: 2021,
        on: on.parse().unwrap(),
        percent: Percent::from_parts(percent),
        ..Reported::default()
    };
    change(&mut book, |student| student.reported = vec![figure("2021-04-30", 9_000), figure("2021-06-10", 8_499)]);
    let row = of(&book, "2021-06-28").rows[0].clone();
    let attended = row.attended.unwrap();
    assert_eq!((attended.span, attended.until, row.band), (Span::Year, month("2021-06"), Band::Grave));
    assert_eq!((row.days(), row.to_recover, row.at_edge()), (None, 0, false));
    assert_eq!(of(&book, "2021-05-31").rows[0].band, Band::Expected, "as of a day, what came later is not known");
}

#[test]
fn a_threshold_of_the_notebook_decides_and_says_that_it_is_the_notebooks() {
    let mut book = school(&[(17, 20)]);
    let before = book.school.clone();
    let mut after = before.clone();
    after.limits.grave_below = 90;
    book.apply(&Edit::one(Deed::ChangeSettings, Change::replace(before, after))).unwrap();
    let row = of(&book, "2021-06-28").rows[0].clone();
    let reason = row.reasons[0];
    assert!(matches!(reason.finding, Finding::GraveAttendance(_)), "{reason:?}");
    assert_eq!((reason.rule.id, reason.rule.threshold, reason.rule.source), ("attendance_lt_85", 90, OWN));
    assert_eq!(row.band, Band::Repeated, "a band is the Ministry's and no setting");
}

/// The thresholds in force are changed, and how many the team can follow.
fn set(book: &mut Notebook, grave_below: u16, capacity: u16) {
    let (before, mut after) = (book.school.clone(), book.school.clone());
    (after.limits.grave_below, after.capacity) = (grave_below, Some(capacity));
    book.apply(&Edit::one(Deed::ChangeSettings, Change::replace(before, after))).unwrap();
}

/// Opens a cycle on a day and closes it on another, by the thresholds in force.
fn cycle(book: &mut Notebook, opened: &str, closed: &str) {
    let mut ids = Ids::Seeded(7 + u64::try_from(book.cycles.len()).unwrap());
    let now = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    if book.open_cycle().is_none() {
        let mut making = Making { today: on(opened), now, ids: &mut ids };
        let edit = book.open_next_cycle(SafeText::default(), &mut making).unwrap();
        book.apply(&edit).unwrap();
    }
    let thresholds = reason::thresholds(&book.school);
    let reason = SafeText::note("Sirvió");
    let verdict = Verdict { fate: Some(Fate::Maintained), reason, next_name: SafeText::default(), thresholds };
    let edit = book.close_cycle(&verdict, &mut Making { today: on(closed), now, ids: &mut ids }).unwrap();
    book.apply(&edit).unwrap();
}

#[test]
fn changing_a_setting_does_not_change_what_a_closed_cycle_shows() {
    let mut book = school(&[(17, 20), (16, 20), (9, 20), (20, 20)]);
    set(&mut book, 85, 1);
    cycle(&mut book, "2021-03-15", "2021-05-31");
    let shown = |book: &Notebook, day: &str| {
        let (review, limits) = review::review_as_of(book, on(day));
        let row = |row: &review::Row| (row.student, row.place, row.in_list, row.reasons.clone());
        (review.rows.iter().map(row).collect::<Vec<_>>(), review.courses.clone(), limits.grave_below)
    };
    let (closed, open) = (shown(&book, "2021-05-30"), shown(&book, "2021-05-31"));
    set(&mut book, 99, 3);
    assert_eq!(shown(&book, "2021-05-30"), closed, "the closed cycle is history");
    assert_ne!(shown(&book, "2021-05-31"), open, "the open one begins on the day on which it was closed");
    // The next one, closed by the new thresholds, does not touch the first.
    cycle(&mut book, "2021-05-31", "2021-06-20");
    set(&mut book, 40, 2);
    assert_eq!(shown(&book, "2021-05-30"), closed);
    assert_eq!([shown(&book, "2021-06-19").2, shown(&book, "2021-06-28").2], [99, 40]);
}

#[test]
fn a_cycle_closed_by_an_older_version_is_looked_at_by_the_two_thresholds_that_it_knows() {
    let limits =
        crate::notebook::cycle::Thresholds { limits: None, grave_below: 80, ..reason::thresholds(&school(&[]).school) };
    assert_eq!((limits.limits().grave_below, limits.limits().failed_subjects), (80, 1));
}

#[test]
fn as_of_a_day_nothing_that_came_later_is_known() {
    let months = [(18, 20), (12, 20), (15, 20)];
    let early = student(&months[..2]);
    let mut late = student(&months);
    change(&mut late, |student| {
        student.grades = vec![];
        student.history.push(StatusEntry {
            status: Status::Withdrawn,
            since: Some(on("2021-05-20")),
            year: None,
            extra: Extra::new(),
        });
        let reason = SafeText::note("Después");
        let kind = crate::notebook::attention::AttentionKind::Pinned;
        let (on, again) = (on("2021-05-10"), on("2021-06-10"));
        student.attention =
            Some(crate::notebook::attention::Attention { kind, reason, on, again, extra: Extra::new() });
    });
    for (at, day) in ["2021-05-03", "2021-06-01"].into_iter().enumerate() {
        let kind = if at == 0 { ContactKind::Call } else { ContactKind::ReviewOfWork };
        let result = kind.results()[0];
        let contact = Contact {
            id: Ids::Seeded(u64::try_from(at).unwrap()).next(chrono::DateTime::from_timestamp(0, 0).unwrap()),
            student: late.students.iter().next().unwrap().id,
            on: on(day),
            kind,
            with: ContactWith::Guardian,
            result,
            by: SafeText::default(),
            note: SafeText::default(),
            restricted: false,
            next: Some(on("2021-06-15")),
            extra: Extra::new(),
        };
        late.apply(&Edit::one(Deed::AddContact, Change::add(contact))).unwrap();
    }
    let seen = |book: &Notebook, day: &str| {
        let row = of(book, day).rows[0].clone();
        let rate = crate::insight::contact_rate::contact_rate(book, 14, on(day));
        (
            row.place,
            row.status,
            row.attended,
            row.recent,
            row.last_contact,
            row.next,
            row.followed_up,
            row.reasons,
            rate,
        )
    };
    assert_eq!(seen(&late, "2021-04-30"), seen(&early, "2021-04-30"));
    assert_ne!(seen(&late, "2021-06-30"), seen(&early, "2021-06-30"));
}

#[test]
fn recent_attendance_is_that_of_the_last_class_days_in_whole_months() {
    let recent = of(&student(&[(20, 20), (20, 20), (10, 20), (5, 20)]), "2021-06-30").rows[0].recent.unwrap();
    assert_eq!((recent.from, recent.until), (month("2021-06"), month("2021-06")).min((recent.from, recent.until)));
    assert!(recent.days.held() >= 20 && recent.fall > 0, "{recent:?}");
    let first = of(&student(&[(10, 18)]), "2021-03-31").rows[0].recent.unwrap();
    assert_eq!((first.from, first.fall), (month("2021-03"), 0), "the year before is not looked at");
}

proptest! {
    #[test]
    fn one_more_absence_never_takes_a_reason_about_attendance_away(
        months in prop::collection::vec((1..=23_u16).prop_flat_map(|held| (0..=held, Just(held))), 1..=9),
        which in 0..9_usize,
    ) {
        let mut worse = months.clone();
        let at = which % worse.len();
        worse[at].0 = worse[at].0.saturating_sub(1);
        let look = |months: &[(u16, u16)]| {
            let row = of(&student(months), "2021-12-31").rows[0].clone();
            // An absence in an early month makes the fall from there smaller: of the fall nothing is said here.
            let gravity = row.flags().filter_map(|reason| match reason.finding {
                Finding::NotSeen { .. } => Some(9),
                Finding::Falling { .. } => None,
                _ => Some(reason.gravity()),
            });
            (gravity.max(), row.band)
        };
        let (before, after) = (look(&months), look(&worse));
        prop_assert!(after.0 >= before.0 && after.1 >= before.1, "{before:?} {after:?}");
    }

    #[test]
    fn one_more_absence_in_the_last_month_never_takes_a_flag_away_nor_lowers_the_place_in_the_list(
        all in prop::collection::vec(prop::collection::vec((3..=22_u16).prop_flat_map(|held| (2..=held, Just(held))), 4), 2..=5),
        who in 0..5_usize,
    ) {
        let book = |all: &[Vec<(u16, u16)>]| {
            let mut book = school(&vec![(0, 0); all.len()]);
            let students: Vec<Student> = book.students.iter().cloned().collect();
            for (before, months) in students.into_iter().zip(all) {
                let months = (3..).zip(months).map(|(number, (attended, held))| {
                    (Month::new(2021, number).unwrap(), Days::new(*attended, *held).unwrap())
                });
                let after = Student { attendance: months.collect(), ..before.clone() };
                book.apply(&Edit::one(Deed::Import, Change::replace(before, after))).unwrap();
            }
            book
        };
        let who = who % all.len();
        let mut worse = all.clone();
        worse[who][3].0 -= 1;
        let look = |book: &Notebook| {
            let student = book.students.iter().nth(who).unwrap().id;
            let review = of(book, "2021-07-01");
            let at = review.rows.iter().position(|row| row.student == student).unwrap();
            let ids: Vec<&str> = review.rows[at].flags().map(|flag| flag.rule.id).collect();
            // Of the flags about attendance only the gravest is shown: it gives way to a graver one.
            let attendance = ["attendance_edge", "attendance_lt_85", "attendance_critical"];
            let grade = ids.iter().filter_map(|id| attendance.iter().position(|known| known == id)).max();
            let others: Vec<&str> = ids.into_iter().filter(|id| !attendance.contains(id)).collect();
            (at, grade, others)
        };
        let ((at, grade, others), (then, graver, kept)) = (look(&book(&all)), look(&book(&worse)));
        prop_assert!(then <= at, "from place {} to {}", at, then);
        prop_assert!(graver >= grade && others.iter().all(|flag| kept.contains(flag)), "{:?} {:?}", others, kept);
    }

    #[test]
    fn there_is_never_a_band_without_data_nor_a_figure(months in prop::collection::vec(0..=0_u16, 0..=9)) {
        let months: Vec<(u16, u16)> = months.into_iter().map(|held| (held, held)).collect();
        let row = of(&student(&months), "2021-12-31").rows[0].clone();
        prop_assert_eq!((row.band, row.attended, row.at_edge(), row.to_recover), (Band::NoData, None, false, 0));
        let is_unknown = matches!(row.reasons[0].finding, Finding::NoAttendance { .. });
        prop_assert!(is_unknown, "missing is a reason of its own");
    }
}

use crate::exchange::codes::{Kind, Outcome, Standing};
use crate::exchange::reading::Reading;
use crate::exchange::record::{Birth, Figure, MonthFigure, Record};
use crate::exchange::tests::{
    after, born, day, empty, in_course, more, named, only, people, planned, reading, student_after, text, today,
    with_mrun, with_run,
};
use crate::exchange::value::daily::DaysOn;
use crate::notebook::Notebook;
use crate::notebook::edit::{Change, Deed, Edit};
use crate::notebook::extra::Extra;
use crate::notebook::personal::Personal;
use crate::notebook::safe_text::SafeText;
use crate::notebook::student::{StatusEntry, Student};
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;
use crate::rules::decimal::{Average, Percent};
use crate::rules::status::{Status, YearEnd};
use crate::rules::week::Week;

const RUN: &str = "39902807-8";

/// A month of the Ministry's table.
fn attended(month: u8, course: &str, days: Option<(u16, u16)>) -> Reading {
    let (attended, held) = days.unzip();
    let record = Record { month: Some(month), attended, held, ..in_course(with_mrun(8_110_001), course) };
    reading(Kind::MonthlyAttendance, [record])
}

/// A line of the school's list.
fn row() -> Record {
    in_course(with_run(RUN), "7B-A")
}

fn listed(record: Record) -> Reading {
    reading(Kind::Roster, [record])
}

fn enrolled(on: &str) -> Record {
    more(row(), |more| more.enrolled_on = Some(day(on)))
}

fn withdrawn(record: Record, on: &str) -> Record {
    more(record, |more| more.withdrawn_on = Some(day(on)))
}

fn of(kind: Kind, year: u16, record: Record) -> Reading {
    reading(kind, [Record { year: Some(year), ..record }])
}

/// The history as one line: `enrolled 2024-03-06, withdrawn 2024`.
fn told(student: &Student) -> String {
    let since = |entry: &StatusEntry| {
        let year = entry.year.map_or("?".to_owned(), |year| year.to_string());
        entry.since.map_or(year, |since| since.to_string())
    };
    let entries = student.history.iter().map(|entry| format!("{} {}", entry.status.name(), since(entry)));
    entries.collect::<Vec<_>>().join(", ")
}

/// Whatever the order in which files come, the student is the same; and each of them a second time changes nothing.
fn in_any_order(readings: &[Reading]) -> Student {
    let one_by_one = |order: &mut dyn Iterator<Item = &Reading>| -> Notebook {
        order.fold(empty(), |notebook, reading| after(&notebook, std::slice::from_ref(reading)))
    };
    let first = one_by_one(&mut readings.iter());
    let together = after(&empty(), readings);
    assert_eq!(people(&together), people(&first), "together");
    for turn in 0..readings.len() {
        let turned = readings.iter().cycle().skip(turn).take(readings.len());
        let notebook = one_by_one(&mut turned.clone());
        assert_eq!(people(&notebook), people(&first), "from {turn} on");
        let back = one_by_one(&mut turned.collect::<Vec<_>>().into_iter().rev());
        assert_eq!(people(&back), people(&first), "back from {turn}");
        for reading in readings {
            assert_eq!(planned(&notebook, std::slice::from_ref(reading)).edit, None, "{:?} again", reading.kind);
        }
    }
    only(&first)
}

#[test]
fn an_old_month_moves_nobody_back_to_an_old_course() {
    let months = [
        attended(5, "7B-B", Some((10, 20))),
        attended(3, "7B-A", Some((20, 20))),
        attended(6, "7B-C", Some((1, 20))),
        attended(6, "?", Some((1, 20))),
    ];
    assert_eq!(student_after(months.clone().into_iter().take(2)).course.to_string(), "7B-B");
    let student = student_after(months);
    assert_eq!((student.course.to_string().as_str(), student.attendance.iter().count()), ("7B-C", 3));
}

#[test]
fn an_empty_count_wipes_out_no_attendance() {
    let notebook = after(&empty(), &[attended(5, "7B-B", Some((10, 20)))]);
    for month in [5, 6] {
        assert_eq!(planned(&notebook, &[attended(month, "7B-A", None)]).edit, None);
    }
}

#[test]
fn an_empty_cell_wipes_out_no_telephone_and_capitals_no_spelling() {
    let phones = |record, phones: &[&str]| {
        more(record, |more| more.phones = phones.iter().map(|phone| Personal::line(phone)).collect())
    };
    let first = born(phones(named(row(), "Constanza", "Núñez Peñailillo"), &["9 0000 7811"]), "2012-09-14");
    let first = more(first, |more| more.email = Personal::line("a@example.com"));
    let second = phones(named(row(), "CONSTANZA", "NUNEZ PENAILILLO"), &["+56900007811", "+56900006852"]);
    let student = student_after([listed(first), listed(second)]);
    assert_eq!(text(&student.given_names), "Constanza");
    assert_eq!([text(&student.paternal_surname), text(&student.maternal_surname)], ["Núñez", "Peñailillo"]);
    assert_eq!((text(&student.email), student.born), ("a@example.com".to_owned(), Some(day("2012-09-14"))));
    assert_eq!(student.phones.iter().map(text).collect::<Vec<_>>(), ["9 0000 7811", "+56900006852"]);
    let longer = student_after([listed(named(row(), "Constanza", "")), listed(named(row(), "CONSTANZA MILLARAY", ""))]);
    assert_eq!(text(&longer.given_names), "CONSTANZA MILLARAY");
}

#[test]
fn a_name_in_one_cell_is_not_taken_apart_by_guessing() {
    let full = |name: &str| more(row(), |more| more.full_name = Personal::line(name));
    let student = student_after([listed(full("Díaz Rañileo Ayelén Baltazar"))]);
    assert_eq!(
        (text(&student.full_name), text(&student.given_names)),
        ("Díaz Rañileo Ayelén Baltazar".into(), String::new())
    );
    assert!(student.code().starts_with("D-"));
    let split = student_after([
        listed(full("Barría Huenchual, Ítalo Lautaro")),
        listed(full("BARRIA HUENCHUAL ITALO LAUTARO")),
    ]);
    let parts = [&split.paternal_surname, &split.maternal_surname, &split.given_names, &split.full_name].map(text);
    assert_eq!(parts, ["Barría", "Huenchual", "Ítalo Lautaro", ""]);
    let compound = student_after([listed(named(row(), "Ana", "San Martín Soto"))]);
    assert_eq!([text(&compound.paternal_surname), text(&compound.maternal_surname)], ["San Martín Soto", ""]);
    let known_better =
        student_after([listed(full("Díaz Rañileo Ayelén")), listed(named(row(), "Ayelén", "Díaz Rañileo"))]);
    assert_eq!([text(&known_better.full_name), text(&known_better.maternal_surname)], ["", "Rañileo"]);
}

#[test]
fn a_month_of_birth_is_kept_until_the_day_is_known() {
    let month = Record { birth: Some(Birth::Month(Month::new(2012, 9).unwrap())), ..row() };
    let student = student_after([listed(month.clone())]);
    assert_eq!((student.born, student.birth_month), (None, Month::new(2012, 9)));
    let student = in_any_order(&[listed(month), listed(born(row(), "2012-09-14"))]);
    assert_eq!((student.born, student.birth_month), (Some(day("2012-09-14")), None));
}

#[test]
fn the_list_of_a_past_year_moves_nobody_back() {
    let of_2023 = of(Kind::Roster, 2023, row());
    let of_2024 = of(Kind::Roster, 2024, in_course(row(), "8B-A"));
    let student = in_any_order(&[of_2023, of_2024]);
    assert_eq!(student.course.to_string(), "8B-A");
    let years: Vec<_> = student.years.iter().map(|year| (year.year, year.course.to_string())).collect();
    assert_eq!(years, [(2023, "7B-A".to_owned()), (2024, "8B-A".to_owned())]);
}

#[test]
fn leaving_and_coming_back_are_kept_in_order() {
    let gone = withdrawn(enrolled("2024-03-06"), "2024-05-17");
    let back = enrolled("2024-08-01");
    let first = [listed(gone.clone())];
    assert_eq!(told(&student_after(first.clone())), "enrolled 2024-03-06, withdrawn 2024-05-17");
    let notebook = after(&after(&empty(), &first), &[listed(back.clone())]);
    assert_eq!(only(&notebook).status(), Status::Enrolled);
    for old in [enrolled("2024-03-06"), gone, back] {
        assert_eq!(planned(&notebook, &[listed(old)]).edit, None);
    }
    assert_eq!(told(&only(&notebook)), "enrolled 2024-03-06, withdrawn 2024-05-17, enrolled 2024-08-01");
}

#[test]
fn an_older_list_does_not_undo_that_somebody_left() {
    let student = student_after([listed(withdrawn(row(), "2024-05-17")), listed(enrolled("2024-03-06"))]);
    assert_eq!(told(&student), "enrolled 2024-03-06, withdrawn 2024-05-17");
}

#[test]
fn what_the_team_found_out_about_a_student_who_left_stays() {
    let mut notebook = after(&empty(), &[listed(row())]);
    let before = only(&notebook);
    let gone = StatusEntry {
        status: Status::NotEnrolledAnywhere,
        since: Some(day("2024-05-10")),
        year: None,
        extra: Extra::new(),
    };
    let known = Student { history: vec![gone], ..before.clone() };
    notebook.apply(&Edit::one(Deed::Import, Change::replace(before, known))).unwrap();
    let left = |on: &str| listed(withdrawn(row(), on));
    let of_year = reading(Kind::Outcome, [Record { outcome: Some(Outcome::Withdrawn), ..row() }]);
    let later = after(&notebook, &[left("2024-05-17"), left("2024-05-10"), of_year]);
    assert_eq!(told(&only(&later)), "not_enrolled_anywhere 2024-05-10");
    let earlier = after(&later, &[left("2024-05-02")]);
    assert_eq!(told(&only(&earlier)), "withdrawn 2024-05-02, not_enrolled_anywhere 2024-05-10");
}

#[test]
fn somebody_on_the_list_of_a_later_year_is_back() {
    let gone = listed(withdrawn(row(), "2024-05-17"));
    let student = in_any_order(&[gone.clone(), of(Kind::Roster, 2025, row())]);
    assert_eq!(told(&student), "withdrawn 2024-05-17, enrolled 2025");
    let notebook = after(&after(&empty(), &[gone]), &[of(Kind::Roster, 2025, row())]);
    let earlier = after(&notebook, &[listed(withdrawn(row(), "2024-05-10"))]);
    assert_eq!(only(&earlier).status(), Status::Enrolled);
}

#[test]
fn who_left_before_or_when_joining_has_left() {
    for enrolled_on in ["2024-05-17", "2024-08-01"] {
        let slip = listed(withdrawn(enrolled(enrolled_on), "2024-05-17"));
        assert_eq!(told(&student_after([slip.clone(), slip])), "withdrawn 2024-05-17");
    }
}

#[test]
fn results_of_years_make_a_path_in_any_order() {
    let rendimiento = |year, course, outcome, average, percent| {
        let record = in_course(with_mrun(8), course);
        of(Kind::Rendimiento, year, Record { outcome: Some(outcome), average, attendance: percent, ..record })
    };
    let enrolment = |year, course| of(Kind::Enrolment, year, in_course(with_mrun(8), course));
    let student = in_any_order(&[
        enrolment(2021, "7B-B"),
        rendimiento(2021, "7B-A", Outcome::Failed, Some(390), Some(7_900)),
        enrolment(2022, "7B-A"),
        rendimiento(2022, "7B-A", Outcome::Transferred, None, Some(0)),
        enrolment(2024, "8B-A"),
    ]);
    let years: Vec<_> = student
        .years
        .iter()
        .map(|year| {
            let figures = (year.average.map(Average::parts), year.attendance.map(Percent::parts));
            (year.year, year.course.to_string(), year.outcome, figures)
        })
        .collect();
    let of = |year, course: &str, outcome, figures| (year, course.to_owned(), outcome, figures);
    assert_eq!(
        years,
        [
            of(2021, "7B-A", Some(YearEnd::Failed), (Some(390), Some(7_900))),
            of(2022, "7B-A", Some(YearEnd::Transferred), (None, None)),
            of(2024, "8B-A", None, (None, None)),
        ]
    );
    assert_eq!(told(&student), "transferred_unconfirmed 2022, enrolled 2024");
    assert_eq!((student.status(), student.course.to_string().as_str()), (Status::Enrolled, "8B-A"));
}

#[test]
fn one_leaving_that_two_lists_know_of_stands_once() {
    let day_known = listed(withdrawn(row(), "2024-05-17"));
    let place_known = reading(Kind::Outcome, [Record { outcome: Some(Outcome::Transferred), ..row() }]);
    let no_day = listed(Record { status: Some(Standing::Withdrawn), ..row() });
    let student = in_any_order(&[day_known, place_known, no_day]);
    assert_eq!(told(&student), "transferred_unconfirmed 2024-05-17");
}

#[test]
fn an_end_of_year_is_not_undone_by_what_a_list_of_the_year_says() {
    let end = Record { outcome: Some(Outcome::Promoted), average: Some(540), attendance: Some(9_100), ..row() };
    let during = Record { average: Some(480), attendance: Some(8_000), ..in_course(row(), "7B-C") };
    let student = in_any_order(&[listed(during), reading(Kind::Outcome, [end])]);
    let year = &student.years[0];
    assert_eq!((year.course.to_string().as_str(), year.outcome), ("7B-A", Some(YearEnd::Promoted)));
    assert_eq!((year.average.unwrap().to_string(), year.attendance.unwrap().to_string()), ("5.4".into(), "91".into()));
}

#[test]
fn a_percent_is_never_made_into_days_nor_kept_beside_them() {
    let across = |months: Vec<MonthFigure>| more(with_mrun(8_110_001), |more| more.months = months);
    let percent = MonthFigure { month: 4, attendance: Some(9_500), ..MonthFigure::default() };
    let counted = MonthFigure { month: 5, held: Some(20), attended: Some(19), attendance: Some(9_500) };
    let months =
        reading(Kind::MonthlyAttendance, [Record { attendance: Some(9_500), ..across(vec![percent, counted]) }]);
    let student = student_after([months.clone()]);
    assert_eq!(
        student.attendance.iter().map(|(month, days)| (month.month(), days.attended())).collect::<Vec<_>>(),
        [(5, 19)]
    );
    let reported: Vec<_> =
        student.reported.iter().map(|told| (told.month, told.percent.unwrap().to_string(), told.on)).collect();
    assert_eq!(reported, [(None, "95".to_owned(), today()), (Month::new(2024, 4), "95".to_owned(), today())]);
    let student = in_any_order(&[months, attended(4, "7B-A", Some((18, 19)))]);
    assert_eq!(student.attendance.iter().count(), 2);
    assert!(student.reported.iter().all(|told| told.month.is_none()));
}

#[test]
fn a_grid_of_days_gives_days_and_keeps_what_was_justified() {
    let record = Record { month: Some(4), held: Some(22), absences: Some(3), justified: Some(2), ..row() };
    let student = student_after([reading(Kind::DailyAttendance, [record])]);
    let (month, days) = student.attendance.iter().next().unwrap();
    assert_eq!((month.to_string().as_str(), days.attended(), days.held()), ("2024-04", 19, 22));
    assert_eq!(
        student.reported.iter().map(|told| (told.absences, told.justified)).collect::<Vec<_>>(),
        [(None, Some(2))]
    );
}

/// A grid of April 2024: days 1 to 5 and 8, absent on the 3rd.
fn grid() -> Reading {
    let on = DaysOn { held: 0b1_0011_1110, attended: 0b1_0011_0110 };
    let record = Record { month: Some(4), attended: Some(5), held: Some(6), ..row() };
    reading(Kind::DailyAttendance, [more(record, |more| more.days = Some(on))])
}

fn weeks_of(student: &Student) -> Vec<(String, u16, u16)> {
    let told = |(week, days): (Week, Days)| (week.to_string(), days.attended(), days.held());
    student.by_week().into_iter().map(told).collect()
}

#[test]
fn a_grid_says_which_days_lie_in_which_week_and_a_summary_of_other_days_takes_them_away() {
    let weeks = [("2024-04-01".to_owned(), 4, 5), ("2024-04-08".to_owned(), 1, 1)];
    assert_eq!(weeks_of(&student_after([grid()])), weeks);
    let of_month = |attended, held| {
        let record = Record { month: Some(4), attended: Some(attended), held: Some(held), ..row() };
        reading(Kind::MonthlyAttendance, [record])
    };
    // A summary that says the same days, or that says nothing about days, leaves them where they are.
    assert_eq!(weeks_of(&student_after([grid(), of_month(5, 6)])), weeks);
    let percent = Record { month: Some(4), attendance: Some(9_000), ..row() };
    assert_eq!(weeks_of(&student_after([grid(), reading(Kind::MonthlyAttendance, [percent])])), weeks);
    let corrected = student_after([grid(), of_month(6, 6)]);
    assert_eq!((weeks_of(&corrected), corrected.weeks.is_empty()), (Vec::new(), true));
    assert_eq!(corrected.attendance.get(Month::new(2024, 4).unwrap()), Days::new(6, 6).ok());
    assert_eq!(weeks_of(&student_after([of_month(6, 6), grid()])), weeks, "and the grid brings them back");
}

#[test]
fn marks_on_a_day_that_the_month_has_not_give_its_days_and_no_weeks() {
    let on = DaysOn { held: 1 << 30 | 1 << 31, attended: 0 };
    let record = Record { month: Some(4), attended: Some(0), held: Some(2), ..row() };
    let student = student_after([reading(Kind::DailyAttendance, [more(record, |more| more.days = Some(on))])]);
    assert_eq!((student.attendance.iter().count(), student.weeks.is_empty()), (1, true));
}

#[test]
fn the_ministrys_year_gives_its_months_and_its_sum() {
    let months = (3..=5).map(|month| MonthFigure { month, held: Some(20), attended: Some(15), attendance: None });
    let record = Record { attended: Some(45), held: Some(60), attendance: Some(7_500), ..with_mrun(8) };
    let student =
        student_after([reading(Kind::AnnualAttendance, [more(record, |more| more.months = months.collect())])]);
    let year = &student.years[0];
    assert_eq!((year.days.unwrap().attended(), year.days.unwrap().held()), (45, 60));
    assert_eq!((student.attendance.iter().count(), student.reported.len()), (3, 0));
}

#[test]
fn attendance_up_to_a_day_is_a_series_of_what_changed() {
    let so_far = |percent| reading(Kind::Attendance, [Record { attendance: Some(percent), ..row() }]);
    let mut notebook = after(&empty(), &[so_far(9_000)]);
    let before = only(&notebook);
    let mut earlier = before.clone();
    earlier.reported[0].on = day("2024-05-02");
    notebook.apply(&Edit::one(Deed::Import, Change::replace(before, earlier))).unwrap();
    assert_eq!(planned(&notebook, &[so_far(9_000)]).edit, None, "the same figure is no news");
    let student = only(&after(&after(&notebook, &[so_far(8_800)]), &[so_far(8_700)]));
    let series: Vec<_> = student.reported.iter().map(|told| (told.on, told.percent.unwrap().parts())).collect();
    assert_eq!(series, [(day("2024-05-02"), 9_000), (today(), 8_700)]);
    let absences = student_after([reading(Kind::Attendance, [Record { absences: Some(29), ..row() }])]);
    assert_eq!(absences.reported[0].absences, Some(29));
    assert!(absences.attendance.is_empty());
}

#[test]
fn grades_and_concepts_are_kept_by_subject_and_a_blank_wipes_out_none() {
    let grades =
        |grades: &[(u16, Option<u16>)]| reading(Kind::Grades, [more(row(), |more| more.grades = grades.to_vec())]);
    let concepts = reading(Kind::Grades, [more(row(), |more| more.concepts = vec![(1, Some(SafeText::line("MB")))])]);
    let student =
        student_after([grades(&[(0, Some(475)), (1, Some(610))]), grades(&[(0, None), (1, Some(600))]), concepts]);
    let told: Vec<_> = student.grades.iter().map(|grade| (grade.subject.as_str(), grade.mark.to_string())).collect();
    assert_eq!(told, [("Lenguaje", "4.8".to_owned()), ("Matemática", "6.0".to_owned())]);
    let concept = &student.concepts[0];
    assert_eq!((concept.year, concept.subject.as_str(), concept.concept.as_str()), (2024, "Matemática", "MB"));
}

#[test]
fn a_guardian_is_one_person_however_often_a_list_names_them() {
    let contact = |name: &str, relationship: &str, phone: &str| {
        reading(
            Kind::Contacts,
            [more(row(), |more| {
                more.guardian = Personal::line(name);
                more.relationship = Some(SafeText::line(relationship));
                more.phones = vec![Personal::line(phone)];
            })],
        )
    };
    let student = student_after([
        contact("Güenante Amaro", "Madre", "+56900008057"),
        contact("GUENANTE AMARO", "madre", "900008057"),
        contact("", "Madre", "+56900008058"),
        contact("Soto Eva", "Tía", "+56900008059"),
    ]);
    let told: Vec<_> = student
        .guardians
        .iter()
        .map(|guardian| (text(&guardian.name), guardian.relationship.as_str().to_owned(), guardian.phones.len()))
        .collect();
    assert_eq!(told, [("Güenante Amaro".into(), "Madre".into(), 2), ("Soto Eva".into(), "Tía".into(), 1)]);
    assert!(student.phones.is_empty() && student.years.is_empty(), "a list of contacts is of no year");
}

#[test]
fn who_did_not_answer_has_no_figure_of_engagement() {
    let figures =
        |figures: Vec<(u16, Option<Figure>)>| reading(Kind::Engagement, [more(row(), |more| more.figures = figures)]);
    let student = student_after([figures(vec![(0, Some(Figure(125_000))), (1, None)])]);
    let told: Vec<_> =
        student.engagement.iter().map(|told| (told.name.as_str(), told.value.to_string(), told.on)).collect();
    assert_eq!(told, [("Guías entregadas", "12.5".to_owned(), today())]);
    let again = student_after([figures(vec![(0, Some(Figure(125_000)))]), figures(vec![(0, Some(Figure(130_000)))])]);
    assert_eq!(again.engagement.len(), 1, "corrected on the same day");
}

#[test]
fn a_remark_stays_with_the_names_and_stands_once() {
    let remark = || reading(Kind::Attendance, [more(row(), |more| more.remark = Personal::line("Vive lejos"))]);
    assert_eq!(student_after([remark(), remark()]).remarks.iter().map(text).collect::<Vec<_>>(), ["Vive lejos"]);
}

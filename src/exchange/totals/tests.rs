use crate::exchange::codes::Kind;
use crate::exchange::reading::Reading;
use crate::exchange::record::{Figure, Record};
use crate::exchange::tests::{after, empty, more, planned, reading, school};

fn table(names: &[&str], rows: &[&[i64]]) -> Reading {
    let records = rows.iter().map(|figures| {
        let record = Record { rbd: Some(school()), year: Some(2017), ..Record::default() };
        more(record, |more| more.figures = (0..).zip(figures.iter().map(|figure| Some(Figure(*figure)))).collect())
    });
    Reading { figures: names.iter().map(|name| (*name).to_owned()).collect(), ..reading(Kind::SchoolTotals, records) }
}

const ONE: i64 = 10_000;

#[test]
fn the_kinds_of_teaching_of_a_school_are_added_and_a_mean_is_weighed() {
    let names = ["APR_HOM_TO", "APR_MUJ_TO", "REP_HOM_TO", "RET_HOM_TO", "PROM_ASIS", "PROM_ASIS_APR"];
    let rows: [&[i64]; 2] = [&[17 * ONE, 21 * ONE, 2 * ONE, 3 * ONE, 926_500, 1], &[3 * ONE, ONE, ONE, 0, 808_000, 1]];
    let results = table(&names, &rows);
    let enrolment =
        table(&["MAT_HOM_TOT", "MAT_MUJ_TOT", "MAT_TOTAL"], &[&[49 * ONE, 74 * ONE, 123 * ONE], &[1, 1, 8 * ONE]]);
    let files = [results, enrolment];
    let notebook = after(&empty(), &files);
    let year = &notebook.school.years[0];
    assert_eq!((year.year, year.enrolment, year.approved, year.failed), (2017, Some(131), Some(42), Some(3)));
    assert_eq!((year.withdrawn, year.transferred), (Some(3), None), "a column that is not there is not zero");
    // (40 × 92.65 + 5 × 80.80) / 45
    assert_eq!(year.attendance.unwrap().to_string(), "91.33");
    assert_eq!(planned(&notebook, &files).edit, None);
    let other_order = after(&after(&empty(), &files[1..]), &files[..1]);
    assert_eq!(other_order.school, notebook.school);
}

#[test]
fn a_mean_of_several_rows_without_weights_is_unknown() {
    let notebook = after(&empty(), &[table(&["PROM_ASIS", "MAT_HOM_TOT"], &[&[926_500, ONE], &[808_000, ONE]])]);
    assert_eq!((notebook.school.years[0].attendance, notebook.school.years[0].enrolment), (None, Some(2)));
    let one = after(&empty(), &[table(&["PROM_ASIS"], &[&[926_500]])]);
    assert_eq!(one.school.years[0].attendance.unwrap().to_string(), "92.65");
}

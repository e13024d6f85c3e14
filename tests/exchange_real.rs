//! Files that schools, the Ministry and others really have: rows, sums and bands as pandas computes them from the same
//! bytes. Files of others are read from the folder beside this repository where it is present, and never kept here.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

#[path = "support/figures.rs"]
mod figures;

use chrono::NaiveDate;
use serde_json::Value;
use tep_notebook::exchange::{
    codes::{Doubt, Kind, Outcome},
    read::read,
    reading::{Reading, Wishes},
    record::{Figure, Record},
};

fn shared(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let bytes = fs::read(path).ok();
    if bytes.is_none() {
        figures::say(&format!("skipped: {name} is not here"));
    }
    bytes
}

fn reading(name: &str) -> Option<Reading> {
    Some(read(&shared(name)?, &Wishes::default(), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()).unwrap())
}

fn expected() -> Option<Value> {
    Some(serde_json::from_slice(&shared("esperado.json")?).unwrap())
}

fn figure_of(reading: &Reading, record: &Record, name: &str) -> Option<i64> {
    let at = reading.figures.iter().position(|known| known == name).unwrap();
    let found = record.more.as_ref()?.figures.iter().find(|(place, _)| usize::from(*place) == at)?;
    found.1.map(|Figure(value)| value)
}

fn sum(reading: &Reading, name: &str) -> i64 {
    reading.records.iter().filter_map(|record| figure_of(reading, record, name)).sum::<i64>() / 10_000
}

fn below(reading: &Reading, percent: u16) -> usize {
    reading.records.iter().filter(|record| record.attendance.is_some_and(|value| value < percent * 100)).count()
}

#[test]
fn the_month_of_april_2019_is_read_whole() {
    let file = "mineduc/20190513_Asistencia_abril_2019_20190430_PUBL_muestra.csv";
    let (Some(reading), Some(expected)) = (reading(file), expected()) else { return };
    let expected = &expected["asistencia_abril_2019"];
    assert_eq!(reading.kind, Kind::MonthlyAttendance);
    assert_eq!(expected["filas"], reading.rows);
    assert!(reading.rejected.is_empty());
    let schools: BTreeSet<_> = reading.records.iter().filter_map(|record| record.rbd).collect();
    assert_eq!(expected["escuelas"], schools.len());
    // One of nine students with two rows has both in one school; the one with days stays.
    let doubts: Vec<_> = reading.warnings.iter().map(|warning| (warning.row, warning.code)).collect();
    assert_eq!(doubts, [(Some(350), Doubt::MrunDuplicate)]);
    let days =
        |days: fn(&Record) -> Option<u16>| -> u32 { reading.records.iter().filter_map(days).map(u32::from).sum() };
    assert_eq!((days(|record| record.attended), days(|record| record.held)), (39_145, 43_112));
    let students: BTreeMap<u32, &Record> = by_most_days(&reading);
    let bands = &expected["por_categoria_estudiantes_fila_con_mas_dias"];
    let in_band = |low: u16, high: u16| {
        let percent = |record: &&&Record| (low..high).contains(&record.attendance.unwrap());
        students.values().filter(percent).count()
    };
    assert_eq!(bands["critica_menor_50"], in_band(0, 5_000));
    assert_eq!(bands["grave_menor_85"], in_band(0, 8_500));
    assert_eq!(bands["reiterada_85_90"], in_band(8_500, 9_000));
    assert_eq!(bands["esperada_90"], in_band(9_000, 10_001));
    assert_eq!(expected["mrun_unicos"], students.len());
}

/// Each student once, with the row that has most days.
fn by_most_days(reading: &Reading) -> BTreeMap<u32, &Record> {
    let mut students: BTreeMap<u32, &Record> = BTreeMap::new();
    for record in &reading.records {
        let kept = students.entry(record.mrun.unwrap()).or_insert(record);
        if record.attended > kept.attended {
            *kept = record;
        }
    }
    students
}

#[test]
fn a_year_of_results_without_school_and_course_is_read_whole() {
    let file = "mineduc/20250213_Rendimiento_2024_20250131_WEB_RM_muestra.csv";
    let (Some(reading), Some(expected)) = (reading(file), expected()) else { return };
    let expected = &expected["rendimiento_2024_rm"];
    assert_eq!(reading.kind, Kind::Rendimiento);
    assert_eq!(expected["filas"], reading.records.len());
    assert_eq!(expected["menor_85"], below(&reading, 85));
    assert_eq!(expected["menor_90"], below(&reading, 90));
    let sum: u64 = reading.records.iter().filter_map(|record| record.attendance).map(u64::from).sum();
    assert_eq!(expected["suma_asistencia"], sum / 100);
    let low =
        |cut: u16| reading.records.iter().filter(|record| record.average.is_some_and(|average| average < cut)).count();
    assert_eq!(expected["promedio_menor_4"], low(400));
    assert_eq!(expected["promedio_menor_45"], low(450));
    let ended = |outcome| reading.records.iter().filter(|record| record.outcome == Some(outcome)).count();
    assert_eq!(expected["sit_fin"]["P"], ended(Outcome::Promoted));
    assert_eq!(expected["sit_fin"]["R"], ended(Outcome::Failed));
}

#[test]
fn an_enrolment_is_read_whole() {
    let file = "mineduc/20210913_Matricula_unica_2021_20210430_WEB_muestra.csv";
    let (Some(reading), Some(expected)) = (reading(file), expected()) else { return };
    let expected = &expected["matricula_2021"];
    assert_eq!(reading.kind, Kind::Enrolment);
    assert_eq!(expected["filas"], reading.records.len());
    let schools: BTreeSet<_> = reading.records.iter().filter_map(|record| record.rbd).collect();
    assert_eq!(expected["escuelas"], schools.len());
    assert!(reading.records.iter().all(|record| record.course.is_some() && record.birth.is_some()));
    assert!(reading.rejected.is_empty() && reading.warnings.is_empty());
}

#[test]
fn figures_by_school_and_by_commune_are_added_up_right() {
    let Some(expected) = expected() else { return };
    if let Some(reading) = reading("mineduc/matricula_por_establecimiento_2016_2020.csv") {
        let expected = &expected["matricula_por_establecimiento_2016_2020.csv"];
        assert_eq!((reading.kind, Value::from(reading.records.len())), (Kind::SchoolTotals, expected["filas"].clone()));
        for (year, total) in expected["mat_total_por_agno"].as_object().unwrap() {
            let of_year = reading.records.iter().filter(|record| record.year.unwrap().to_string() == *year);
            let found: i64 = of_year.filter_map(|record| figure_of(&reading, record, "MAT_TOTAL")).sum();
            assert_eq!(*total, found / 10_000);
        }
    }
    if let Some(reading) = reading("mineduc/rendimiento_por_establecimiento_2017_2018.csv") {
        let expected = &expected["rendimiento_por_establecimiento_2017_2018.csv"];
        assert_eq!(expected["filas"], reading.records.len());
        let of = |year: &str| expected["por_agno"][year]["APR"].as_i64().unwrap();
        assert_eq!(of("2017") + of("2018"), sum(&reading, "APR_HOM_TO") + sum(&reading, "APR_MUJ_TO"));
    }
    if let Some(reading) = reading("mineduc/directorio_ee_2025_slep_y_araucania.csv") {
        let expected = &expected["directorio_2025"];
        assert_eq!(expected["filas"], reading.records.len());
        assert_eq!(expected["suma_mat_total"], sum(&reading, "MAT_TOTAL"));
    }
    if let Some(reading) = reading("mineduc/resultados_comunales_2024.csv") {
        let expected = &expected["resultados_comunales_2024"];
        assert_eq!(expected["filas"], reading.records.len());
        assert_eq!(expected["matricula"], sum(&reading, "matricula_total"));
    }
    if let Some(reading) = reading("mineduc/desvinculacion_2010_2023_tidy.csv") {
        assert_eq!(expected["desvinculacion_oficial"]["filas"], reading.records.len());
    }
}

#[test]
fn tables_of_other_countries_are_read_with_what_they_have() {
    let Some(expected) = expected() else { return };
    for name in ["uci/student-mat.csv", "uci/student-mat_guardado_por_excel.csv"] {
        let Some(reading) = reading(name) else { continue };
        let expected = &expected["student-mat"];
        assert_eq!(expected["filas"], reading.records.len(), "{name}");
        let absences = || reading.records.iter().filter_map(|record| record.absences);
        assert_eq!(expected["suma_ausencias"], absences().map(u32::from).sum::<u32>(), "{name}");
        assert_eq!(expected["max_ausencias"], absences().max().unwrap(), "{name}");
        let g3 = |record: &Record| figure_of(&reading, record, "G3").unwrap();
        assert_eq!(
            expected["G3_menor_10"],
            reading.records.iter().filter(|record| g3(record) < 100_000).count(),
            "{name}"
        );
    }
    if let Some(reading) = reading("realinho/data_muestra_300.csv") {
        assert_eq!(expected["realinho"]["filas"], reading.records.len());
        let left = reading.records.iter().filter(|record| record.outcome == Some(Outcome::DroppedOut)).count();
        assert_eq!(expected["realinho"]["target"]["Dropout"], left);
    }
    if let Some(reading) = reading("oulad/studentInfo.csv") {
        assert_eq!(expected["oulad"]["studentInfo"], reading.records.len());
        let left = reading.records.iter().filter(|record| record.outcome == Some(Outcome::Withdrawn)).count();
        assert_eq!(expected["oulad"]["final_result"]["Withdrawn"], left);
    }
    if let Some(reading) = reading("oulad/studentAssessment.csv") {
        assert_eq!(expected["oulad"]["studentAssessment"], reading.records.len());
        assert_eq!(expected["oulad"]["suma_score"].to_string(), format!("{}.0", sum(&reading, "score")));
        let blank = reading.records.iter().filter(|record| figure_of(&reading, record, "score").is_none()).count();
        assert_eq!(expected["oulad"]["score_vacio"], blank);
    }
    if let Some(reading) = reading("xapi/xAPI-Edu-Data.csv") {
        assert_eq!(
            (reading.kind, Value::from(reading.records.len())),
            (Kind::Engagement, expected["xapi"]["filas"].clone())
        );
    }
    for (name, rows) in
        [("studentinsights/fake_students_export.csv", 5), ("studentinsights/fake_behavior_export.csv", 4)]
    {
        let Some(reading) = reading(name) else { continue };
        assert_eq!(reading.records.len(), rows, "{name}");
    }
}

#[test]
fn the_made_year_agrees_with_what_its_makers_expect() {
    let Some(expected) = shared("sintetico/esperado.json") else { return };
    let expected: Value = serde_json::from_slice(&expected).unwrap();
    for (name, rows) in expected["archivos"].as_object().unwrap() {
        let reading = reading(&format!("sintetico/{name}")).unwrap();
        assert_eq!(*rows, reading.rows, "{name}");
        assert!(reading.rejected.is_empty(), "{name}");
    }
    let annual = reading("sintetico/ASISTENCIA_ANUAL_PUBL_2022.csv").unwrap();
    assert_eq!(annual.kind, Kind::AnnualAttendance);
    for (month, of_month) in expected["asistencia_mensual"]["99002"].as_object().unwrap() {
        let month: u8 = month.parse().unwrap();
        let of_school = annual.records.iter().filter(|record| record.rbd.is_some_and(|rbd| rbd.number() == 99002));
        let days: Vec<_> = of_school
            .filter_map(|record| record.more.as_ref()?.months.iter().find(|figure| figure.month == month).copied())
            .filter_map(|figure| figure.attended.zip(figure.held).filter(|(_, held)| *held > 0))
            .collect();
        let (attended, held) = days.iter().fold((0, 0), |(a, h), (x, y)| (a + u32::from(*x), h + u32::from(*y)));
        let rate = f64::from(attended) / f64::from(held);
        assert!((rate - of_month["tasa_ponderada"].as_f64().unwrap()).abs() < 0.002, "{month}: {rate}");
    }
}

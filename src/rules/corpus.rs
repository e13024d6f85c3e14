//! The rules against the files that schools and the Ministry really have, where the folder with them is present.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::{
    course::{Course, Grade},
    identity::{Rbd, Run},
};

/// The files of a folder of the data, or nothing, said aloud.
fn files(folder: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(folder);
    let Ok(entries) = fs::read_dir(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The rows of a table of the Ministry, with only the wanted columns; None where it lacks one.
fn columns(path: &Path, wanted: &[&str]) -> Option<Vec<Vec<String>>> {
    let is_table = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    if !is_table {
        return None;
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_path(path).unwrap();
    let header: Vec<String> =
        reader.byte_headers().unwrap().iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let find = |name: &&str| header.iter().position(|title| title.trim_start_matches('\u{feff}') == *name);
    let places: Vec<usize> = wanted.iter().map(find).collect::<Option<_>>()?;
    let row = |record: csv::ByteRecord| {
        places.iter().map(|place| String::from_utf8_lossy(&record[*place]).into_owned()).collect()
    };
    Some(reader.byte_records().map(|record| row(record.unwrap())).collect())
}

#[test]
fn every_course_and_run_of_the_expected_parses_keeps_its_form() {
    for path in files("messy").iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let parse: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        for record in parse["records"].as_array().into_iter().flatten() {
            if let Some(course) = record["course"].as_str() {
                assert_eq!(Course::parse(course).unwrap().to_string(), course, "{}", path.display());
            }
            if let Some(run) = record["run"].as_str() {
                assert_eq!(Run::as_written(run).unwrap().to_text(), run, "{}", path.display());
            }
        }
    }
}

#[test]
fn every_code_of_the_ministrys_files_has_a_course_of_its_own() {
    let mut grades: BTreeMap<Grade, BTreeSet<(u16, u16)>> = BTreeMap::new();
    for path in files("mineduc").into_iter().chain(files("sintetico")) {
        for row in columns(&path, &["COD_ENSE", "COD_GRADO", "LET_CUR"]).into_iter().flatten() {
            let [teaching, grade, letter] = &row[..] else { panic!("three columns") };
            let (teaching, grade) = (teaching.parse().unwrap(), grade.parse().unwrap());
            let course = Course::from_codes(teaching, grade, letter);
            assert_eq!(Course::parse(&course.to_string()), Ok(course.clone()));
            assert!(!matches!(course.grade(), Grade::Unknown { .. } | Grade::Unstated), "{teaching}-{grade}");
            grades.entry(course.grade()).or_default().insert((teaching, grade));
        }
    }
    for (grade, codes) in grades {
        let branches_of_media = matches!(grade, Grade::Secondary(_));
        assert!(codes.len() == 1 || branches_of_media, "{grade}: {codes:?}");
    }
}

#[test]
fn every_code_of_the_code_book_is_known() {
    for path in files("mineduc").iter().filter(|path| path.ends_with("codigos_mineduc.csv")) {
        for row in columns(path, &["tabla", "codigo"]).unwrap() {
            let [table, code] = &row[..] else { panic!("two columns") };
            let (teaching, grade) = match table.as_str() {
                "COD_ENSE-COD_GRADO" => code.split_once('-').unwrap(),
                "COD_ENSE" => (code.as_str(), "1"),
                _ => continue,
            };
            let course = Course::from_codes(teaching.parse().unwrap(), grade.parse().unwrap(), "A");
            assert!(!matches!(course.grade(), Grade::Unknown { .. }), "{code}");
        }
    }
}

#[test]
fn five_schools_of_the_directory_disagree_with_their_digit_and_are_taken() {
    for path in files("mineduc").iter().filter(|path| path.ends_with("directorio_ee_2025_slep_y_araucania.csv")) {
        let rows = columns(path, &["RBD", "DGV_RBD"]).unwrap();
        let parsed = rows.iter().map(|row| Rbd::parse(&row.join("-")).unwrap());
        let disagree = parsed.filter(|(_, warning)| warning.is_some()).count();
        assert_eq!((rows.len(), disagree), (2_789, 5));
    }
}

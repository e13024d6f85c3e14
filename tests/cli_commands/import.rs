//! `tep import`: real and invented files into notebooks.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::bench::{Home, INVENTED, files, keys};

/// An invented month of the Ministry's table.
const APRIL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220515_Asistencia_ABRIL_2022_20220510_WEB.csv");
const MARCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220415_Asistencia_MARZO_2022_20220410_WEB.csv");
/// An invented roster.
const ROSTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/messy/m01a_nomina_sige.csv");

/// Days attended and held in one month, over all notebooks of a home.
fn days(home: &Home, month: &str) -> (u64, u64) {
    let mut sum = (0, 0);
    for school in home.json(&["list", "--json"]).as_array().unwrap() {
        let shown = home.json(&["show", &school["rbd"].to_string(), "--json"]);
        for days in shown["students"].as_array().unwrap().iter().filter_map(|student| student["attendance"].get(month))
        {
            sum.0 += days["attended"].as_u64().unwrap();
            sum.1 += days["held"].as_u64().unwrap();
        }
    }
    sum
}

#[test]
fn the_ministrys_april_becomes_notebooks() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/mineduc/20190513_Asistencia_abril_2019_20190430_PUBL_muestra.csv");
    if !file.is_file() {
        eprintln!("skipped: the Ministry's file of April 2019 is not here");
        return;
    }
    let (home, path) = (Home::new(), file.to_str().unwrap());
    let report = home.json(&["import", path, "--create", "--json"]);
    let april = &report["files"][0];
    assert_eq!((&april["rows"], &april["kind"]), (&2316.into(), &"monthly_attendance".into()));
    assert_eq!((&april["rejected"], &april["encoding"]), (&json!([]), &"windows-1252".into()));
    assert_eq!(april["warnings"], json!([{ "row": 350, "code": "mrun_duplicate" }]));
    assert_eq!(report["notebooks"], json!({ "created": 25, "changed": 0, "unchanged": 0 }));
    assert_eq!(report["students"], json!({ "added": 2315, "changed": 0, "unchanged": 0 }));
    let list = home.json(&["list", "--json"]);
    let students: u64 = list.as_array().unwrap().iter().map(|school| school["students"].as_u64().unwrap()).sum();
    assert_eq!((list.as_array().unwrap().len(), students), (25, 2315));
    assert_eq!(days(&home, "2019-04"), (39_145, 43_112));

    let before = files(&home.path("data"));
    let report = home.json(&["import", path, "--create", "--json"]);
    assert_eq!(report["notebooks"], json!({ "created": 0, "changed": 0, "unchanged": 25 }));
    assert_eq!(report["students"], json!({ "added": 0, "changed": 0, "unchanged": 2315 }));
    assert_eq!(files(&home.path("data")), before);
}

#[test]
fn a_month_and_the_next_become_one_notebook_for_each_school() {
    let home = Home::new();
    let first = home.json(&["import", MARCH, "--create", "--json"]);
    assert_eq!(keys(&first), ["files", "notebooks", "students"]);
    assert_eq!(keys(&first["files"][0]), ["encoding", "kind", "path", "rejected", "rows", "separator", "warnings"]);
    assert_eq!((&first["files"][0]["path"], &first["files"][0]["separator"]), (&MARCH.into(), &";".into()));
    let schools = first["notebooks"]["created"].as_u64().unwrap();
    assert!(schools > 1);
    let second = home.json(&["import", APRIL, "--create", "--json"]);
    assert_eq!(second["notebooks"]["changed"], schools);

    let both = Home::new();
    both.json(&["import", MARCH, APRIL, "--create", "--json"]);
    for month in ["2022-03", "2022-04"] {
        assert!(days(&home, month).1 > 0);
        assert_eq!(days(&home, month), days(&both, month));
    }
}

#[test]
fn the_second_time_says_no_changes_and_writes_nothing() {
    let home = Home::new();
    let said = home.es(&["import", APRIL, ROSTER, "--create"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("99001-9") && said.err.contains("MRUN"), "two sources, said aloud: {}", said.err);
    assert!(said.out.contains("asistencia mensual") && said.out.contains("nómina de estudiantes"));
    assert!(said.out.contains("creados") && !said.out.contains("sin cambios"), "{}", said.out);
    let before = files(&home.path("data"));
    let said = home.es(&["import", APRIL, ROSTER]);
    assert!(said.code == 0 && said.out.contains("sin cambios"), "{}", said.out);
    assert!(home.tep(&["import", APRIL, ROSTER]).out.contains("no changes"));
    assert_eq!(files(&home.path("data")), before);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let home = Home::new();
    let said = home.es(&["import", APRIL, "--create", "--dry-run"]);
    assert!(said.code == 0 && said.out.contains("no se escribió nada"), "{}", said.out);
    let dry = home.json(&["import", APRIL, "--create", "--dry-run", "--json"]);
    assert!(files(&home.path("")).is_empty());
    assert_eq!(home.json(&["import", APRIL, "--create", "--json"]), dry);
}

#[test]
fn schools_without_a_notebook_are_not_made_unasked() {
    let home = Home::new();
    let said = home.es(&["import", APRIL]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Sin cuaderno en esta carpeta") && said.err.contains("--create"), "{}", said.err);
    assert!(said.out.contains("su escuela no tiene cuaderno"), "{}", said.out);
    assert!(files(&home.path("")).is_empty());
}

/// A table of the Ministry's with a good row of each of two schools and a bad one.
fn with_a_bad_row(home: &Home) -> PathBuf {
    home.write(
        "bad.csv",
        "AGNO;MES_ESCOLAR;RBD;NOM_RBD;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS\n\
         2022;4;12669;Liceo Uno;1001;18;20\n\
         2022;4;12669;Liceo Uno;1002;21;20\n\
         2022;4;458;Liceo Dos;1003;20;20\n",
    )
}

#[test]
fn a_bad_row_is_named_by_number_and_the_others_are_taken() {
    let home = Home::new();
    let path = with_a_bad_row(&home);
    let path = path.to_str().unwrap();
    let said = home.es(&["import", path, "--create"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("1 fila: hay más días asistidos que trabajados (fila 3)"), "{}", said.out);
    assert!(said.out.contains("Cuadernos: 2 creados\nEstudiantes: 2 agregados\n"), "{}", said.out);
    let said = home.tep(&["import", path, "--json"]);
    assert_eq!(said.code, 1);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["files"][0]["rejected"], json!([{ "row": 3, "reason": "more_attended_than_held" }]));
    assert!(home.tep(&["import", path]).out.contains("1 row: there are more days attended than held (row 3)"));
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let home = Home::new();
    home.write("book.xlsx", "PK\u{3}\u{4} and so on");
    home.write("empty.csv", "");
    let said = home.es(&["import", "book.xlsx", "missing.csv", "empty.csv", "data", MARCH, "--create"]);
    assert_eq!(said.code, 3);
    for sentence in
        ["No se leyó missing.csv: no está ahí.", "No se leyó empty.csv: está vacío.", "No se leyó book.xlsx: "]
    {
        assert!(said.err.contains(sentence), "{}", said.err);
    }
    assert!(said.out.contains("creados"), "{}", said.out);
    let said = home.tep(&["import", "missing.csv"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.err.starts_with("missing.csv was not read: it is not there."), "{}", said.err);
    let said = home.tep(&["import", "missing.csv", "--json"]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["files"][0]["error"], "file_not_found");
}

#[test]
fn a_damaged_notebook_is_left_as_it_is() {
    let home = Home::new();
    let path = with_a_bad_row(&home);
    let damaged = home.write("data/458-liceo-dos.tep.json", "{\"format\": \"tep-notebook\", \"version\" 1");
    let said = home.es(&["import", path.to_str().unwrap(), "--create"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("458-liceo-dos.tep.json está dañado"), "{}", said.err);
    assert!(said.err.contains("1 fila de 458-8 no se usaron"), "{}", said.err);
    assert_eq!(fs::read_to_string(damaged).unwrap(), "{\"format\": \"tep-notebook\", \"version\" 1");
    assert!(home.path("data/12669-liceo-uno.tep.json").is_file());
}

#[test]
fn real_students_do_not_come_into_the_practice_alliance() {
    let home = Home::with_practice();
    let practice = home.path("data/practica");
    let before = files(&practice);
    let path = with_a_bad_row(&home);
    let said = home.es(&["import", path.to_str().unwrap(), "--create", "--dir", practice.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("la alianza de práctica"), "{}", said.err);
    assert_eq!(files(&practice), before);
}

#[cfg(unix)]
#[test]
fn notebooks_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.json(&["import", ROSTER, "--create", "--json"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home.path("data")), 0o700);
    assert!(files(&home.path("data")).keys().all(|path| mode(path) == 0o600));
}

/// A table of the Ministry's for the invented school.
fn for_the_invented_school(home: &Home) -> PathBuf {
    let rows = "AGNO;MES_ESCOLAR;RBD;NOM_RBD;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS\n2022;4;99001;Escuela;1001;18;20\n";
    home.write("april.csv", rows)
}

/// The folder of notebooks without the lock, whose note changes with everybody who asks for it.
fn kept(home: &Home) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files(&home.path("data")).into_iter().filter(|(path, _)| !path.ends_with("lock"));
    files.map(|(path, (bytes, _))| (path, bytes)).collect()
}

#[test]
fn into_a_notebook_that_somebody_has_open_nothing_is_taken_and_one_is_told_who() {
    let home = Home::with_invented();
    let path = for_the_invented_school(&home);
    let keeper = home.keeper();
    let before = kept(&home);
    let said = home.es(&["import", path.to_str().unwrap()]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.err.contains("asesora (equipo) lo está editando"), "{}", said.err);
    assert!(home.tep(&["import", path.to_str().unwrap()]).err.contains("asesora (equipo) is editing it"));
    assert_eq!(kept(&home), before);
    drop(keeper);
    assert_eq!(home.es(&["import", path.to_str().unwrap()]).code, 0, "as soon as they are gone");
}

#[test]
fn into_a_notebook_changed_outside_nothing_is_taken_before_a_person_looked() {
    let home = Home::with_backups(&[20]);
    let path = for_the_invented_school(&home);
    let text = fs::read_to_string(home.path(INVENTED)).unwrap().replace("Llamar el lunes", "Llamar el martes");
    fs::write(home.path(INVENTED), text).unwrap();
    let before = kept(&home);
    for args in [&["import", "april.csv"][..], &["import", "april.csv", "--dry-run"]] {
        let said = home.es(args);
        assert_eq!(said.code, 1, "{}", said.out);
        assert!(said.err.contains("alguien cambió el archivo fuera de TEP"), "{}", said.err);
        assert!(said.err.contains("«tep open»"), "{}", said.err);
        assert!(said.out.contains("Estudiantes: ninguno"), "{}", said.out);
    }
    let english = home.tep(&["import", path.to_str().unwrap()]).err;
    assert!(english.contains("somebody changed the file outside TEP") && english.contains("“tep open”"), "{english}");
    assert_eq!(kept(&home), before);
}

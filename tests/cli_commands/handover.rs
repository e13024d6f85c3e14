//! `tep handover` and its way into the notebook of the receiving school.

use std::{fs, io::Write, process::Stdio};

use serde_json::{Value, json};
use tep_notebook::{
    notebook::student::Student,
    rules::{course::Grade, status::Status},
    store::{Keeper, Shelf},
};

use crate::{
    bench::{Home, Said, files, said},
    keeping,
};

const SENDER: &str = "99002";
const RECEIVER: &str = "99001";

/// The students of a practice school.
fn students(home: &Home, school: &str) -> Vec<Student> {
    let shelf = Shelf::on_disk(home.path("data/practica"));
    let book = shelf.view(&shelf.find(school).unwrap().path).unwrap().notebook;
    book.students.iter().cloned().collect()
}

/// A program that has the notebook of a practice school open, until it is dropped.
fn held(home: &Home, school: &str) -> Keeper {
    let shelf = Shelf::on_disk(home.path("data/practica"));
    keeping::keeper(&shelf, shelf.find(school).unwrap().path.to_str().unwrap())
}

/// The code of a student of 8° básico who is here.
fn somebody(home: &Home) -> String {
    let is_one = |student: &&Student| student.course.grade() == Grade::Basic(8) && student.status().is_here();
    students(home, SENDER).iter().find(is_one).unwrap().code()
}

fn changes(home: &Home, school: &str) -> usize {
    home.json(&["log", school, "--json"]).as_array().unwrap().len()
}

/// A call that is told a passphrase on its standard input.
fn told(home: &Home, args: &[&str], passphrase: &str) -> Said {
    let mut command = home.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses before it asks closes its end.
    let _ = child.stdin.take().unwrap().write_all(format!("{passphrase}\n").as_bytes());
    said(&child.wait_with_output().unwrap())
}

#[test]
fn a_student_who_goes_to_another_school_arrives_there_with_history() {
    let home = Home::with_practice();
    let (code, file) = (somebody(&home), home.path("traspaso.json"));
    let path = file.to_str().unwrap();
    let before = students(&home, RECEIVER).len();
    let say = "strengths=Dibuja muy bien";
    let sent = home.json(&["handover", SENDER, &code, "-o", path, "--to", RECEIVER, "--say", say, "--json"]);
    let first = &sent["sent"][0];
    assert_eq!((&sent["sealed"], &first["code"], &first["to"]), (&json!(false), &json!(code), &json!(99_001)));
    let written: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!((&written["format"], &written["version"]), (&json!("tep-handover"), &json!(1)));
    assert_eq!(written["transfer"]["prompts"][0]["answer"], "Dibuja muy bien");
    assert_eq!(written["questions"].as_object().unwrap().len(), 6);

    // Looked at first, nothing changes; also while somebody else writes in the notebook.
    let held = held(&home, RECEIVER);
    let disk = files(&home.path(""));
    let looked = home.json(&["import", path, "--dry-run", "--json"]);
    assert_eq!((&looked["dry_run"], &looked["received"][0]["received"]), (&json!(true), &json!(true)));
    let told = home.es(&["import", path, "--dry-run"]);
    assert!(told.out.contains("se recibiría") && !told.out.contains("--confirm"), "{}", told.out);
    assert!(files(&home.path("")) == disk, "something was written");
    drop(held);
    let received = home.json(&["import", path, "--json"]);
    assert_eq!((&received["received"][0]["code"], &received["received"][0]["received"]), (&json!(code), &json!(true)));
    let there = students(&home, RECEIVER);
    assert_eq!(there.len(), before + 1);
    let arrived = there.iter().find(|student| student.code() == code).unwrap();
    assert!(!arrived.attendance.is_empty() && arrived.status().is_here());
    // A second time is no second student.
    assert_eq!(home.json(&["import", path, "--json"])["received"][0]["received"], false);

    assert_eq!(home.es(&["handover", SENDER, &code, "--confirm"]).code, 0);
    let again = home.es(&["handover", SENDER, &code, "--confirm"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.contains("no tiene un traslado sin confirmar"), "{}", again.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_leaves_the_school_is_read_by_nobody_else_and_replaces_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_practice();
    let (code, file) = (somebody(&home), home.path("traspaso.json"));
    let path = file.to_str().unwrap();
    fs::write(&file, "otra cosa").unwrap();
    let before = changes(&home, SENDER);
    let refused = home.es(&["handover", SENDER, &code, "-o", path]);
    assert_eq!((refused.code, refused.out.as_str()), (3, ""));
    assert!(refused.err.contains("no se reemplaza"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), "otra cosa");
    assert_eq!(changes(&home, SENDER), before, "a hand-over that was not written counts as sent");
    fs::remove_file(&file).unwrap();
    assert_eq!(home.es(&["handover", SENDER, &code, "-o", path]).code, 0);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_whole_grade_goes_as_one_change_and_its_files_name_nobody() {
    let home = Home::with_practice();
    let folder = home.path("traspasos");
    let count = |status| {
        let is_one = |student: &&Student| student.course.grade() == Grade::Basic(8) && student.status() == status;
        students(&home, SENDER).iter().filter(is_one).count()
    };
    let (here, away, before) = (count(Status::Enrolled), count(Status::TransferredUnconfirmed), changes(&home, SENDER));
    let output = folder.to_str().unwrap();
    let sent = home.json(&["handover", SENDER, "--grade", "8B", "-o", output, "--to", RECEIVER, "--json"]);
    // Who is on the way already gets the file as well; who left in another way does not.
    assert!(here > 1);
    assert_eq!(sent["sent"].as_array().unwrap().len(), here + away);
    assert_eq!((count(Status::Enrolled), count(Status::TransferredUnconfirmed)), (0, here + away));
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with("traspaso-99002-8B-"), "{name}");
    }
    assert_eq!(changes(&home, SENDER), before + 1);
    // One file that is in the way, and none is written.
    let first = sent["sent"][0]["file"].as_str().unwrap();
    for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().to_str() != Some(first))
    {
        fs::remove_file(entry.path()).unwrap();
    }
    assert_eq!(home.es(&["handover", SENDER, "--grade", "8B", "-o", output]).code, 3);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    // The receiving school confirms the whole grade.
    home.json(&["handover", SENDER, "--grade", "8B", "--confirm", "--json"]);
    assert_eq!(count(Status::TransferredConfirmed), here + away);
}

#[test]
fn a_sealed_file_opens_with_its_passphrase_and_tells_nothing_without() {
    let home = Home::with_practice();
    let (code, file) = (somebody(&home), home.path("traspaso.json.age"));
    let path = file.to_str().unwrap();
    let seal = ["handover", SENDER, &code, "-o", path, "--to", RECEIVER, "--sealed", "--lang", "es"];
    let short = told(&home, &seal, "corta");
    assert_eq!(short.code, 1);
    assert!(short.err.contains("al menos 8 letras") && !file.exists(), "{}", short.err);
    assert_eq!(told(&home, &seal, "una frase de paso").code, 0);
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    let wrong = told(&home, &["import", path, "--lang", "es"], "otra frase de paso");
    assert_eq!((wrong.code, wrong.out.as_str()), (1, ""));
    assert!(wrong.err.contains("la frase de paso no es esa"), "{}", wrong.err);
    let right = told(&home, &["import", path, "--lang", "es"], "una frase de paso");
    assert_eq!(right.code, 0, "{}", right.err);
    assert!(right.out.contains("recibido"), "{}", right.out);
}

#[test]
fn a_file_that_is_no_hand_over_or_is_damaged_changes_nothing_and_shows_nothing() {
    let home = Home::with_practice();
    let code = somebody(&home);
    let file = home.path("traspaso.json");
    home.es(&["handover", SENDER, &code, "-o", file.to_str().unwrap(), "--to", RECEIVER]);
    let whole = fs::read_to_string(&file).unwrap();
    let before = students(&home, RECEIVER).len();
    let newer = whole.replacen("\"version\": 1", "\"version\": 2", 1);
    let damaged = whole.replacen("\"sent\"", "\"cent\"", 1);
    let elsewhere = whole.replace("99001", "99990");
    for (text, why) in [(newer, "más nuevo"), (damaged, "no es un traspaso"), (elsewhere, "tep new")] {
        assert_ne!(text, whole);
        let path = home.write("otro.json", &text);
        let said = home.es(&["import", path.to_str().unwrap()]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{why}");
        assert!(said.err.contains(why), "{}", said.err);
        assert!(!said.err.contains("given_names"), "{}", said.err);
    }
    assert_eq!(students(&home, RECEIVER).len(), before);
}

#[test]
fn a_notebook_that_cannot_be_written_stops_nobody_else_and_it_is_told_who_is_in() {
    let home = Home::with_practice();
    let is_here = |student: &&Student| student.status().is_here();
    let codes: Vec<String> = students(&home, SENDER).iter().filter(is_here).take(3).map(Student::code).collect();
    let elsewhere = "99003";
    let paths: Vec<String> = (0..3).map(|at| home.path(&format!("{at}.json")).to_str().unwrap().to_owned()).collect();
    for ((code, path), to) in codes.iter().zip(&paths).zip([RECEIVER, elsewhere, RECEIVER]) {
        assert_eq!(home.es(&["handover", SENDER, code, "-o", path, "--to", to]).code, 0);
    }
    let before = [RECEIVER, elsewhere].map(|school| students(&home, school).len());
    let held = held(&home, elsewhere);
    let said = home.es(&["import", &paths[0], &paths[1], &paths[2]]);
    assert_eq!(said.code, 3, "{}", said.err);
    assert!(said.err.starts_with(&format!("{}: ", paths[1])), "{}", said.err);
    assert_eq!(said.out.matches("recibido").count(), 2, "{}", said.out);
    for code in [&codes[0], &codes[2]] {
        assert!(said.out.contains(code.as_str()), "{}", said.out);
    }
    drop(held);
    let after = [RECEIVER, elsewhere].map(|school| students(&home, school).len());
    assert_eq!(after, [before[0] + 2, before[1]]);
    // Once it is free, the same call brings the one who is missing.
    let again = home.json(&["import", &paths[0], &paths[1], &paths[2], "--json"]);
    let new: Vec<bool> =
        again["received"].as_array().unwrap().iter().map(|one| one["received"].as_bool().unwrap()).collect();
    assert_eq!(new, [false, true, false]);
}

#[test]
fn nobody_is_picked_by_guessing() {
    let home = Home::with_practice();
    let file = home.path("x.json");
    let path = file.to_str().unwrap();
    for (args, why) in [
        (vec!["handover", SENDER, "ZZ-zzz", "-o", path], "Ningún estudiante"),
        (vec!["handover", SENDER, "--grade", "trece", "-o", path], "no se entiende"),
        (vec!["handover", SENDER, "--grade", "4M", "-o", path], "Nadie de ese nivel"),
    ] {
        let said = home.es(&args);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?}");
        assert!(said.err.contains(why), "{}", said.err);
    }
    let code = somebody(&home);
    for extra in [["--to", "99001-1"], ["--to", "abc"], ["--say", "notas=malas"]] {
        let said = home.es(&[&["handover", SENDER, &code, "-o", path][..], &extra[..]].concat());
        assert_eq!(said.code, 2, "{extra:?} {}", said.err);
    }
    assert!(!file.exists());
}

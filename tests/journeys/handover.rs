//! A student goes to another school: the file, the status, and the answer, typed as a team types it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc,
};

use serde_json::Value;
use tempfile::TempDir;
use tep_notebook::{
    app::{effect::Msg, lang::Lang},
    notebook::{
        Notebook,
        id::{Id, Ids},
        safe_text::SafeText,
        school::School,
        student::Student,
        transfer::{Prompt, Transfer},
    },
    rules::{identity::Rbd, status::Status},
    run::{browse::Haunts, reader::Reader},
    term::Arrival,
    ui::theme::Theme,
};

use crate::support::{Person, moment, small_school, today};

/// Somebody of the list, with the card open.
fn before_a_card() -> (Person, Id<Student>) {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3<Enter>");
    let id = person.app.open.as_ref().unwrap().card.as_ref().unwrap().student;
    (person, id)
}

fn status(person: &Person, id: Id<Student>) -> Status {
    person.saved().students.get(id).unwrap().status()
}

fn transfer(book: &Notebook, id: Id<Student>) -> Transfer {
    book.students.get(id).unwrap().transfers.last().unwrap().clone()
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The keys that hand the student over into a folder, from the card.
fn sends(folder: &TempDir) -> String {
    let folder = folder.path().to_str().unwrap();
    format!(
        "H<Tab>99002-7<Tab>Dibuja muy bien<Tab>Por el fútbol<Tab><Tab><Tab><Tab><Tab>{folder}<Tab><Right><Right><F2>"
    )
}

#[test]
fn a_team_hands_a_student_over_and_the_file_says_what_helps() {
    let (mut person, id) = before_a_card();
    let (before, folder) = (person.saved(), tempfile::tempdir().unwrap());
    // Two keys in passing neither send anybody nor leave names lying about.
    person.keys("H<Enter>").sees("Falta completar «El archivo va»").keys("<Esc>");
    person.keys("H").sees("Traspaso · ").sees("Fortalezas y gustos");
    person.keys("<Esc>").keys(&sends(&folder));
    person.sees("Traspaso escrito").sees("sin sellar");
    let names = files(folder.path());
    assert_eq!(names.len(), 1, "{names:?}");
    let name = names.first().unwrap();
    let file: Value = serde_json::from_slice(&fs::read(folder.path().join(name)).unwrap()).unwrap();
    assert_eq!((&file["format"], &file["transfer"]["to"]), (&"tep-handover".into(), &99_002.into()));
    let student = before.students.get(id).unwrap();
    assert!(!name.contains(student.given_names.reveal(crate::support::to_match())), "{name}");
    person.keys("<Esc>").sees("traslado sin confirmar");
    let sent = transfer(&person.saved(), id);
    assert_eq!((sent.to, sent.sent, sent.is_open()), (Rbd::new(99_002), today(), true));
    let said: Vec<&str> = sent.prompts.iter().map(|told| told.answer.as_str()).collect();
    assert_eq!(said, ["Dibuja muy bien", "Por el fútbol", "", "", "", ""]);
    assert_eq!(sent.prompts.first().map(|told| told.prompt), Some(Prompt::Strengths));
    person.keys("u").sees("Deshecho: traspasar");
    assert_eq!(person.saved(), before);
}

#[test]
fn the_receiving_school_answers_and_the_student_is_confirmed_with_its_day() {
    let (mut person, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    person.keys(&sends(&folder)).keys("<Esc>");
    // Who only looks confirms nothing.
    person.keys("H<Enter>").sees("Falta completar «¿Llegó?»");
    person.keys("<Esc>");
    assert_eq!(status(&person, id), Status::TransferredUnconfirmed);
    person.keys("H<Right><Tab><Ctrl-U>hoy<Enter>").sees("Traspaso confirmado");
    assert_eq!(status(&person, id), Status::TransferredConfirmed);
    assert_eq!(transfer(&person.saved(), id).confirmed, Some(today()));
    person.keys("H").sees("por otra causa");
    person.keys("u");
    assert_eq!(status(&person, id), Status::TransferredUnconfirmed);
}

#[test]
fn a_file_that_was_lost_is_written_again_and_is_the_same_hand_over() {
    let (mut person, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    person.keys(&sends(&folder)).keys("<Esc>");
    let first = person.saved();
    let typed = folder.path().to_str().unwrap();
    let again = format!("H<Right><Right><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>{typed}<Tab><Right><Right><F2>");
    person.keys(&again).sees("Traspaso escrito").keys("<Esc>");
    assert_eq!(person.saved(), first);
    assert_eq!(files(folder.path()).len(), 2);
    let read = |name: &String| fs::read(folder.path().join(name)).unwrap();
    let contents: Vec<Vec<u8>> = files(folder.path()).iter().map(read).collect();
    assert_eq!(contents.first(), contents.last());
    assert_eq!(status(&person, id), Status::TransferredUnconfirmed);
}

#[test]
fn what_cannot_be_written_does_not_count_as_sent_and_nothing_typed_is_lost() {
    let (mut person, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("archivo"), "").unwrap();
    let typed = folder.path().join("archivo").join("dentro");
    person.keys(&format!(
        "H<Tab>99002<Tab>Dibuja muy bien<BackTab><BackTab><BackTab><BackTab><BackTab><BackTab>{}<Tab><Right><Right><F2>",
        typed.display()
    ));
    person.sees("el disco no lo acepta");
    assert_eq!(status(&person, id), Status::Enrolled);
    person.keys("<Tab><Tab><Tab><Tab>").sees("Dibuja muy bien");
}

#[test]
fn this_very_school_and_two_unlike_passphrases_are_refused_beside_their_field() {
    let (mut person, id) = before_a_card();
    let rbd = person.saved().school.rbd;
    person
        .keys(&format!("H<Tab>{rbd}<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Right><Right><F2>"))
        .sees("Es el RBD de esta misma escuela");
    person.keys("<Esc>s").keys("H<BackTab><BackTab><BackTab><Right><Tab>corta<Tab>corta<F2>").sees("al menos 8 letras");
    person
        .keys("<Esc>s")
        .keys("H<BackTab><BackTab><BackTab><Right><Tab>una frase larga<Tab>otra frase<F2>")
        .sees("no son iguales");
    person.sees_not("una frase larga").sees("***************");
    assert_eq!(status(&person, id), Status::Enrolled);
    assert!(!String::from_utf8_lossy(&everything(&person)).contains("una frase"), "a passphrase was written down");
}

/// All bytes on the disk of the notebooks.
fn everything(person: &Person) -> Vec<u8> {
    person.disk().files().into_iter().flat_map(|path| person.disk().get(&path).unwrap_or_default()).collect()
}

#[test]
fn where_a_student_is_gets_written_down_with_its_day_and_can_be_taken_back() {
    let (mut person, id) = before_a_card();
    let before = person.saved();
    person.keys("T<Enter>").sees("Falta completar «Estado de matrícula»");
    person.keys("<Right><Enter>").sees("Ya tiene ese estado");
    person.keys("<Right><Right><Right><Right><Tab><Ctrl-U>-3<Enter>").sees("en el extranjero 25-06-2021");
    assert_eq!(status(&person, id), Status::Abroad);
    person.keys("H").sees("por otra causa");
    person.keys("T<Right><Tab><Ctrl-U>-4<Enter>").sees("no puede ser antes");
    person.keys("<Ctrl-U>hoy<Enter>");
    let history: Vec<Status> =
        person.saved().students.get(id).unwrap().history.iter().map(|entry| entry.status).collect();
    assert_eq!(history, [Status::Abroad, Status::Enrolled]);
    person.keys("uu");
    assert_eq!(person.saved(), before);
}

/// The receiving school, which knows nobody yet, with a folder of files.
fn at_the_receiving_school(folder: &TempDir) -> Person {
    let mut school = School::new(Rbd::new(99_002).unwrap(), SafeText::line("Liceo Inventado"));
    school.invented = true;
    let book = Notebook::new(Ids::Seeded(9).next(moment()), school);
    let haunts = Haunts { downloads: Some(folder.path().to_owned()), ..Haunts::default() };
    let mut person = Person::among_files(Lang::Es, (80, 24), Theme::Colour, &[book], Reader::here(haunts));
    person.keys("<Enter>");
    person
}

#[test]
fn the_receiving_school_takes_the_student_in_with_what_helps_and_can_take_it_back() {
    let (mut sender, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    sender.keys(&sends(&folder)).keys("<Esc>");
    let code = sender.saved().students.get(id).unwrap().code();
    let mut person = at_the_receiving_school(&folder);
    let before = person.saved();
    person.keys("i").sees("traspaso-99012-").keys("<Enter>");
    person.sees(&format!("{code}, de 6B-A: traspaso de «Escuela Rural El Notro» (99012-4)")).sees("Trae: ");
    person.sees("2 respuestas sobre");
    // Looked at and left, nothing changes.
    person.keys("<Esc><Esc>");
    assert_eq!(person.saved(), before);
    person.keys("i<Enter><Enter>").sees("Traspaso recibido");
    let arrived = person.saved().students.get(id).unwrap().clone();
    assert_eq!((arrived.status(), arrived.code()), (Status::Enrolled, code));
    assert_eq!(transfer(&person.saved(), id).received, Some(today()));
    person.keys("i<Enter><Enter>").sees("el cuaderno ya sabía todo");
    person.keys("u").sees("Deshecho: recibir un traspaso");
    assert_eq!(person.saved(), before);
    // What was told is read on the card, together with the names.
    person
        .keys("U3<Enter><Up><Up><Up><Up><Up><Down><Down><Enter>")
        .sees("Traspaso 99012-4 → 99002-7")
        .sees("2 respuestas (con «v»)");
    person.sees_not("Dibuja muy bien").keys("<Esc>v<Enter>").sees("Dibuja muy bien");
}

#[test]
fn a_sealed_file_asks_for_its_passphrase_and_forgives_a_slip_of_the_hand() {
    let (mut sender, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    let typed = folder.path().to_str().unwrap();
    sender
        .keys(&format!("H<BackTab>una frase de paso<BackTab>una frase de paso<BackTab><Right><BackTab>{typed}<F2>"))
        .sees("Está sellado");
    assert!(files(folder.path()).iter().all(|name| name.ends_with(".json.age")));
    let mut person = at_the_receiving_school(&folder);
    person.keys("i<Enter>").sees("Otra escuela lo selló").keys("otra frase").sees("**********").sees_not("otra frase");
    person.keys("<Enter>").sees("No se leyó").sees("Otra escuela lo selló");
    person.keys("una frase de paso<Enter>").sees("Trae: ").keys("<Enter>").sees("Traspaso recibido");
    assert!(person.saved().students.get(id).is_some());
    assert!(!String::from_utf8_lossy(&everything(&person)).contains("frase de paso"), "it was written down");
}

#[test]
fn nobody_arrives_at_another_school_nor_on_a_shelf_without_the_one_that_is_meant() {
    let (mut sender, _) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    let typed = folder.path().to_str().unwrap();
    sender
        .keys(&format!("H<Tab>99003-5<BackTab><BackTab><BackTab><BackTab><Right><Right><BackTab>{typed}<F2>"))
        .sees("Traspaso escrito");
    let mut person = at_the_receiving_school(&folder);
    let before = person.saved();
    person.keys("i<Enter><Enter>").sees("el archivo es para otra escuela");
    person.keys("<Esc><Esc><Esc>").sees("Estante").keys("i<Enter>").sees("es para 99003-5").sees("«n» lo crea");
    person.keys("<Enter>").sees("es para 99003-5").sees("Estante");
    assert_eq!(person.saved(), before);
}

#[test]
fn the_shelf_puts_a_student_into_the_notebook_of_the_school_that_the_file_names() {
    let (mut sender, id) = before_a_card();
    let folder = tempfile::tempdir().unwrap();
    sender.keys(&sends(&folder)).keys("<Esc>");
    let code = sender.saved().students.get(id).unwrap().code();
    let mut person = at_the_receiving_school(&folder);
    person.keys("<Esc>").sees("Estante").keys("i<Enter>").sees("en el cuaderno de 99002-7");
    // Looked at and left, nothing changes.
    person.keys("<Esc><Esc>").sees("Estante");
    assert!(person.saved().students.get(id).is_none());
    person.keys("i<Enter><Enter>").sees(&format!("{code} quedó en el cuaderno de 99002-7"));
    assert_eq!(transfer(&person.saved(), id).received, Some(today()));
    person.keys("i<Enter><Enter>").sees("el cuaderno ya sabía todo");
    person.keys("<Enter>").sees(&code);
}

/// Somebody before a card in a program that writes files beside its loop; what it answers waits in the other end.
fn before_a_card_with_threads() -> (Person, Id<Student>, mpsc::Receiver<Msg>) {
    let (say, answers) = mpsc::channel();
    let reader = Reader::apart(PathBuf::new(), Haunts::default(), move |msg| say.send(msg).unwrap());
    let mut person = Person::among_files(Lang::Es, (80, 24), Theme::Colour, &[small_school()], reader);
    person.keys("<Enter>3<Enter>");
    let id = person.app.open.as_ref().unwrap().card.as_ref().unwrap().student;
    (person, id, answers)
}

/// The next answer of a thread; the test waits for it as long as it takes.
fn next(answers: &mpsc::Receiver<Msg>) -> Vec<Arrival<Msg>> {
    vec![Arrival::Reply(answers.recv().unwrap())]
}

#[test]
fn while_a_file_is_sealed_the_screen_lives_and_nothing_counts_as_sent() {
    let (mut person, id, answers) = before_a_card_with_threads();
    let folder = tempfile::tempdir().unwrap();
    let typed = folder.path().to_str().unwrap();
    let seals = format!("H<BackTab>una frase de paso<BackTab>una frase de paso<BackTab><Right><BackTab>{typed}<F2>");
    person.keys(&seals).sees("Escribiendo el archivo…");
    // Nothing that is typed meanwhile gets lost in a form, sends twice or leaves.
    person.keys("<Esc>").sees("El archivo se está escribiendo").keys("<F2>q<Enter>xyz").sees("Escribiendo el archivo…");
    person.resize(60, 16).sees("Escribiendo").resize(80, 24);
    assert_eq!(status(&person, id), Status::Enrolled);
    person.arrives(next(&answers)).sees("Traspaso escrito").sees_not("Escribiendo");
    assert_eq!(status(&person, id), Status::TransferredUnconfirmed);
    assert_eq!(files(folder.path()).len(), 1);
    person.keys("<Esc>").sees("traslado sin confirmar");
    assert!(answers.try_recv().is_err());
}

#[test]
fn a_file_of_which_the_notebook_could_remember_nothing_does_not_stay() {
    let (mut person, id, answers) = before_a_card_with_threads();
    let folder = tempfile::tempdir().unwrap();
    person.keys(&sends(&folder)).sees("Escribiendo el archivo…");
    let answer = next(&answers);
    assert_eq!(files(folder.path()).len(), 1);
    // Meanwhile another change of the student was kept.
    let open = person.app.open.as_mut().unwrap();
    let edit = open.notebook().change_status(id, Status::Abroad, today()).unwrap();
    open.desk.commit(edit).unwrap();
    person.arrives(answer).sees_not("Traspaso escrito").sees("cambió mientras tanto").sees("Por el fútbol");
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

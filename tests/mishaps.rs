//! Something happened to a notebook: somebody else wrote its file, a line of it is damaged, the disk is slow or full,
//! another person holds the pen. What was typed before must be there afterwards, and the person must know how it stands.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use support::{
    Person, author,
    mishaps::{damage, forget, held},
    small_school, today,
};
use tep_notebook::{
    app::{desk::Keeping, effect::Msg, lang::Lang, open_notebook::OpenNotebook},
    notebook::{
        Notebook,
        contact::Contact,
        edit::{Change, Deed, Edit},
        learning::Learning,
        personal::Personal,
        safe_text::SafeText,
    },
    store::{Keeper, Leave, Opening, ReadOnly, fs::memory::Fault},
    term::Arrival,
    ui::theme::Theme,
};

/// Words that stand in nothing else.
const THEIRS: &str = "Escrito por otra mano";
/// Keys that log a contact with the selected student.
const CONTACT: &str = "3c<Tab><Right><Enter>";

/// Somebody changes the words of the first learning.
fn change_learning(book: &mut Notebook) {
    let before = book.learnings.iter().next().unwrap().clone();
    let after = Learning { statement: SafeText::line(THEIRS), ..before.clone() };
    book.apply(&Edit::one(Deed::AdoptOutside, Change::replace(before, after))).unwrap();
}

fn has_theirs(book: &Notebook) -> bool {
    book.learnings.iter().any(|learning| learning.statement.as_str() == THEIRS)
}

/// A small school on the shelf, closed in peace.
fn at_the_shelf() -> Person {
    Person::with(Lang::Es, (80, 24), Theme::Colour, &[small_school()])
}

/// The program looks at the file, as it does after it was stopped for a while.
fn look(person: &mut Person) -> &mut Person {
    person.arrives(vec![Arrival::Reply(Msg::Resumed)])
}

fn keeping(person: &Person) -> Keeping {
    person.app.open.as_ref().unwrap().desk.keeping.clone()
}

/// Everything on the disk, with what it says.
fn everything(person: &Person) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let files = person.disk().files();
    files.into_iter().map(|path| (path.clone(), person.disk().get(&path))).collect()
}

#[test]
fn changes_made_outside_are_taken_over_with_one_key_and_taken_back_with_another() {
    let mut person = at_the_shelf();
    let before = person.in_file();
    person.edits_outside(change_learning);
    let theirs = person.in_file();
    person.keys("<Enter>").sees("1 cambio hecho fuera de TEP").sees("~ Aprendizaje").sees("cambió");
    person.sees("a incorporar").sees("b abrir aparte").sees("Esc volver");
    assert!(person.app.open.is_none() && person.in_file() == theirs, "nothing happens before somebody answers");
    person.keys("a").sees("Se incorporó 1 cambio hecho fuera de TEP").sees("guardado");
    person.keys("<Esc>");
    assert_eq!(person.in_file(), theirs);
    person.keys("<Enter>").sees_not("fuera de TEP");
    person.keys("u").sees("Deshecho: incorporar").keys("<Esc>");
    assert_eq!(person.in_file(), before, "taking over can be undone, also on another day");
}

#[test]
fn the_last_known_version_opens_beside_and_neither_of_the_two_is_lost() {
    let mut person = at_the_shelf();
    let before = person.in_file();
    person.edits_outside(change_learning);
    let (file, theirs) = (person.file(), person.disk().get(person.file()));
    person.keys("<Enter>b").sees("guardado").keys(CONTACT).sees("Contacto registrado").keys("<Esc>");
    assert_eq!(person.disk().get(&file), theirs);
    let paths = person.shelf.paths().unwrap();
    let [beside] = paths.iter().filter(|path| **path != file).collect::<Vec<_>>()[..] else { panic!("{paths:?}") };
    let kept: Notebook = serde_json::from_slice(&person.disk().get(beside).unwrap()).unwrap();
    assert_eq!((&kept.learnings, kept.contacts.len()), (&before.learnings, before.contacts.len() + 1));
    assert_ne!(kept.id, before.id, "two files, two notebooks");
}

#[test]
fn who_only_looks_at_the_changes_changes_nothing() {
    let mut person = at_the_shelf();
    person.edits_outside(change_learning);
    let before = everything(&person);
    person.keys("<Enter>").sees("fuera de TEP").keys("<Down><PgDn><Up>v").sees("NOMBRES A LA VISTA");
    person.keys("?").sees("Incorporar los cambios del archivo").keys("<Esc>").sees("Esc deja todo");
    person.keys("<Esc>").sees_not("fuera de TEP").sees("Estante");
    let locks = |(path, _): &(PathBuf, _)| !path.ends_with("lock") && !path.starts_with("/estado");
    let after = everything(&person);
    assert!(before.iter().filter(|file| locks(file)).eq(after.iter().filter(|file| locks(file))));
}

#[test]
fn a_file_written_by_somebody_else_while_it_is_open_costs_neither_of_the_two() {
    let mut person = Person::at_school(Lang::Es);
    let contacts = person.saved().contacts.len();
    person.keys(CONTACT).edits_outside(change_learning);
    look(&mut person).sees("alguien cambió el archivo").keys("<Esc>").sees("guardado en el diario");
    person.keys("w").sees("1 cambio hecho fuera de TEP").sees("~ Aprendizaje").keys("<Esc>");
    // Whoever goes on has not lost the pen by looking, and the next change is as safe as the last.
    person.keys(CONTACT).sees("guardado en el diario").keys("wa").sees("Se incorporó 1");
    assert_eq!(keeping(&person), Keeping::Saved);
    person.keys("<Esc>");
    let both = person.in_file();
    assert_eq!((both.contacts.len(), has_theirs(&both)), (contacts + 2, true));
}

#[test]
fn who_would_rather_have_two_notebooks_keeps_what_was_typed_in_one_of_its_own() {
    let mut person = Person::at_school(Lang::Es);
    let contacts = person.saved().contacts.len();
    person.keys(CONTACT).edits_outside(change_learning);
    let (file, theirs) = (person.file(), person.disk().get(person.file()));
    look(&mut person).keys("<Esc>wb").sees("✎ guardado").keys("q");
    assert!(person.app.is_done());
    assert_eq!(person.disk().get(&file), theirs);
    let beside = person.shelf.paths().unwrap().into_iter().find(|path| *path != file).unwrap();
    let ours: Notebook = serde_json::from_slice(&person.disk().get(beside).unwrap()).unwrap();
    assert_eq!((ours.contacts.len(), has_theirs(&ours)), (contacts + 1, false));
}

#[test]
fn who_leaves_with_a_file_of_somebody_else_finds_the_own_changes_the_next_day() {
    let mut person = Person::at_school(Lang::Es);
    let contacts = person.saved().contacts.len();
    person.keys(CONTACT).edits_outside(change_learning);
    let theirs = person.disk().get(person.file());
    look(&mut person).keys("<Esc>q");
    assert!(person.app.is_done() && person.disk().get(person.file()) == theirs);
    let mut person = person.again();
    person.keys("<Enter>").sees("1 cambio hecho fuera de TEP").keys("a").keys("<Esc>");
    let both = person.in_file();
    assert_eq!((both.contacts.len(), has_theirs(&both)), (contacts + 1, true));
}

#[test]
fn a_file_that_is_as_it_was_again_is_saved_without_a_question() {
    let mut person = Person::at_school(Lang::Es);
    let (file, was) = (person.file(), person.disk().get(person.file()).unwrap());
    person.keys(CONTACT).edits_outside(change_learning);
    look(&mut person).keys("<Esc>");
    person.disk().put(&file, &was);
    person.keys("w").sees("✎ guardado").sees_not("fuera de TEP").keys("<Esc>");
    assert!(!has_theirs(&person.in_file()));
}

#[test]
fn what_was_said_once_is_not_said_after_every_change() {
    let mut person = Person::at_school(Lang::Es);
    person.keys(CONTACT).edits_outside(change_learning);
    look(&mut person).sees("Algo no resultó").keys("<Esc>");
    person.keys(CONTACT);
    look(&mut person).sees_not("Algo no resultó").sees("guardado en el diario");
}

#[test]
fn a_failure_takes_no_letter_from_who_is_typing() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("5lLas familias ").edits_outside(change_learning);
    look(&mut person).sees("alguien cambió");
    person.keys("contestan<F2>").sees("Las familias contestan").sees("guardado en el diario");
}

/// People with names that stand nowhere else, in every way in which a file can change.
fn change_people(book: &mut Notebook) {
    let student = book.students.iter().next().unwrap().clone();
    let mut renamed = student.clone();
    renamed.given_names = Personal::line("Zenobia");
    let old = book.contacts.iter().next().unwrap().clone();
    let note = SafeText::note("Habló Quiteria");
    let contact = Contact { student: student.id, on: today(), note, restricted: true, ..old.clone() };
    let changes = vec![Change::replace(student, renamed), Change::replace(old, contact)];
    book.apply(&Edit { deed: Deed::AdoptOutside, changes }).unwrap();
}

#[test]
fn names_in_changes_made_outside_stay_hidden_until_asked_for() {
    let mut person = at_the_shelf();
    let student = person.in_file().students.iter().next().unwrap().clone();
    person.edits_outside(change_people).keys("<Enter>").sees("2 cambios").sees(&student.course.to_string());
    let hidden = ["Zenobia", "Quiteria", student.paternal_surname.reveal(support::to_match())];
    for name in hidden {
        person.sees_not(name);
        let bytes = String::from_utf8_lossy(person.screen.output_mut()).into_owned();
        assert!(!bytes.contains(name), "{name} was sent to the terminal");
    }
    person.sees("28-06-2021").sees("nota, fecha").sees("nombre");
    person.keys("v").sees("Zenobia").sees_not("Quiteria");
    person.wait(31).sees_not("Zenobia");
}

#[test]
fn a_damaged_file_is_named_with_its_line_and_left_alone_until_somebody_decides() {
    let person = at_the_shelf();
    let (broken, line) = damage(&person);
    let mut person = person.again();
    person.sees(&format!("dañado en la línea {line}")).keys("<Enter>").sees("Archivo dañado").sees("r reconstruir");
    person.keys("<Esc>");
    assert_eq!(person.disk().get(person.file()).unwrap(), broken);
}

#[test]
fn a_line_mended_by_hand_opens_and_shows_what_changed() {
    let person = at_the_shelf();
    let whole = person.disk().get(person.file()).unwrap();
    damage(&person);
    let mut person = person.again();
    person.keys("<Enter>").sees("tep restore").keys("<Esc>");
    person.disk().put(person.file(), &whole);
    person.keys("<Enter>").sees("✎ guardado");
    person.keys("<Esc>").edits_outside(change_learning).keys("<Enter>").sees("1 cambio hecho fuera de TEP");
}

#[test]
fn a_damaged_file_is_rebuilt_with_one_key_and_says_what_came_of_it() {
    let person = at_the_shelf();
    let whole = person.in_file();
    let (broken, line) = damage(&person);
    let mut person = person.again();
    person.keys("<Enter>r").sees("Cuaderno reconstruido").sees(&format!("la {line}")).sees("salvage");
    person.keys("<Esc>").sees("✎ guardado").keys("<Esc>");
    assert_eq!(person.in_file(), whole, "the backup knew the line");
    let files = person.disk().files();
    let is_original = |path: &PathBuf| person.disk().get(path).as_deref() == Some(&broken);
    assert!(files.iter().any(|path| path.to_string_lossy().contains("/salvage/") && is_original(path)));
    person.keys("<Enter>").sees("✎ guardado").sees_not("dañado");
}

#[test]
fn a_rescue_while_somebody_else_writes_promises_nothing_that_was_not_done() {
    let mut person = at_the_shelf();
    let held = other(&person);
    let (broken, _) = damage(&person);
    person.keys("<Enter>r").sees("Cuaderno reconstruido").sees("Nada se ha escrito todavía").sees("sólo lectura");
    assert_eq!(person.disk().get(person.file()).unwrap(), broken);
    drop(held);
}

#[test]
fn a_file_damaged_while_it_is_open_is_rebuilt_with_what_was_typed() {
    let mut person = Person::at_school(Lang::Es);
    let contacts = person.saved().contacts.len();
    person.keys(CONTACT);
    damage(&person);
    look(&mut person).keys("<Esc>w").sees("Archivo dañado").keys("r").sees("Cuaderno reconstruido");
    person.keys("<Esc><Esc>");
    assert_eq!(person.in_file().contacts.len(), contacts + 1);
}

#[test]
fn who_asks_for_a_rescue_that_nothing_can_give_is_told_so() {
    let person = at_the_shelf();
    forget(&person);
    let mut person = person.again();
    person.keys("<Enter>r").sees("no se pudo").sees("Ni el diario ni los respaldos").sees_not("r reconstruir");
    assert_eq!(person.disk().get(person.file()).unwrap(), b"\"");
}

/// Somebody else opens the one notebook and keeps it open.
fn other(person: &Person) -> Keeper {
    match person.shelf.open(Path::new(&person.file()), &author(), Leave::Ask, person.app.now.at).unwrap() {
        Opening::Ready(ready) => ready.keeper.unwrap(),
        Opening::Outside(_) => panic!("nobody changed the file"),
    }
}

#[test]
fn who_comes_second_knows_who_writes_and_since_when_and_gets_the_pen_when_it_is_free() {
    let mut person = at_the_shelf();
    let held = other(&person);
    person.keys("<Enter>").sees("asesora (equipo) lo está editando desde las 17:00");
    person.sees("sólo lectura: asesora desde las 17:00");
    for keys in [CONTACT, "4a", "5l", "u", "C", "w"] {
        person.keys("<Down>").sees_not("lo está editando");
        person.keys(keys).sees("lo está editando desde las 17:00");
    }
    drop(held);
    person.keys("w").sees("✎ guardado").keys(CONTACT).sees("Contacto registrado");
}

#[test]
fn a_folder_that_lets_nobody_write_is_said_and_tried_again() {
    let refused = (0..20).find_map(|at| {
        let mut person = at_the_shelf();
        person.disk().set_fault(Some(Fault::At(at, ErrorKind::PermissionDenied)));
        person.keys("<Enter>");
        let is_folder = |open: &OpenNotebook| open.desk.keeping == Keeping::ReadOnly(ReadOnly::Folder);
        person.app.open.as_deref().is_some_and(is_folder).then_some(person)
    });
    let mut person = refused.unwrap();
    person.sees("la carpeta no permite escribir").sees("sólo lectura").keys("<Down>");
    person.keys("4a").sees("la carpeta no permite escribir");
    person.keys("w").sees("✎ guardado").keys(CONTACT).sees("Contacto registrado");
}

#[test]
fn the_key_that_saves_again_says_how_it_stands_where_there_is_nothing_to_save() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("w").sees("Todo está guardado");
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys(CONTACT).sees("guardando…").keys("w").sees("el disco todavía no responde");
}

#[test]
fn a_change_that_was_not_saved_is_saved_again_with_one_key() {
    let mut person = Person::at_school(Lang::Es);
    let contacts = person.saved().contacts.len();
    person.keys("3").disk().set_fault(Some(Fault::From(1, ErrorKind::TimedOut)));
    person.keys("c<Tab><Right><Enter>").keys("<Esc>").sees("SIN GUARDAR").keys("w").sees("No se guardó");
    person.disk().set_fault(None);
    person.keys("<Esc>w").sees("✎ guardado");
    assert_eq!(person.in_file().contacts.len(), contacts + 1);
}

#[test]
fn how_a_notebook_is_kept_can_be_read_beside_the_school_in_any_window() {
    let states = [
        (Keeping::Saved, ["✎ guardado", "✎ guardado"]),
        (Keeping::Pending, ["✎ guardando…", "✎ guardando…"]),
        (Keeping::Failed, ["✎ SIN GUARDAR", "✎ SIN GUARDAR"]),
        (Keeping::Behind { outside: true }, ["✎ guardado en el diario", "✎ en el diario"]),
        (Keeping::ReadOnly(held()), ["sólo lectura: asesora desde las 17:00", "sólo lectura"]),
        (Keeping::ReadOnly(ReadOnly::Folder), ["sólo lectura", "sólo lectura"]),
    ];
    for (keeping, said) in states {
        let mut person = Person::at_school(Lang::Es);
        for (columns, said) in [80, 60].into_iter().zip(said) {
            person.app.open.as_mut().unwrap().desk.keeping = keeping.clone();
            let title = person.resize(columns, 24).text().lines().next().unwrap().to_owned();
            assert!(title.ends_with(said), "{columns} columns: {title}");
            assert!(
                title.contains("Escuela Rural") && title.contains("DATOS INVENTADOS"),
                "{columns} columns: {title}"
            );
        }
    }
}

#[test]
fn a_slow_disk_is_waited_for_and_nothing_new_begins_meanwhile() {
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys("q").sees("✎ guardado");
    assert!(!person.app.is_done());
    assert!(person.app.wakes_in().is_some_and(|left| left <= chrono::Duration::seconds(1)), "nobody would see it");
    person.wait(1).sees("guardando…").sees("Guardando antes de salir");
    assert_eq!(person.app.wakes_in(), None, "who waits is not woken for nothing");
    person.keys("5lUna idea<F2>:ayuda<Enter>?").paste("pegado").sees_not("Una idea").sees("guardando…");
    assert!(person.app.overlays.is_empty() && !person.app.is_done());
    person.arrives(vec![Arrival::Reply(Msg::Closed(Ok(())))]);
    assert!(person.app.is_done());
}

#[test]
fn a_disk_that_never_answers_holds_nobody_and_two_quick_keys_lose_nothing() {
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys(CONTACT).keys("qq").sees("¿Salir sin esperar?");
    assert!(!person.app.is_done(), "two quick keys are no answer");
    person.keys("<Esc>").sees_not("¿Salir sin esperar?");
    assert!(!person.app.is_done());
    person.keys("qs");
    assert!(person.app.is_done());
    // Where the disk answers while the question is asked, the answer is no longer needed.
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys("qq").sees("¿Salir sin esperar?").arrives(vec![Arrival::Reply(Msg::Closed(Ok(())))]);
    assert!(person.app.is_done());
}

#[test]
fn who_goes_to_the_shelf_and_then_wants_to_leave_leaves() {
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys("<Esc>").keys("q");
    person.arrives(vec![Arrival::Reply(Msg::Closed(Ok(())))]);
    assert!(person.app.is_done());
    let mut person = Person::before_a_stuck_disk(Lang::Es);
    person.keys("<Esc>").keys("5").arrives(vec![Arrival::Reply(Msg::Closed(Ok(())))]).sees("Estante");
}

#[test]
fn whatever_the_disk_refuses_on_the_way_out_who_has_left_has_everything_and_who_stays_can_go_on() {
    let mut stayed = 0;
    for at in 0..24 {
        let mut person = Person::at_school(Lang::Es);
        let contacts = person.saved().contacts.len();
        person.keys("3").disk().set_fault(Some(Fault::At(at, ErrorKind::TimedOut)));
        person.keys_ahead("c<Tab><Right><Enter>q");
        let mut made = 1;
        if !person.app.is_done() {
            stayed += 1;
            person.sees("Algo no resultó").keys("<Esc>").keys("c<Tab><Right><Enter>").keys("w");
            made = person.app.open.as_ref().unwrap().notebook().contacts.len() - contacts;
            assert!(made == 2 && keeping(&person) == Keeping::Saved, "operation {at}: {}", person.text());
            person.keys("q");
        }
        assert!(person.app.is_done(), "operation {at}: {}", person.text());
        person.disk().set_fault(None);
        assert_eq!(person.in_file().contacts.len(), contacts + made, "operation {at}");
    }
    assert!(stayed > 0, "the disk refused nothing");
}

#[test]
fn little_room_on_the_disk_is_said_once_and_again_when_something_does_not_fit() {
    let mut person = at_the_shelf();
    person.disk().set_fault(Some(Fault::Full(0)));
    person
        .keys("<Enter>")
        .sees("Queda poco espacio en el disco: 0,0 MB")
        .sees("Puedes seguir anotando")
        .sees_not("No se guardó");
    person.keys("<Down>").sees_not("poco espacio");
    person.keys("3").sees("disco está lleno").sees("Queda poco espacio").sees("SIN GUARDAR").sees("seguir mirando");
    person.keys("<Esc>").sees_not("poco espacio").disk().set_fault(None);
    person.keys("w").sees("✎ guardado");
}

#[test]
fn one_thing_to_say_does_not_hide_the_other() {
    let mut person = Person::at_school(Lang::Es);
    person.keys(CONTACT).keys("5lLo que escribía").sees("Lo que escribía");
    let mut person = person.again();
    person.keys("<Enter>").sees("Se recuperaron 3 cambios").sees("Aquí está lo que estabas escribiendo");
    person.sees("Lo que escribía").keys("<F2>").sees("Lo que escribía").sees("guardado");
}

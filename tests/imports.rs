//! Importing a file inside the program, typed as a person types it, in the real loop.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    fs::{self, File},
    path::Path,
    time::{Duration, SystemTime},
};

use support::{
    Person,
    mishaps::{MISHAPS, Seat},
    moment, small_school, to_match, today, weekly_school,
};
use tempfile::TempDir;
use tep_notebook::{
    app::{
        effect::Msg,
        import::{
            Death, Found, Trouble, Unread,
            picker::{Item, Listing},
            planned::{Planned, School},
        },
        lang::Lang,
        overlay::Overlay,
    },
    exchange::{
        Asked, Likeness, Question, Students,
        codes::ReadError,
        read::read,
        reading::{Reading, Wishes},
    },
    notebook::{
        Notebook,
        cycle::Step,
        edit::{Change, Deed, Edit},
        id::Ids,
        safe_text::SafeText,
        school::School as Header,
    },
    rules::identity::Rbd,
    run::{browse::Haunts, reader::Reader},
    store::fs::memory::Fault,
    term::Arrival,
    ui::theme::Theme,
};

const SEAT: Seat = (Lang::Es, (80, 24), Theme::Colour);
const ROSTER: &str = include_str!("data/messy/m01a_nomina_sige.csv");
const MONTH: &str = include_str!("data/messy/m17a_mineduc_asistencia.csv");

/// The list of students as one that the small school could have sent, with two rows of another school.
fn roster() -> String {
    let rbd = small_school().school.rbd.number();
    let mut lines: Vec<String> = ROSTER.lines().map(|line| line.replace(";99001;", &format!(";{rbd};"))).collect();
    for line in lines.iter_mut().rev().take(2) {
        *line = line.replace(&format!(";{rbd};"), ";99077;");
    }
    lines.join("\n") + "\n"
}

/// A home folder with tables, the newest first: one that was just downloaded, one of last week, one of last year.
fn home() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let downloads = dir.path().join("Descargas");
    fs::create_dir_all(downloads.join("Año 2020")).unwrap();
    put(&downloads, "nomina_sige.csv", roster().as_bytes(), 60);
    put(&downloads, "Asistencia MARZO.csv", MONTH.as_bytes(), 7 * 86_400);
    put(&downloads, "Matrícula.csv", b"AGNO;RBD\n", 400 * 86_400);
    put(&downloads, "foto.jpg", b"\xff\xd8", 5);
    put(&downloads.join("Año 2020"), "vacío.csv", b"", 300 * 86_400);
    age(&downloads.join("Año 2020"), 300 * 86_400);
    age(&downloads, 90_000);
    dir
}

fn put(folder: &Path, name: &str, content: &[u8], seconds: u64) {
    fs::write(folder.join(name), content).unwrap();
    age(&folder.join(name), seconds);
}

/// Lets a file be so many seconds old.
fn age(path: &Path, seconds: u64) {
    let at = u64::try_from(moment().timestamp()).unwrap() - seconds;
    File::open(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(at)).unwrap();
}

fn haunts(home: &TempDir) -> Haunts {
    let home = home.path().to_owned();
    Haunts { downloads: Some(home.join("Descargas")), home: Some(home), here: "/".into() }
}

fn at_school_in(home: &TempDir, (lang, size, theme): Seat) -> Person {
    let mut person = Person::among_files(lang, size, theme, &[small_school()], Reader::here(haunts(home)));
    person.keys("<Enter>3");
    person
}

fn at_school(home: &TempDir) -> Person {
    at_school_in(home, SEAT)
}

/// Students by RUN: those of the practice school have none.
fn with_run(notebook: &Notebook) -> usize {
    notebook.students.iter().filter(|student| student.run.is_some()).count()
}

#[test]
fn a_file_is_found_where_downloads_go_with_the_newest_on_top() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i").sees("Carpeta: ~/Descargas").sees("▸ nomina_sige.csv").sees_not("foto.jpg");
    insta::assert_snapshot!("picker_es", person.picture());
    person.keys("matri").sees("▸ Matrícula.csv").sees_not("nomina_sige");
    person.keys("<Esc>").sees("nomina_sige.csv").keys("<Esc>").sees("Estudiantes");
}

#[test]
fn one_walks_through_folders_by_list_by_path_and_by_completion() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("iaño<Enter>").sees("Carpeta: ~/Descargas/Año 2020").sees("▸ vacío.csv");
    person.keys("../").sees("Carpeta: ~/Descargas\n").sees("▸ nomina_sige.csv");
    person.keys("~/").sees("Carpeta: ~\n").sees("▸ Descargas");
    person.keys("desc<Tab>").sees("Carpeta: ~/Descargas\n").keys("nom<Tab>").sees("Archivo: nomina_sige.csv");
    // What a file manager pastes when a file is dropped into the window.
    person.keys("<Esc>").paste(&format!("'{}'", home.path().join("Descargas/Año 2020/vacío.csv").display()));
    person.sees("Carpeta: ~/Descargas/Año 2020").sees("▸ vacío.csv");
    person.keys("<Enter>").sees("No se leyó «vacío.csv»: está vacío").sees("Carpeta: ~/Descargas/Año 2020");
    person.keys("<Esc>nada/").sees("No se puede ver ~/Descargas/Año 2020/nada: no está ahí");
    person.keys("<Esc><Esc>").sees("Estudiantes");
}

#[test]
fn what_vanishes_between_looking_and_choosing_is_said() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i").sees("▸ nomina_sige.csv");
    fs::remove_file(home.path().join("Descargas/nomina_sige.csv")).unwrap();
    person.keys("<Enter>").sees("No se leyó «nomina_sige.csv»: no está ahí");
    person.keys("sin extensión<Enter>").sees("No se leyó «sin extensión»");
}

#[test]
fn a_list_is_imported_as_one_change_and_taken_back_with_one_key() {
    let home = home();
    let mut person = at_school(&home);
    let before = person.saved();
    person.keys("i<Enter>").sees("Nómina").sees("Qué cambia").sees("2 filas de 1 escuela de otras escuelas: 99077-");
    insta::assert_snapshot!("preview_es", person.picture());
    person.keys("<Enter>").sees("Archivo importado. «u» deshace.");
    let after = person.saved();
    assert!(with_run(&after) > with_run(&before), "{}", with_run(&after));
    assert!(
        after
            .students
            .iter()
            .all(|student| { student.run.as_ref().is_none_or(|run| run.reveal(to_match()).to_text().len() > 8) })
    );
    person.keys("u").sees("Deshecho: importar un archivo");
    assert!(person.saved() == before);
    person.keys("U").sees("Rehecho: importar un archivo");
    assert!(person.saved() == after);
    // The folder is remembered; and the same file has nothing new to say.
    person.keys("i<Enter>").sees("Sin cambios: el cuaderno ya sabe todo esto");
    person.keys("<Enter>").sees("Sin cambios: el cuaderno ya sabía todo");
    assert!(person.saved() == after);
}

/// A grid of the days of March 2021, as a course could have kept it.
fn grid() -> Vec<u8> {
    let letter = |byte: &u8| if *byte == 0x95 { '•' } else { char::from(*byte) };
    let text: String = include_bytes!("data/messy/m10a_grilla_diaria.csv").iter().map(letter).collect();
    text.replace("ABRIL 2024", "MARZO 2021").into_bytes()
}

#[test]
fn a_daily_grid_is_imported_and_the_chart_goes_by_week() {
    let home = home();
    put(&home.path().join("Descargas"), "grilla.csv", &grid(), 90);
    let mut person = at_school(&home);
    person.keys("1W").sees("la da una planilla diaria de asistencia").sees("Asistencia mensual");
    let bar = person.keys("<Esc>").text();
    assert!(!bar.contains("mes/semana"), "{bar}");
    person = at_school(&home);
    person.keys("igrilla<Enter>").sees("la asistencia queda por mes y por semana");
    person.keys("<Enter>").sees("Archivo importado. «u» deshace.");
    let saved = person.saved();
    let weeks = saved.students.iter().filter(|student| !student.weeks.is_empty()).count();
    assert_eq!(weeks, 8);
    person.keys("1").sees("Asistencia mensual").sees("W mes/semana");
    person.keys("W").sees("Asistencia semanal").sees("Sin conclusión: 5 puntos, faltan 5.").sees("mar");
    person.keys("3W").sees("está en el paso 1").keys("1").sees("Asistencia semanal");
    person.keys("W").sees("Asistencia mensual").keys("W").sees("Asistencia semanal");
    // What is taken back takes its weeks along, and the chart goes by month again.
    person.keys("uuuu").sees("Deshecho: importar un archivo");
    assert!(person.saved().students.iter().all(|student| student.weeks.is_empty()));
    person.keys("1").sees("Asistencia mensual").sees_not("W mes/semana");
}

#[test]
fn before_a_team_has_looked_no_key_turns_a_chart_that_nobody_sees() {
    let mut school = weekly_school();
    let unseen = school.change_cycle(Deed::GoToStep, |cycle| {
        cycle.step = Step::Infographic;
        cycle.predictions.clear();
        cycle.observation = SafeText::default();
    });
    school.apply(&unseen.unwrap()).unwrap();
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[school]);
    person.keys("<Enter>").sees_not("Asistencia mensual").sees_not("W mes/semana");
    person.keys("W").sees("Primero anoten lo que esperan («b»)").sees_not("Asistencia semanal");
    person.keys("<Enter>").sees("Asistencia mensual").sees("W mes/semana").keys("W").sees("Asistencia semanal");
}

#[test]
fn a_wall_sees_initials_and_the_end_of_a_run_until_names_are_shown() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i<Enter>").sees("CN …807-8").sees_not("CONSTANZA").sees_not("39902807");
    person.keys("v").sees("39902807-8 NÚÑEZ PEÑAILILLO, CONST");
    person.keys("v").sees_not("CONSTANZA");
}

#[test]
fn esc_goes_one_level_up_and_changes_nothing() {
    let home = home();
    let mut person = at_school(&home);
    let before = person.saved();
    person.keys("i<Enter>").sees("Qué cambia").keys("<Esc>").sees("Carpeta:").keys("<Esc>").sees("Estudiantes");
    assert!(person.saved() == before);
}

#[test]
fn the_preview_in_english_and_in_a_small_window_without_colours() {
    let home = home();
    let english = at_school_in(&home, (Lang::En, (80, 24), Theme::Colour)).keys("i<Enter>").picture();
    insta::assert_snapshot!("preview_en", english);
    let narrow: Seat = (Lang::Es, (60, 16), Theme::Plain);
    insta::assert_snapshot!("picker_narrow_plain", at_school_in(&home, narrow).keys("i").picture());
    let mut person = at_school_in(&home, narrow);
    person.keys("i<Enter>");
    insta::assert_snapshot!("preview_narrow_plain", person.picture());
    // Whatever does not fit is reached by going down, and by whole parts.
    person.keys("G").sees("«Promedio Final»").keys("<Tab>").sees("Qué cambia");
    person.keys("<Tab><Tab><Tab><Tab>").sees("Columnas");
    // No window is too small to be drawn in.
    for (columns, rows) in [(1, 1), (40, 10), (39, 9), (200, 3), (41, 11)] {
        person.resize(columns, rows);
    }
}

#[test]
fn every_key_of_an_import_stands_in_its_help() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i<F1>").sees("Elegir un archivo").sees("Completar lo escrito");
    person.keys("<Esc><Enter>?").sees("Antes de importar").sees("Decir qué significa la columna");
}

#[test]
fn a_column_that_was_misread_is_corrected_by_hand_and_the_correction_is_remembered() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i<Enter>e").sees("Elige primero una columna");
    // Down to the columns, and on to the average.
    person.keys("<Tab><Tab><Tab><Tab>").keys("<Down>");
    while !person.text().contains("▸ promedio") {
        person.keys("<Down>");
    }
    person.keys("e").sees("¿Qué dice la columna? «Promedio Final»");
    insta::assert_snapshot!("meanings_es", person.picture());
    person.keys("no leer<Enter>").sees("«Promedio Final» a mano").sees("(no se lee)").sees_not("prom. 5,4");
    assert!(settings(&person).contains("\"promedio final\":\"ignore\""), "{}", settings(&person));
    // Another evening, the same header.
    let mut person = at_school(&home);
    person.disk().put("/estado/settings.json", br#"{"columns":{"promedio final":"ignore"}}"#);
    person.keys("i<Enter>G").sees("«Promedio Final» a mano");
    while !person.text().lines().any(|line| line.contains("▸ (no se lee)") && line.contains("a mano")) {
        person.keys("<Up>");
    }
    person.keys("e").sees("¿Qué dice la columna? «Promedio Final»");
    person.keys("como lo<Enter>").sees_not("a mano").keys("gg").sees("prom. 5,4");
    assert!(!settings(&person).contains("promedio"), "{}", settings(&person));
}

fn settings(person: &Person) -> String {
    String::from_utf8(person.disk().get("/estado/settings.json").unwrap()).unwrap().replace(": ", ":")
}

/// A person whose files are never read unless the test says so.
fn waiting(notebooks: &[Notebook]) -> Person {
    let deaf = Reader::apart("/nowhere/tep".into(), Haunts::default(), |_| ());
    Person::among_files(SEAT.0, SEAT.1, SEAT.2, notebooks, deaf)
}

/// The number of what the import waits for.
fn number(person: &Person) -> u64 {
    let import = person.app.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Import(import) => Some(import.number()),
        _ => None,
    });
    import.unwrap()
}

fn answers(person: &mut Person, answer: impl FnOnce(u64) -> Msg) {
    let number = number(person);
    person.arrives(vec![Arrival::Reply(answer(number))]);
}

/// A folder with one file in it.
fn listing(number: u64) -> Msg {
    let item = Item {
        path: "/home/ana/lista.csv".into(),
        name: SafeText::line("lista.csv"),
        is_folder: false,
        changed: None,
        size: 1_000,
    };
    let listing = Listing { folder: "/home/ana".into(), shown: "~".into(), items: vec![item], is_cut: false };
    Msg::Listed { number, result: Ok(listing) }
}

fn reading(table: &str) -> Box<Reading> {
    Box::new(read(table.as_bytes(), &Wishes::default(), today()).unwrap())
}

#[test]
fn whoever_waits_sees_how_far_it_is_and_leaves_at_once() {
    let mut person = waiting(&[small_school()]);
    person.keys("<Enter>3i").sees("Mirando la carpeta…");
    // Enter before the folder is there is not lost.
    person.keys("<Enter>");
    answers(&mut person, listing);
    person.sees("Leyendo «lista.csv»").sees("Esc cancela");
    answers(&mut person, |number| Msg::ReadSoFar { number, done: 30, total: 100 });
    person.sees("30 %");
    insta::assert_snapshot!("reading_es", person.picture());
    // Few bytes: what has changed of the bar, and the number.
    let before = person.screen.bytes_written();
    answers(&mut person, |number| Msg::ReadSoFar { number, done: 34, total: 100 });
    assert!(person.screen.bytes_written() - before < 80, "{}", person.screen.bytes_written() - before);
    let late = number(&person);
    person.keys("<Esc>").sees("Carpeta: ~");
    person.arrives(vec![Arrival::Reply(Msg::Read { number: late, end: Ok(Found::Table(reading(ROSTER))) })]);
    person.sees("Carpeta: ~").sees_not("Qué cambia");
}

#[test]
fn whatever_kills_the_reading_is_said_and_costs_nothing_else() {
    let mut person = waiting(&[small_school()]);
    person.keys("<Enter>3i");
    let before = person.saved();
    answers(&mut person, listing);
    for (trouble, sentence) in [
        (Trouble::Died(Death::TooHeavy), "es demasiado pesado"),
        (Trouble::Died(Death::TooSlow), "tardó más de dos minutos"),
        (Trouble::Died(Death::Broken), "la lectura falló por dentro"),
        (Trouble::Died(Death::NotStarted), "no se pudo iniciar"),
        (Trouble::Unread(Unread::NotAllowed), "falta permiso"),
        (Trouble::Refused(ReadError::NoStudentColumn), "ninguna columna"),
    ] {
        person.keys("<Enter>").sees("Leyendo");
        answers(&mut person, |number| Msg::Read { number, end: Err(trouble) });
        person.sees("No se leyó «lista.csv»").sees(sentence).sees("Carpeta: ~");
    }
    assert!(person.saved() == before);
}

#[test]
fn a_row_that_may_be_a_known_student_is_asked_about_one_by_one() {
    let mut person = waiting(&[small_school()]);
    person.keys("<Enter>3i");
    answers(&mut person, listing);
    person.keys("<Enter>");
    answers(&mut person, |number| Msg::Read { number, end: Ok(Found::Table(reading(ROSTER))) });
    person.sees("Comparando con el cuaderno…").keys("<Enter>").sees("Comparando");
    let asking = |left: usize| planned(small_school(), (0..2).skip(2 - left).collect());
    answers(&mut person, |number| Msg::Planned { number, planned: asking(2) });
    person.sees("2 preguntas por responder (2)").keys("<Enter>").sees("¿La misma persona? · quedan 2");
    insta::assert_snapshot!("question_es", person.picture());
    person.keys("v").sees("CONSTANZA").keys("v");
    person.keys("1").sees("última pregunta").keys("<Esc>").sees("2 preguntas por responder (1)");
    person.keys("<Enter>3").sees("Comparando con el cuaderno…");
    // What was answered is in the plan; what was left out stays a question without being one any more.
    answers(&mut person, |number| Msg::Planned { number, planned: asking(1) });
    person.sees("1 pregunta, ya con respuesta").sees("1 ya no aparece (se conserva)").keys("<Enter>");
    person.sees("Archivo importado").keys("u").sees("Deshecho: importar un archivo");
}

/// A plan that changes how many students the school can follow, and asks about these records.
fn planned(mut notebook: Notebook, records: Vec<usize>) -> Planned {
    let mut after = notebook.school.clone();
    after.capacity = Some(7);
    let edit = Edit { deed: Deed::Import, changes: vec![Change::replace(notebook.school.clone(), after)] };
    notebook.apply(&edit).unwrap();
    let known = notebook.students.iter().next().unwrap().clone();
    let question = |record: usize| Question {
        asked: Asked { file: 0, record },
        row: u32::try_from(record).unwrap() + 2,
        known: Box::new(known.clone()),
        likeness: Likeness::NameOnly,
    };
    let school = School {
        absent: vec![known.id],
        questions: records.into_iter().map(question).collect(),
        notebook: Box::new(notebook),
        path: None,
        edit: Some(edit),
        created: false,
        students: Students::default(),
    };
    Planned { schools: vec![school], ..Planned::default() }
}

fn real_school(rbd: u32, name: &str) -> Notebook {
    let mut ids = Ids::Seeded(u64::from(rbd));
    Notebook::new(ids.next(moment()), Header::new(Rbd::new(rbd).unwrap(), SafeText::line(name)))
}

#[test]
fn from_the_shelf_every_row_goes_to_its_school_and_a_missing_notebook_is_made_only_when_asked() {
    let home = home();
    let month = MONTH.replacen(";99002;", ";99003;", 3);
    put(&home.path().join("Descargas"), "Mes.csv", month.as_bytes(), 1);
    let books = [real_school(99_002, "Escuela Ñandú"), real_school(99_004, "Escuela Otra")];
    let mut person = Person::among_files(SEAT.0, SEAT.1, SEAT.2, &books, Reader::here(haunts(&home)));
    person.keys("i").sees("▸ Mes.csv").keys("<Enter>").sees("Escuela Ñandú 99002-7: ").sees("nuevos");
    person.sees("3 filas de 1 escuela sin cuaderno («c» los crea): 99003-");
    insta::assert_snapshot!("preview_shelf_es", person.picture());
    person.keys("c").sees("(cuaderno nuevo)").keys("c").sees_not("(cuaderno nuevo)").keys("c");
    person.keys("<Enter>").sees("Archivo importado en 2 cuadernos").sees("99003-");
    let paths = person.shelf.paths().unwrap();
    let students = |person: &Person, at: usize| person.shelf.view(&paths[at]).unwrap().notebook.students.len();
    assert_eq!((paths.len(), students(&person, 2)), (3, 0));
    assert!(students(&person, 0) > 0 && students(&person, 1) > 0);
    // Each notebook takes it back by itself.
    person.keys("/99002<Enter><Enter>").sees("99002-").keys("u").sees("Deshecho: importar un archivo");
    assert_eq!((students(&person, 0), students(&person, 1) > 0), (0, true));
}

#[test]
fn a_file_of_schools_without_a_notebook_is_not_said_to_be_known_already() {
    let home = home();
    put(&home.path().join("Descargas"), "Mes.csv", MONTH.as_bytes(), 1);
    let mut person = Person::among_files(SEAT.0, SEAT.1, SEAT.2, &[], Reader::here(haunts(&home)));
    person.keys("i").sees("▸ Mes.csv").keys("<Enter>").sees("Nada se importará: son filas de escuelas sin cuaderno");
    person.keys("<Enter>").sees("Nada se importó: todas las filas quedan fuera").sees_not("Sin cambios");
    person.keys("c<Enter>").sees("Archivo importado en");
    assert!(!person.shelf.paths().unwrap().is_empty());
}

#[test]
fn a_disk_that_fails_says_what_was_written_and_what_was_not() {
    let home = home();
    let books = [real_school(99_002, "Escuela Ñandú")];
    let mut person = Person::among_files(SEAT.0, SEAT.1, SEAT.2, &books, Reader::here(haunts(&home)));
    person.keys("iasistencia<Enter>").sees("Qué cambia");
    person.disk().set_fault(Some(Fault::From(0, std::io::ErrorKind::StorageFull)));
    person.keys("<Enter>").sees("Algo no resultó").sees("La importación quedó a medias");
}

#[test]
fn a_table_that_does_not_say_its_school_asks_into_which_notebook() {
    let books = [real_school(99_002, "Escuela Ñandú"), real_school(99_004, "Escuela Otra")];
    let mut person = waiting(&books);
    person.keys("i");
    answers(&mut person, listing);
    person.keys("<Enter>");
    answers(&mut person, |number| Msg::Read { number, end: Ok(Found::Table(reading(ROSTER))) });
    answers(&mut person, |number| Msg::Planned { number, planned: Planned { unsaid: 14, ..Planned::default() } });
    person.sees("14 filas no dicen de qué escuela son");
    person.keys("<Enter>").sees("¿De qué escuela son las filas?").sees("Escuela Ñandú 99002-");
    insta::assert_snapshot!("schools_es", person.picture());
    person.keys("nandu<Enter>").sees("Comparando con el cuaderno…");
    answers(&mut person, |number| Msg::Planned { number, planned: Planned::default() });
    person.sees("Sin cambios").keys("<Enter>").sees("Sin cambios").sees("Escuela Otra");
}

#[test]
fn in_a_notebook_that_can_only_be_read_nothing_is_imported_and_it_is_said() {
    let (_, held) = MISHAPS.iter().find(|(name, _)| *name == "held").unwrap();
    let mut person = held(SEAT);
    person.keys("i").sees("Sólo lectura").sees_not("Importar un archivo");
}

#[test]
fn an_import_speaks_ascii_where_the_terminal_knows_nothing_else() {
    let home = home();
    for keys in ["i", "i<Enter>", "i<Enter>Ge", "i<Enter>?"] {
        let mut person = at_school(&home);
        person.keys(keys);
        assert!(person.screen.cursor().is_some(), "{keys} has no cursor");
        let output = person.in_ascii().screen.output_mut().clone();
        assert!(output.is_ascii() && output.len() > 500, "{keys}: {} bytes", output.len());
    }
}

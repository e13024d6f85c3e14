//! What a team does in a meeting, typed as it types it, in the real loop with a disk in memory.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

#[path = "journeys/handover.rs"]
mod handover;
#[path = "journeys/list.rs"]
mod list;
mod support;

use support::{Person, author, moment, small_school, today};
use tep_notebook::{
    app::card::CardLine,
    app::effect::Msg,
    app::lang::Lang,
    notebook::{
        action::Action,
        contact::Contact,
        edit::{Change, Deed, Edit},
        problem::Problem,
        safe_text::SafeText,
    },
    notebook::{
        action::ActionState,
        contact::{ContactKind, ContactResult, ContactWith},
        cycle::{Criterion, Fate, Step},
    },
    store::{
        fs::memory::Fault,
        history::{Happened, Recorded},
    },
    term::Arrival,
    ui::theme::Theme,
};

#[test]
fn a_team_begins_with_an_empty_folder_and_ends_its_first_cycle() {
    let mut person = Person::new(Lang::Es);
    person.sees("No hay cuadernos en esta carpeta");
    person.keys("n99001-9<Tab>Escuela Peñalolén<F2>").sees("Escuela Peñalolén 99001-9").sees("guardado");
    person.keys("oQue nadie falte<Enter>").sees("«Que nadie falte»").sees("[1 Infografía");
    person.keys("IFaltan datos de junio<F2>").sees("1 Infografía ✓");
    person
        .keys(">dMuchas ausencias los lunes<Tab><Right><Tab>8 de 20<Tab><Right><Tab>pierden el hilo<Tab><Right><Tab>es nuestro horario<F2>")
        .sees("Muchas ausencias los lunes");
    person.keys("tllamamos el mismo día<Tab>vuelven antes<Tab>se sienten esperados<Tab>menos ausencias<Tab>+30<F2>");
    person.sees("2 Desafío ✓");
    person.keys(">>aLlamar el mismo día<Tab>Inspectoría<Tab><Tab>+7<F2>").sees("Llamar el mismo día");
    person
        .keys(">lLlamar en la tarde sirve<Tab>«Ahora contestan»<Tab><Tab><Tab>Registro<F2>")
        .sees("Llamar en la tarde sirve");
    person.keys("C<Right><Tab>Sirvió<Tab> 2<F2>").sees("Ciclo 2 · 2021");

    let saved = person.saved();
    let first = saved.cycles.iter().find(|cycle| cycle.number == 1).unwrap();
    let closing = first.closing.as_ref().unwrap();
    assert_eq!((closing.fate, closing.reason.as_str()), (Fate::Maintained, "Sirvió"));
    assert_eq!(first.challenge.urgent, Criterion::Yes);
    assert_eq!(first.step, Step::Learnings);
    let second = saved.open_cycle().unwrap();
    assert_eq!((second.number, second.name.as_str()), (2, "Que nadie falte 2"));
    assert_eq!(second.theory.if_we.as_str(), "llamamos el mismo día");
    let carried: Vec<_> = saved.actions_of(second.id).collect();
    assert_eq!(carried.len(), 1);
    assert!(carried[0].carried_from.is_some());
}

#[test]
fn closing_a_cycle_asks_for_fate_and_reason_and_loses_nothing() {
    let mut person = Person::at_school(Lang::Es);
    let before = person.saved();
    person.keys("C<F2>").sees("1 mantenida").sees("Falta completar");
    person.keys("<Esc>");
    assert_eq!(person.saved(), before);
    person.keys("C<Right><Right><Right><Tab>Cambió el equipo<F2>");
    let saved = person.saved();
    let closed = saved.cycles.iter().max_by_key(|cycle| (!cycle.is_open(), cycle.number)).unwrap();
    assert_eq!(closed.closing.as_ref().unwrap().fate, Fate::Replaced);
    assert!(saved.open_cycle().unwrap().theory.if_we.is_empty(), "a replaced theory leaves the form empty");
    assert_eq!(saved.open_cycle().unwrap().focus, closed.focus);
}

#[test]
fn a_contact_is_logged_in_few_keys_and_the_list_answers() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    let (contact, _) = logged(&mut person, "c<Tab><Right><Enter>");
    person.sees("Contacto registrado").sees("hoy");
    assert_eq!((contact.on, contact.result), (today(), ContactResult::Reached));
}

/// Types, and gives the one record that came of it, and how many keys it took; the words of a note, between bars, are not
/// counted.
fn logged(person: &mut Person, typed: &str) -> (Contact, usize) {
    let before = person.saved().contacts;
    person.keys(&typed.replace('|', ""));
    let saved = person.saved();
    let mut new: Vec<Contact> = saved.contacts.iter().filter(|contact| !before.contains(contact.id)).cloned().collect();
    assert_eq!(new.len(), 1, "{typed}");
    (new.remove(0), typed.split('|').step_by(2).map(|keys| support::parse(keys).len()).sum())
}

#[test]
fn what_a_team_logs_every_day_takes_it_nine_keys_at_most() {
    let mut person = Person::at_school(Lang::Es);
    let in_days = |days| today().checked_add_days(chrono::Days::new(days));
    let cases: [(&str, ContactKind, ContactWith, ContactResult, Option<_>, &str, bool); 5] = [
        ("c1117d<Enter>", ContactKind::Call, ContactWith::Guardian, ContactResult::Reached, in_days(7), "", false),
        ("c32<Enter>", ContactKind::Visit, ContactWith::Guardian, ContactResult::NoAnswer, None, "", false),
        ("c322lu<Enter>", ContactKind::Visit, ContactWith::Student, ContactResult::NoAnswer, in_days(7), "", false),
        (
            "c211<Tab>|vuelve el lunes|<F2>",
            ContactKind::Message,
            ContactWith::Guardian,
            ContactResult::Reached,
            None,
            "vuelve el lunes",
            false,
        ),
        (
            "c111<Tab>|lo pidió así|<Tab>2<F2>",
            ContactKind::Call,
            ContactWith::Guardian,
            ContactResult::Reached,
            None,
            "lo pidió así",
            true,
        ),
    ];
    person.keys("3");
    for (typed, kind, with, result, next, note, restricted) in cases {
        let (contact, keys) = logged(&mut person, typed);
        assert!(keys <= 9, "{typed}: {keys} keys");
        assert_eq!((contact.on, contact.kind, contact.with), (today(), kind, with), "{typed}");
        assert_eq!((contact.result, contact.next), (result, next), "{typed}");
        assert_eq!((contact.note.as_str(), contact.restricted), (note, restricted), "{typed}");
    }
}

#[test]
fn a_row_of_calls_is_answered_once_and_the_result_every_time() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    let (first, _) = logged(&mut person, "c322<BackTab><BackTab><BackTab><BackTab><Ctrl-U>Dupla 7B<F2>");
    assert_eq!((first.kind, first.by.as_str()), (ContactKind::Visit, "Dupla 7B"));
    // The next one is as the last one, but for what came of it.
    person.keys("jc<F2>").sees("Falta completar «Resultado»").keys("<Esc>");
    let (second, _) = logged(&mut person, "c<Tab>1<F2>");
    assert_eq!((second.kind, second.with, second.result), (first.kind, ContactWith::Student, ContactResult::Reached));
    assert_eq!((&second.by, second.next), (&first.by, None));
}

#[test]
fn a_review_of_work_is_followed_up_and_no_contact() {
    let mut person = Person::at_school(Lang::Es);
    let rate = |person: &Person| person.app.open.as_ref().unwrap().indicators.contact;
    let before = rate(&person);
    let (review, keys) = logged(&mut person, "3R2<Enter>");
    assert!(keys <= 9, "{keys} keys");
    person.sees("Revisión de trabajos registrada");
    assert_eq!((review.kind, review.result), (ContactKind::ReviewOfWork, ContactResult::PartlyHandedIn));
    assert_eq!((review.on, rate(&person)), (today(), before));
    let open = person.app.open.as_ref().unwrap();
    let row = open.row(review.student).unwrap();
    assert!(row.followed_up && row.last_contact != Some(today()));
    person.keys("<Enter>").sees("revisión de trabajos, entregados en parte");
    // It is corrected and removed as what it is.
    while !matches!(
        person.app.open.as_ref().unwrap().card.as_ref().unwrap().list.selected(),
        Some(CardLine::Contact(id)) if id == review.id
    ) {
        person.keys("<Down>");
    }
    person.keys("e").sees("Corregir una revisión de trabajos").keys("1<F2>").sees("Revisión de trabajos corregida");
    assert_eq!(person.saved().contacts.get(review.id).unwrap().result, ContactResult::HandedIn);
    person.keys("xs").sees("Revisión de trabajos eliminada");
    assert!(!person.saved().contacts.contains(review.id));
}

#[test]
fn the_contact_analysis_shows_every_course_and_scrolls_to_its_end() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3A").sees("Análisis de contactos").sees("Tasa de contacto").sees("15-06-2021 – 28-06-2021");
    person.sees("Por curso").sees("nadie");
    person.keys("<PgDn><PgDn><PgDn><PgDn>").sees("Revisión de trabajos").sees("no entregados");
    person.keys("<Esc>").sees("[3 Datos]");
}

#[test]
fn an_action_that_would_end_before_it_begins_is_refused_and_the_words_stay() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4aApoyo en lectura<Tab>UTP<Tab>+7<Tab>+3<F2>").sees("«Para el» no puede ser antes que «Desde el»");
    person.keys("<Ctrl-U>+20<F2>").sees("Apoyo en lectura");
    let saved = person.saved();
    let action = saved.actions.iter().find(|action| action.what.as_str() == "Apoyo en lectura").unwrap();
    assert_eq!(action.start, today().checked_add_days(chrono::Days::new(7)));
    // Nor is it done before it begins.
    person.keys("/lectura<Enter> ").sees("«Término» no puede ser antes que «Desde el»");
    assert!(person.saved().actions.get(action.id).unwrap().is_open());
}

#[test]
fn an_action_is_done_with_one_key_and_taken_up_again_with_the_same() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4");
    let open = |person: &Person| person.saved().actions.iter().filter(|action| action.is_open()).count();
    let before = open(&person);
    let id = person.app.open.as_ref().unwrap().actions.selected().unwrap();
    person.keys(" ").sees("Acción cumplida");
    assert_eq!(open(&person), before - 1);
    assert_eq!(person.saved().actions.get(id).unwrap().state, ActionState::Done { on: today() });
    person.keys("u").sees("Deshecho: cumplir una acción");
    assert_eq!(open(&person), before);
    person.keys("U").sees("Rehecho: cumplir una acción");
    assert_eq!(open(&person), before - 1);
}

#[test]
fn changing_the_words_of_an_action_keeps_the_old_ones() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4");
    let id = person.app.open.as_ref().unwrap().actions.selected().unwrap();
    let old = person.saved().actions.get(id).unwrap().clone();
    person.keys("<Enter><Ctrl-U>Otra cosa<F2>");
    let new = person.saved().actions.get(id).unwrap().clone();
    assert_eq!(new.what.as_str(), "Otra cosa");
    assert_eq!(new.adjustments.last().unwrap().was, old.what);
}

#[test]
fn everything_can_be_taken_back_to_the_first_byte() {
    let mut person = Person::at_school(Lang::Es);
    let before = person.saved();
    person.keys("3c<Tab><Right><Enter>flUna cosa<F2>4axyz<F2>x");
    person.keys("s").keys("5<Enter><Ctrl-A>Más: <F2>");
    let after = person.saved();
    assert_ne!(before, after);
    person.keys("uuuuuuuuuuuuuuuuuuuuuuuu").sees("No hay nada que deshacer");
    assert_eq!(person.saved(), before);
    person.keys("UUUUUUUUUUUUUUUUUUUUUUUU").sees("No hay nada que rehacer");
    assert_eq!(person.saved(), after);
}

#[test]
fn removing_asks_names_the_thing_and_no_is_the_safe_answer() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("5lQueda escrito<F2>");
    let count = person.saved().learnings.len();
    person.keys("x").sees("¿Seguro?");
    person.keys("<Enter>");
    assert_eq!(person.saved().learnings.len(), count);
    person.keys("xs").sees("Aprendizaje eliminado");
    assert_eq!(person.saved().learnings.len(), count - 1);
}

#[test]
fn a_half_typed_form_is_not_thrown_away_by_one_key() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("aLlamar a las familias<Esc>").sees("¿Cerrar sin guardar");
    person.keys("<Enter>").sees("Llamar a las familias");
    person.keys("<Esc>s").sees_not("Llamar a las familias");
}

#[test]
fn names_are_hidden_until_asked_for_and_hide_again_by_themselves() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    let saved = person.saved();
    let id = person.app.open.as_ref().unwrap().students.selected().unwrap();
    let student = saved.students.get(id).unwrap();
    let surname = student.paternal_surname.reveal(tep_notebook::notebook::personal::Reveal::ToMatch).to_owned();
    person.sees(&student.code()).sees_not(&surname);
    let is_told = |person: &Person| person.happened().iter().any(|one| one.what == Happened::Revealed);
    assert!(!is_told(&person), "nothing was shown yet");
    person.keys("v").sees(&surname);
    assert!(is_told(&person));
    person.wait(29).sees(&surname);
    person.wait(2).sees_not(&surname).sees(&student.code());
    person.keys("v").sees(&surname);
    person.keys("v").sees_not(&surname);
    // Twice shown, twice written down, with who and when; hiding is nothing to account for.
    let history = person.happened();
    let shown: Vec<&Recorded> = history.iter().filter(|one| one.what == Happened::Revealed).collect();
    assert_eq!(shown.len(), 2, "{history:?}");
    assert!(shown.iter().all(|one| one.by == author().user && one.at >= moment()), "{shown:?}");
}

#[test]
fn leaving_an_empty_search_does_not_leave_the_notebook() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3/<Esc>").sees("[3 Datos]").sees_not("Buscar:");
    person.keys("/<Enter>").sees("[3 Datos]").sees_not("Buscar:");
    person.keys("<Esc>").sees("Estante");
}

#[test]
fn a_team_reviews_the_list_pins_a_student_sets_one_aside_and_gives_both_back() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3").sees("hasta aquí, la lista").sees("con señal").sees("con matrícula");
    let first = |person: &Person| person.app.open.as_ref().unwrap().review.rows[0].student;
    let before = first(&person);
    // Somebody far below the line, whom the team knows better than the rules.
    person.keys("jjjjjjjjjjjjjj");
    let pinned = person.app.open.as_ref().unwrap().students.selected().unwrap();
    assert_ne!(pinned, before);
    person.keys("p<F2>").sees("Falta completar «Motivo»").keys("vuelve de una licencia<F2>").sees("lugar fijo");
    let open = person.app.open.as_ref().unwrap();
    assert_eq!(
        (open.review.rows[0].student, open.students.selected()),
        (pinned, Some(pinned)),
        "first, and still in hand"
    );
    assert!(open.review.rows[0].in_list);
    person.sees_not("licencia");
    let attention = person.saved().students.get(pinned).unwrap().attention.clone().unwrap();
    assert_eq!((attention.reason.as_str(), attention.on), ("vuelve de una licencia", today()));
    person.keys("p").sees("de vuelta en el orden");
    assert_eq!(first(&person), before);
    person.keys("gPcon la dupla<Tab><Ctrl-U>+14<F2>").sees("aparte hasta");
    assert_ne!(first(&person), before);
    person.keys("uuu").sees("Deshecho");
    assert_eq!(first(&person), before);
    assert!(person.saved().students.get(pinned).unwrap().attention.is_none());
}

#[test]
fn every_figure_on_a_card_says_what_it_is_made_of() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3<Enter>g<Enter>").sees("vino ").sees("Tramo:").sees("Cálculo: (85 ×").sees("Fuente del tramo:");
    person.keys("<Esc>j<Enter>").sees("asignaturas)").sees("Decreto 67:").sees("artículo 10");
    person.keys("<Esc>j<Enter>").sees("con matrícula").keys("<Esc>");
    person.keys("j<Enter>").sees("Regla:").sees("Umbral:").sees("Fuente:").keys("<Esc>");
    // From the foot of a long card and back: the cursor is never out of sight.
    for key in ["G", "k", "k", "k", "k", "k", "k", "g", "G"] {
        person.keys(key);
        let shown = person.text().lines().filter(|line| line.contains('▸')).count();
        assert_eq!(shown, 1, "{key}: {}", person.text());
    }
}

#[test]
fn a_search_finds_without_accents_and_shows_no_name() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    let all = person.app.open.as_ref().unwrap().students.entries().len();
    person.keys("/nunezz<Backspace>");
    let open = person.app.open.as_ref().unwrap();
    let found = open.students.entries().len();
    assert!(found < all, "{found} of {all}");
    person.sees("Buscar: nunez").sees_not("Núñez");
    person.keys("<Enter>").sees("Buscar: nunez");
    person.keys("<Esc>").sees_not("Buscar:");
    assert_eq!(person.app.open.as_ref().unwrap().students.entries().len(), all);
}

#[test]
fn sorting_keeps_the_person_on_the_same_student() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3jjj");
    let selected = |person: &Person| person.app.open.as_ref().unwrap().students.selected();
    let before = selected(&person);
    person.keys("s").sees("Orden: por curso");
    assert_eq!(selected(&person), before);
    person.keys("sss").sees("Orden: por último contacto");
    assert_eq!(selected(&person), before);
}

#[test]
fn the_language_changes_while_running_and_is_remembered() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3L").sees("Students").sees("saved").sees("What do the data show");
    person.keys("L").sees("Estudiantes");
}

#[test]
fn the_palette_finds_a_command_in_both_languages_and_runs_it() {
    let mut person = Person::at_school(Lang::Es);
    person.keys(":theory").sees("Escribir la teoría de acción");
    person.keys("<Enter>").sees("Paso 2 · Teoría de acción");
}

#[test]
fn letters_in_a_field_are_letters() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4aquiz LuU?:/v<F2>").sees("quiz LuU?:/v");
}

#[test]
fn a_wrong_answer_stays_in_the_form_with_a_sentence_beside_it() {
    let mut person = Person::new(Lang::Es);
    person.keys("n99001-4<Tab>Escuela<F2>").sees("El dígito no coincide: con ese RBD sería 9");
    person.keys("<Ctrl-U>abc<F2>").sees("El RBD es un número");
    person.keys("<Ctrl-U>99001-9<Tab><Ctrl-U><F2>").sees("Falta completar «Nombre»");
    assert!(person.shelf.paths().unwrap().is_empty());
    let mut person = Person::at_school(Lang::Es);
    person.keys("3c<Tab><Right><BackTab><BackTab><BackTab>31-02-2021<F2>").sees("Ese día no existe");
    person.keys("<Ctrl-U>+3<F2>").sees("está en el futuro");
}

#[test]
fn a_second_notebook_for_a_school_is_refused_and_the_first_stays() {
    let mut person = Person::new(Lang::Es);
    person.keys("n99001-9<Tab>Escuela Uno<F2><Esc>");
    person.keys("n99001-9<Tab>Escuela Dos<F2>").sees("Ya hay un cuaderno de esa escuela");
    assert_eq!(person.saved().school.name.as_str(), "Escuela Uno");
}

#[test]
fn a_disk_that_refuses_is_said_and_nothing_is_lost() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    person.disk().set_fault(Some(Fault::From(1, std::io::ErrorKind::StorageFull)));
    person.keys("c<Tab><Right><Enter>").sees("No se guardó").sees("disco está lleno");
    person.keys("<Esc>").sees("SIN GUARDAR");
    person.keys("q").sees("no se pudo guardar");
    person.keys("<Esc>");
    assert!(!person.app.is_done());
    person.disk().set_fault(None);
    let contacts = person.app.open.as_ref().unwrap().notebook().contacts.len();
    person.keys("f").sees("guardado");
    assert_eq!(person.saved().contacts.len(), contacts);
}

#[test]
fn a_change_typed_ahead_of_the_disk_is_saved_before_the_notebook_is_left() {
    for way in ["<Esc>", "q"] {
        let mut person = Person::at_school(Lang::Es);
        person.keys("3");
        let contacts = person.saved().contacts.len();
        person.keys_ahead(&format!("c<Tab><Right><Enter>{way}"));
        assert_eq!(person.saved().contacts.len(), contacts + 1, "typed ahead with {way}");
    }
}

#[test]
fn who_quits_ahead_of_a_disk_that_refuses_is_still_asked() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    person.disk().set_fault(Some(Fault::From(1, std::io::ErrorKind::StorageFull)));
    person.keys_ahead("c<Tab><Right><Enter>q");
    assert!(!person.app.is_done());
    person.sees("No se guardó");
    person.disk().set_fault(None);
    person.keys("<Esc>w").sees("guardado");
    person.keys("q");
    assert!(person.app.is_done());
}

#[test]
fn a_text_that_nobody_touched_stays_letter_by_letter() {
    let mut school = support::small_school();
    let cycle = school.open_cycle().unwrap().id;
    let before = school.actions_of(cycle).find(|action| action.is_open()).unwrap().clone();
    let long = SafeText::stored(format!("{} \t", "palabra ".repeat(40)));
    let after = Action { what: long.clone(), ..before.clone() };
    school.apply(&Edit::one(Deed::ChangeAction, Change::replace(before.clone(), after))).unwrap();
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[school]);
    person.keys("<Enter>4/palabra<Enter><Enter>");
    person.keys("<Tab><Tab><Tab><Tab><Right><F2>");
    let saved = person.saved();
    let action = saved.actions.get(before.id).unwrap();
    assert_ne!(action.kind, before.kind);
    assert_eq!(action.what, long);
    assert_eq!(action.adjustments, before.adjustments, "no adjustment that nobody made");
}

#[test]
fn a_reason_that_was_typed_is_kept() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4");
    let id = person.app.open.as_ref().unwrap().actions.selected().unwrap();
    person.keys("<Enter><BackTab>feriado largo<F2>");
    let saved = person.saved();
    assert_eq!(saved.actions.get(id).unwrap().adjustments.last().unwrap().reason.as_str(), "feriado largo");
}

#[test]
fn a_closed_cycle_keeps_its_record() {
    let book = Person::at_school(Lang::Es).saved();
    let closed = book.cycles.iter().find(|cycle| !cycle.is_open()).unwrap();
    let action = book.actions_of(closed.id).next().unwrap().clone();
    let mut other = book.clone();
    let changed = Action { what: SafeText::line("Otra historia"), ..action.clone() };
    let refused = other.apply(&Edit::one(Deed::ChangeAction, Change::replace(action, changed)));
    assert_eq!(refused, Err(vec![Problem::CycleClosed { number: closed.number }]));
    assert_eq!(other, book);
}

#[test]
fn a_reserved_note_is_not_opened_on_the_wall() {
    let mut school = support::small_school();
    let before = school.contacts.iter().next().unwrap().clone();
    let secret = Contact { note: SafeText::note("algo reservado"), restricted: true, ..before.clone() };
    school.apply(&Edit::one(Deed::ChangeContact, Change::replace(before.clone(), secret))).unwrap();
    let code = school.students.get(before.student).unwrap().code();
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[school]);
    person.keys(&format!("<Enter>3/{code}<Enter><Enter>"));
    while !matches!(
        person.app.open.as_ref().unwrap().card.as_ref().unwrap().list.selected(),
        Some(CardLine::Contact(id)) if id == before.id
    ) {
        person.keys("<Down>");
    }
    person.keys("e").sees("reservada").sees_not("algo reservado");
    person.keys("ve").sees("algo reservado");
}

#[test]
fn what_was_typed_for_a_new_school_survives_a_refusal() {
    let mut person = Person::new(Lang::Es);
    person.keys("n99001-9<Tab>Escuela Uno<F2><Esc>");
    person.keys("n99001-9<Tab>Escuela Dos<F2><Esc>").sees("Escuela Dos");
}

#[test]
fn a_notebook_that_cannot_be_opened_leaves_the_shelf_as_it_is() {
    let mut person = Person::in_practice(Lang::Es);
    let file = person.shelf.paths().unwrap().remove(0);
    person.keys("sG");
    person.disk().put(&file, b"{");
    let shown = person.app.shelf.lines.len();
    person.keys("g<Enter>");
    person.keys("<Esc>");
    assert_eq!(person.app.shelf.lines.len(), shown);
    person.sees_not("No hay cuadernos");
}

#[test]
fn what_another_thread_of_the_program_says_is_heard_and_acted_upon() {
    let mut person = Person::new(Lang::Es);
    person
        .shelf
        .create(small_school(), &support::author(), person.app.now.at)
        .unwrap()
        .close(person.app.now.at)
        .unwrap();
    person.sees_not("99012");
    person.arrives(vec![Arrival::Reply(Msg::PracticeMade(Ok(1)))]).sees("99012");
}

#[test]
fn a_program_that_comes_back_draws_the_whole_screen() {
    let mut person = Person::at_school(Lang::Es);
    let (whole, text) = (person.screen.output_mut().len(), person.text());
    person.screen.output_mut().clear();
    person.arrives(vec![Arrival::Reply(Msg::Resumed)]);
    assert!(person.screen.output_mut().is_empty(), "to mark the time is not to draw");
    person.arrives(vec![Arrival::Suspend]);
    assert!(person.screen.output_mut().len() > 1_000, "{} of {whole} bytes", person.screen.output_mut().len());
    assert_eq!(person.text(), text);
}

#[test]
fn whoever_types_on_after_esc_is_still_in_the_form() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("lLlamar en la tarde<Esc>").sees("sin guardar lo que escribiste");
    person.keys(" a las familias").sees("Llamar en la tarde a las familias");
}

#[test]
fn names_shown_for_one_notebook_are_hidden_in_the_next() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("v");
    assert!(person.app.shows_names());
    person.keys("<Esc><Enter>");
    assert!(person.app.open.is_some() && !person.app.shows_names());
}

#[test]
fn the_whole_infographic_can_be_read_in_a_small_window() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("1").sees("escala fija de 75 a 100 %").sees("Sin señal");
    let mut read = person.text();
    for _ in 0..6 {
        read.push_str(&person.keys("<PgDn>").text());
    }
    for told in [
        "Línea base mar–dic 2020 (10 puntos)",
        "sin información",
        "6B-A",
        "Tasa de contacto",
        "Compromiso escolar",
        "Avance de las acciones",
        "Desvinculación: sin información",
        "Qué se hizo y cuándo",
    ] {
        assert!(read.contains(told), "«{told}» can nowhere be read:\n{read}");
    }
    let end = person.text();
    assert_eq!(person.keys("<PgDn>").text(), end, "the page goes on after its end");
    person.keys("<Home>").sees("escala fija de 75 a 100 %");
}

#[test]
fn a_new_baseline_needs_a_reason_is_kept_and_can_be_taken_back() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("1B").sees("Fijar otra línea base").keys("<F2>").sees("Falta");
    // The field that lacks something has the focus.
    person.keys("Jornada nueva desde marzo<F2>").sees("Línea base fijada.").sees("Sin conclusión: 4 puntos");
    let saved = person.saved();
    let [baseline] = saved.school.run_charts.baselines.as_slice() else { unreachable!("one was set") };
    assert_eq!((baseline.from.to_string(), baseline.to.to_string()), ("2021-03".into(), "2021-06".into()));
    assert_eq!((baseline.reason.as_str(), baseline.on), ("Jornada nueva desde marzo", today()));
    person.keys("<PgDn>").sees("mar–jun 2021 (4 puntos)").sees("28-06-2021: Jornada nueva desde marzo");
    person.keys("u<Home>").sees("Sin señal");
    assert!(person.saved().school.run_charts.is_default());
    person.keys("B<Tab><Ctrl-U>1-1-2020<Tab>Al revés<F2>").sees("Fijar otra línea base");
    assert!(person.saved().school.run_charts.baselines.is_empty());
}

#[test]
fn the_rules_of_the_chart_are_a_setting_and_explained_beside_it() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("1S").sees("Reglas del gráfico").keys(&format!("{}<Right><F2>", "<Tab>".repeat(8)));
    assert_eq!(person.saved().school.run_charts.rules.name(), "classic");
    person.sees("Señal: 6 puntos seguidos a un lado").keys("<PgDn>").sees("Reglas clásicas");
}

#[test]
fn looking_at_the_same_chart_again_sends_nothing() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("1");
    person.screen.output_mut().clear();
    person.keys("<Up>");
    assert!(person.screen.output_mut().is_empty(), "{} bytes", person.screen.output_mut().len());
    person.keys("<Down>");
    assert!(!person.screen.output_mut().is_empty());
}

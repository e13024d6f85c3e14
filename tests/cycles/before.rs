//! What a team is asked before it sees the infographic: nothing that is to be guessed is on the screen, and one key shows it.

use super::support::{Person, small_school};
use tep_notebook::{
    app::lang::Lang,
    notebook::{
        Notebook,
        cycle::{Cycle, Step},
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    ui::theme::Theme,
};

/// What only the infographic says.
const CHART: &str = "Asistencia mensual";
/// What stands there instead.
const ASKED: &str = "Antes de mirar: ¿qué asistencia espera ver el equipo en jun 2021?";

/// The small school at the first step of its open cycle, where nothing has been written yet.
fn unseen() -> Notebook {
    let mut school = small_school();
    let change = |cycle: &mut Cycle| {
        cycle.step = Step::Infographic;
        cycle.observation = SafeText::default();
        cycle.predictions.clear();
    };
    let edit = school.change_cycle(Deed::GoToStep, change).unwrap();
    school.apply(&edit).unwrap();
    school
}

fn at(school: &Notebook, size: (u16, u16)) -> Person {
    let mut person = Person::with(Lang::Es, size, Theme::Colour, std::slice::from_ref(school));
    person.keys("<Enter>");
    person
}

/// What the team will see, as the screen writes it.
fn attendance(school: &Notebook) -> String {
    let today = super::support::today();
    let seen = tep_notebook::insight::prediction::seen(
        school,
        tep_notebook::notebook::prediction::Predicted::Attendance,
        today,
    );
    seen.unwrap().to_string().replace('.', ",")
}

#[test]
fn the_number_is_nowhere_on_the_screen_before_the_team_has_predicted() {
    let school = unseen();
    let number = attendance(&school);
    for size in [(80, 24), (60, 16), (120, 40)] {
        let mut person = at(&school, size);
        person.sees("Antes de mirar").sees_not(CHART).sees_not(&number);
        person.keys("z").sees("Antes de mirar").sees_not(CHART).sees_not(&number);
        person.keys("z<Tab>").sees("Antes de mirar").sees_not(CHART).sees_not(&number).sees("1 Enter");
        person.keys("1").sees("Enter").sees_not("1 Enter");
    }
    let mut person = at(&school, (80, 24));
    person.sees(ASKED).keys("b90,5<Enter>");
    person.sees(&format!("Esperaban 90,5 % · se ve {number} %")).keys("<Esc>");
    person.keys("<Enter>").sees(CHART).sees(&number);
}

#[test]
fn who_does_not_want_to_predict_sees_the_chart_with_one_key_and_is_not_asked_again_in_this_sitting() {
    let mut person = at(&unseen(), (80, 24));
    person.keys("<Enter>").sees(CHART).sees_not("Antes de mirar");
    assert!(person.app.overlays.is_empty(), "the first Enter only shows");
    person.keys("2<lt>").sees(CHART).keys("31").sees(CHART);
    assert!(person.saved().open_cycle().unwrap().predictions.is_empty(), "skipping leaves no trace");
    // Now the key is the one of the step again.
    person.keys("<Enter>").sees("Paso 1 · Infografía").keys("<Esc>");
    // Another day, and another person perhaps: asked again, as long as nothing was written.
    person.again().keys("<Enter>").sees(ASKED);
}

#[test]
fn a_prediction_that_is_taken_back_is_asked_for_again() {
    let mut person = at(&unseen(), (80, 24));
    person.keys("b90<Enter>z").sees(CHART);
    person.keys("zu").sees(ASKED).sees_not(CHART).keys("U").sees(CHART);
}

#[test]
fn the_other_keys_of_the_step_work_before_it_is_seen() {
    let mut person = at(&unseen(), (80, 24));
    person.keys("<Esc>").sees("Estante").keys("<Enter>").sees(ASKED);
    person.keys("IBajan los lunes<F2>").sees(CHART).sees_not("Antes de mirar").keys("u").sees(ASKED);
    person.keys("e").sees("Paso 1 · Infografía").keys("<Esc>").sees(ASKED);
    person.keys("?").sees("Antes de ver la infografía").sees("Mostrar la infografía sin predecir").keys("<Esc>");
    person.keys("2").sees_not("Antes de mirar").keys("1").sees(ASKED);
    // What the palette offers is the same key.
    person.keys(":mostrar la inf<Enter>").sees(CHART);
    person.keys(":mostrar la inf<Enter>").sees("!");
}

#[test]
fn nothing_is_held_back_where_there_is_nothing_to_guess() {
    let mut empty = unseen();
    let students: Vec<_> = empty.students.iter().cloned().collect();
    let changes = students.into_iter().map(|before| {
        let mut after = before.clone();
        after.attendance = tep_notebook::notebook::months::Months::default();
        Change::replace(before, after)
    });
    let edit = Edit { deed: Deed::Import, changes: changes.collect() };
    empty.apply(&edit).unwrap();
    at(&empty, (80, 24)).sees("Aún no hay asistencia mensual.").sees_not("Antes de mirar");
}

#[test]
fn the_next_cycle_asks_anew_and_tells_how_far_off_the_team_is() {
    let mut person = at(&unseen(), (80, 24));
    person.keys("b90<Enter>").keys("C<Right><Tab>Sirvió<F2>").sees("¿Qué asistencia, en %");
    // Not now: the figures wait all the same.
    person.keys("<Esc>").sees("Antes de mirar").sees_not(CHART);
    person.keys("b80<Enter>").sees("(4 predicciones)").sees(CHART);
    let saved = person.saved();
    let open = saved.open_cycle().unwrap();
    assert_eq!((open.step, open.predictions.len()), (Step::Infographic, 1));
}

#[test]
fn what_was_predicted_of_the_list_stays_above_the_list_and_the_list_keeps_its_room() {
    for (size, least) in [((80, 24), 9), ((60, 16), 6)] {
        let mut person = at(&small_school(), size);
        let rows = |person: &Person| {
            let listed = |line: &&str| line.contains(" % ") && line.contains('-') && !line.contains("Esperaban");
            person.text().lines().filter(listed).count()
        };
        person.keys("2>").sees("¿Cuántos estudiantes con señal").keys("<Esc>").sees_not("Esperaban");
        let before = rows(&person);
        person.keys("b20<Enter>");
        // Gone with the notice of the moment, still there with the next key.
        person.keys("j").sees("Esperaban 20 con señal · se ven ");
        let after = rows(&person);
        assert!(after + 1 >= before && after >= least, "{size:?}: {before} rows, then {after}:\n{}", person.text());
        person
            .keys("<Enter>")
            .sees_not("Esperaban")
            .keys("<Esc>4")
            .sees_not("Esperaban")
            .keys("3")
            .sees("Esperaban 20");
        // The second time it is known how far off the team is, where there is room to say it.
        person.keys("C<Right><Tab>Sirvió<F2><Esc>2><Ctrl-U>30<Enter>j").sees("Esperaban 30 con señal · se ven ");
        match size {
            (80, _) => person.sees("(2 predicciones)"),
            _ => person.sees_not("predicciones"),
        };
        person.keys("u").sees_not("Esperaban");
    }
}

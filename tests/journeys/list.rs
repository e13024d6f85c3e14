//! The list of the data review and the card, as an advisor reads them: what is said, what adds up, what a search does.

use tep_notebook::{
    app::lang::Lang,
    insight::review::Review,
    notebook::{
        Notebook,
        extra::Extra,
        id::Id,
        reported::Reported,
        student::{StatusEntry, Student},
    },
    rules::{attendance::scale::ScaleName, decimal::Percent, status::Status},
    ui::theme::Theme,
};

use super::support::{Person, small_school, today};

/// A school in which of one student only a percent of the year is known.
fn with_a_percent(hundredths: u16) -> (Notebook, String) {
    let mut book = small_school();
    let mut all: Vec<Student> = book.students.iter().cloned().collect();
    let one = all.iter_mut().find(|student| student.status().is_here()).unwrap();
    one.attendance = [].into_iter().collect();
    let percent = Percent::from_parts(hundredths);
    one.reported = vec![Reported { year: 2021, on: today(), percent, ..Reported::default() }];
    let code = one.code();
    book.students = all.into_iter().collect();
    (book, code)
}

fn review(person: &Person) -> &Review {
    &person.app.open.as_ref().unwrap().review
}

#[test]
fn a_card_without_days_says_so_and_never_that_the_student_is_where_he_is_not() {
    for (lang, percent, not_known, at) in [
        (Lang::Es, "56,9 %", "sin días registrados por mes: no se puede calcular", "85 % o más"),
        (Lang::En, "56.9%", "no days recorded by month: how much it takes cannot be", "85% or more"),
    ] {
        let (book, code) = with_a_percent(5_692);
        let mut person = Person::with(lang, (80, 24), Theme::Colour, &[book]);
        person.keys(&format!("<Enter>3/{code}<Enter>")).sees(percent);
        person.keys("<Enter>").sees(percent).sees(not_known).sees_not(at);
        person.sees_not("mar —").sees_not("Mar —").sees_not("···");
        person.keys("g<Enter>").sees(not_known).sees("grave");
    }
    let (book, code) = with_a_percent(9_130);
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[book]);
    person.keys(&format!("<Enter>3/{code}<Enter><Enter>")).sees("está en 85 % o más").sees_not("sin días");
}

#[test]
fn the_line_of_the_list_stands_where_the_list_ends_and_nowhere_else() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3").sees("hasta aquí, la lista: 8 · sin alcanzar: ").sees_not("fila ");
    person.keys("G").sees_not("hasta aquí").sees("fila 79 de 79: fuera de la lista (8)");
    person.keys("g").sees("hasta aquí, la lista").keys("L").sees("the list ends here: 8 · out of reach: ");
    person.keys("G").sees("row 79 of 79: outside the list (8)");
    let mut person = Person::at_school_in(Lang::Es, (60, 16), Theme::Colour);
    person.keys("3").sees_not("hasta aquí").sees("fila 1 de 8 de la lista");
    person.keys("jjj").sees("fila 4 de 8 de la lista").keys("jjjjj").sees("hasta aquí, la lista: 8 · sin alcanzar: ");
    // Above the line stands the last one of the list, below it the first one outside.
    let text = person.text();
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains("la lista: 8")).unwrap();
    let row = |at: usize| review(&person).rows.get(at).unwrap().code.clone();
    assert!(lines[at - 1].contains(&row(7)), "{text}");
    assert!(lines.get(at + 1).is_some_and(|line| line.contains(&row(8)) || line.starts_with('─')), "{text}");
}

#[test]
fn the_numbers_of_the_screen_add_up() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3");
    let of = |review: &Review| (review.enrolled, review.flagged, review.listed, review.remainder, review.apart);
    let (enrolled, flagged, listed, remainder, apart) = of(review(&person));
    person.sees(&format!("{enrolled} con matrícula · {flagged} con señal · 2021 · Mineduc"));
    assert_eq!((listed + remainder + apart.to_check, apart.aside, apart.unflagged), (flagged, 0, 0));
    // One more who is set aside, and one who is pinned without a reason.
    person.keys("Pcon la dupla<Tab><Ctrl-U>+14<F2>");
    let quiet = review(&person).rows.iter().find(|row| row.is_here && !row.is_flagged()).unwrap().code.clone();
    person.keys(&format!("/{quiet}<Enter>pviene de vuelta<F2><Esc>g"));
    let (_, flagged, listed, remainder, apart) = of(review(&person));
    assert_eq!((apart.aside, apart.unflagged), (1, 1));
    let said = format!("la lista: {listed} (1 sin señal) · sin alcanzar: {remainder} · aparte: 1");
    person.sees(&format!("hasta aquí, {said}"));
    person.resize(60, 16).keys("jjjjjjjj").sees_not("hasta aquí").sees(&said);
    assert_eq!(listed + remainder + apart.to_check + apart.aside, flagged + apart.unflagged);
    let mut person = Person::at_school_in(Lang::Es, (220, 30), Theme::Colour);
    person.keys("3").sees("con señal · podemos seguir a 8 · 2021");
}

#[test]
fn who_has_left_is_shown_with_where_to_and_not_with_nothing() {
    let mut all: Vec<Student> = small_school().students.iter().cloned().collect();
    let since = today().pred_opt();
    let ways = [Status::Withdrawn, Status::TransferredUnconfirmed, Status::Abroad];
    for (student, status) in all.iter_mut().zip(ways) {
        student.history = vec![StatusEntry { status, since, year: None, extra: Extra::new() }];
    }
    let codes: Vec<String> = all.iter().take(3).map(Student::code).collect();
    let book = Notebook { students: all.into_iter().collect(), ..small_school() };
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[book]);
    person.keys("<Enter>3G").sees("76 con matrícula");
    let text = person.text();
    for (code, said) in codes.iter().zip(["con retiro", "traslado sin confirmar", "en el extranjero"]) {
        let line = text.lines().find(|line| line.contains(code)).unwrap();
        assert!(line.ends_with(said), "{text}");
    }
    // The card has the same word for it.
    person.keys(&format!("/{}<Enter><Enter>", codes[1])).sees("traslado sin confirmar");
}

#[test]
fn a_search_says_what_it_looks_at_and_how_to_see_everything_again() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3/grave").sees("Se busca en el curso, el código y el nombre; no en los motivos");
    person.sees("Enter a la lista").sees("Esc mostrar todo").keys("<Esc>").sees_not("Buscar:");
    person.keys("/6b<Enter>").sees("Buscar: 6b · Esc muestra todo").sees("12 de 79").sees("Enter abrir");
    // The next search begins anew; a cursor key goes on with the last one.
    person.keys("/7").sees("Buscar: 7").sees_not("6b7");
    person.keys("<Ctrl-U>6<Enter>/<End>b").sees("Buscar: 6b").keys("<Esc>").sees_not("Buscar:");
    person.keys("4/zzz").sees("Se busca en la acción y en quién responde por ella").keys("<Esc>");
    let mut shelf = Person::in_practice(Lang::Es);
    shelf.keys("/boldo<Enter>").sees("Buscar: boldo · Esc muestra todo");
    shelf.keys("<Enter>").sees("El Boldo 99002-7").keys("<Esc>").sees("Buscar: boldo · Esc muestra todo");
    shelf.keys("/ulmos").sees("Buscar: ulmos").sees("Los Ulmos").keys("zzz").sees("Se busca en el nombre y el RBD");
    shelf.keys("<Esc>").sees("El Boldo").sees("Los Ulmos");
}

#[test]
fn a_call_without_an_answer_is_called_an_attempt_in_the_list() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3c<Tab>2<F2>").sees("intento hoy");
    person.keys("L").sees("tried today").keys("L");
    person.keys("c<Tab>1<F2>").sees_not("intento hoy");
    let selected: Option<Id<Student>> = person.app.open.as_ref().unwrap().students.selected();
    let row = review(&person).rows.iter().find(|row| Some(row.student) == selected).unwrap();
    assert_eq!((row.last_contact, row.is_attempt), (Some(today()), false));
}

#[test]
fn the_other_scale_says_which_one_it_is() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3E").sees("Escala: Agencia de Calidad. «E» vuelve a la del Mineduc.");
    assert_eq!(person.app.open.as_ref().unwrap().scale, ScaleName::Agency);
    person
        .keys("E")
        .sees("Escala: Mineduc. «E» pasa a la de la Agencia de Calidad.")
        .keys("1E")
        .sees("Escala: Agencia");
}

#[test]
fn the_help_ends_with_what_the_signs_mean() {
    for (lang, title, sign, letter) in [
        (Lang::Es, "Signos de la lista", "Está en el foco del ciclo", "reunión"),
        (Lang::En, "Signs of the list", "Is in the focus of the cycle", "meeting"),
    ] {
        let mut person = Person::at_school_in(lang, (80, 24), Theme::Colour);
        person.keys("3?").sees_not(title);
        for _ in 0..9 {
            person.keys("<PgDn>");
        }
        person.sees(letter).keys("<PgUp>").sees(title).sees(sign).sees("→85");
    }
}

#[test]
fn a_meeting_that_is_years_overdue_says_so_on_the_shelf_too() {
    for (lang, told) in [(Lang::Es, "5 años !"), (Lang::En, "5 y ago !")] {
        let mut school = small_school();
        let mut meetings: Vec<_> = school.meetings.iter().cloned().collect();
        for meeting in &mut meetings {
            meeting.on = today() - chrono::Days::new(5 * 366);
        }
        school.meetings = meetings.into_iter().collect();
        Person::with(lang, (80, 24), Theme::Colour, &[school]).sees(told);
    }
}

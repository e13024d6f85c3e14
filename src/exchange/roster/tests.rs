use crate::exchange::parsed::{Note, Reason};
use crate::exchange::{Content, Parsed, RosterRow, WarningCode, read};
use crate::notebook::personal::{Personal, Reveal};

const HEADER: &str = "RBD;Run;Dígito Ver.;Nombres";

fn parse(text: &str) -> Parsed {
    read(text.as_bytes()).unwrap()
}

fn rows(parsed: &Parsed) -> &[RosterRow] {
    let Content::Roster(rows) = &parsed.content else { panic!("not a roster: {:?}", parsed.kind) };
    rows
}

fn told(value: &Personal) -> &str {
    value.reveal(Reveal::ToMatch)
}

fn warnings(parsed: &Parsed) -> Vec<(usize, WarningCode)> {
    parsed.warnings.iter().map(|warning| (warning.row, warning.code)).collect()
}

#[test]
fn a_run_is_read_as_sige_and_excel_write_it() {
    let parsed = parse(&format!(
        "{HEADER}\n99001;39902807;8;Ana\n99001;39902814.0;0.0;Eva\n99001;39.902.821;3;Luz\n99001;39902828-0;;Sol\n\
         99001;40202898;k;Mar\n99001;39902835;7;Paz\n99001;39902842;;Rut\n99001;100000001;5;Iris\n\
         99001;;5;Nadie\n99001;sin run;5;Nadie\n99001;39902849;33;Nadie\n"
    ));
    let runs: Vec<String> = rows(&parsed).iter().map(|row| row.run.to_text()).collect();
    let expected = [
        "39902807-8",
        "39902814-0",
        "39902821-3",
        "39902828-0",
        "40202898-K",
        "39902835-7",
        "39902842-6",
        "100000001-5",
    ];
    assert_eq!(runs, expected);
    assert_eq!(warnings(&parsed), [(7, WarningCode::RunDigitWrong), (8, WarningCode::RunWithoutDigit)]);
    let rejected: Vec<_> = parsed.rejected.iter().map(|rejected| (rejected.row, rejected.reason)).collect();
    assert_eq!(rejected, [(10, Reason::RunMissing), (11, Reason::RunInvalid), (12, Reason::RunInvalid)]);
}

#[test]
fn enrolled_beats_withdrawn_last_beats_first_and_it_is_said() {
    let parsed = parse(&format!(
        "{HEADER};Fecha Retiro\n\
         99001;39902807;8;Ana;\n99001;39902807;8;Ana;17-05-2024\n\
         99001;39902814;0;Eva;17-05-2024\n99001;39902814;0;Eva;01-01-1900\n\
         99001;39902821;3;Luz;\n99001;39902821;3;Luz;1900-01-01\n\
         99001;39902828;0;Sol;\n99001;39902828;0;Sol María;\n\
         99001;39902835;3;Paz;\n99002;39902835;3;Paz;\n"
    ));
    let stays: Vec<usize> = rows(&parsed).iter().map(|row| row.row).collect();
    assert_eq!(stays, [2, 5, 6, 9, 10, 11]);
    let expected = [
        (3, WarningCode::RunDuplicate),
        (4, WarningCode::RunDuplicate),
        (7, WarningCode::RunDuplicate),
        (8, WarningCode::RunDuplicateConflict),
    ];
    assert_eq!(warnings(&parsed), expected);
    assert!(rows(&parsed).iter().all(|row| row.withdrawn_on.is_none()));
}

#[test]
fn what_is_not_needed_is_left_out_and_said() {
    let parsed = parse(&format!("{HEADER};Código Etnia;Dirección\n99001;39902807;8;Ana;7;CALLE INVENTADA 123\n"));
    assert_eq!(parsed.notes, [Note::EthnicityDropped, Note::AddressDropped]);
    let shown = format!("{parsed:?}");
    assert!(!shown.contains("Ana") && !shown.contains("39902807") && !shown.contains("INVENTADA"), "{shown}");
}

#[test]
fn doubtful_cells_are_left_empty_and_said() {
    let parsed = parse(&format!(
        "{HEADER};Fecha Nacimiento;Email;Celular;%Asistenca;Promedio Final;Genero\n\
         99001;39902807;8;Ana;31-02-2012;notiene@;5,69E+10;101;8,1;X\n\
         99001;39902814;0;Eva;14-09-2012;A@EXAMPLE.COM;900007811;91,3;5,4;F\n\
         99001;39902821;3;Luz;;;;;0,0;\n"
    ));
    let codes: Vec<WarningCode> = parsed.warnings.iter().map(|warning| warning.code).collect();
    for code in [
        WarningCode::DateInvalid,
        WarningCode::EmailInvalid,
        WarningCode::PhoneDigitsLost,
        WarningCode::AttendanceOutOfRange,
        WarningCode::GradeOutOfRange,
        WarningCode::GenderUnknown,
    ] {
        assert!(codes.contains(&code), "{code:?} is missing in {codes:?}");
    }
    assert!(parsed.warnings.iter().all(|warning| warning.row == 2), "{:?}", parsed.warnings);
    let [doubtful, clear, silent] = rows(&parsed) else { panic!("three students") };
    assert_eq!((doubtful.birth_date, doubtful.attendance, doubtful.average), (None, None, None));
    assert_eq!((clear.attendance, clear.average), (Some(9130), Some(540)));
    assert_eq!((told(&clear.phones[0]), told(&clear.email)), ("+56900007811", "a@example.com"));
    assert_eq!((silent.attendance, silent.average, silent.phones.len()), (None, None, 0));
}

#[test]
fn the_zero_of_a_withdrawn_student_is_not_an_attendance() {
    let parsed = parse(&format!(
        "{HEADER};Fecha Retiro;%Asistenca\n99001;39902807;8;Ana;17-05-2024;0\n99001;39902814;0;Eva;;0\n"
    ));
    let attendance: Vec<_> = rows(&parsed).iter().map(|row| row.attendance).collect();
    assert_eq!(attendance, [None, Some(0)]);
}

#[test]
fn the_short_list_in_capitals_is_a_roster_too() {
    let parsed = parse(
        "RBD,TIPO ENSEÑANZA,COD GRADO,DESC GRADO,LETRA CURSO,RUN,DÍGITO VER.,GENERO,NOMBRE,CÓDIGO ETNIA\n\
         99001,110,7,7° básico,A,39902807,8,F,ANA,0\n",
    );
    let row = &rows(&parsed)[0];
    assert_eq!(row.course.to_string(), "7B-A");
    assert_eq!((told(&row.given_names), told(&row.paternal_surname)), ("ANA", ""));
}

#[test]
fn the_grade_in_words_stands_in_for_missing_codes() {
    let parsed = parse(&format!(
        "{HEADER};Desc Grado;Letra Curso\n99001;39902807;8;Ana;8° básico;B\n99001;39902814;0;Eva;Nivel;B\n"
    ));
    let courses: Vec<String> = rows(&parsed).iter().map(|row| row.course.to_string()).collect();
    assert_eq!(courses, ["8B-B", "?"]);
    assert_eq!(warnings(&parsed), [(3, WarningCode::CourseUnknown)]);
}

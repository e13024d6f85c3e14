use crate::exchange::parsed::{Note, Reason};
use crate::exchange::{Content, MonthlyRow, Parsed, ReadError, WarningCode, read};

const HEADER: &str = "AGNO;MES_ESCOLAR;RBD;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS";

fn parse(text: &str) -> Parsed {
    read(text.as_bytes()).unwrap()
}

/// The table with the shortest header and these rows.
fn table(rows: &[&str]) -> Parsed {
    parse(&format!("{HEADER}\n{}\n", rows.join("\n")))
}

fn rows(parsed: &Parsed) -> &[MonthlyRow] {
    let Content::Monthly(rows) = &parsed.content else { panic!("not monthly attendance: {:?}", parsed.kind) };
    rows
}

fn counts(parsed: &Parsed) -> Vec<(u32, Option<(u16, u16)>)> {
    let days = |row: &MonthlyRow| row.days.map(|days| (days.attended(), days.held()));
    rows(parsed).iter().map(|row| (row.mrun, days(row))).collect()
}

fn rejections(parsed: &Parsed) -> Vec<(usize, Reason)> {
    parsed.rejected.iter().map(|rejected| (rejected.row, rejected.reason)).collect()
}

fn warnings(parsed: &Parsed) -> Vec<(usize, WarningCode)> {
    parsed.warnings.iter().map(|warning| (warning.row, warning.code)).collect()
}

#[test]
fn each_row_that_cannot_be_used_says_why_and_costs_no_other() {
    let parsed = table(&[
        "2024;4;99001;8900001;12;18",
        "2024;4;;8900002;12;18",
        "2024;4;escuela;8900002;12;18",
        "2024;4;99001;;12;18",
        "2024;4;99001;A;12;18",
        "2024;13;99001;8900002;12;18",
        "2024;;99001;8900002;12;18",
        "24;4;99001;8900002;12;18",
        "2024;4;99001;8900002;doce;18",
        "2024;4;99001;8900002;12,5;18",
        "2024;4;99001;8900002;12;180",
        "2024;4;99001;8900002;19;18",
        "2024;4;99001;8900002;12;18;9",
        "2024;4;99001;8900002;12",
        "2024;4;99001;8900009;18;18",
    ]);
    let expected = [
        (3, Reason::RbdMissing),
        (4, Reason::RbdInvalid),
        (5, Reason::MrunMissing),
        (6, Reason::MrunInvalid),
        (7, Reason::MonthOutOfRange),
        (8, Reason::MonthOutOfRange),
        (9, Reason::YearOutOfRange),
        (10, Reason::DaysNotANumber),
        (11, Reason::DaysNotANumber),
        (12, Reason::DaysOutOfRange),
        (13, Reason::MoreAttendedThanHeld),
        (14, Reason::RowLong),
        (15, Reason::RowShort),
    ];
    assert_eq!(rejections(&parsed), expected);
    assert_eq!(counts(&parsed), [(8_900_001, Some((12, 18))), (8_900_009, Some((18, 18)))]);
    assert_eq!(parsed.rows, 15);
}

#[test]
fn an_empty_day_count_is_unknown_and_never_zero() {
    let parsed = table(&["2024;4;99001;1;;18", "2024;4;99001;2;12; ", "2024;4;99001;3;NA;NA", "2024;4;99001;4;0;18"]);
    assert_eq!(counts(&parsed), [(1, None), (2, None), (3, None), (4, Some((0, 18)))]);
    assert_eq!(warnings(&parsed), [2, 3, 4].map(|row| (row, WarningCode::DaysMissing)));
    assert!(parsed.rejected.is_empty());
}

#[test]
fn of_two_rows_in_one_school_and_month_the_one_with_more_days_stays() {
    let parsed = table(&[
        "2024;4;99001;1;1;13", // loses: fewer days attended
        "2024;4;99001;1;4;13",
        "2024;4;99001;2;5;13",
        "2024;4;99001;2;0;13", // loses, though later
        "2024;4;99001;3;5;9",  // loses: fewer days held
        "2024;4;99001;3;5;10",
        "2024;4;99001;4;5;9", // loses: the later stays
        "2024;4;99001;4;5;9",
        "2024;4;99001;5;;9", // loses: unknown is less than zero days
        "2024;4;99001;5;0;9",
    ]);
    let lost: Vec<usize> =
        warnings(&parsed).iter().filter(|(_, code)| *code == WarningCode::MrunDuplicate).map(|(row, _)| *row).collect();
    assert_eq!(lost, [2, 5, 6, 8, 10]);
    let stays: Vec<usize> = rows(&parsed).iter().map(|row| row.row).collect();
    assert_eq!(stays, [3, 4, 7, 9, 11]);
}

#[test]
fn a_student_in_two_schools_or_two_months_stays_in_both_and_is_never_summed() {
    let parsed = table(&["2024;4;99001;1;3;9", "2024;4;99002;1;4;9", "2024;5;99001;1;5;9"]);
    assert_eq!(counts(&parsed), [(1, Some((3, 9))), (1, Some((4, 9))), (1, Some((5, 9)))]);
    assert_eq!(warnings(&parsed), []);
}

#[test]
fn the_rate_of_the_file_is_only_compared_with_the_days() {
    let text = format!(
        "{HEADER};ASIS_PROMEDIO\n2024;4;9;1;12;13;0,9231\n2024;4;9;2;12;13;0.92\n2024;4;9;3;12;13;1\n\
         2024;4;9;4;13;13;1\n2024;4;9;5;12;13;\n2024;4;9;6;0;0;\n2024;4;9;7;12;13;92,31\n"
    );
    let parsed = parse(&text);
    assert_eq!(warnings(&parsed), [4, 8].map(|row| (row, WarningCode::RateContradictsDays)));
    assert_eq!(counts(&parsed).len(), 7);
}

#[test]
fn columns_are_bound_by_name_in_any_order_case_and_company() {
    let parsed = parse(
        "Asistencia declarada\n\n mrun , DÍAS_ASISTIDOS,observación,Dias Trabajados,rbd,agno,Mes_Escolar,NOM_RBD\n\
         8900001,12,\"nada, hoy\",18,99001,2024,4,\"LICEO \"\"A\"\"; ANEXO\"\n",
    );
    assert_eq!(parsed.separator, ',');
    let row = &rows(&parsed)[0];
    assert_eq!((row.row, row.mrun, row.rbd.number()), (4, 8_900_001, 99001));
    assert_eq!(row.school_name.as_deref(), Some("LICEO \"A\"; ANEXO"));
    assert_eq!((row.course.is_stated(), row.gender, row.birth_month), (false, None, None));
}

#[test]
fn a_file_cut_in_its_last_row_rejects_that_row_alone() {
    let whole = format!("{HEADER};NOM_RBD\n2024;4;99001;1;12;18;A\n2024;4;99001;2;12;18;B\n");
    assert_eq!(counts(&parse(&whole)).len(), 2);
    // Cut right after `1`: the days held could be 1, or the start of 18.
    let cut = whole.strip_suffix("8;B\n").unwrap();
    let parsed = parse(cut);
    assert_eq!(rejections(&parsed), [(3, Reason::RowShort)]);
    assert_eq!(counts(&parsed), [(1, Some((12, 18)))]);
    // A row that only lacks a cell at its end is complete enough, and said.
    let ragged = whole.replace(";A\n", "\n");
    assert_eq!(warnings(&parse(&ragged)), [(2, WarningCode::RowShort)]);
}

#[test]
fn a_name_with_an_open_quote_costs_its_own_row_only() {
    let parsed = parse(&format!(
        "{HEADER};NOM_RBD\n2024;4;9;1;12;18;A\n2024;4;9;2;12;18;\"LOS CANELOS\n2024;4;9;3;12;18;B\n2024;4;9;4;12;18;C\n"
    ));
    assert_eq!(rejections(&parsed), [(3, Reason::QuoteUnclosed)]);
    assert_eq!(counts(&parsed).iter().map(|(mrun, _)| *mrun).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn a_header_that_lacks_a_column_says_which() {
    let error = read(b"AGNO;MES_ESCOLAR;RBD;MRUN;DIAS_ASISTIDOS\n2024;4;99001;1;12\n").unwrap_err();
    let ReadError::UnknownKind { nearest: Some((kind, missing)) } = &error else { panic!("{error:?}") };
    assert_eq!((kind.code(), missing[0].header(), missing.len()), ("monthly_attendance", "DIAS_TRABAJADOS", 1));
    let error = |text: &str| read(text.as_bytes()).unwrap_err().code();
    assert_eq!(error("AGNO;MES_ESCOLAR;RBD;DIAS_ASISTIDOS;DIAS_TRABAJADOS\n2024;4;9;1;2\n"), "no_student_column");
    assert_eq!(error("Fecha;Glosa;Monto\n01-03-2024;Luz;30000\n"), "no_student_column");
    assert_eq!(error("RUN;Nombre;Curso;Asistencia\n39956007-1;Ana;7A;80\n"), "unknown_kind");
    assert_eq!(error("RUN;Nombre;Curso;Asistencia\n"), "no_rows");
    assert_eq!(error(HEADER), "no_rows");
    assert_eq!(error("Estimada directora:\nadjunto lo pedido.\n"), "not_a_table");
}

#[test]
fn a_wrong_digit_of_a_school_is_noted_and_refuses_nothing() {
    let with_digit = |digit| parse(&format!("{HEADER};DGV_RBD\n2024;4;99001;1;1;9;{digit}\n"));
    assert_eq!(with_digit("9").notes, []);
    assert_eq!(with_digit("4").notes, [Note::RbdDigitWrong]);
    assert_eq!(counts(&with_digit("4")), [(1, Some((1, 9)))]);
}

#[test]
fn codes_of_a_course_that_nobody_knows_are_kept_and_said() {
    let parsed = parse(&format!(
        "{HEADER};COD_ENSE;COD_GRADO;LET_CUR\n2024;4;9;1;1;9;999;7;a\n2024;4;9;2;1;9;110;7;a\n2024;4;9;3;1;9;;;\n\
         2024;4;9;4;1;9;363;1;B\n2024;4;9;5;1;9;siete;7;a\n"
    ));
    let courses: Vec<String> = rows(&parsed).iter().map(|row| row.course.to_string()).collect();
    assert_eq!(courses, ["X999.7-A", "7B-A", "?", "A363.1-B", "?"]);
    assert_eq!(warnings(&parsed), [2, 6].map(|row| (row, WarningCode::CourseUnknown)));
}

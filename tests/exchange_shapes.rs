//! Shapes of tables beside those of the corpus: each trouble in other clothes. All people in them are invented.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use chrono::NaiveDate;
use serde_json::{Value, json};
use tep_notebook::exchange::{inspect::Inspection, read::read, reading::Wishes};

fn inspected(bytes: &[u8]) -> Value {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let reading = read(bytes, &Wishes::default(), today);
    serde_json::to_value(Inspection { file: "tabla.csv", reading: reading.as_ref() }).unwrap()
}

fn table(text: &str) -> Value {
    inspected(text.as_bytes())
}

/// One field of every record.
fn field(parsed: &Value, name: &str) -> Vec<Value> {
    parsed["records"].as_array().unwrap().iter().map(|record| record[name].clone()).collect()
}

fn skipped(parsed: &Value) -> Vec<(u64, String)> {
    let skipped = parsed["skipped"].as_array().unwrap().iter();
    skipped.map(|row| (row["row"].as_u64().unwrap(), row["reason"].as_str().unwrap().to_owned())).collect()
}

fn warned(parsed: &Value) -> Vec<(Option<u64>, String)> {
    let warnings = parsed["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| (warning["row"].as_u64(), warning["code"].as_str().unwrap().to_owned())).collect()
}

fn told(list: &[(u64, &str)]) -> Vec<(u64, String)> {
    list.iter().map(|(row, reason)| (*row, (*reason).to_owned())).collect()
}

fn doubts(list: &[(u64, &str)]) -> Vec<(Option<u64>, String)> {
    list.iter().map(|(row, code)| (Some(*row), (*code).to_owned())).collect()
}

#[test]
fn titles_averages_and_signatures_are_left_out_and_said() {
    let parsed = table(
        "ESCUELA LOS ULMOS;;;\nInforme de asistencia;;;\n;;;\nN°;RUN;Nombre completo;% Asistencia\n\
         1;39.910.000-3;Díaz Soto Ana;80,0\n2;39910007-0;Díaz Soto Eva;90,0\nPromedio;;;85,0\nTotal;2;;\n;;;\n\
         _________;;;\nFirma Director;;;\n",
    );
    assert_eq!(parsed["format"]["header_row"], 4);
    assert_eq!(field(&parsed, "run"), ["39910000-3", "39910007-0"]);
    let expected = [
        (1, "title"),
        (2, "title"),
        (3, "blank"),
        (7, "total"),
        (8, "total"),
        (9, "blank"),
        (10, "footer"),
        (11, "footer"),
    ];
    assert_eq!(skipped(&parsed), told(&expected));
}

#[test]
fn a_student_who_left_one_course_and_is_in_another_is_there_once_and_enrolled() {
    let parsed = table(
        "RUN;Nombre;Curso;Fecha Retiro;Asistencia\n39910000-3;Ana Luz;7°A;12-05-2024;80,1\n39910007-0;Eva;7°B;;90,2\n\
         39910000-3;Ana Luz;7°B;;85,0\n",
    );
    assert_eq!(field(&parsed, "course"), ["7B-B", "7B-B"]);
    assert_eq!(warned(&parsed), doubts(&[(4, "run_duplicate")]));
    assert_eq!(parsed["duplicates"], json!([{ "run": "39910000-3", "rows": [2, 4], "resolved_by": "enrolled" }]));
}

#[test]
fn of_two_rows_that_differ_the_last_stays_and_the_team_is_told() {
    let parsed = table("RUN;Nombre;Asistencia\n39910000-3;Ana;80,1\n39910007-0;Eva;90,2\n39910000-3;Ana;85,0\n");
    assert_eq!(field(&parsed, "attendance"), [json!(90.2), json!(85)]);
    assert_eq!(warned(&parsed), doubts(&[(4, "run_duplicate_conflict")]));
    assert_eq!(parsed["duplicates"][0]["resolved_by"], "last");
}

#[test]
fn the_scale_of_percents_is_that_of_the_column_not_of_the_cell() {
    let fractions =
        table("RUN;Nombre;Asistencia\n39910000-3;Ana;0,853\n39910007-0;Eva;1\n39910014-3;Ian;\n39910021-6;Leo;0,5\n");
    assert_eq!(field(&fractions, "attendance"), [json!(85.3), json!(100), Value::Null, json!(50)]);
    let hundreds =
        table("RUN;Nombre;Asistencia\n39910000-3;Ana;85\n39910007-0;Eva;1\n39910014-3;Ian;-\n39910021-6;Leo;0\n");
    assert_eq!(field(&hundreds, "attendance"), [json!(85), json!(1), Value::Null, json!(0)]);
}

#[test]
fn a_line_that_announces_the_separator_is_obeyed() {
    let parsed = table("sep=|\r\nRUN|Nombre|Asistencia\r\n39910000-3|Soto, Ana; hija|85.5\r\n39910007-0|Eva|100\r\n");
    assert_eq!((parsed["format"]["separator"].as_str(), parsed["format"]["decimal"].as_str()), (Some("|"), Some(".")));
    assert_eq!(skipped(&parsed), told(&[(1, "sep")]));
    assert_eq!(field(&parsed, "attendance"), [json!(85.5), json!(100)]);
}

#[test]
fn rows_that_excel_has_put_in_quotes_whole_are_taken_apart() {
    let parsed = table(
        "RUN;Nombre;Asistencia\r\n\"39910000-3;\"\"Soto, Ana\"\";85,5\"\r\n\"39910007-0;\"\"Luz, Eva\"\";100\"\r\n",
    );
    assert_eq!(field(&parsed, "attendance"), [json!(85.5), json!(100)]);
    assert_eq!(warned(&parsed), doubts(&[(2, "row_double_quoted"), (3, "row_double_quoted")]));
}

#[test]
fn a_column_without_a_name_neither_moves_nor_doubts_the_others() {
    let parsed = table("RUN;Nombre;;Curso;Asistencia;\n39910000-3;Ana;x;7°A;85,5;ojo\n39910007-0;Eva;x;7°A;90,0;ojo\n");
    assert_eq!(field(&parsed, "attendance"), [json!(85.5), json!(90)]);
    assert_eq!(warned(&parsed), []);
}

#[test]
fn a_grand_total_that_does_not_add_up_is_said() {
    let parsed = table(
        "Curso;Run;Nombre;Ausencias\n7A;39910000-3;Ana;3\n7A;39910007-0;Eva;4\nSubtotal 7A;;;7\n8A;39910014-3;Ian;5\n\
         Subtotal 8A;;;5\nTotal general;;;15\n* Fuente: SIGE\n",
    );
    assert_eq!(warned(&parsed), doubts(&[(7, "total_mismatch")]));
    assert_eq!(skipped(&parsed), told(&[(4, "total"), (6, "total"), (7, "total"), (8, "footer")]));
}

#[test]
fn months_below_one_another_are_read_as_well_as_months_across() {
    let parsed = table(
        "RUN;Nombre;Mes;Días trabajados;Días asistidos\n39910000-3;Ana;Marzo;20;18\n39910000-3;Ana;Abril;18;18\n\
         39910007-0;Eva;Marzo;20;-\n",
    );
    assert_eq!(parsed["kind"], "monthly_attendance");
    assert_eq!(field(&parsed, "month"), [3, 4, 3]);
    assert_eq!(field(&parsed, "attended"), [json!(18), json!(18), Value::Null]);
    assert_eq!(parsed["duplicates"], json!([]));
}

#[test]
fn a_picture_a_ledger_and_a_letter_are_refused_by_what_they_are() {
    assert_eq!(inspected(b"\x89PNG\r\n\x1a\n\0\0")["error"], "not_a_table");
    let ledger = table("Fecha;Glosa;Debe;Haber;Saldo\n01-03-2024;Compra;1000;0;1000\n02-03-2024;Venta;0;500;500\n");
    assert_eq!(ledger["error"], "no_student_column");
    assert_eq!(table("Estimada directora:\nadjunto la nómina.\nSaludos\n")["error"], "not_a_table");
    assert_eq!(table("RUN;Nombre;Curso\n")["error"], "no_rows");
    assert_eq!(table(" \r\n\r\n")["error"], "empty_file");
}

#[test]
fn a_student_without_run_and_one_with_a_wrong_digit_are_kept_and_said() {
    let parsed = table(
        "RUT;Nombre;Curso\n12345678;Ana;7°A\n100.200.300-3;Eva;7°A\n39910000-1;Ian;7°A\n;Leo Sol;7°A\n39910021-6.0;Mar;7°A\n",
    );
    let expected = [(2, "run_without_digit"), (4, "run_digit_wrong"), (5, "run_missing")];
    assert_eq!(warned(&parsed), doubts(&expected));
    assert_eq!(field(&parsed, "run").len(), 5);
    assert_eq!(field(&parsed, "run")[2], "39910000-1");
}

#[test]
fn names_of_sige_in_capitals_bind_to_the_same_columns() {
    let parsed = table(
        "AÑO;RBD;COD_TIPO_ENSEÑANZA;COD_GRADO;DESC_GRADO;LETRA_CURSO;RUN;DV;GENERO;NOMBRES;APELLIDO_PATERNO;\
         APELLIDO_MATERNO;FECHA_NACIMIENTO;FECHA_RETIRO\n2024;99001;110;7;7° básico;A;39910000.0;3.0;F;ANA;DÍAZ;SOTO;\
         14-09-2012;01-01-1900\n",
    );
    assert_eq!(parsed["kind"], "roster");
    assert_eq!(field(&parsed, "run"), ["39910000-3"]);
    assert_eq!(field(&parsed, "course"), ["7B-A"]);
    assert_eq!(field(&parsed, "withdrawn_on"), [Value::Null]);
    assert_eq!(warned(&parsed), []);
}

#[test]
fn several_phones_in_a_cell_are_several_phones() {
    let parsed = table(
        "RUN;Nombre estudiante;Nombre apoderado;Parentesco;Teléfonos;Correo\n\
         39910000-3;Ana Luz;María Soto;Madre;+56 9 0000 1234 / 45 2 123456;M@EXAMPLE.COM\n39910007-0;Eva;Pedro;Padre;no tiene;no tiene\n\
         39910014-3;Ian;;;12345;mal@correo\n",
    );
    assert_eq!(parsed["kind"], "contacts");
    assert_eq!(field(&parsed, "phones"), [json!(["+56900001234", "+56452123456"]), json!([]), json!([])]);
    assert_eq!(field(&parsed, "email"), [json!("m@example.com"), Value::Null, Value::Null]);
    assert_eq!(warned(&parsed), doubts(&[(4, "phone_digits_lost"), (4, "email_invalid")]));
}

#[test]
fn the_ways_in_which_a_year_can_end_are_told_apart() {
    let parsed = table(
        "RUN;Nombre;Sit. Final\n39910000-3;Ana;PROM.\n39910007-0;Eva;Deserción\n39910014-3;Ian;Egresado\n39910021-6;Leo;\n",
    );
    assert_eq!(field(&parsed, "outcome"), [json!("promoted"), json!("dropped_out"), json!("promoted"), Value::Null]);
    assert_eq!(parsed["totals"]["outcome"], json!({ "promoted": 2, "dropped_out": 1, "unknown": 1 }));
}

#[test]
fn dates_of_excel_and_dates_in_words_are_dates() {
    let parsed = table(
        "RUN;Nombre;Fecha Nacimiento;Fecha ingreso\n39910000-3;Ana;41107;45357\n39910007-0;Eva;12 de marzo de 2012;05-mar-2024\n",
    );
    assert_eq!(field(&parsed, "birth_date"), ["2012-07-17", "2012-03-12"]);
    assert_eq!(field(&parsed, "enrolled_on"), ["2024-03-06", "2024-03-05"]);
}

#[test]
fn a_grid_of_the_ministry_has_its_own_marks() {
    let days: String = (1..=30).fold(String::new(), |days, day| days + ";" + &day.to_string());
    let row = |marks: &str| {
        marks.chars().fold(String::new(), |row, mark| row + ";" + &mark.to_string()).replace('3', "-3").replace('_', "")
    };
    let parsed = table(&format!(
        "Asistencia abril 2018\nRUN;Nombre{days}\n39910000-3;Ana{}\n39910007-0;Eva{}\n",
        row("112110011111001111100111110011"),
        row("111110011111001111133333333333"),
    ));
    assert_eq!(
        (field(&parsed, "held"), field(&parsed, "attended")),
        (vec![json!(22), json!(15)], vec![json!(21), json!(15)])
    );
    assert_eq!(field(&parsed, "month"), [4, 4]);
}

#[test]
fn two_rows_of_headers_may_name_the_students_in_the_lower_one() {
    let parsed = table(
        "Identificación;;Marzo;;Abril;\nRUN;Nombre;Días trab.;Días asist.;Días trab.;Días asist.\n39910000-3;Ana;20;14;18;15\n",
    );
    assert_eq!(parsed["format"]["header_row"], 2);
    assert_eq!(skipped(&parsed), told(&[(1, "header_level_1")]));
    let march = json!({ "held": 20, "attended": 14, "attendance": 70 });
    assert_eq!(field(&parsed, "months")[0]["3"], march);
}

#[test]
fn blocks_of_courses_carry_their_name_to_the_rows_below() {
    let parsed = table(
        "Curso: 7° básico A;;\nRUN;Nombre;Asistencia\n39910000-3;Ana;80\nTotal;;80\n;;\nCurso: 8° básico B;;\nRUN;Nombre;Asistencia\n\
         39910007-0;Eva;90\nPágina 1 de 1;;\n",
    );
    assert_eq!(field(&parsed, "course"), ["7B-A", "8B-B"]);
    let expected = [(1, "section"), (4, "total"), (5, "blank"), (6, "section"), (7, "repeated_header"), (9, "footer")];
    assert_eq!(skipped(&parsed), told(&expected));
}

#[test]
fn broken_letters_are_mended_once_and_for_the_whole_file() {
    let parsed = table("RUN;Nombre;Curso;Asistencia\n39910000-3;MarÃ\u{AD}a NÃºÃ±ez Ãšbeda;SÃ©ptimo BÃ¡sico A;80\n");
    assert_eq!(field(&parsed, "full_name"), ["María Núñez Úbeda"]);
    assert_eq!(field(&parsed, "course"), ["7B-A"]);
    assert_eq!(warned(&parsed), [(None, "mojibake_repaired".to_owned())]);
}

#[test]
fn what_looks_like_a_formula_or_an_escape_is_text() {
    let parsed =
        table("RUN;Nombre;Observación;Asistencia\n39910000-3;Ana;=HYPERLINK(1);80\n39910007-0;\u{1b}[31mEva;x;90\n");
    assert_eq!(field(&parsed, "remark")[0], "=HYPERLINK(1)");
    assert!(!field(&parsed, "given_names")[1].as_str().unwrap().contains('\u{1b}'));
}

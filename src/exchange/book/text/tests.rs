//! What a person would lose if a text were taken apart wrongly.

use super::*;

type Row = (u32, LineState, Vec<String>);

fn rows_of(text: &Text<'_>, width: usize) -> Vec<Row> {
    let mut walk = text.walk(width);
    let mut found = Vec::new();
    while let Some(line) = walk.next() {
        found.push((line.number, line.state, line.cells.iter().map(String::from).collect()));
    }
    found
}

fn all(text: &str, width: usize) -> Vec<Row> {
    let usual = width;
    let found = Found { separator: Some(';'), announced: false, usual };
    rows_of(&Text { text: Cow::Borrowed(text), found }, width)
}

fn row(number: u32, state: LineState, cells: &[&str]) -> Row {
    (number, state, cells.iter().map(ToString::to_string).collect())
}

fn whole(number: u32, cells: &[&str]) -> Row {
    row(number, LineState::Whole, cells)
}

#[test]
fn rows_are_numbered_as_excel_shows_them_whatever_ends_a_line() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a;b", "", "", "c;d", ";", "", "e;f", ""].join(end);
        let blank = |number| whole(number, &[]);
        let first = [whole(1, &["a", "b"]), blank(2), blank(3), whole(4, &["c", "d"])];
        let last = [whole(5, &["", ""]), blank(6), whole(7, &["e", "f"])];
        assert_eq!(all(&text, 2), [first.as_slice(), &last].concat(), "{end:?}");
    }
    assert_eq!(all("\n\na;b\n", 2), [whole(1, &[]), whole(2, &[]), whole(3, &["a", "b"])]);
}

#[test]
fn separators_quotes_and_line_breaks_may_stand_inside_a_quoted_name() {
    let text = "1;\"LICEO \"\"A\"\"; ANEXO\"\r\n2;\"dos; o tres\nlíneas\"\r\n\"nota\nal pie\"\r\n3;c\r\n";
    let first = [whole(1, &["1", "LICEO \"A\"; ANEXO"]), whole(2, &["2", "dos; o tres\nlíneas"])];
    let last = [whole(3, &["nota\nal pie"]), whole(4, &["3", "c"])];
    assert_eq!(all(text, 2), [first, last].concat());
}

#[test]
fn a_quote_that_never_closes_costs_its_own_row_only() {
    for end in ["\n", "\r\n"] {
        let text = ["1;a;x", "2;\"LOS CANELOS;x", "3;c;x", "", "5;d;x", ""].join(end);
        let found = all(&text, 3);
        assert_eq!((found[1].0, found[1].1), (2, LineState::Unclosed));
        let others = [&found[..1], &found[2..]].concat();
        let expected =
            [whole(1, &["1", "a", "x"]), whole(3, &["3", "c", "x"]), whole(4, &[]), whole(5, &["5", "d", "x"])];
        assert_eq!(others, expected);
    }
    // Two open quotes meet each other and would make one whole row of two.
    let found = all("1;\"LOS;x\n2;\"LOS\";x\n3;c;x\n", 3);
    assert_eq!((found[0].0, found[0].1), (1, LineState::Unclosed));
    assert_eq!(found[1..], [whole(2, &["2", "LOS", "x"]), whole(3, &["3", "c", "x"])]);
}

#[test]
fn the_last_row_of_a_cut_file_is_known_by_its_missing_line_break() {
    assert_eq!(all("a;b\nc", 2).last(), Some(&row(2, LineState::Last, &["c"])));
    assert_eq!(all("a;b\nc;d\n", 2).last(), Some(&whole(2, &["c", "d"])));
    assert_eq!(all("a;b\r\nc;d\r\n", 2).last(), Some(&whole(2, &["c", "d"])));
}

#[test]
fn the_line_that_announces_the_separator_is_row_one_and_no_title() {
    for first in ["sep=|", "\"sep=|\"", "SEP=|"] {
        let text = Text::new(format!("{first}\r\nRUN|Nombre\r\n1-9|Ana\r\n").into());
        let rows = rows_of(&text, 0);
        assert_eq!(text.separator(), Some('|'));
        assert_eq!(rows.iter().map(|row| row.1).next(), Some(LineState::Announces));
        assert_eq!(rows[1..], [whole(2, &["RUN", "Nombre"]), whole(3, &["1-9", "Ana"])]);
    }
}

#[test]
fn rows_that_excel_made_one_quoted_cell_are_cells_again() {
    let rows = "\"39942007-5,\"\"Ibáñez, Kevin\"\",7B,\"\"92,9\"\"\"\r\n".repeat(20);
    let text = Text::new(format!("RUN,Nombre,Curso,Asistencia\r\n{rows}").into());
    let found = rows_of(&text, 0);
    assert_eq!(text.separator(), Some(','));
    assert_eq!(found.len(), 21);
    assert_eq!(found[0], whole(1, &["RUN", "Nombre", "Curso", "Asistencia"]));
    assert_eq!(found[20], row(21, LineState::DoubleQuoted, &["39942007-5", "Ibáñez, Kevin", "7B", "92,9"]));
}

#[test]
fn a_doubly_quoted_row_that_lost_a_quote_takes_no_other_row_with_it() {
    let text = "a;b;c\n\"1;\"\"x\"\";2\n3;\"\"y\"\";4\"\n5;\"\"z\"\";\"\n6;w;7\n";
    let found = rows_of(&Text::new(text.into()), 0);
    let expected = [
        whole(1, &["a", "b", "c"]),
        row(2, LineState::DoubleQuoted, &["1", "x", "2"]),
        row(3, LineState::DoubleQuoted, &["3", "y", "4"]),
        row(4, LineState::DoubleQuoted, &["5", "z", ""]),
        whole(5, &["6", "w", "7"]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_text_made_of_open_quotes_is_read_in_time_and_row_by_row() {
    let rows = 60_000;
    let text = Text::new("a\";\"b\n".repeat(rows).into());
    let mut walk = text.walk(2);
    let mut count = 0;
    while walk.next().is_some() {
        count += 1;
    }
    assert_eq!(count, rows);
    assert!(walk.in_vain < IN_VAIN + 2 * walk.text.len());
}

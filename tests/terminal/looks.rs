//! Terminals that show less: no colours, sixteen of them, or ASCII alone.

use crate::support::{DOWN, ENTER, ESC, Home, Launch, Terminal};

#[test]
fn who_wants_no_colours_gets_none() {
    let home = Home::with_schools(&[99_012]);
    assert!(!colours(&tour(&home.tep(&["open", "99012"]))).is_empty(), "this test sees no colours at all");
    assert_eq!(colours(&tour(home.tep(&["open", "99012"]).set("NO_COLOR", "1"))), [""; 0]);
    assert_eq!(colours(&tour(&home.tep(&["open", "99012", "--plain"]))), [""; 0]);
}

#[test]
fn the_console_of_linux_gets_no_more_than_its_sixteen_colours() {
    let home = Home::with_schools(&[99_012]);
    let bytes = tour(home.tep(&["open", "99012"]).set("TERM", "linux"));
    let colours = colours(&bytes);
    assert!(!colours.is_empty());
    assert!(colours.iter().all(|colour| colour != "38" && colour != "48"), "{colours:?}");
}

#[test]
fn a_locale_without_utf_8_gets_ascii_bytes_alone() {
    let home = Home::with_schools(&[99_012]);
    let wide = home.tep(&["open", "99012"]).start().tour();
    assert!(!wide.is_ascii(), "this test would not see an accent");
    let mut narrow = home.tep(&["--lang", "es", "open", "99012"]);
    let bytes = tour(narrow.set("LANG", "C"));
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(bytes.is_ascii(), "{:?}", text.chars().find(|letter| !letter.is_ascii()));
}

#[test]
fn a_line_of_an_own_file_that_is_not_understood_is_told_on_the_screen_at_the_start() {
    let home = Home::with_schools(&[99_012]);
    std::fs::write(home.practice().join("preguntas.txt"), "[paso 9]\n[paso 8]\n").unwrap();
    std::fs::write(home.practice().join("temas.txt"), "familias: Familias\nsin nombre\n").unwrap();
    let mut terminal = home.tep(&["--lang", "es", "open", "99012"]).start();
    terminal.sees("Rural El Notro").sees("preguntas.txt: 2 líneas que no se entienden. «tep doctor» dice qué hacer.");
    terminal.sees("temas.txt: 1 línea que no se entiende.").types("?").sees_no_more("temas.txt");
    terminal.types("q").sees("q salir").types("q").ends_well();
}

impl Terminal {
    /// Looks at a notebook, a card, the help and the shelf; gives all bytes that came.
    fn tour(mut self) -> Vec<u8> {
        self.sees("Rural El Notro").sees("q salir");
        self.types("3").sees("[3 Datos]").types(DOWN).types(ENTER).sees("Notas ");
        self.types(ESC).sees_no_more("Notas ").types("?").sees("Cuaderno").types("q").sees("q salir");
        self.types("/").sees("Buscar:").types("zz").sees("Nada coincide").types(ESC).sees("q salir");
        self.types(ESC).sees("Estante").sees("q salir").types("q").ends_well();
        std::mem::take(&mut self.bytes)
    }
}

fn tour(launch: &Launch) -> Vec<u8> {
    launch.start().tour()
}

/// All parameters of colour in the sequences that set how letters look.
fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let looks = text.split("\x1b[").skip(1).filter_map(|rest| {
        let (numbers, _) = rest.split_once('m')?;
        numbers.chars().all(|letter| letter.is_ascii_digit() || letter == ';').then(|| numbers.to_owned())
    });
    let numbers = looks.flat_map(|look| look.split(';').map(str::to_owned).collect::<Vec<_>>());
    numbers.filter(|number| is_colour(number)).collect()
}

fn is_colour(number: &str) -> bool {
    matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=97 | 100..=107))
}

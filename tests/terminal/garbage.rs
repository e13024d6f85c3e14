//! Input that no person types: pastes without end, keys faster than the screen, bytes that are no keys.

use std::time::{Duration, Instant};

use rustix::process::Signal;
use tep_notebook::{notebook::safe_text::NOTE_LIMIT, store::Shelf};

use crate::support::{F2, Home, peak_memory, tell};

/// A look at whether nothing happens any more.
const REST: Duration = Duration::from_millis(300);

/// What terminals, line noise and hostile programs send. No `q`, no Ctrl-C, no Enter.
const NOISE: [&[u8]; 20] = [
    b"\xff\xfe\x80\xbf",
    b"\xc3",
    b"\xe2\x82",
    b"\xf0\x9f\x98",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\0\0\0",
    b"\x1b[999999999999999999999A",
    b"\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;H",
    b"\x1b[<0;99999;99999M",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[I\x1b[O",
    b"\x1b[?1;2c",
    b"\x1b[24;80R",
    b"\x1b]11;rgb:0000/0000/0000\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b[57399;5:3u",
    b"\x1b[200~\xff\x1b[201~",
    b"\x1b\x1b\x1b[",
];

#[test]
fn noise_on_the_line_does_not_end_an_evening() {
    let home = Home::with_schools(&[99_012]);
    let before = std::fs::read(&Shelf::on_disk(home.practice()).paths().unwrap()[0]).unwrap();
    let mut sent = 0;
    for place in ["", "/"] {
        let mut terminal = home.tep(&[]).start();
        // The help says that the program listens: what is sent before it does may be lost.
        terminal.sees("Estante").sees("q salir").types("?").sees("En cualquier lista").types("q").sees("q salir");
        terminal.types(place);
        for round in 0..30_u32 {
            for noise in NOISE {
                terminal.types(noise);
            }
            let random = random(round);
            sent += random.len();
            terminal.types(random);
        }
        // Closes what the noise may have left open: a paste, a sequence.
        terminal.types("\x1b[201~").resize(100, 30);
        terminal.until("the bar", |terminal| !terminal.row(29).is_empty()).rests(REST);
        // One level up each, and then out; one more than needed would hit the shell of a person.
        for _ in 0..10 {
            if !terminal.is_over() {
                terminal.types([3]).until_silent(Duration::from_millis(200));
            }
        }
        terminal.ends_well();
    }
    assert_eq!(sent, 300_000);
    let after = std::fs::read(&Shelf::on_disk(home.practice()).paths().unwrap()[0]).unwrap();
    assert!(before == after, "noise on the shelf changed a notebook");
}

/// Bytes that differ with the seed; none of them is a key.
fn random(seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u8::try_from(state >> 24).unwrap() | 0x80
    };
    (0..5_000).map(|_| next()).collect()
}

#[test]
fn five_thousand_keys_without_brackets_arrive_all() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("q salir").types("3").sees("[3 Datos]").types("/").sees("Buscar:");
    // A lost letter leaves too few, a lost Backspace too many.
    let typed = "a".repeat(40) + &"ab\x7f\x7f".repeat(1_240) + "z";
    assert_eq!(typed.len(), 5_001);
    terminal.types(typed).sees("az");
    let found = terminal.text().lines().find(|row| row.contains("Buscar:")).unwrap().to_owned();
    assert_eq!(found.trim(), format!("Buscar: {}z", "a".repeat(40)));
    terminal.rests(REST);
    terminal.types([3]).sees_no_more("Buscar:").types("q").ends_well();
}

#[test]
fn a_paste_of_a_whole_library_is_cut_and_said() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("q salir").types("l").sees("F2");
    let pasted: String = (0..).map(|number: u32| format!("{number} ")).take(1_400_000).collect();
    assert!(pasted.len() > 10_000_000);
    let before = Instant::now();
    terminal.types(format!("\x1b[200~{pasted}\x1b[201~")).sees("El texto llegó a su largo máximo");
    let took = before.elapsed().as_millis();
    if let Some(peak) = peak_memory(terminal.process()) {
        tell(&format!("paste of {} bytes: {took} ms, at most {peak} KiB of memory", pasted.len()));
        assert!(peak < 100 * 1_024, "{peak} KiB");
    }
    terminal.rests(REST);
    terminal.types(F2).sees("Aprendizaje registrado").sees("guardado").types("q").ends_well();
    let shelf = Shelf::on_disk(home.practice());
    let notebook = shelf.view(&shelf.paths().unwrap()[0]).unwrap().notebook;
    let longest = notebook.learnings.iter().map(|learning| learning.statement.as_str()).max_by_key(|text| text.len());
    let longest = longest.unwrap();
    assert!(pasted.starts_with(longest), "what was kept is not what was pasted");
    assert!((NOTE_LIMIT - 8..=NOTE_LIMIT).contains(&longest.len()), "{}", longest.len());
}

#[test]
fn in_the_middle_of_a_paste_the_program_can_be_ended() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("q salir").types("l").sees("F2").types("\x1b[200~").types("pegado ".repeat(10_000)).rests(REST);
    let since = terminal.signals(Signal::TERM);
    assert_eq!(terminal.is_gone(since).0, 143);
    terminal.ends();
    terminal.is_given_back();
}

//! Whatever a disk or a mail has done to a file: it is read or refused, and never takes the program down.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use chrono::NaiveDate;
use tep_notebook::exchange::{inspect::Inspection, read::read, reading::Wishes};

#[path = "support/figures.rs"]
mod figures;

/// Spoiled copies of each file of the corpus.
const COPIES: usize = 1_500;

fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/messy");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "json"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Numbers that are the same on every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// What stands between cells and rows, and what readers stumble over.
const PIECES: &[&[u8]] = &[
    b";",
    b",",
    b"\t",
    b"\n",
    b"\r\n",
    b"\"",
    b"\"\"",
    b"\0",
    b"<td>",
    b"</table>",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"-",
    b"9999999999",
    b"1e308",
    b"\xC3",
    b"%",
    b"sep=;\n",
    b"PK\x03\x04",
    b"<row r=\"1048576\">",
    b"31-02-2024",
];

fn spoil(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut spoiled = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(spoiled.len() + 1);
        match dice.below(6) {
            0 if at < spoiled.len() => spoiled[at] ^= 1 << dice.below(8),
            1 => {
                let piece = PIECES[dice.below(PIECES.len())];
                spoiled.splice(at..at, piece.iter().copied());
            }
            2 => spoiled.truncate(at),
            3 => {
                let end = (at + dice.below(200)).min(spoiled.len());
                spoiled.drain(at..end);
            }
            4 => {
                let end = (at + dice.below(300)).min(spoiled.len());
                let again = spoiled[at..end].to_vec();
                let to = dice.below(spoiled.len() + 1);
                spoiled.splice(to..to, again);
            }
            _ if at < spoiled.len() => spoiled[at] = u8::try_from(dice.below(256)).unwrap(),
            _ => {}
        }
    }
    spoiled
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

#[test]
fn no_spoiled_file_takes_the_program_down_or_is_read_without_its_rows() {
    let (read_whole, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for (number, (name, bytes)) in corpus().into_iter().enumerate() {
            let (read_whole, refused) = (&read_whole, &refused);
            scope.spawn(move || {
                let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (number as u64 + 1));
                for _ in 0..COPIES {
                    let spoiled = spoil(&bytes, &mut dice);
                    match read(&spoiled, &Wishes::default(), today()) {
                        Ok(reading) => {
                            // Every row that is about somebody is a record, a double, or rejected.
                            let doubles: usize = reading.duplicates.iter().map(|double| double.rows.len() - 1).sum();
                            let told = reading.records.len() + doubles + reading.rejected.len();
                            assert_eq!(told, reading.rows, "{name}");
                            let shown = serde_json::to_string(&Inspection { file: &name, reading: Ok(&reading) });
                            assert!(shown.unwrap().contains("\"totals\""));
                            read_whole.fetch_add(1, Ordering::Relaxed);
                        }
                        Err(_) => {
                            refused.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    let (read_whole, refused) = (read_whole.into_inner(), refused.into_inner());
    assert!(read_whole > 0 && refused > 0);
    figures::say(&format!(
        "reading: {} spoiled files ({COPIES} of each of 27): {read_whole} read, {refused} refused, 0 panics",
        read_whole + refused
    ));
}

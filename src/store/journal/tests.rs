use chrono::{DateTime, NaiveDate, Utc};

use super::{
    record::{Link, check, line},
    *,
};
use crate::{
    notebook::safe_text::SafeText,
    store::{fs::memory::MemoryFs, sha::Sha},
};

fn at(number: u64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_600_000_000 + i64::try_from(number).unwrap(), 0).unwrap()
}

fn record(number: u64) -> Record {
    let what = What::Placed(Sha::of(&number.to_le_bytes()));
    Record { number, at: at(number), by: SafeText::line("asesora"), what }
}

fn journal(records: u64) -> (Vec<u8>, Vec<Record>) {
    let (mut bytes, mut link, mut all) = (Vec::new(), Link::default(), Vec::new());
    for number in 0..records {
        let (text, next) = line(link, &record(number)).unwrap();
        bytes.extend(text);
        link = next;
        all.push(record(number));
    }
    (bytes, all)
}

#[test]
fn a_record_is_one_readable_line() {
    let (text, link) = line(Link::default(), &record(0)).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with(r#"{"h":""#) && text.ends_with("}}\n"), "{text}");
    assert!(text.contains(r#""q":0,"t":"2020-09-13T12:26:40Z","u":"asesora","k":{"placed":""#), "{text}");
    assert_eq!(check(Link::default(), text.trim_end().as_bytes()), Some(link));
    assert_eq!(check(link, text.trim_end().as_bytes()), None);
}

#[test]
fn whatever_bit_flips_no_wrong_record_is_read() {
    let (bytes, all) = journal(3);
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let pages = pages(&flipped);
        assert!(all.starts_with(&pages.records) && pages.records.len() < all.len(), "bit {bit}");
        assert!(pages.damage.is_some(), "bit {bit}");
    }
}

#[test]
fn an_end_that_was_torn_off_costs_only_what_was_never_called_saved() {
    let (bytes, all) = journal(3);
    for length in 0..bytes.len() {
        let pages = pages(&bytes[..length]);
        assert!(all.starts_with(&pages.records));
        // Where only the break is missing, all is said.
        let is_whole_line = length == 0 || bytes[length - 1] == b'\n' || bytes[length] == b'\n';
        assert_eq!(pages.damage, (!is_whole_line).then_some(Damage::Torn), "{length}");
        assert_eq!(pages.records.len(), bytes[..=length].split(|byte| *byte == b'\n').count() - 1);
        assert!(pages.good <= length);
    }
}

#[test]
fn a_bit_that_flipped_in_the_last_line_is_told_since_that_line_was_called_saved() {
    let (bytes, _) = journal(3);
    let last = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for bit in last * 8..(bytes.len() - 1) * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(pages(&flipped).damage, Some(Damage::Broken), "bit {bit}");
    }
}

#[test]
fn zeros_that_a_power_cut_left_in_the_last_line_are_no_alarm() {
    let (bytes, all) = journal(3);
    let last = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for (start, end) in [(last, bytes.len()), (last, last + 40), (last + 40, last + 80), (last + 40, bytes.len() - 1)] {
        let mut zeroed = bytes.clone();
        zeroed[start..end].fill(0);
        let pages = pages(&zeroed);
        assert_eq!((pages.records.len(), pages.damage), (all.len() - 1, Some(Damage::Torn)));
    }
}

#[test]
fn a_journal_in_a_newer_form_is_read_by_a_newer_program_only() {
    let head = |version| {
        let head = serde_json::json!({
            "version": version, "program": "9.0.0", "notebook": "01701d5b-0000-7000-8000-000000000001",
            "file": "a.tep.json", "host": "equipo", "process": 1
        });
        let record = serde_json::json!({ "q": 0, "t": at(0), "u": "asesora", "k": { "head": head } });
        line(Link::default(), &record).unwrap().0
    };
    assert_eq!(pages(&head(record::VERSION)).damage, None);
    assert_eq!(pages(&head(record::VERSION + 1)).damage, Some(Damage::Newer));
}

#[test]
fn lines_that_changed_places_or_stand_twice_are_not_believed() {
    let (bytes, all) = journal(3);
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for order in [[0, 2, 1], [1, 0, 2], [0, 0, 1], [0, 1, 1]] {
        let mixed = order.map(|at| lines[at]).concat();
        let pages = pages(&mixed);
        assert!(all.starts_with(&pages.records) && pages.records.len() < 3);
        assert!(pages.damage.is_some());
    }
}

#[test]
fn a_line_of_a_newer_program_is_not_taken_for_damage() {
    let newer = serde_json::json!({ "q": 0, "t": at(0), "u": "asesora", "k": { "sung": 1 } });
    let (text, _) = line(Link::default(), &newer).unwrap();
    assert_eq!(pages(&text).damage, Some(Damage::Newer));
}

#[test]
fn journals_sort_by_their_number_whatever_the_clock_said() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let name = |epoch, day, nonce: &str| Name { epoch, day, nonce: nonce.to_owned() };
    let (early, late) = (name(9, day(24), "b"), name(10, day(1), "a"));
    assert!(early < late);
    assert_eq!(Name::parse(std::path::Path::new(&format!("/n/{}", late.file_name()))), Some(late));
    assert_eq!(Name::parse(std::path::Path::new("/n/s-1.ndjson")), None);
}

#[test]
fn what_was_taken_back_is_written_again_in_the_same_place() {
    let fs = MemoryFs::default();
    let by = SafeText::line("asesora");
    let mut journal = Journal::create(&fs, std::path::Path::new("/s-1.ndjson"), by, What::End, at(0)).unwrap();
    let length = fs.get("/s-1.ndjson").unwrap().len();
    journal.write(What::End, at(1)).unwrap();
    journal.take_back();
    assert_eq!(fs.get("/s-1.ndjson").unwrap().len(), length);
    journal.write(What::Placed(Sha::of(b"x")), at(2)).unwrap();
    journal.sync().unwrap();
    let pages = pages(&fs.get("/s-1.ndjson").unwrap());
    assert_eq!((pages.records.len(), pages.damage), (2, None));
    assert_eq!(pages.records[1].number, 1);
}

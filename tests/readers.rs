//! No file takes the program down, whatever is in it: text, workbooks old and new, pages, each changed at random in some of
//! its bytes, and text written by us read back as it was.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Read as _, Write as _};
use std::panic;

use proptest::collection::vec;
use proptest::prelude::*;
use tep_notebook::exchange::book::{self, LineState};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Opens a file and walks over all of its rows; says how many there are.
fn rows(bytes: &[u8]) -> usize {
    let Ok(book) = book::open(bytes) else { return 0 };
    let mut count = 0;
    for sheet in &book.sheets {
        for width in [0, 3] {
            let mut walk = sheet.rows.walk(width);
            while let Some(line) = walk.next() {
                count += usize::from(line.number > 0 && line.cells.len() < 100_000);
            }
        }
    }
    count
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    /// Changes some bytes: other values, a piece away, a piece twice, an end too early.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        const TELLING: &[u8] = &[0, 1, 0x7F, 0x80, 0xFE, 0xFF, b'"', b';', b'<', b'>', b'&', b'9', b'\n', 0x3C, 0xFC];
        for _ in 0..=self.roll(4) {
            let (at, end) = (self.roll(bytes.len()), self.roll(bytes.len()));
            let piece = at.min(end)..at.max(end).min(at.min(end) + 40);
            match self.roll(8) {
                0 => drop(bytes.drain(piece)),
                1 => {
                    let twice = bytes[piece].to_vec();
                    bytes.splice(at..at, twice);
                }
                2 => bytes.truncate(at.max(bytes.len() / 2)),
                3 => bytes[piece].fill(TELLING[self.roll(TELLING.len())]),
                4 => bytes.insert(at, TELLING[self.roll(TELLING.len())]),
                _ => {
                    let value =
                        if self.roll(2) == 0 { self.roll(256) } else { TELLING[self.roll(TELLING.len())].into() };
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = u8::try_from(value).unwrap();
                    }
                }
            }
            if bytes.is_empty() {
                bytes.push(b'x');
            }
        }
    }
}

fn data(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The parts of a packed workbook.
fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut pack = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at: usize, pack: &mut ZipArchive<Cursor<&[u8]>>| {
        let mut part = pack.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    (0..pack.len()).map(|at| part(at, &mut pack)).collect()
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut pack = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        pack.start_file(name.as_str(), SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
            .unwrap();
        pack.write_all(content).unwrap();
    }
    pack.finish().unwrap().into_inner()
}

/// The stream of an old workbook, and a shell around another one.
fn stream(bytes: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut shell = cfb::CompoundFile::open(Cursor::new(bytes)).unwrap();
    shell.open_stream("/Workbook").unwrap().read_to_end(&mut content).unwrap();
    content
}

fn shell(stream: &[u8]) -> Vec<u8> {
    let mut shell = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    shell.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    shell.into_inner().into_inner()
}

const TEXT: &str = "sep=;\r\nLiceo; Año 2024\r\n\r\nRUN;Nombre;Asistencia\r\n1-9;\"Núñez; Ana\";92,9\r\n\"2-7;\"\"Muñoz\"\";80,1\"\r\n\
    3-5;\"dos\nlíneas\";MuÃ±oz\r\n;;\r\n4-3;\"abierta;1\r\n5-1;x;100";
const PAGE: &str = "<html><meta charset=utf-8><table border=1><tr><th rowspan=2>RUN<th colspan=2>A&ntilde;o</tr><tr><td>1<td>2</tr>\
    <tr><td>1-9<td><b>Ana</b><br>Mar&#237;a<td><table><tr><td>x</table></td></tr></table><script>if (a<b)</script></html>";
const XML: &str = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\">\
    <Table><Row ss:Index=\"2\"><Cell ss:Index=\"3\" ss:MergeAcross=\"1\"><Data ss:Type=\"Number\">0.8</Data></Cell></Row></Table>\
    </Worksheet></Workbook>";

#[test]
fn a_damaged_file_of_any_kind_is_read_or_refused_and_nothing_else_happens() {
    let mut dice = Dice(0x5EED_0F7E);
    let mut tried = Vec::new();
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, seed) in
        [("text", TEXT.as_bytes()), ("utf-16", &utf16), ("page", PAGE.as_bytes()), ("xml", XML.as_bytes())]
    {
        tried.push((
            name,
            4000,
            fuzz(4000, &mut dice, |dice| {
                let mut bytes = seed.to_vec();
                dice.change(&mut bytes);
                bytes
            }),
        ));
    }
    for name in ["nomina.xls", "nomina.xlsx", "nomina.ods"] {
        let seed = data(name);
        tried.push((
            name,
            1500,
            fuzz(1500, &mut dice, |dice| {
                let mut bytes = seed.clone();
                dice.change(&mut bytes);
                bytes
            }),
        ));
    }
    for name in ["nomina.xlsx", "nomina.ods"] {
        let parts = unpack(&data(name));
        tried.push((
            name,
            1500,
            fuzz(1500, &mut dice, |dice| {
                let mut parts = parts.clone();
                let at = dice.roll(parts.len());
                dice.change(&mut parts[at].1);
                pack(&parts)
            }),
        ));
    }
    let seed = stream(&data("nomina.xls"));
    tried.push((
        "records",
        3000,
        fuzz(3000, &mut dice, |dice| {
            let mut bytes = seed.clone();
            dice.change(&mut bytes);
            shell(&bytes)
        }),
    ));
    eprintln!("kind, files tried, files still read: {tried:?}");
    assert!(
        tried.iter().all(|(_, files, read)| *read > 0 && read < files),
        "changes are too weak or too strong: {tried:?}"
    );
}

/// Tries so many files; says how many of them still gave rows.
fn fuzz(files: usize, dice: &mut Dice, mut make: impl FnMut(&mut Dice) -> Vec<u8>) -> usize {
    let mut read = 0;
    for _ in 0..files {
        let bytes = make(dice);
        let count = panic::catch_unwind(|| rows(&bytes));
        // Whoever sees this fail finds the file in the message.
        assert!(count.is_ok(), "{}", bytes.escape_ascii());
        read += usize::from(count.is_ok_and(|count| count > 0));
    }
    read
}

/// Cells as people write them, with all that separated text must quote.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zñáéíóúA-ZÑ0-9 .,;|'°º-]{0,12}",
        1 => "[a-z\"\n;,\t ]{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        rows(&bytes);
    }

    #[test]
    fn any_text_of_separators_and_quotes_is_read(text in "[ab;,|\t\"\n\r<>=ÃÂ±]{0,80}") {
        rows(text.as_bytes());
    }

    #[test]
    fn a_table_that_was_written_is_the_same_table_when_read(
        separator in prop_oneof![Just(b';'), Just(b','), Just(b'\t'), Just(b'|')],
        table in (2..6_usize).prop_flat_map(|width| vec(vec(cell(), width..=width), 1..12)),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        let header: Vec<String> = (0..table[0].len()).map(|at| format!("Columna {at}")).collect();
        writer.write_record(&header).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let book = book::open(&bytes).unwrap();
        prop_assert_eq!(book.separator, Some(char::from(separator)));
        let mut walk = book.sheets[0].rows.walk(header.len());
        let mut read = Vec::new();
        while let Some(line) = walk.next() {
            prop_assert_eq!(line.state, LineState::Whole);
            read.push(line.cells.iter().map(String::from).collect::<Vec<_>>());
        }
        prop_assert_eq!(&read[0], &header);
        prop_assert_eq!(&read[1..], &table[..]);
    }
}

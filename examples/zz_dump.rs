use tep_notebook::exchange::book;
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = match book::bytes::load(std::path::Path::new(&path)) {
            Ok(b) => b,
            Err(e) => {
                println!("{path}: LOAD {e:?}");
                continue;
            }
        };
        let t = std::time::Instant::now();
        match book::open(&bytes) {
            Err(e) => println!("{path}: {e:?} {:?}", t.elapsed()),
            Ok(b) => {
                println!(
                    "{path}: {:?} {:?} {:?} lost {} moji {} {:?}",
                    b.container,
                    b.encoding,
                    b.separator,
                    b.letters_lost,
                    b.mojibake,
                    t.elapsed()
                );
                for s in &b.sheets {
                    let mut w = s.rows.walk(0);
                    let (mut n, mut states) = (0, std::collections::BTreeMap::new());
                    let mut first = vec![];
                    while let Some(l) = w.next() {
                        n += 1;
                        *states.entry(format!("{:?}", l.state)).or_insert(0) += 1;
                        if n <= 4 {
                            first.push(format!("{:?}", l.cells));
                        }
                    }
                    println!("  {:?} hidden {} rows {n} {states:?} {:?}", s.name, s.hidden, t.elapsed());
                    if std::env::var("V").is_ok() {
                        for f in first {
                            println!("     {}", f.chars().take(400).collect::<String>());
                        }
                    }
                }
            }
        }
    }
}

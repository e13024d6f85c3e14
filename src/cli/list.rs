//! `tep list`: the notebooks of the folder by RBD.

use serde_json::{Value, json};

use super::{
    answer::{Answer, Exit},
    args::List,
    setup::Setup,
    table::{self, Side},
    trouble::Trouble,
};
use crate::{
    app::lang::Lang,
    notebook::outline::Outline,
    text::{
        cli::{print, trouble as text},
        cycle, figures,
        places::word,
    },
};

/// The list, as a table or as JSON. What cannot be read is said, and the rest is listed all the same.
pub(super) fn run(setup: &Setup, args: &List) -> Result<Answer, Trouble> {
    let shelf = setup.shelf_to_read()?;
    let (mut outlines, mut said) = (Vec::new(), Vec::new());
    for path in shelf.paths()? {
        match shelf.outline(&path) {
            Ok(outline) => outlines.push(outline),
            Err(error) => said.push(text::open(setup.lang, &error)),
        }
    }
    // Files come by name; two of one school stay in that order.
    outlines.sort_by_key(|outline| outline.school.rbd);
    let answer = match (args.json, outlines.is_empty()) {
        (true, _) => Answer::json(&outlines.iter().map(record).collect()),
        (false, true) if said.is_empty() => Answer::done(print::empty_shelf(setup.lang, shelf.dir())),
        (false, true) => Answer::default(),
        (false, false) => Answer::done(page(setup.lang, &outlines)),
    };
    let exit = if said.is_empty() { Exit::Done } else { Exit::No };
    Ok(Answer { said, exit, ..answer })
}

/// One school; the names are a contract.
fn record(outline: &Outline) -> Value {
    let cycle = outline.current_cycle();
    json!({
        "rbd": outline.school.rbd,
        "name": outline.school.name.as_str(),
        "students": outline.students.len(),
        "cycle": cycle.map(|cycle| cycle.number),
        "step": cycle.map(|cycle| cycle.step.number()),
        "invented": outline.school.invented,
    })
}

fn page(lang: Lang, outlines: &[Outline]) -> String {
    let titles = ["RBD", word::SCHOOL.of(lang), print::STUDENTS.of(lang), word::CYCLE.of(lang), word::STEP.of(lang)];
    let mut rows = vec![titles.map(str::to_owned)];
    rows.extend(outlines.iter().map(|outline| row(lang, outline)));
    let mut out = String::new();
    table::write(&mut out, "", [Side::Right, Side::Left, Side::Right, Side::Right, Side::Left], &rows);
    let students = outlines.iter().map(|outline| outline.students.len()).sum();
    let invented = outlines.iter().filter(|outline| outline.school.invented).count();
    out.push_str(&print::shelf_sum(lang, (outlines.len(), invented), students));
    out
}

fn row(lang: Lang, outline: &Outline) -> [String; 5] {
    let cycle = outline.current_cycle();
    let step = |step: crate::notebook::cycle::Step| format!("{} {}", step.number(), cycle::step(step).of(lang));
    [
        outline.school.rbd.to_string(),
        outline.school.name.as_str().to_owned(),
        figures::number(lang, outline.students.len()),
        cycle.map_or_else(|| "—".to_owned(), |cycle| cycle.number.to_string()),
        cycle.map_or_else(|| word::NO_CYCLE.of(lang).to_owned(), |cycle| step(cycle.step)),
    ]
}

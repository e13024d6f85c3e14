//! The driver tree as an outline: a line for each branch, two blanks for each level under the aim.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area,
};
use crate::notebook::{
    Notebook,
    cycle::{Cycle, Driver},
    edit::{Deed, Edit},
    extra::Extra,
    problem::Field,
    safe_text::SafeText,
};

/// Blanks of a level.
const INDENT: usize = 2;

/// The tree, or for one that is not written the aim and the first driver that challenge and theory say.
pub fn sheet(cycle: &Cycle) -> Sheet {
    let outline = if cycle.drivers.is_empty() { begun(cycle) } else { outline(&cycle.drivers) };
    Sheet::new(vec![area(Field::Drivers, &SafeText::note(&outline))])
}

fn begun(cycle: &Cycle) -> String {
    let first = |text: &SafeText| text.as_str().lines().next().unwrap_or_default().to_owned();
    let (aim, driver) = (first(&cycle.theory.then), first(&cycle.theory.because));
    if aim.is_empty() { String::new() } else { format!("{aim}\n{:INDENT$}{driver}", "") }
}

/// The tree as lines with their blanks.
pub fn outline(drivers: &[Driver]) -> String {
    let line = |driver: &Driver| {
        let blanks = INDENT * usize::from(driver.level.saturating_sub(1));
        format!("{:blanks$}{}", "", driver.text.as_str())
    };
    drivers.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The edit of the filled form. A line may go one level deeper than the one before it, no more; what is deeper is drawn
/// up to there, and nothing is lost.
pub fn read(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let drivers = tree(answers.area(Field::Drivers));
    let write = |cycle: &mut Cycle| cycle.drivers = with_known(drivers, &cycle.drivers);
    notebook.change_cycle(Deed::WriteDrivers, write).map_err(|problem| flaws([problem]))
}

/// What a newer version knows of a line stays with it, while the line stays as it is.
fn with_known(mut drivers: Vec<Driver>, before: &[Driver]) -> Vec<Driver> {
    for driver in &mut drivers {
        let known = before.iter().find(|known| (known.level, &known.text) == (driver.level, &driver.text));
        driver.extra = known.map_or_else(Extra::new, |known| known.extra.clone());
    }
    drivers
}

fn tree(outline: &str) -> Vec<Driver> {
    let mut drivers: Vec<Driver> = Vec::new();
    for line in outline.lines() {
        let text = line.trim().trim_start_matches(['-', '*', '•']).trim();
        if text.is_empty() {
            continue;
        }
        let blanks: usize =
            line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { INDENT } else { 1 }).sum();
        let wanted = u8::try_from(blanks.div_ceil(INDENT) + 1).unwrap_or(Driver::DEEPEST);
        let deepest = drivers.last().map_or(1, |before| before.level + 1).min(Driver::DEEPEST);
        drivers.push(Driver { level: wanted.min(deepest), text: SafeText::line(text), extra: Extra::new() });
    }
    drivers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_becomes_a_tree_of_at_most_four_levels_and_comes_back_as_it_was() {
        let written =
            "Nadie falta los lunes\n  Esperar a cada uno\n    Saludo en la puerta\n      Llamar el domingo\n  Bus";
        let drivers = tree(written);
        assert_eq!(drivers.iter().map(|driver| driver.level).collect::<Vec<_>>(), [1, 2, 3, 4, 2]);
        assert_eq!(outline(&drivers), written);
    }

    #[test]
    fn what_a_newer_version_knows_of_a_line_stays_with_it() {
        let mut before = tree("Meta\n  Saludo\n  Bus");
        before[1].extra.insert("weight".to_owned(), 3.into());
        let after = with_known(tree("Meta\n  Bus\n  Saludo"), &before);
        assert_eq!((after[1].extra.len(), after[2].extra.clone()), (0, before[1].extra.clone()));
    }

    #[test]
    fn blanks_that_jump_lose_no_line() {
        let drivers = tree("Meta\n        muy adentro\n\n   - otra\n\tcon tabulador");
        assert_eq!(drivers.iter().map(|driver| driver.level).collect::<Vec<_>>(), [1, 2, 3, 2]);
        assert_eq!(drivers.len(), 4);
    }
}

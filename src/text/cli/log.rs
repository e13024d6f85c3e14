//! Who changed what, and when: kinds, codes and names of fields, and values only where they are handed in.

use chrono::NaiveDateTime;

use crate::{
    app::lang::Lang,
    notebook::{edit::Deed, problem::Kind},
    store::journal::Act,
    text::{Both, both, cli::backups, count, figures, notices, outside},
};

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// It is new.
    Added,
    /// It has another content.
    Changed,
    /// It is gone.
    Removed,
}

const fn became(became: Became) -> Both {
    match became {
        Became::Added => both("agregado", "added"),
        Became::Changed => both("cambiado", "changed"),
        Became::Removed => both("eliminado", "removed"),
    }
}

/// No journal tells anything.
pub fn empty(lang: Lang) -> String {
    both("El diario de este cuaderno no tiene cambios todavía.\n", "The journal of this notebook has no changes yet.\n")
        .of(lang)
        .to_owned()
}

/// A part of the journals cannot be read.
pub fn gaps(lang: Lang, gaps: usize) -> String {
    let journals = count(lang, gaps, both("diario", "journal"), both("diarios", "journals"));
    match lang {
        Lang::Es => format!(
            "Faltan cambios en esta lista: {journals} con una parte dañada o de una versión más nueva de TEP. «tep doctor» dice más."
        ),
        Lang::En => format!(
            "Changes are missing from this list: {journals} with a part that is damaged or of a newer version of TEP. “tep doctor” tells more."
        ),
    }
}

/// When, what and who: the first line of a change.
pub fn head(lang: Lang, at: NaiveDateTime, (act, deed): (Act, Deed), (user, host): (&str, &str)) -> String {
    let act = match act {
        Act::Do => "",
        Act::Undo => both(" (deshecho)", " (undone)").of(lang),
        Act::Redo => both(" (rehecho)", " (redone)").of(lang),
    };
    line(lang, at, &format!("{}{act}", notices::deed(deed).of(lang)), (user, host))
}

/// When names were shown, and who had them shown.
pub fn revealed(lang: Lang, at: NaiveDateTime, who: (&str, &str)) -> String {
    line(lang, at, both("nombres a la vista", "names shown").of(lang), who)
}

fn line(lang: Lang, at: NaiveDateTime, what: &str, (user, host): (&str, &str)) -> String {
    let who: Vec<&str> = [user, host].into_iter().filter(|part| !part.is_empty()).collect();
    let parts = [backups::at(lang, at), what.to_owned(), who.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// An item that was touched, with the names of the fields that differ.
pub fn item(lang: Lang, (kind, which): (Kind, &str), became: Became, fields: &[String]) -> String {
    let kind = outside::kind(kind).of(lang);
    let item = format!("{kind} {which}");
    let told = format!("{}: {}", item.trim_end(), self::became(became).of(lang));
    if fields.is_empty() { told } else { format!("{told} ({})", fields.join(", ")) }
}

/// Many items of one kind of which the same became.
pub fn sum(lang: Lang, kind: Kind, became: Became, n: usize) -> String {
    let n = figures::number(lang, n);
    match (lang, became) {
        (Lang::Es, Became::Added) => format!("{}: agregados {n}", outside::kind(kind).of(lang)),
        (Lang::Es, Became::Changed) => format!("{}: cambiados {n}", outside::kind(kind).of(lang)),
        (Lang::Es, Became::Removed) => format!("{}: eliminados {n}", outside::kind(kind).of(lang)),
        (Lang::En, _) => format!("{}: {n} {}", outside::kind(kind).of(lang), self::became(became).of(lang)),
    }
}

/// A field before and after; without its sides where it is not shown.
pub fn value(lang: Lang, field: &str, sides: Option<&[Option<String>; 2]>) -> String {
    let Some([before, after]) = sides else {
        return format!("{field}: {}", both("(oculto; --names lo muestra)", "(hidden; --names shows it)").of(lang));
    };
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "—".to_owned());
    match (before, after) {
        (None, after) => format!("{field}: {}", side(after)),
        (before, after) => format!("{field}: {} → {}", side(before), side(after)),
    }
}

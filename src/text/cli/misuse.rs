//! A command written wrongly: what is wrong, and where the right way is shown.

use crate::{
    app::lang::Lang,
    rules::identity::{DigitDisagrees, Rbd, RbdProblem},
};

/// An option that does not exist, with the one that was perhaps meant.
pub fn unknown_option(lang: Lang, given: &str, meant: Option<&str>) -> String {
    let told = match lang {
        Lang::Es => format!("No se entiende «{given}» aquí"),
        Lang::En => format!("“{given}” is not understood here"),
    };
    ended(lang, &told, meant)
}

/// A command that does not exist, with the one that was perhaps meant.
pub fn unknown_command(lang: Lang, given: &str, meant: Option<&str>) -> String {
    let told = match lang {
        Lang::Es => format!("No hay un comando «{given}»"),
        Lang::En => format!("There is no command “{given}”"),
    };
    ended(lang, &told, meant)
}

fn ended(lang: Lang, told: &str, meant: Option<&str>) -> String {
    match (lang, meant) {
        (Lang::Es, Some(meant)) => format!("{told}; quizás quisiste escribir «{meant}»."),
        (Lang::En, Some(meant)) => format!("{told}; perhaps you meant “{meant}”."),
        (_, None) => format!("{told}."),
    }
}

/// Arguments that have to be given.
pub fn missing(lang: Lang, names: &[String]) -> String {
    let names = names.join(", ");
    match lang {
        Lang::Es => format!("Falta {names}."),
        Lang::En => format!("{names} is missing."),
    }
}

/// An option without its value.
pub fn no_value(lang: Lang, option: &str) -> String {
    match lang {
        Lang::Es => format!("Falta el valor de «{option}»."),
        Lang::En => format!("The value of “{option}” is missing."),
    }
}

/// A value that the option cannot have, with those that it can.
pub fn bad_value(lang: Lang, option: &str, value: &str, good: &[String]) -> String {
    let told = match lang {
        Lang::Es => format!("«{value}» no sirve para «{option}»"),
        Lang::En => format!("“{value}” does not do for “{option}”"),
    };
    match (lang, good.join(", ")) {
        (_, good) if good.is_empty() => format!("{told}."),
        (Lang::Es, good) => format!("{told}: puede ser {good}."),
        (Lang::En, good) => format!("{told}: it can be {good}."),
    }
}

/// An option that stands twice.
pub fn twice(lang: Lang, option: &str) -> String {
    match lang {
        Lang::Es => format!("«{option}» está dos veces."),
        Lang::En => format!("“{option}” stands twice."),
    }
}

/// Letters that are no text.
pub fn not_text(lang: Lang) -> String {
    match lang {
        Lang::Es => "Hay letras que no están en UTF-8.".to_owned(),
        Lang::En => "There are letters that are not UTF-8.".to_owned(),
    }
}

/// Anything else.
pub fn not_understood(lang: Lang) -> String {
    match lang {
        Lang::Es => "El comando no se entiende.".to_owned(),
        Lang::En => "The command is not understood.".to_owned(),
    }
}

/// Where the right way is shown; `command` is empty for the program itself.
pub fn see_help(lang: Lang, command: &str) -> String {
    let help = if command.is_empty() { "tep --help".to_owned() } else { format!("tep {command} --help") };
    match lang {
        Lang::Es => format!("Cómo se usa: {help}"),
        Lang::En => format!("How it is used: {help}"),
    }
}

/// A number that is no RBD.
pub fn no_rbd(lang: Lang, given: &str, problem: RbdProblem) -> String {
    match (lang, problem) {
        (Lang::Es, RbdProblem::NotANumber) => {
            format!("«{given}» no es un RBD: es un número, como 12669-1. No se creó nada.")
        }
        (Lang::En, RbdProblem::NotANumber) => {
            format!("“{given}” is not an RBD, which is a number such as 12669-1. Nothing was made.")
        }
        (Lang::Es, RbdProblem::OutOfRange) => {
            format!("«{given}» no es un RBD: tiene entre una y cinco cifras. No se creó nada.")
        }
        (Lang::En, RbdProblem::OutOfRange) => {
            format!("“{given}” is not an RBD, which has one to five digits. Nothing was made.")
        }
    }
}

/// A check digit that is not that of the RBD.
pub fn wrong_digit(lang: Lang, rbd: Rbd, digit: DigitDisagrees) -> String {
    let (number, DigitDisagrees { expected, found }) = (rbd.number(), digit);
    match lang {
        Lang::Es => format!(
            "El dígito {found} no es el del RBD {number}, que sería {expected}: revisa el número. No se creó nada."
        ),
        Lang::En => format!(
            "The digit {found} is not that of RBD {number}, which would be {expected}: look at the number again. Nothing was made."
        ),
    }
}

/// A school without a name.
pub fn no_name(lang: Lang) -> String {
    match lang {
        Lang::Es => "La escuela necesita un nombre: escríbelo después de --name. No se creó nada.".to_owned(),
        Lang::En => "The school needs a name: write it after --name. Nothing was made.".to_owned(),
    }
}

/// No terminal to open a notebook in.
pub fn no_terminal(lang: Lang) -> String {
    match lang {
        Lang::Es => "Para abrir los cuadernos hace falta una terminal; sin ella sirven los comandos que «tep --help» muestra: tep list, tep show, tep students, tep cycle y los demás.".to_owned(),
        Lang::En => "Opening the notebooks needs a terminal; without one the commands work that “tep --help” shows: tep list, tep show, tep students, tep cycle and the others.".to_owned(),
    }
}

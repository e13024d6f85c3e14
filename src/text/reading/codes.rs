//! Reasons, warnings and notes of a table in words, by their stable codes.

use crate::{
    exchange::{
        Doubt, Note, Reason,
        codes::{Outcome, Skip},
    },
    text::{Both, both},
};

/// How a year ended; none is not known.
pub const fn outcome(outcome: Option<Outcome>) -> Both {
    match outcome {
        None => both("sin información", "unknown"),
        Some(Outcome::Promoted) => both("promovidos", "promoted"),
        Some(Outcome::Failed) => both("reprobados", "failed"),
        Some(Outcome::Withdrawn) => both("retirados", "withdrawn"),
        Some(Outcome::Transferred) => both("trasladados", "transferred"),
        Some(Outcome::DroppedOut) => both("desertores según el archivo", "dropped out, as the file says"),
    }
}

/// Why a row was not used.
pub const fn reason(reason: Reason) -> Both {
    match reason {
        Reason::RowShort => both("la fila termina antes de tiempo", "the row ends too early"),
        Reason::RowLong => both(
            "hay más celdas que columnas: un separador dentro de un nombre corrió los valores",
            "there are more cells than columns: a separator inside a name has moved the values",
        ),
        Reason::QuoteUnclosed => both("hay una comilla que no se cierra", "a quote is not closed"),
        Reason::RbdMissing => both("no dice de qué escuela es", "it does not say which school"),
        Reason::RbdInvalid => both("el RBD no es un número", "the RBD is not a number"),
        Reason::MrunMissing => both("no dice de qué estudiante es (MRUN)", "it does not say which student (MRUN)"),
        Reason::MrunInvalid => both("el MRUN no es un número", "the MRUN is not a number"),
        Reason::RunMissing => both("no dice de qué estudiante es (RUN)", "it does not say which student (RUN)"),
        Reason::RunInvalid => both("el RUN no puede ser uno", "the RUN cannot be one"),
        Reason::YearOutOfRange => both("el año falta o no es posible", "the year is missing or not possible"),
        Reason::MonthOutOfRange => both("el mes falta o no es de 1 a 12", "the month is missing or not 1 to 12"),
        Reason::DaysNotANumber => both("los días no son un número entero", "the days are not a whole number"),
        Reason::DaysOutOfRange => both("hay más días que en un mes", "there are more days than in a month"),
        Reason::MoreAttendedThanHeld => {
            both("hay más días asistidos que trabajados", "there are more days attended than held")
        }
        Reason::NotebookMissing => both("su escuela no tiene cuaderno", "its school has no notebook"),
        Reason::NotebookClosed => {
            both("el cuaderno de su escuela no se puede cambiar", "its school's notebook cannot be changed")
        }
        Reason::OtherSchool => {
            both("es de otra escuela que la pedida", "it is of another school than the one asked for")
        }
        Reason::StudentUnclear => both(
            "puede ser de un estudiante que ya está: sólo una persona lo puede decir",
            "it may be about a student who is there already: only a person can say",
        ),
    }
}

/// Why a row is no data.
pub const fn skip(reason: Skip) -> Both {
    match reason {
        Skip::Title => both("título sobre la tabla", "title above the table"),
        Skip::Blank => both("en blanco", "blank"),
        Skip::Section => both("nombre del curso de las filas que siguen", "the course of the rows below"),
        Skip::HeaderLevel1 => both("parte de arriba del encabezado", "upper part of the header"),
        Skip::RepeatedHeader => both("el encabezado otra vez", "the header once more"),
        Skip::Total => both("total o promedio", "total or average"),
        Skip::Footer => both("nota o firma al pie", "note or signature at the end"),
        Skip::Sep => both("línea que anuncia el separador", "the line that announces the separator"),
    }
}

/// What was doubted or repaired.
pub const fn doubt(code: Doubt) -> Both {
    match code {
        Doubt::MrunDuplicate => both(
            "otra fila del mismo estudiante, escuela y mes quedó en su lugar",
            "another row of the same student, school and month was kept instead",
        ),
        Doubt::RunDuplicate => both(
            "otra fila del mismo estudiante y escuela quedó en su lugar",
            "another row of the same student and school was kept instead",
        ),
        Doubt::RunDuplicateConflict => both(
            "una fila posterior del mismo estudiante dice otra cosa y quedó ésa",
            "a later row of the same student says something else and was kept",
        ),
        Doubt::RunDigitWrong => both(
            "el dígito no corresponde al RUN; quedó como está escrito",
            "the check digit does not belong to the RUN; kept as written",
        ),
        Doubt::RunWithoutDigit => {
            both("el RUN venía sin dígito y se calculó", "the RUN came without check digit, which was computed")
        }
        Doubt::RowShort => both(
            "la fila termina antes; lo que falta queda sin información",
            "the row ends early; what is missing stays unknown",
        ),
        Doubt::ExtraColumns => both(
            "hay algo después de la última columna y no se leyó",
            "something stands after the last column and was not read",
        ),
        Doubt::DaysMissing => {
            both("faltan los días: el mes queda sin información", "the days are missing: the month stays unknown")
        }
        Doubt::RateContradictsDays => both(
            "la tasa del archivo no es la que dan los días; valen los días",
            "the file's rate is not what the days give; the days stand",
        ),
        Doubt::CourseUnknown => {
            both("el curso no se reconoce; quedan sus códigos", "the course is not known; its codes are kept")
        }
        Doubt::GenderUnknown => both(
            "el género está escrito de un modo que no se reconoce",
            "the gender is written in a way that is not known",
        ),
        Doubt::DateInvalid => {
            both("una fecha no es posible y quedó vacía", "a date is not possible and was left empty")
        }
        Doubt::EmailInvalid => {
            both("un correo no es posible y quedó vacío", "a mail address is not possible and was left empty")
        }
        Doubt::PhoneDigitsLost => {
            both("a un teléfono le faltan cifras y quedó vacío", "a telephone lost digits and was left empty")
        }
        Doubt::GradeOutOfRange => {
            both("una nota no va de 1,0 a 7,0 y quedó vacía", "a grade is not within 1.0 to 7.0 and was left empty")
        }
        Doubt::AttendanceOutOfRange => both(
            "una asistencia no va de 0 a 100 y quedó vacía",
            "an attendance is not within 0 to 100 and was left empty",
        ),
        Doubt::RunMissing => both("no trae RUN", "it has no RUN"),
        Doubt::DateFuture => {
            both("una fecha es posterior a hoy y quedó vacía", "a date is after today and was left empty")
        }
        Doubt::GradeWithoutComma => {
            both("una nota venía sin coma (56) y se leyó 5,6", "a grade came without comma (56) and was read as 5.6")
        }
        Doubt::RowDoubleQuoted => both(
            "la fila entera venía entre comillas y se separó",
            "the whole row was one quoted cell, which was taken apart",
        ),
        Doubt::MojibakeRepaired => {
            both("las letras venían rotas (Ã±) y se repararon", "letters were broken (Ã±) and were put together again")
        }
        Doubt::TotalMismatch => both(
            "un total del archivo no es lo que suman sus filas",
            "a total in the file is not what its rows add up to",
        ),
        Doubt::HiddenSheetIgnored => both("hay una hoja oculta que no se leyó", "a hidden sheet was not read"),
        Doubt::MarkUnknown => both(
            "una marca de la grilla no se reconoce; ese día queda sin información",
            "a mark of the grid is not known; that day stays unknown",
        ),
        Doubt::OutcomeUnknown => both(
            "una situación final no se reconoce y quedó vacía",
            "an end of the year is not known and was left empty",
        ),
        Doubt::NotANumber => {
            both("una celda debía ser un número y quedó vacía", "a cell should be a number and was left empty")
        }
    }
}

/// What concerns the file as a whole.
pub const fn note(note: Note) -> Both {
    match note {
        Note::EthnicityDropped => both(
            "La etnia no se leyó: es un dato sensible que aquí nada necesita.",
            "The ethnic group was not read: it is sensitive and nothing here needs it.",
        ),
        Note::AddressDropped => both(
            "La dirección no se leyó: aquí nada la necesita.",
            "The home address was not read: nothing here needs it.",
        ),
        Note::LettersLost => both(
            "Algunas letras no se pudieron leer: guarda el archivo de nuevo como CSV UTF-8 y vuelve a importarlo.",
            "Some letters could not be read: save the file again as CSV UTF-8 and import it again.",
        ),
        Note::ColumnRepeated => both(
            "Una columna aparece dos veces en el encabezado; se leyó la primera.",
            "A column stands twice in the header; the first was read.",
        ),
        Note::RbdDigitWrong => both(
            "El dígito de una escuela no corresponde a su RBD; vale el número.",
            "A school's check digit does not belong to its RBD; the number stands.",
        ),
    }
}

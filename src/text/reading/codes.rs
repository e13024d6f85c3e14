//! The codes of a reading in words.

use crate::{
    exchange::codes::{Doubt, Note, Outcome, Reason, Skip},
    text::{Both, both},
};

/// Why a row is no record.
pub const fn skip(reason: Skip) -> Both {
    match reason {
        Skip::Title => both("título", "title"),
        Skip::Blank => both("en blanco", "blank"),
        Skip::Section => both("nombre de un curso", "name of a course"),
        Skip::HeaderLevel1 => both("encabezado de dos niveles, el de arriba", "header of two levels, the upper one"),
        Skip::RepeatedHeader => both("encabezado repetido", "header once more"),
        Skip::Total => both("total, subtotal o promedio", "total, subtotal or average"),
        Skip::Footer => both("nota, fuente o firma", "note, source or signature"),
        Skip::Sep => both("línea que anuncia el separador", "line that announces the separator"),
    }
}

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

/// What was doubted or repaired.
pub const fn doubt(code: Doubt) -> Both {
    match code {
        Doubt::EmailInvalid => {
            both("un correo no es posible y quedó vacío", "a mail address is not possible and was left empty")
        }
        Doubt::RunDigitWrong => both(
            "el dígito no corresponde al RUN; quedó como está escrito",
            "the check digit does not belong to the RUN; kept as written",
        ),
        Doubt::RunWithoutDigit => {
            both("el RUN venía sin dígito y se calculó", "the RUN came without check digit, which was computed")
        }
        Doubt::RunMissing => both("un estudiante viene sin RUN", "a student comes without RUN"),
        Doubt::RunDuplicate => {
            both("otra fila del mismo estudiante quedó en su lugar", "another row of the same student was kept instead")
        }
        Doubt::RunDuplicateConflict => both(
            "dos filas del mismo estudiante dicen cosas distintas; quedó la última",
            "two rows of the same student differ; the last was kept",
        ),
        Doubt::MrunDuplicate => both(
            "otra fila del mismo estudiante (MRUN) y escuela quedó en su lugar",
            "another row of the same student (MRUN) and school was kept instead",
        ),
        Doubt::DateInvalid => {
            both("una fecha no es posible y quedó vacía", "a date is not possible and was left empty")
        }
        Doubt::DateFuture => {
            both("una fecha está en el futuro y quedó vacía", "a date lies in the future and was left empty")
        }
        Doubt::GradeWithoutComma => both(
            "una nota venía sin coma (56) y se leyó 5,6",
            "a grade came without its point (56) and was read as 5.6",
        ),
        Doubt::GradeOutOfRange => {
            both("una nota no va de 1,0 a 7,0 y quedó vacía", "a grade is not within 1.0 to 7.0 and was left empty")
        }
        Doubt::PhoneDigitsLost => {
            both("a un teléfono le faltan cifras y quedó vacío", "a telephone lost digits and was left empty")
        }
        Doubt::RowShort => both(
            "la fila termina antes; lo que falta queda sin información",
            "the row ends early; what is missing stays unknown",
        ),
        Doubt::ExtraColumns => both(
            "hay algo después de la última columna y no se leyó",
            "something stands after the last column and was not read",
        ),
        Doubt::RowDoubleQuoted => {
            both("la fila entera venía entre comillas y se separó", "the whole row was in quotes and was taken apart")
        }
        Doubt::MojibakeRepaired => both(
            "había letras dañadas por otra codificación (MuÃ±oz) y se repararon",
            "some letters were broken by another encoding (MuÃ±oz) and were repaired",
        ),
        Doubt::TotalMismatch => {
            both("un total del archivo no es la suma de sus filas", "a total of the file is not the sum of its rows")
        }
        Doubt::HiddenSheetIgnored => {
            both("hay una hoja oculta con datos y no se leyó", "a hidden sheet with data was not read")
        }
        Doubt::DaysMissing => both(
            "faltan los días: la asistencia queda sin información",
            "the days are missing: the attendance stays unknown",
        ),
        Doubt::RateContradictsDays => both(
            "la tasa del archivo no es la que dan los días; valen los días",
            "the file's rate is not what the days give; the days stand",
        ),
        Doubt::CourseUnknown => both("el curso no se reconoce", "the course is not known"),
        Doubt::GenderUnknown => both(
            "el género está escrito de un modo que no se reconoce",
            "the gender is written in a way that is not known",
        ),
        Doubt::AttendanceOutOfRange => both(
            "una asistencia no va de 0 a 100 y quedó vacía",
            "an attendance is not within 0 to 100 and was left empty",
        ),
        Doubt::MarkUnknown => both(
            "una marca de la grilla no se reconoce; ese día queda sin información",
            "a mark of the grid is not known; that day stays unknown",
        ),
        Doubt::OutcomeUnknown => {
            both("la situación final no se reconoce y quedó vacía", "the outcome is not known and was left empty")
        }
        Doubt::NotANumber => {
            both("una celda debía ser un número y quedó vacía", "a cell should be a number and was left empty")
        }
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
        Reason::DaysOutOfRange => both("hay más días de los que caben", "there are more days than can be"),
        Reason::MoreAttendedThanHeld => {
            both("hay más días asistidos que trabajados", "there are more days attended than held")
        }
        Reason::NotebookMissing => both("su escuela no tiene cuaderno", "its school has no notebook"),
        Reason::NotebookClosed => {
            both("el cuaderno de su escuela no se puede cambiar", "its school's notebook cannot be changed")
        }
        Reason::StudentUnclear => both(
            "puede ser de un estudiante que ya está; sólo una persona puede decirlo",
            "it may be a student who is already there; only a person can say so",
        ),
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

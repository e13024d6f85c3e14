//! Reasons, warnings and notes of a table in words, by their stable codes.

use crate::{
    exchange::{Note, Reason, WarningCode},
    text::{Both, both},
};

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
    }
}

/// What was doubted or repaired on a row.
pub const fn warning(code: WarningCode) -> Both {
    match code {
        WarningCode::MrunDuplicate => both(
            "otra fila del mismo estudiante, escuela y mes quedó en su lugar",
            "another row of the same student, school and month was kept instead",
        ),
        WarningCode::RunDuplicate => both(
            "otra fila del mismo estudiante y escuela quedó en su lugar",
            "another row of the same student and school was kept instead",
        ),
        WarningCode::RunDuplicateConflict => both(
            "una fila posterior del mismo estudiante dice otra cosa y quedó ésa",
            "a later row of the same student says something else and was kept",
        ),
        WarningCode::RunDigitWrong => both(
            "el dígito no corresponde al RUN; quedó como está escrito",
            "the check digit does not belong to the RUN; kept as written",
        ),
        WarningCode::RunWithoutDigit => {
            both("el RUN venía sin dígito y se calculó", "the RUN came without check digit, which was computed")
        }
        WarningCode::RowShort => both(
            "la fila termina antes; lo que falta queda sin información",
            "the row ends early; what is missing stays unknown",
        ),
        WarningCode::ExtraColumns => both(
            "hay algo después de la última columna y no se leyó",
            "something stands after the last column and was not read",
        ),
        WarningCode::DaysMissing => {
            both("faltan los días: el mes queda sin información", "the days are missing: the month stays unknown")
        }
        WarningCode::RateContradictsDays => both(
            "la tasa del archivo no es la que dan los días; valen los días",
            "the file's rate is not what the days give; the days stand",
        ),
        WarningCode::CourseUnknown => {
            both("el curso no se reconoce; quedan sus códigos", "the course is not known; its codes are kept")
        }
        WarningCode::GenderUnknown => both(
            "el género está escrito de un modo que no se reconoce",
            "the gender is written in a way that is not known",
        ),
        WarningCode::DateInvalid => {
            both("una fecha no es posible y quedó vacía", "a date is not possible and was left empty")
        }
        WarningCode::EmailInvalid => {
            both("un correo no es posible y quedó vacío", "a mail address is not possible and was left empty")
        }
        WarningCode::PhoneDigitsLost => {
            both("a un teléfono le faltan cifras y quedó vacío", "a telephone lost digits and was left empty")
        }
        WarningCode::GradeOutOfRange => both(
            "un promedio no va de 1,0 a 7,0 y quedó vacío",
            "an average is not within 1.0 to 7.0 and was left empty",
        ),
        WarningCode::AttendanceOutOfRange => both(
            "una asistencia anual no va de 0 a 100 y quedó vacía",
            "an annual attendance is not within 0 to 100 and was left empty",
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

//! Names of places, panes and columns, and the fixed words of each screen.

use super::{Both, both};
use crate::app::{keymap::Context, open_notebook::Pane, orders::Order};

/// The chapter of a context in the help.
pub const fn context(context: Context) -> Both {
    match context {
        Context::Shelf => both("Estante", "Shelf"),
        Context::Notebook => both("Cuaderno", "Notebook"),
        Context::Students => both("Panel de estudiantes", "Pane of students"),
        Context::Actions => both("Panel de acciones", "Pane of actions"),
        Context::Learnings => both("Panel de aprendizajes", "Pane of learnings"),
        Context::Workspace => both("Infografía, desafío y teoría", "Infographic, challenge and theory"),
        Context::Unseen => both("Antes de ver la infografía", "Before the infographic is seen"),
        Context::Card => both("Ficha de estudiante", "Student card"),
        Context::List => both("En cualquier lista", "In any list"),
        Context::FilterLine => both("Mientras buscas", "While you search"),
        Context::Palette => both("Comandos", "Commands"),
        Context::Help => both("Ayuda", "Help"),
        Context::Confirm => both("Preguntas", "Questions"),
        Context::Message => both("Mensajes", "Messages"),
        Context::Outside => both("Cambios hechos fuera de TEP", "Changes made outside TEP"),
        Context::Damaged => both("Archivo dañado", "Damaged file"),
        Context::Picker => both("Elegir un archivo", "Picking a file"),
        Context::Reading => both("Mientras se lee un archivo", "While a file is read"),
        Context::Preview => both("Antes de importar", "Before importing"),
        Context::Choosing => both("Elegir de una lista", "Choosing from a list"),
        Context::Asking => both("Preguntas sobre estudiantes", "Questions about students"),
        Context::Form => both("En cualquier formulario", "In any form"),
        Context::Line => both("Campo de una línea", "Field of one line"),
        Context::Area => both("Campo de varias líneas", "Field of many lines"),
        Context::Choice => both("Campo con una opción", "Field with one choice"),
        Context::Multi => both("Lista para marcar", "List to mark"),
        Context::Writing => both("Al escribir", "While writing"),
        Context::Global => both("En todas partes", "Everywhere"),
        Context::Tutor => both("Mientras está el tutor", "While the tutor is there"),
    }
}

/// The title of a pane.
pub const fn pane(pane: Pane) -> Both {
    match pane {
        Pane::Workspace => both("Ciclo", "Cycle"),
        Pane::Students => both("Estudiantes", "Students"),
        Pane::Actions => both("Acciones", "Actions"),
        Pane::Learnings => both("Aprendizajes", "Learnings"),
    }
}

/// Nothing in the list of a pane is what was searched for: what is looked at, and how to see everything again.
pub const fn nothing_found(pane: Pane) -> Both {
    match pane {
        Pane::Students | Pane::Workspace => both(
            "Nada coincide. Se busca en el curso, el código y el nombre; no en los motivos. Esc muestra todo.",
            "Nothing matches. Course, code and name are searched; reasons are not. Esc shows everything.",
        ),
        Pane::Actions => both(
            "Nada coincide. Se busca en la acción y en quién responde por ella. Esc muestra todo.",
            "Nothing matches. The action and who answers for it are searched. Esc shows everything.",
        ),
        Pane::Learnings => both(
            "Nada coincide. Se busca en el aprendizaje y en la cita. Esc muestra todo.",
            "Nothing matches. The learning and the quote are searched. Esc shows everything.",
        ),
    }
}

/// An order, as the notice says it.
pub const fn order(order: Order) -> Both {
    match order {
        Order::Need => both("según la necesidad", "by need"),
        Order::Course => both("por curso", "by course"),
        Order::Attendance => both("por asistencia, de menor a mayor", "by attendance, lowest first"),
        Order::Name => both("por apellido", "by surname"),
        Order::Contact => both("por último contacto, el más antiguo primero", "by last contact, longest ago first"),
        Order::Meeting => both("según la reunión que falta", "by what needs a meeting first"),
        Order::SchoolName => both("por nombre", "by name"),
        Order::Rbd => both("por RBD", "by RBD"),
        Order::Due => both("por fecha", "by date"),
        Order::Who => both("por responsable", "by who answers for it"),
        Order::Newest => both("del más nuevo al más antiguo", "newest first"),
        Order::Theme => both("por tema", "by theme"),
    }
}

/// Column titles and fixed words.
pub mod word {
    use super::{Both, both};

    /// Title of the shelf.
    pub const SHELF: Both = both("Estante", "Shelf");
    /// Said on every screen with invented people.
    pub const INVENTED: Both = both("DATOS INVENTADOS", "INVENTED DATA");
    /// Said as long as names can be read on the wall.
    pub const NAMES_SHOWN: Both = both("NOMBRES A LA VISTA", "NAMES ARE SHOWN");
    /// Column.
    pub const SCHOOL: Both = both("Escuela", "School");
    /// Column.
    pub const CYCLE: Both = both("Ciclo", "Cycle");
    /// Column.
    pub const STEP: Both = both("Paso", "Step");
    /// Column.
    pub const FLAGS: Both = both("Señales", "Flags");
    /// Column.
    pub const ACTIONS: Both = both("Acciones", "Actions");
    /// Column.
    pub const MEETING: Both = both("Reunión", "Meeting");
    /// Column.
    pub const COURSE: Both = both("Curso", "Course");
    /// Column.
    pub const STUDENT: Both = both("Estudiante", "Student");
    /// Column.
    pub const ATTENDANCE: Both = both("Asist.", "Attend.");
    /// Column: class days in a row to be back at 85 %.
    pub const RECOVER: Both = both("→85 %", "→85%");
    /// Column: the band of attendance.
    pub const BAND: Both = both("Tramo", "Band");
    /// Column.
    pub const CONTACT: Both = both("Contacto", "Contact");
    /// Column.
    pub const REASONS: Both = both("Motivos", "Reasons");
    /// So many of so many.
    pub const OF: Both = both("de", "of");
    /// Never met, never contacted.
    pub const NEVER: Both = both("nunca", "never");
    /// No open cycle.
    pub const NO_CYCLE: Both = both("sin ciclo", "no cycle");
    /// The window is too small.
    pub const SMALL: Both = both("ventana pequeña: se necesita al menos", "small window: it takes at least");
    /// Everything is on disk.
    pub const SAVED: Both = both("guardado", "saved");
    /// Something is not on disk yet.
    pub const SAVING: Both = both("guardando…", "saving…");
    /// Saving failed.
    pub const UNSAVED: Both = both("SIN GUARDAR", "NOT SAVED");
    /// Everything is safe, and the file could not follow.
    pub const BEHIND: Both = both("guardado en el diario", "kept in the journal");
    /// The same where there is little room.
    pub const BEHIND_SHORT: Both = both("en el diario", "in the journal");
    /// Only reading.
    pub const READ_ONLY: Both = both("sólo lectura", "read only");
    /// What a step lacks.
    pub const MISSING: Both = both("Falta", "Missing");
    /// A step lacks nothing.
    pub const COMPLETE: Both = both("Paso completo. «>» pasa al siguiente.", "Step complete. “>” goes to the next.");
    /// The last step lacks nothing.
    pub const COMPLETE_LAST: Both = both(
        "Paso completo. «C» cierra el ciclo y abre el siguiente.",
        "Step complete. “C” closes the cycle and opens the next.",
    );
    /// Nothing on the shelf is what was searched for.
    pub const NO_SUCH_SCHOOL: Both = both(
        "Nada coincide. Se busca en el nombre y el RBD de la escuela. Esc muestra todo.",
        "Nothing matches. Name and RBD of the school are searched. Esc shows everything.",
    );
    /// Nothing is called as it is typed.
    pub const NOTHING_FOUND: Both =
        both("Nada coincide. Borra letras para ver más.", "Nothing matches. Erase letters to see more.");
    /// Beside what is searched for, while it hides the rest.
    pub const ESC_SHOWS_ALL: Both = both("Esc muestra todo", "Esc shows everything");
    /// The shelf is empty.
    pub const EMPTY_SHELF: Both = both(
        "No hay cuadernos en esta carpeta. «n» crea uno; «i» importa un archivo y crea los que faltan; «D» crea una alianza de práctica con datos inventados. Si es tu primera vez: «q» sale, y «tep tutor» enseña un ciclo entero en diez minutos.",
        "There is no notebook in this folder. “n” makes one; “i” imports a file and makes those that are missing; “D” makes a practice alliance with invented data. If this is your first time: “q” leaves, and “tep tutor” teaches a whole cycle in ten minutes.",
    );
    /// No students.
    pub const NO_STUDENTS: Both = both(
        "Aún no hay estudiantes. «i» importa una nómina o la asistencia.",
        "There are no students yet. “i” imports a list or the attendance.",
    );
    /// Nothing that can be opened on a card.
    pub const NOTHING_ON_CARD: Both =
        both("Sin señales ni seguimiento. «c» registra un contacto.", "No flags and no follow-up. “c” logs a contact.");
    /// Title of a question.
    pub const QUESTION: Both = both("Pregunta", "Question");
    /// How a question is answered.
    pub const ANSWERS: Both = both("Enter o Esc: no    s: sí", "Enter or Esc: no    y: yes");
    /// Title of two cycles side by side.
    pub const COMPARED: Both = both("Dos ciclos lado a lado", "Two cycles side by side");
    /// Title of a message about a failure.
    pub const FAILED: Both = both("Algo no resultó", "Something did not work");
    /// Title of a message about a file that leaves the school.
    pub const SENDING: Both = both("Traspaso", "Hand-over");
    /// Title: the file is there.
    pub const SENT: Both = both("Traspaso escrito", "Hand-over written");
    /// Title of a message about a damaged file.
    pub const DAMAGED: Both = both("Archivo dañado", "Damaged file");
    /// Title of what happened to a notebook while it was closed.
    pub const STORY: Both = both("Lo que pasó con este cuaderno", "What happened to this notebook");
    /// Title of the same, where the notebook was built anew.
    pub const REBUILT: Both = both("Cuaderno reconstruido", "Notebook rebuilt");
    /// Title of a message about texts with dangerous characters.
    pub const REPAIRED: Both = both("Textos con caracteres peligrosos", "Texts with dangerous characters");
    /// No actions.
    pub const NO_ACTIONS: Both =
        both("Aún no hay acciones. «a» planifica la primera.", "No actions yet. “a” plans the first.");
    /// No learnings.
    pub const NO_LEARNINGS: Both =
        both("Aún no hay aprendizajes. «l» registra el primero.", "No learnings yet. “l” records the first.");
    /// No cycle to show.
    pub const OPEN_A_CYCLE: Both = both(
        "Todavía no hay un ciclo abierto. «o» abre el ciclo de mejora.",
        "No cycle is open yet. “o” opens an improvement cycle.",
    );
    /// Search prompt.
    pub const SEARCH: Both = both("Buscar", "Search");
    /// Title of the palette.
    pub const COMMANDS: Both = both("Comandos", "Commands");
    /// Title of the help.
    pub const HELP: Both = both("Ayuda", "Help");
    /// Marks that a restricted note is hidden.
    pub const RESTRICTED: Both = both("(nota reservada)", "(restricted note)");
    /// Title of a part of the card.
    pub const MONTHS: Both = both("Asistencia", "Attendance");
    /// Title of a part of the card.
    pub const GRADES: Both = both("Notas", "Grades");
    /// Title of a part of the card.
    pub const FOLLOW_UP: Both = both("Seguimiento", "Follow-up");
    /// Title of a part of the card.
    pub const LIST: Both = both("Lista", "List");
    /// Title of a part of the card.
    pub const TRAJECTORY: Both = both("Trayectoria", "Path");
    /// Title of a part of the card.
    pub const FAMILY: Both = both("Familia", "Family");
    /// In the focus of the cycle.
    pub const IN_FOCUS: Both = both("en el foco del ciclo", "in the cycle's focus");
    /// Name hidden; the key follows.
    pub const SEE_NAME: Both = both("ver nombre 30 s", "see name 30 s");
    /// Nothing known.
    pub const UNKNOWN: Both = both("sin información", "no information");
}

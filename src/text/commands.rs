//! What commands are called: in the bar (at most twelve columns) and in help and palette.

use super::{Both, both, guide, importing::columns, learnings};
use crate::{
    app::{
        command::{Command, TextKey},
        lang::Lang,
        overlay::{Vocabulary, Word},
    },
    notebook::cycle::Step,
    rules::spelling,
};

/// The names of a command.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// In the bar.
    pub bar: Both,
    /// In help and palette.
    pub help: Both,
}

const fn named(bar: Both, help: Both) -> Named {
    Named { bar, help }
}

/// The names of a command.
pub const fn command(command: Command) -> Named {
    match command {
        Command::Text(key) => text_key(key),
        Command::GoToStep(step) => go_to(step),
        command => of_work(command),
    }
}

const fn of_work(command: Command) -> Named {
    match command {
        Command::Open => named(both("abrir", "open"), both("Abrir lo seleccionado", "Open what is selected")),
        Command::Edit => named(both("editar", "edit"), both("Editar lo seleccionado", "Edit what is selected")),
        Command::Remove => named(
            both("eliminar", "remove"),
            both("Eliminar lo seleccionado (se puede deshacer)", "Remove what is selected (can be undone)"),
        ),
        Command::Complete => named(
            both("cumplida", "done"),
            both("Marcar la acción como cumplida, o retomarla", "Mark the action as done, or take it up again"),
        ),
        Command::AddContact => named(
            both("contacto", "contact"),
            both("Registrar un contacto con el estudiante", "Log a contact with the student"),
        ),
        Command::ReviewWork => named(
            both("trabajos", "work"),
            both("Registrar una revisión de trabajos del estudiante", "Log a review of the student's work"),
        ),
        Command::AnalyseContacts => named(
            both("análisis", "analysis"),
            both(
                "Ver los contactos de los últimos días por curso, medio y resultado",
                "See the contacts of the last days by course, way and result",
            ),
        ),
        Command::PlanAction => named(both("acción", "action"), both("Planificar una acción", "Plan an action")),
        Command::RecordLearning => {
            named(both("aprendizaje", "learning"), both("Registrar un aprendizaje", "Record a learning"))
        }
        Command::ToggleFocus => named(
            both("foco", "focus"),
            both(
                "Poner al estudiante en el foco del ciclo, o sacarlo",
                "Put the student into the cycle's focus, or take out",
            ),
        ),
        Command::Pin => named(
            both("fijar", "pin"),
            both("Fijar en la lista, o devolver a su orden", "Pin to the list, or give back to its order"),
        ),
        Command::SetAside => named(
            both("aparte", "aside"),
            both(
                "Dejar aparte por un tiempo, o devolver a su orden",
                "Set aside for a while, or give back to its order",
            ),
        ),
        Command::HandOver => named(
            both("traspaso", "hand over"),
            both(
                "Traspasar a la escuela que recibe, o anotar que confirmó",
                "Hand over to another school, or note that it confirmed",
            ),
        ),
        Command::ChangeStatus => named(
            both("estado", "status"),
            both(
                "Cambiar el estado: retiro, en el extranjero, de vuelta…",
                "Change the status: withdrawn, abroad, back again…",
            ),
        ),
        Command::Scale => named(
            both("escala", "scale"),
            both(
                "Cambiar la escala de asistencia: Mineduc o Agencia",
                "Change the scale of attendance: Mineduc or Agencia",
            ),
        ),
        Command::Weeks => named(
            both("mes/semana", "month/week"),
            both(
                "Ver el gráfico de asistencia por semana o por mes",
                "See the chart of attendance by week or by month",
            ),
        ),
        Command::Settings => named(
            both("ajustes", "settings"),
            both(
                "A cuántos puede seguir el equipo, y los umbrales de las señales",
                "How many the team can follow, and the thresholds of the flags",
            ),
        ),
        Command::Calendar => named(
            both("calendario", "calendar"),
            both("Editar el calendario escolar del año", "Edit the school calendar of the year"),
        ),
        Command::SetBaseline => named(
            both("línea base", "baseline"),
            both(
                "Fijar otra línea base del gráfico, con su motivo",
                "Set another baseline of the chart, with its reason",
            ),
        ),
        command => of_cycle(command),
    }
}

const fn of_cycle(command: Command) -> Named {
    match command {
        Command::WriteObservation => named(
            both("infografía", "infographic"),
            both("Escribir qué muestran los indicadores (paso 1)", "Write what the indicators show (step 1)"),
        ),
        Command::WriteChallenge => {
            named(both("desafío", "challenge"), both("Escribir el desafío (paso 2)", "Write the challenge (step 2)"))
        }
        Command::WriteTheory => named(
            both("teoría", "theory"),
            both("Escribir la teoría de acción (paso 2)", "Write the theory of action (step 2)"),
        ),
        Command::WriteDrivers => {
            named(both("árbol", "drivers"), both("Escribir el árbol de impulsores", "Write the driver tree"))
        }
        Command::Predict => {
            named(both("predecir", "predict"), both("Escribir lo que esperamos ver", "Write what we expect to see"))
        }
        Command::Look => named(
            both("mostrar", "show"),
            both("Mostrar la infografía sin predecir", "Show the infographic without predicting"),
        ),
        Command::DecideAction => named(
            both("decidir", "decide"),
            both("Adoptar, adaptar o abandonar la acción", "Adopt, adapt or abandon the action"),
        ),
        Command::DescribeAction => named(
            both("más", "more"),
            both(
                "Más sobre la acción: de quién depende, esfuerzo, cursos, PME",
                "More about the action: whose it is, effort, courses, PME",
            ),
        ),
        Command::CompareCycles => {
            named(both("comparar", "compare"), both("Comparar con el ciclo anterior", "Compare with the cycle before"))
        }
        Command::WriteReview => named(
            both("revisión", "review"),
            both(
                "Escribir la revisión de datos y elegir el foco (paso 3)",
                "Write the data review and choose the focus (step 3)",
            ),
        ),
        Command::SaveAgain => named(
            both("reintentar", "try again"),
            both(
                "Reintentar: guardar, ver qué cambió en el archivo, o entrar a escribir",
                "Try again: save, see what changed in the file, or get to write",
            ),
        ),
        Command::NameCycle => named(both("nombre", "name"), both("Poner nombre al ciclo", "Name the cycle")),
        Command::NextStep => named(both("paso", "step"), both("Ir al paso siguiente", "Go to the next step")),
        Command::PreviousStep => {
            named(both("paso atrás", "step back"), both("Volver al paso anterior", "Go back one step"))
        }
        Command::OpenCycle => {
            named(both("abrir ciclo", "open cycle"), both("Abrir un ciclo de mejora", "Open an improvement cycle"))
        }
        Command::CloseCycle => named(
            both("cerrar ciclo", "close cycle"),
            both("Cerrar el ciclo y abrir el siguiente", "Close the cycle and open the next"),
        ),
        Command::NewSchool => {
            named(both("nuevo", "new"), both("Crear el cuaderno de otra escuela", "Make a notebook for another school"))
        }
        Command::Import => named(
            both("importar", "import"),
            both("Importar un archivo (planilla, CSV, SIGE)", "Import a file (workbook, CSV, SIGE)"),
        ),
        Command::Practice => named(
            both("practicar", "practice"),
            both(
                "Crear la alianza de práctica, con datos inventados",
                "Make the practice alliance, with invented data",
            ),
        ),
        command => of_place(command),
    }
}

const fn of_place(command: Command) -> Named {
    match command {
        Command::NextPane => named(both("panel", "pane"), both("Ir al panel siguiente", "Go to the next pane")),
        Command::PreviousPane => {
            named(both("panel atrás", "pane back"), both("Volver al panel anterior", "Go to the pane before"))
        }
        Command::Zoom => named(
            both("ampliar", "zoom"),
            both("Ampliar el panel, o volver a mostrarlos todos", "Enlarge the pane, or show all again"),
        ),
        Command::Up => named(both("subir", "up"), both("Subir una línea", "One line up")),
        Command::Down => named(both("bajar", "down"), both("Bajar una línea", "One line down")),
        Command::PageUp => named(both("pág. atrás", "page up"), both("Subir una página", "One page up")),
        Command::PageDown => named(both("página", "page down"), both("Bajar una página", "One page down")),
        Command::First => named(both("inicio", "first"), both("Ir al inicio de la lista", "Go to the first line")),
        Command::Last => named(both("final", "last"), both("Ir al final de la lista", "Go to the last line")),
        Command::Filter => named(
            both("buscar", "search"),
            both("Buscar en la lista mientras escribes", "Search in the list while you type"),
        ),
        Command::KeepSearch => named(
            both("a la lista", "to the list"),
            both("Ir a la lista con lo encontrado", "Go into the list of what was found"),
        ),
        Command::ShowAll => named(both("mostrar todo", "show all"), both("Mostrar todo otra vez", "Show all again")),
        Command::Sort => {
            named(both("ordenar", "sort"), both("Ordenar la lista de otra manera", "Order the list otherwise"))
        }
        Command::Undo => named(both("deshacer", "undo"), both("Deshacer el último cambio", "Undo the last change")),
        Command::Redo => named(both("rehacer", "redo"), both("Rehacer lo deshecho", "Redo what was undone")),
        Command::Reveal => named(
            both("nombres", "names"),
            both("Mostrar los nombres por 30 segundos, u ocultarlos", "Show names for 30 seconds, or hide them"),
        ),
        Command::Language => named(
            both("idioma", "language"),
            both("Cambiar de idioma: español o inglés", "Change the language: Spanish or English"),
        ),
        Command::Palette => {
            named(both("comandos", "commands"), both("Buscar un comando por su nombre", "Find a command by its name"))
        }
        Command::Help => {
            named(both("ayuda", "help"), both("Ver las teclas de este lugar", "See the keys of this place"))
        }
        Command::Back => {
            named(both("volver", "back"), both("Volver un nivel (nunca borra)", "Go back one level (never destroys)"))
        }
        Command::Quit => named(
            both("salir", "quit"),
            both("Salir del programa (todo queda guardado)", "Leave the program (everything is saved)"),
        ),
        Command::Save => named(both("guardar", "save"), both("Guardar el formulario", "Save the form")),
        Command::NextField => named(both("campo", "field"), both("Ir al campo siguiente", "Go to the next field")),
        Command::PreviousField => {
            named(both("campo atrás", "field back"), both("Volver al campo anterior", "Go to the field before"))
        }
        Command::CompletePath => named(
            both("completar", "complete"),
            both("Completar lo escrito, o entrar en la carpeta", "Complete what is typed, or go into the folder"),
        ),
        Command::Accept => named(
            both("importar", "import"),
            both("Importar lo que se muestra (se puede deshacer)", "Import what is shown (can be undone)"),
        ),
        Command::ChangeColumn => named(
            both("columna", "column"),
            both("Decir qué significa la columna, u omitirla", "Say what the column means, or leave it out"),
        ),
        Command::CreateMissing => named(
            both("crear", "create"),
            both("Crear los cuadernos que faltan, o no", "Make the notebooks that are missing, or not"),
        ),
        Command::NextChapter => named(both("parte", "part"), both("Ir a la parte siguiente", "Go to the next part")),
        Command::Same => named(both("la misma", "the same"), both("Es la misma persona", "It is the same person")),
        Command::Different => named(both("otra", "another"), both("Es otra persona", "It is another person")),
        Command::LeaveOut => named(both("omitir", "leave out"), both("No usar esa fila", "Do not use that row")),
        Command::Toggle => named(both("marcar", "mark"), both("Marcar o desmarcar", "Mark or unmark")),
        Command::TakeOver => named(
            both("incorporar", "take over"),
            both(
                "Incorporar los cambios del archivo (se puede deshacer)",
                "Take over the changes of the file (can be undone)",
            ),
        ),
        Command::OpenBeside => named(
            both("abrir aparte", "open beside"),
            both(
                "Abrir aparte, como otro cuaderno, la última versión que guardó TEP",
                "Open the last version that TEP kept, as a notebook beside",
            ),
        ),
        Command::SkipLesson => {
            named(both("saltar", "skip"), both("Saltar esta lección del tutor", "Skip this lesson of the tutor"))
        }
        Command::HideTutor => named(
            both("tutor", "tutor"),
            both("Seguir sin el tutor, o llamarlo de vuelta", "Go on without the tutor, or call it back"),
        ),
        Command::Rebuild => named(
            both("reconstruir", "rebuild"),
            both("Reconstruir el cuaderno con lo que se puede leer", "Rebuild the notebook from what can be read"),
        ),
        _ => named(both("sí", "yes"), both("Responder que sí", "Answer yes")),
    }
}

const fn go_to(step: Step) -> Named {
    match step {
        Step::Infographic => {
            named(both("paso 1", "step 1"), both("Ir al paso 1: infografía", "Go to step 1: infographic"))
        }
        Step::Challenge => named(
            both("paso 2", "step 2"),
            both("Ir al paso 2: desafío y teoría de acción", "Go to step 2: challenge and theory of action"),
        ),
        Step::Data => {
            named(both("paso 3", "step 3"), both("Ir al paso 3: revisión de datos", "Go to step 3: data review"))
        }
        Step::Implementation => named(
            both("paso 4", "step 4"),
            both("Ir al paso 4: implementación y ajustes", "Go to step 4: implementation and adjustments"),
        ),
        Step::Learnings => named(
            both("paso 5", "step 5"),
            both("Ir al paso 5: aprendizajes y mejora", "Go to step 5: learnings and improvement"),
        ),
    }
}

const fn text_key(key: TextKey) -> Named {
    match key {
        TextKey::Left => named(
            both("elegir", "choose"),
            both("Una letra u opción a la izquierda", "One letter or option to the left"),
        ),
        TextKey::Right => named(
            both("elegir", "choose"),
            both("Una letra u opción a la derecha", "One letter or option to the right"),
        ),
        TextKey::WordLeft => named(both("palabra", "word"), both("Una palabra a la izquierda", "One word to the left")),
        TextKey::WordRight => named(both("palabra", "word"), both("Una palabra a la derecha", "One word to the right")),
        TextKey::Home => {
            named(both("inicio", "start"), both("Ir al inicio de la línea", "Go to the start of the line"))
        }
        TextKey::End => named(both("final", "end"), both("Ir al final de la línea", "Go to the end of the line")),
        TextKey::Backspace => {
            named(both("borrar", "erase"), both("Borrar la letra anterior", "Erase the letter before"))
        }
        TextKey::Delete => named(both("borrar", "erase"), both("Borrar la letra siguiente", "Erase the letter after")),
        TextKey::KillWord => {
            named(both("borrar pal.", "erase word"), both("Borrar la palabra anterior", "Erase the word before"))
        }
        TextKey::KillToStart => named(
            both("borrar", "erase"),
            both("Borrar hasta el inicio de la línea", "Erase up to the start of the line"),
        ),
        TextKey::KillToEnd => {
            named(both("borrar", "erase"), both("Borrar hasta el final de la línea", "Erase up to the end of the line"))
        }
        TextKey::Up => named(both("subir", "up"), both("Subir una línea u opción", "One line or option up")),
        TextKey::Down => named(both("bajar", "down"), both("Bajar una línea u opción", "One line or option down")),
        TextKey::NewLine => named(both("línea", "new line"), both("Empezar una línea nueva", "Begin a new line")),
    }
}

/// Commands that can be asked for by name, in the order of the palette.
pub const PALETTE: &[Command] = &[
    Command::AddContact,
    Command::ReviewWork,
    Command::AnalyseContacts,
    Command::PlanAction,
    Command::RecordLearning,
    Command::ToggleFocus,
    Command::Pin,
    Command::SetAside,
    Command::HandOver,
    Command::ChangeStatus,
    Command::Scale,
    Command::Weeks,
    Command::Settings,
    Command::Calendar,
    Command::SetBaseline,
    Command::WriteObservation,
    Command::WriteChallenge,
    Command::WriteTheory,
    Command::WriteDrivers,
    Command::Predict,
    Command::Look,
    Command::DecideAction,
    Command::DescribeAction,
    Command::CompareCycles,
    Command::WriteReview,
    Command::NextStep,
    Command::PreviousStep,
    Command::GoToStep(Step::Infographic),
    Command::GoToStep(Step::Challenge),
    Command::GoToStep(Step::Data),
    Command::GoToStep(Step::Implementation),
    Command::GoToStep(Step::Learnings),
    Command::OpenCycle,
    Command::CloseCycle,
    Command::NameCycle,
    Command::SaveAgain,
    Command::Open,
    Command::Edit,
    Command::Complete,
    Command::Remove,
    Command::Filter,
    Command::Sort,
    Command::Zoom,
    Command::NextPane,
    Command::Undo,
    Command::Redo,
    Command::Reveal,
    Command::Language,
    Command::NewSchool,
    Command::Practice,
    Command::Import,
    Command::Help,
    Command::Back,
    Command::Quit,
];

/// What commands and meanings of columns are looked up in: the names of both languages, folded.
pub fn vocabulary() -> Vocabulary {
    let word = |command: &Command| {
        let names = self::command(*command);
        let all = [names.help.es, names.help.en, names.bar.es, names.bar.en].join(" ");
        Word { command: *command, folded: spelling::fold(&all) }
    };
    Vocabulary {
        commands: PALETTE.iter().map(word).collect(),
        meanings: columns::folded(),
        guide: guide::built_in(),
        themes: learnings::codebook(),
    }
}

/// The name of a command in help and palette.
pub const fn help(lang: Lang, command: Command) -> &'static str {
    self::command(command).help.of(lang)
}

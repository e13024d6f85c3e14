//! The line at the foot of the screen, questions, and what a person did.

use super::{
    Both, both, charts, commands, count, cycle, files, guide, handover, importing, imports, keeping, places, problems,
    stories,
};
use crate::{
    app::{lang::Lang, notice::Notice, overlay::Question},
    notebook::{
        cycle::Step,
        edit::{Change, Deed, Edit},
    },
    rules::attendance::scale::ScaleName,
};

/// The name of a change, for undo and redo.
pub const fn deed(deed: Deed) -> Both {
    match deed {
        Deed::OpenCycle => both("abrir un ciclo", "open a cycle"),
        Deed::NameCycle => both("poner nombre al ciclo", "name the cycle"),
        Deed::GoToStep => both("cambiar de paso", "go to another step"),
        Deed::WriteObservation => both("escribir la infografía", "write the infographic"),
        Deed::WriteChallenge => both("escribir el desafío", "write the challenge"),
        Deed::WriteTheory => both("escribir la teoría de acción", "write the theory of action"),
        Deed::WriteDrivers => both("escribir el árbol de impulsores", "write the driver tree"),
        Deed::Predict => both("predecir", "predict"),
        Deed::DecideAction => both("decidir qué se mantiene de una acción", "decide what is kept of an action"),
        Deed::ChooseFocus => both("elegir el foco", "choose the focus"),
        Deed::WriteReview => both("escribir la revisión de datos", "write the data review"),
        Deed::CloseCycle => both("cerrar el ciclo y abrir el siguiente", "close the cycle and open the next"),
        Deed::PinStudent => both("fijar en la lista", "pin to the list"),
        Deed::SetStudentAside => both("dejar aparte por un tiempo", "set aside for a while"),
        Deed::ReleaseStudent => both("devolver al orden de la lista", "give back to the order of the list"),
        Deed::ChangeSettings => both("cambiar los ajustes de la lista", "change the settings of the list"),
        Deed::SetBaseline => both("fijar una línea base", "set a baseline"),
        Deed::ChangeCalendar => both("cambiar el calendario escolar", "change the school calendar"),
        Deed::AddContact => both("registrar un contacto", "log a contact"),
        Deed::ChangeContact => both("corregir un contacto", "correct a contact"),
        Deed::RemoveContact => both("eliminar un contacto", "remove a contact"),
        Deed::AddWorkReview => both("registrar una revisión de trabajos", "log a review of work"),
        Deed::ChangeWorkReview => both("corregir una revisión de trabajos", "correct a review of work"),
        Deed::RemoveWorkReview => both("eliminar una revisión de trabajos", "remove a review of work"),
        Deed::PlanAction => both("planificar una acción", "plan an action"),
        Deed::ChangeAction => both("cambiar una acción", "change an action"),
        Deed::CompleteAction => both("cumplir una acción", "mark an action as done"),
        Deed::ReopenAction => both("retomar una acción", "take up an action again"),
        Deed::RemoveAction => both("eliminar una acción", "remove an action"),
        Deed::RecordLearning => both("registrar un aprendizaje", "record a learning"),
        Deed::ChangeLearning => both("cambiar un aprendizaje", "change a learning"),
        Deed::RemoveLearning => both("eliminar un aprendizaje", "remove a learning"),
        Deed::ChangeStatus => both("cambiar el estado de matrícula", "change the status"),
        Deed::HandOver => both("traspasar a la escuela que recibe", "hand over to the receiving school"),
        Deed::ConfirmHandOver => both("confirmar un traspaso", "confirm a hand-over"),
        Deed::Receive => both("recibir un traspaso", "receive a hand-over"),
        Deed::Import => both("importar un archivo", "import a file"),
        Deed::AdoptOutside => both(
            "incorporar lo que cambió en el archivo fuera de TEP",
            "take over what changed in the file outside TEP",
        ),
        Deed::Restore => both("restaurar un respaldo", "restore a backup"),
        Deed::Salvage => {
            both("reconstruir el cuaderno con lo que se pudo leer", "rebuild the notebook from what could be read")
        }
    }
}

/// What was done, as a sentence.
pub const fn done(deed: Deed) -> Both {
    match deed {
        Deed::OpenCycle => both("Comienza el ciclo.", "The cycle begins."),
        Deed::NameCycle => both("El ciclo tiene nombre.", "The cycle has a name."),
        Deed::GoToStep => both("Cambiaste de paso.", "You went to another step."),
        Deed::WriteObservation => both("Infografía escrita.", "Infographic written."),
        Deed::WriteChallenge => both("Desafío escrito.", "Challenge written."),
        Deed::WriteTheory => both("Teoría de acción escrita.", "Theory of action written."),
        Deed::WriteDrivers => both("Árbol de impulsores escrito.", "Driver tree written."),
        Deed::Predict => both("Predicción escrita.", "Prediction written."),
        Deed::DecideAction => both("Decisión sobre la acción escrita.", "Decision about the action written."),
        Deed::ChooseFocus => both("El foco del ciclo cambió.", "The focus of the cycle changed."),
        Deed::WriteReview => both("Revisión de datos escrita.", "Data review written."),
        Deed::CloseCycle => both("Ciclo cerrado; comienza el siguiente.", "Cycle closed; the next one begins."),
        Deed::PinStudent => both("Estudiante con lugar fijo en la lista.", "Pinned to the list."),
        Deed::SetStudentAside => {
            both("Estudiante aparte hasta la fecha indicada.", "Set aside until the day that was set.")
        }
        Deed::ReleaseStudent => both("Estudiante de vuelta en el orden de la lista.", "Back in the order of the list."),
        Deed::ChangeSettings => both("Ajustes de la lista cambiados.", "Settings of the list changed."),
        Deed::SetBaseline => both("Línea base fijada.", "Baseline set."),
        Deed::ChangeCalendar => both("Calendario escolar cambiado.", "School calendar changed."),
        Deed::AddContact => both("Contacto registrado.", "Contact logged."),
        Deed::ChangeContact => both("Contacto corregido.", "Contact corrected."),
        Deed::RemoveContact => both("Contacto eliminado.", "Contact removed."),
        Deed::AddWorkReview => both("Revisión de trabajos registrada.", "Review of work logged."),
        Deed::ChangeWorkReview => both("Revisión de trabajos corregida.", "Review of work corrected."),
        Deed::RemoveWorkReview => both("Revisión de trabajos eliminada.", "Review of work removed."),
        Deed::PlanAction => both("Acción planificada.", "Action planned."),
        Deed::ChangeAction => both("Acción cambiada.", "Action changed."),
        Deed::CompleteAction => both("Acción cumplida.", "Action done."),
        Deed::ReopenAction => both("Acción retomada.", "Action taken up again."),
        Deed::RemoveAction => both("Acción eliminada.", "Action removed."),
        Deed::RecordLearning => both("Aprendizaje registrado.", "Learning recorded."),
        Deed::ChangeLearning => both("Aprendizaje cambiado.", "Learning changed."),
        Deed::RemoveLearning => both("Aprendizaje eliminado.", "Learning removed."),
        Deed::ChangeStatus => both("Estado de matrícula cambiado.", "Status changed."),
        Deed::HandOver => both("Traspaso enviado, sin confirmar.", "Hand-over sent, not confirmed."),
        Deed::ConfirmHandOver => both("Traspaso confirmado.", "Hand-over confirmed."),
        Deed::Receive => both("Traspaso recibido.", "Hand-over received."),
        Deed::Import => both("Archivo importado.", "File imported."),
        Deed::AdoptOutside => both(
            "Se incorporó lo que cambió en el archivo fuera de TEP.",
            "What changed in the file outside TEP was taken over.",
        ),
        Deed::Restore => both("Respaldo restaurado.", "Backup restored."),
        Deed::Salvage => {
            both("Cuaderno reconstruido con lo que se pudo leer.", "Notebook rebuilt from what could be read.")
        }
    }
}

const fn scale(scale: ScaleName) -> Both {
    match scale {
        ScaleName::Ministry => both(
            "Escala: Mineduc. «E» pasa a la de la Agencia de Calidad.",
            "Scale: Mineduc. “E” goes to the one of the Agencia de Calidad.",
        ),
        ScaleName::Agency => both(
            "Escala: Agencia de Calidad. «E» vuelve a la del Mineduc.",
            "Scale: Agencia de Calidad. “E” goes back to the one of Mineduc.",
        ),
    }
}

/// A notice as a sentence.
pub fn notice(lang: Lang, notice: &Notice) -> String {
    match notice {
        Notice::Done(deed) => {
            format!("{} {}", done(*deed).of(lang), both("«u» deshace.", "“u” takes it back.").of(lang))
        }
        Notice::Undone(deed) => said(lang, both("Deshecho", "Undone"), *deed, both("«U» rehace", "“U” makes it again")),
        Notice::Redone(deed) => said(lang, both("Rehecho", "Redone"), *deed, both("«u» deshace", "“u” takes it back")),
        Notice::Refused(all) => {
            all.iter().map(|problem| problems::problem(lang, *problem)).collect::<Vec<_>>().join(" ")
        }
        Notice::Predicted(written, calibration) => cycle::prediction(lang, written, *calibration),
        Notice::NotHere(command) => not_here(lang, commands::help(lang, *command)),
        Notice::CycleOpen(number) => {
            problems::problem(lang, crate::notebook::problem::Problem::CycleAlreadyOpen { number: *number })
        }
        Notice::StepLeft(step, missing) => step_left(lang, *step, *missing),
        Notice::Sorted(order) => match lang {
            Lang::Es => format!("Orden: {}.", places::order(*order).of(lang)),
            Lang::En => format!("Order: {}.", places::order(*order).of(lang)),
        },
        Notice::Scale(scale) => self::scale(*scale).of(lang).to_owned(),
        Notice::ReadOnly(reason, since) => {
            let way_in = keeping::way_in(reason).map(|words| format!(" {}", words.of(lang)));
            keeping::read_only(lang, reason, *since) + &way_in.unwrap_or_default()
        }
        Notice::LowRoom { left, is_safe } => keeping::low_room(lang, *left, *is_safe),
        Notice::Several(all) => all.iter().map(|one| self::notice(lang, one)).collect::<Vec<_>>().join(" "),
        Notice::Recovered { recovered, adopted } => stories::recovered(lang, *recovered, *adopted),
        Notice::TakenIn { notebooks, behind } => importing::taken_in(lang, *notebooks, *behind),
        Notice::TakenInPart(written, left) => imports::stopped(lang, written, left),
        Notice::NotRead(path, trouble) => importing::not_read(lang, path, trouble),
        Notice::Received(received) => handover::received_on_shelf(lang, received),
        Notice::NotReceived(why) => handover::not_received_here(lang, why),
        Notice::NotSent(why) => handover::not_sent(lang, why),
        Notice::NoFolder(folder, why) => importing::no_folder(lang, folder, *why),
        Notice::PracticeMade(schools) => practice_made(lang, *schools),
        Notice::OwnFile(file, bad) => guide::bad_file(lang, *file, *bad),
        Notice::Failed(failure) => files::failure(lang, failure),
        notice => fixed(notice).of(lang).to_owned(),
    }
}

const fn fixed(notice: &Notice) -> Both {
    match notice {
        Notice::NothingToUndo => both("No hay nada que deshacer.", "There is nothing to take back."),
        Notice::NothingToRedo => both("No hay nada que rehacer.", "There is nothing to make again."),
        Notice::NoStudent => both("Elige primero un estudiante en su panel.", "First select a student in their pane."),
        Notice::StillSending => both(
            "El archivo se está escribiendo. Espera un momento: nada quedó enviado todavía.",
            "The file is being written. Wait a moment: nothing counts as sent yet.",
        ),
        Notice::HasLeft => both(
            "Ya no está en la escuela por otra causa: «T» corrige su estado de matrícula.",
            "Is no longer in the school for another reason: “T” corrects the status.",
        ),
        Notice::NoCycle => both("No hay un ciclo abierto: «o» abre uno.", "No cycle is open: “o” opens one."),
        Notice::LastStep => both(
            "Este es el último paso: «C» cierra el ciclo y abre el siguiente.",
            "This is the last step: “C” closes the cycle and opens the next.",
        ),
        Notice::NamesShown => both(
            "Nombres a la vista por 30 segundos; «v» los oculta.",
            "Names are shown for 30 seconds; “v” hides them.",
        ),
        Notice::NamesHidden => both("Nombres ocultos.", "Names are hidden."),
        Notice::TextFull => both(
            "El texto llegó a su largo máximo: el resto no entró.",
            "The text is as long as it can be: the rest did not fit.",
        ),
        Notice::HiddenNote => both(
            "La nota es reservada: «v» la muestra junto con los nombres, y entonces se puede corregir.",
            "The note is restricted: “v” shows it together with the names, and then it can be corrected.",
        ),
        Notice::OnlyInvented => both(
            "En la copia del tutor no se importa: sal con «q» y abre tu propio estante con «tep».",
            "Nothing is imported into the tutor's copy: leave with “q”, and open your own shelf with “tep”.",
        ),
        Notice::TutorHidden => both("El tutor espera: F3 lo trae de vuelta.", "The tutor waits: F3 brings it back."),
        Notice::LessonStays => both(
            "Esta lección no se salta: lo que sigue se escribe en ese ciclo.",
            "This lesson cannot be skipped: what follows is written in that cycle.",
        ),
        Notice::PracticeShelf => both(
            "Este estante es de práctica. Para una escuela real: sal y usa «tep new», o tep --dir CARPETA.",
            "This is a practice shelf. For a real school: leave and use “tep new”, or tep --dir FOLDER.",
        ),
        Notice::DraftOffered => both(
            "Aquí está lo que estabas escribiendo cuando se cortó: F2 lo guarda.",
            "Here is what you were typing when it was cut off: F2 saves it.",
        ),
        Notice::DraftHomeless => both(
            "Quedó un texto a medio escribir que ya no tiene dónde ir; está junto al cuaderno, en la carpeta «.tep».",
            "A half-typed text has no place to go any more; it lies beside the notebook, in the folder “.tep”.",
        ),
        Notice::NoneTaken => both(
            "Nada se importó: todas las filas quedan fuera. Arriba dice por qué; Esc deja el archivo.",
            "Nothing was imported: all rows stay outside. Above it says why; Esc leaves the file.",
        ),
        Notice::NothingNew => both(
            "Sin cambios: el cuaderno ya sabía todo lo que trae el archivo.",
            "No changes: the notebook knew all that the file says.",
        ),
        Notice::NoColumn => both(
            "Elige primero una columna: están al final de la lista, «Tab» salta de parte en parte.",
            "First select a column: they are at the end of the list; “Tab” goes from part to part.",
        ),
        Notice::NoneMissing => both("A ninguna escuela le falta cuaderno.", "No school lacks a notebook."),
        Notice::NoWeeks => charts::NO_WEEKS,
        Notice::ChartUnseen => both(
            "Primero anoten lo que esperan («b»), o miren sin anotar («Enter»).",
            "First write down what you expect (“b”), or look without (“Enter”).",
        ),
        Notice::ChartElsewhere => both(
            "El gráfico de asistencia está en el paso 1: «1» lleva ahí.",
            "The chart of attendance is in step 1: “1” goes there.",
        ),
        Notice::Unchanged => both("Sin cambios.", "No change."),
        Notice::AllSaved => both("Todo está guardado.", "Everything is saved."),
        Notice::StillSaving => both(
            "Se está guardando: el disco todavía no responde.",
            "It is being saved: the disk has not answered yet.",
        ),
        Notice::StillLeaving => both(
            "Guardando antes de salir… «q» pide salir sin esperar.",
            "Saving before you leave… “q” asks to leave without waiting.",
        ),
        _ => both("", ""),
    }
}

fn said(lang: Lang, verb: Both, what: Deed, then: Both) -> String {
    format!("{}: {}. {}.", verb.of(lang), deed(what).of(lang), then.of(lang))
}

fn not_here(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Es => format!("Aquí no se puede: {}.", lower_first(name)),
        Lang::En => format!("Not possible here: {}.", lower_first(name)),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn step_left(lang: Lang, step: Step, missing: usize) -> String {
    let number = step.number();
    match (lang, missing) {
        (Lang::Es, 1) => format!("Al paso {number} le falta 1 cosa; se puede volver."),
        (Lang::En, 1) => format!("Step {number} lacks 1 thing; you can go back."),
        (Lang::Es, n) => format!("Al paso {number} le faltan {n} cosas; se puede volver."),
        (Lang::En, n) => format!("Step {number} lacks {n} things; you can go back."),
    }
}

fn practice_made(lang: Lang, schools: usize) -> String {
    match lang {
        Lang::Es => format!("La alianza de práctica está lista: {schools} escuelas con datos inventados."),
        Lang::En => format!("The practice alliance is ready: {schools} schools with invented data."),
    }
}

/// A question; the bar says how to answer.
pub fn question(lang: Lang, question: &Question) -> String {
    let fixed = match question {
        Question::Remove(edit) => return removal(lang, edit),
        Question::DiscardForm => both(
            "¿Cerrar sin guardar lo que escribiste en este formulario?",
            "Close without keeping what you wrote in this form?",
        ),
        Question::MoveCauses => both(
            "En lo observado hay líneas que dicen por qué («porque», «debido a»…). ¿Las movemos a «Inferir y preguntar»?",
            "Among what was observed there are lines that say why (“because”, “due to”…). Move them to “Infer and ask”?",
        ),
        Question::QuitUnsaved | Question::LeaveUnsaved => both(
            "El último cambio no se pudo guardar en el disco. ¿Salir de todos modos y perderlo? Con «no» sigues aquí y «w» vuelve a guardar.",
            "The last change could not be saved to disk. Leave all the same and lose it? With “no” you stay, and “w” saves again.",
        ),
        Question::LeaveNow => both(
            "El disco todavía no responde. ¿Salir sin esperar? Lo que ya decía «guardado» se conserva; el último cambio podría perderse. Con «no» se sigue esperando.",
            "The disk has not answered yet. Leave without waiting? What was called saved is kept; the last change may be lost. With “no” you go on waiting.",
        ),
    };
    fixed.of(lang).to_owned()
}

/// Names the thing that would be removed.
fn removal(lang: Lang, edit: &Edit) -> String {
    let what = edit.changes.iter().find_map(|change| match change {
        Change::Action(swap) => swap.before.as_ref().map(|old| old.what.as_str().to_owned()),
        Change::Learning(swap) => swap.before.as_ref().map(|old| old.statement.as_str().to_owned()),
        Change::Contact(swap) => swap.before.as_ref().map(|old| super::figures::day(lang, old.on)),
        _ => None,
    });
    let name = deed(edit.deed).of(lang);
    let what = what.unwrap_or_default();
    match lang {
        Lang::Es => format!("¿Seguro? Vas a {name}: «{what}». Se puede deshacer con «u»."),
        Lang::En => format!("Sure? This will {name}: “{what}”. “u” takes it back."),
    }
}

/// Texts of a file that are shown without dangerous characters.
pub fn repaired(lang: Lang, texts: usize) -> String {
    match lang {
        Lang::Es => format!(
            "{} de este archivo traían caracteres que pueden dañar la pantalla. Se muestran sin ellos; el archivo conserva el original hasta que edites ese campo.",
            count(lang, texts, both("texto", "text"), both("textos", "texts"))
        ),
        Lang::En => format!(
            "{} of this file had characters that can harm a screen. They are shown without them; the file keeps the original until you edit the field.",
            count(lang, texts, both("texto", "text"), both("textos", "texts"))
        ),
    }
}

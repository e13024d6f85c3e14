//! What schools planned to do, by cycle, and why some of it was dropped or adjusted. Invented sentences.

use crate::notebook::action::ActionKind;

/// An action in words.
#[derive(Debug, Clone, Copy)]
pub(in crate::demo) struct ActionWords {
    /// Kind.
    pub kind: ActionKind,
    /// What.
    pub what: &'static str,
    /// Who answers for it.
    pub who: &'static str,
    /// What will be seen.
    pub sign: &'static str,
}

const fn action(kind: ActionKind, what: &'static str, who: &'static str, sign: &'static str) -> ActionWords {
    ActionWords { kind, what, who, sign }
}

use ActionKind::{Accompaniment, ContactBonding, Feedback, Other, ReviewOfWork, SocioEmotional};

/// Cycle 1: contact and bonding, socio-emotional support.
#[rustfmt::skip]
const BONDING: &[ActionWords] = &[
    action(ContactBonding, "Llamar a todas las familias sin contacto desde marzo", "Inspectoría", "Ninguna familia sin un intento"),
    action(ContactBonding, "Visitar a las familias que no contestan", "Dupla psicosocial", "Dirección confirmada en cada visita"),
    action(ContactBonding, "Corregir teléfonos y direcciones con los profesores jefes", "Inspectoría", "Menos números equivocados"),
    action(ContactBonding, "Escribir a cada estudiante un saludo personal", "Profesores jefes", "La mitad responde en la semana"),
    action(ContactBonding, "Conversar en la entrega de alimentos con cada familia", "Equipo de convivencia", "Un acuerdo por familia"),
    action(SocioEmotional, "Abrir la semana con un momento de contención por curso", "Orientación", "Todos los niños hablan o escriben"),
    action(SocioEmotional, "Encuesta breve sobre cómo están en casa", "Orientación", "7 de cada 10 responden"),
    action(SocioEmotional, "Taller para apoderados sobre rutinas en casa", "Dupla psicosocial", "30 familias participan"),
    action(SocioEmotional, "Acompañar a los docentes que atienden casos difíciles", "Dirección", "Un espacio quincenal que se cumple"),
    action(ContactBonding, "Designar un adulto de referencia por estudiante foco", "Dirección", "Todos con nombre de su adulto"),
    action(SocioEmotional, "Armar una red de apoyo con el centro de salud", "Dupla psicosocial", "Derivaciones con respuesta"),
    action(Other, "Reunir las planillas de seguimiento en una sola", "UTP", "Una sola lista en uso"),
];

/// Cycle 2: accompanying and feedback, review of students' work, contact analysis.
#[rustfmt::skip]
const FEEDBACK: &[ActionWords] = &[
    action(Feedback, "Devolver cada semana un trabajo con un comentario breve", "Docentes", "La mitad corrige después del comentario"),
    action(ReviewOfWork, "Leer diez trabajos por curso entre dos docentes", "UTP", "Acuerdos de retroalimentación por curso"),
    action(ReviewOfWork, "Revisar las guías impresas en los puntos de encuentro", "Docentes", "9 de cada 10 guías revisadas"),
    action(Accompaniment, "Reunión quincenal con cada estudiante foco", "Profesores jefes", "Todos con su reunión registrada"),
    action(Accompaniment, "Tutorías en grupos de tres por videollamada", "Docentes", "Dos de cada tres asisten"),
    action(Accompaniment, "Acordar plazos con estudiantes que trabajan o cuidan", "Orientación", "Entregas dentro del plazo acordado"),
    action(Feedback, "Informe de avance de una página para la familia", "UTP", "Las familias comentan el informe"),
    action(Feedback, "Audio de la profesora con un avance y una tarea", "Docentes", "4 de cada 5 audios respondidos"),
    action(Other, "Analizar los intentos sin respuesta por horario", "Inspectoría", "Más respuestas en la tarde"),
    action(ContactBonding, "Segundo intento por otra vía en menos de siete días", "Inspectoría", "La mitad encontrada al segundo intento"),
    action(ReviewOfWork, "Armar un portafolio simple por estudiante foco", "Docentes", "Tres trabajos por estudiante"),
    action(SocioEmotional, "Cerrar el año con una llamada a cada estudiante foco", "Profesores jefes", "Todos saben en qué curso seguirán"),
];

/// Cycle 3: coming back, receiving, sustaining.
#[rustfmt::skip]
const RETURN: &[ActionWords] = &[
    action(ContactBonding, "Llamar el mismo día a quien falta sin aviso", "Inspectoría", "Menos inasistencias de dos días seguidos"),
    action(Accompaniment, "Recibir a cada estudiante nuevo con un tutor", "Orientación", "9 de cada 10 con tutor"),
    action(Other, "Pedir a la escuela de origen la ficha de traspaso", "UTP", "Una ficha por estudiante nuevo"),
    action(Accompaniment, "Plan de asistencia de cuatro semanas con la familia", "Dupla psicosocial", "2 de cada 3 sin nuevas faltas"),
    action(Feedback, "Retroalimentar el diagnóstico a cada estudiante", "Docentes", "Cada uno puede decir qué le falta"),
    action(ReviewOfWork, "Revisar cuadernos de los cursos en grupos alternados", "UTP", "Los dos grupos al mismo ritmo"),
    action(SocioEmotional, "Semana de acogida por curso", "Equipo de convivencia", "Todos los grupos con su acogida"),
    action(ContactBonding, "Visitar a quienes no han venido desde marzo", "Dupla psicosocial", "Un acuerdo por visita"),
    action(Accompaniment, "Transporte compartido para los días de lluvia", "Dirección", "Asistencia de julio como la de mayo"),
    action(ContactBonding, "Mensaje de reconocimiento a quien mejora su asistencia", "Profesores jefes", "Un mensaje por semana y curso"),
];

/// The actions of each cycle.
pub(in crate::demo) const BY_CYCLE: [&[ActionWords]; 3] = [BONDING, FEEDBACK, RETURN];

/// Why an action was dropped.
pub(in crate::demo) const DROPPED: &[&str] = &[
    "La cuarentena de la comuna impidió hacerlo como estaba pensado.",
    "Pocas familias pudieron participar; el tiempo se usó en llamadas.",
    "Otra acción cubría lo mismo y el equipo no alcanzaba a hacer las dos.",
    "Después de un mes no hubo respuesta; se aprovecha el tiempo en otra cosa.",
    "Faltó quien la tomara con continuidad; se retoma si cambia la dotación.",
];

/// Words before an adjustment, and why they changed.
pub(in crate::demo) const ADJUSTED: &[(&str, &str)] = &[
    ("Llamar en la mañana a todas las familias", "En la mañana contesta una de cada cuatro; se pasó a la tarde."),
    ("Hacerlo con todos los cursos", "No alcanzaba el tiempo: se parte por los estudiantes foco."),
    ("Informe mensual de cuatro páginas", "Nadie lo leía completo; se acortó."),
    ("Una vez por semana", "El equipo propone cada quince días para poder cumplirlo."),
    ("A cargo de dirección", "Lo toma quien tiene el vínculo con la familia."),
];

//! Given names and surnames that are frequent in Chile, Mapuche surnames among them. Combined by dice: any likeness with
//! a real person is chance.

/// Given names that go together: first names, then second names.
pub(in crate::demo) type Given = (&'static [&'static str], &'static [&'static str]);

/// Given names, in two sets so that a second name suits the first.
#[rustfmt::skip]
pub(in crate::demo) const GIVEN: [Given; 2] = [
    (&[
        "Agustina", "Amanda", "Antonella", "Antonia", "Ayelén", "Belén", "Camila", "Catalina", "Constanza", "Daniela",
        "Dominga", "Emilia", "Fernanda", "Florencia", "Francisca", "Ignacia", "Isabel", "Isidora", "Javiera", "Josefa",
        "Julieta", "Leonor", "Magdalena", "Maite", "Martina", "Millaray", "Monserrat", "Noemí", "Paula", "Rayén",
        "Renata", "Rocío", "Sayén", "Sofía", "Tamara", "Trinidad", "Valentina", "Victoria", "Violeta", "Ximena", "Zoé",
        "Ángela",
    ], &["Alejandra", "Andrea", "Carolina", "Elena", "Ester", "Inés", "Luz", "María", "Paz", "Pilar", "Soledad"]),
    (&[
        "Alonso", "Amaro", "Bastián", "Benjamín", "Carlos", "Cristóbal", "Damián", "Diego", "Emilio", "Esteban",
        "Facundo", "Felipe", "Gabriel", "Gaspar", "Ignacio", "Iván", "Joaquín", "José", "Juan", "Kimey", "Lautaro",
        "León", "Lientur", "Lucas", "Luciano", "Luis", "Martín", "Mateo", "Matías", "Maximiliano", "Nahuel", "Nicolás",
        "Pedro", "Rodrigo", "Salvador", "Samuel", "Santiago", "Sebastián", "Simón", "Tomás", "Vicente", "Íñigo",
    ], &["Alejandro", "Alexis", "Andrés", "Antonio", "Eduardo", "Enrique", "Jesús", "Manuel", "Patricio", "Raúl"]),
];

/// Surnames.
#[rustfmt::skip]
pub(in crate::demo) const SURNAMES: &[&str] = &[
    "Acuña", "Aedo", "Aguilera", "Alarcón", "Altamirano", "Ancamil", "Antileo", "Antillanca", "Araneda", "Araya",
    "Arriagada", "Barría", "Barrientos", "Bórquez", "Bravo", "Bustamante", "Cárcamo", "Cárdenas", "Caniupán",
    "Cariqueo", "Carrasco", "Castillo", "Castro", "Cayupán", "Cheuque", "Colipán", "Contreras", "Coñuecar",
    "Cortés", "Curihuinca", "Curiñanco", "Díaz", "Durán", "Espinoza", "Fernández", "Figueroa", "Flores", "Fuentealba",
    "Fuentes", "Gallardo", "García", "Gómez", "González", "Gutiérrez", "Henríquez", "Hernández", "Huenchumán",
    "Huenchur", "Huenul", "Ibáñez", "Jara", "Jaramillo", "Lagos", "Leiva", "Levicán", "Llancapán", "Llanquilef",
    "López", "Maldonado", "Mancilla", "Mansilla", "Marileo", "Martínez", "Medina", "Melillanca", "Méndez", "Millán",
    "Millapán", "Miranda", "Molina", "Montecinos", "Morales", "Muñoz", "Nahuelhual", "Nahuelpán", "Navarrete",
    "Núñez", "Ñancu", "Ñancupil", "Ñanculef", "Oñate", "Ojeda", "Olivares", "Ortega", "Oyarzo", "Oyarzún", "Paillán",
    "Painemal", "Paredes", "Peña", "Peñailillo", "Pérez", "Pichún", "Pinilla", "Pino", "Quezada", "Quilodrán",
    "Quintrileo", "Ramírez", "Rapimán", "Reyes", "Riquelme", "Rivera", "Rodríguez", "Rojas", "Ruiz", "Saavedra",
    "Salazar", "Saldivia", "Sánchez", "Sandoval", "Sepúlveda", "Silva", "Soto", "Tapia", "Toledo", "Torres", "Treuque",
    "Uribe", "Valdés", "Valenzuela", "Vargas", "Vásquez", "Vega", "Velásquez", "Vera", "Vergara", "Vidal",
    "Villalobos", "Yáñez", "Zambrano", "Zúñiga",
];

/// The five advisors, invented.
pub(in crate::demo) const ADVISORS: [&str; 5] = [
    "Pilar Ñancu Alarcón",
    "Rodrigo Peñailillo Vera",
    "Soledad Cárdenas Huenul",
    "Marcela Oyarzún Díaz",
    "Héctor Quintrileo Muñoz",
];

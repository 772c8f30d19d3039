#include "models/data/hypocoristics.h"

namespace confronta {
namespace {

constexpr Hypocoristic list[] = {
    {"BETO", "ALBERTO"},        {"BETO", "GILBERTO"},    {"BETO", "HERIBERTO"},
    {"BETO", "HUMBERTO"},       {"BETO", "NORBERTO"},    {"BETO", "RIGOBERTO"},
    {"BETO", "ROBERTO"},        {"BETTY", "BEATRIZ"},    {"BETY", "BEATRIZ"},
    {"CHABELA", "ISABEL"},      {"CHAVA", "SALVADOR"},   {"CHAYO", "ROSARIO"},
    {"CHECO", "SERGIO"},        {"CHELA", "GRACIELA"},   {"CHELO", "CONSUELO"},
    {"CHENTE", "VICENTE"},      {"CHEPE", "JOSE"},       {"CHEPINA", "JOSEFINA"},
    {"CHINTO", "JACINTO"},      {"CHIO", "ROCIO"},       {"CHUCHO", "JESUS"},
    {"CHUY", "JESUS"},          {"CHUYITA", "JESUS"},    {"CONCHA", "CONCEPCION"},
    {"CONCHITA", "CONCEPCION"}, {"CUCA", "REFUGIO"},     {"CUCO", "REFUGIO"},
    {"CUQUITA", "REFUGIO"},     {"DANY", "DANIEL"},      {"DANY", "DANIELA"},
    {"EDY", "EDUARDO"},         {"FER", "FERNANDA"},     {"FER", "FERNANDO"},
    {"FINA", "JOSEFINA"},       {"FITO", "ADOLFO"},      {"FITO", "RODOLFO"},
    {"GABI", "GABRIELA"},       {"GABO", "GABRIEL"},     {"GABY", "GABRIELA"},
    {"GERA", "GERARDO"},        {"GOYO", "GREGORIO"},    {"GUILLE", "GUILLERMINA"},
    {"GUILLE", "GUILLERMO"},    {"GUS", "GUSTAVO"},      {"JAVI", "JAVIER"},
    {"JUANCHO", "JUAN"},        {"JUANITA", "JUANA"},    {"JUANITO", "JUAN"},
    {"KIKE", "ENRIQUE"},        {"LALO", "EDUARDO"},     {"LENCHA", "LORENZA"},
    {"LENCHO", "LORENZO"},      {"LETY", "LETICIA"},     {"LICHA", "ALICIA"},
    {"LILI", "LILIANA"},        {"LOLA", "DOLORES"},     {"LOLIS", "DOLORES"},
    {"LUCHA", "LUISA"},         {"LUCHA", "LUZ"},        {"LUCHO", "LUIS"},
    {"LULU", "LOURDES"},        {"LUPE", "GUADALUPE"},   {"LUPILLO", "GUADALUPE"},
    {"LUPITA", "GUADALUPE"},    {"MAGO", "MARGARITA"},   {"MAGUE", "MARGARITA"},
    {"MANOLO", "MANUEL"},       {"MARI", "MARIA"},       {"MARY", "MARIA"},
    {"MEME", "GUILLERMO"},      {"MEME", "MANUEL"},      {"MEMO", "GUILLERMO"},
    {"MENCHA", "CLEMENCIA"},    {"MERCHE", "MERCEDES"},  {"MIKE", "MIGUEL"},
    {"MINCHO", "BENJAMIN"},     {"MONA", "MONICA"},      {"MONCHO", "RAMON"},
    {"MUNDO", "EDMUNDO"},       {"MUNDO", "RAYMUNDO"},   {"NACHA", "IGNACIA"},
    {"NACHO", "IGNACIO"},       {"NANDO", "FERNANDO"},   {"NENA", "MAGDALENA"},
    {"NETO", "ERNESTO"},        {"NICO", "NICOLAS"},     {"OFE", "OFELIA"},
    {"PACA", "FRANCISCA"},      {"PACO", "FRANCISCO"},   {"PANCHA", "FRANCISCA"},
    {"PANCHITO", "FRANCISCO"},  {"PANCHO", "FRANCISCO"}, {"PATO", "PATRICIO"},
    {"PATY", "PATRICIA"},       {"PEPA", "JOSEFA"},      {"PEPE", "JOSE"},
    {"PERICO", "PEDRO"},        {"PILI", "PILAR"},       {"POLO", "APOLINAR"},
    {"POLO", "HIPOLITO"},       {"POLO", "LEOPOLDO"},    {"QUETA", "ENRIQUETA"},
    {"QUIQUE", "ENRIQUE"},      {"RAFA", "RAFAEL"},      {"RICHI", "RICARDO"},
    {"ROSY", "ROSA"},           {"SUSY", "SUSANA"},      {"TAVO", "GUSTAVO"},
    {"TAVO", "OCTAVIO"},        {"TENCHA", "HORTENSIA"}, {"TERE", "TERESA"},
    {"TINA", "CRISTINA"},       {"TINA", "ERNESTINA"},   {"TINA", "MARTINA"},
    {"TINO", "AGUSTIN"},        {"TINO", "CELESTINO"},   {"TINO", "FAUSTINO"},
    {"TINO", "FLORENTINO"},     {"TITO", "ALBERTO"},     {"TITO", "ROBERTO"},
    {"TOMY", "TOMAS"},          {"TONA", "ANTONIA"},     {"TONO", "ANTONIO"},
    {"TONY", "ANTONIO"},        {"TRINI", "TRINIDAD"},   {"VERO", "VERONICA"},
    {"VICKY", "VICTORIA"},      {"VICO", "VICTOR"},      {"YOLA", "YOLANDA"},
};

}  // namespace

std::span<const Hypocoristic> hypocoristics() { return list; }

}  // namespace confronta

import type { Lexicon } from './lexicon.js';
import { listed } from './listed.js';

export const spanish: Lexicon = {
  language: 'es',
  direction: 'ltr',
  stopWords: listed(`
    el, la, los, las, de, del, y, en, que, un, una, para, por, con, se, al, su, sus, como, es, son, no, lo, mas, o,
    este, esta, entre, sobre, ha
  `),
  abbreviations: listed(`
    sr, sra, srta, dr, dra, art, arts, lic, ing, gral, cnel, pag, pags, p, pp, cap, num, no, nro, vol, ed, etc, cf,
    ej, aprox, ee.uu, ss, av, depto, dpto
  `),
  headings: {
    issue: listed(`
      problemas, problema, desafios, retos, hallazgos, principales hallazgos, preocupaciones, obstaculos, amenazas,
      dificultades, problematica, cuestiones, constataciones
    `),
    interest: ['intereses', 'interes', 'lo que esta en juego'],
    recommendation: listed(`
      recomendaciones, recomendacion, llamado a la accion, llamados a la accion, llamamiento, llamamientos,
      propuestas, demandas, exigencias, acciones prioritarias, acciones recomendadas, medidas propuestas,
      proximos pasos, camino a seguir, el camino a seguir, lineas de accion, que hacer, peticiones
    `),
    context: ['contexto', 'antecedentes', 'situacion'],
    aside: listed(`
      anexo, anexos, indice, contenido, tabla de contenido, referencias, bibliografia, notas, agradecimientos,
      firmantes, lista de firmantes, siglas, abreviaturas, glosario, acerca de, contacto, metodologia,
      seguimiento de las recomendaciones, cumplimiento de las recomendaciones, compromisos voluntarios, fuentes,
      suscriben
    `),
    addressee: ['al', 'a la', 'a los', 'a las', 'a', 'para el', 'para la', 'para los', 'para las'],
  },
  labels: ['recomendacion', 'recomendacion no', 'rec', 'propuesta', 'accion', 'medida', 'llamado', 'demanda'],
  calls: {
    speakers: [],
    firstPerson: listed(`
      recomendamos, instamos, exhortamos, pedimos, solicitamos, llamamos, hacemos un llamado,
      hacemos un llamamiento, exigimos, urgimos, proponemos, invitamos, sugerimos, alentamos, demandamos,
      reiteramos nuestro llamado
    `),
    thirdPerson: listed(`
      recomienda, recomiendan, insta, instan, exhorta, exhortan, pide, piden, solicita, solicitan, llama a,
      llaman a, hace un llamado, hace un llamamiento, hacen un llamado, exige, exigen, urge, propone, proponen,
      invita, invitan, sugiere, alienta, demanda, demandan, reitera su llamado
    `),
    speakerNouns: listed(`
      organizacion, organizaciones, comite, comision, consejo, asociacion, red, coalicion, firmantes, suscritos,
      informe, autores, oficina
    `),
    notVerbBefore: ['de', 'del', 'y', 'o', 'es', 'son', 'por'],
    impersonal: listed(`
      se recomienda, se sugiere, se insta, se exhorta, se pide, se solicita, se propone, es recomendable
    `),
    adverbs: listed(`
      tambien, ademas, asimismo, por, tanto, encarecidamente, firmemente, igualmente, nuevamente, urgentemente,
      respetuosamente, lo, le, les
    `),
  },
  positions: listed(`
    condena, condenamos, denuncia, denunciamos, deplora, deploramos, saluda, saludamos, lamenta, lamentamos,
    expresa, expresamos, rechaza, rechazamos, afirma, reafirma, felicita, agradece, reconoce que, toma nota
  `),
  obligations: listed(`
    debe, deben, deberia, deberian, debera, deberan, tiene que, tienen que, es necesario, es fundamental,
    es importante, es urgente, es menester, es imperativo, hay que, ha de, han de
  `),
  passives: ['ser', 'estar'],
  actions: listed(`
    que, haga, garantice, promueva, adopte, asegure, fortalezca, establezca, implemente, cree, desarrolle, respete,
    proteja, reforme, investigue, publique, cumpla, ponga, tome, avance, realice
  `),
  actionEndings: ['ar', 'er', 'ir', 'arse', 'erse', 'irse', 'arlo', 'arla', 'arle'],
  actionShapes: [],
  notActions: listed(`
    mujer, ayer, lugar, hogar, militar, popular, par, mar, familiar, escolar, titular, particular, similar,
    ejemplar, poder, deber, taller, caracter, placer, primer, tercer, cualquier, alrededor, nacer, singular,
    nuclear, secular, lider, crater
  `),
  actionMarks: ['a'],
  findings: listed(`
    encontramos, constatamos, se constato, hallazgos, identificamos, se encontro, observamos
  `),
  concerns: listed(`
    preocupacion, preocupa, preocupados, preocupada, preocupado, alarmados, inquietud, lamenta, lamentamos
  `),
  troubles: listed(`
    violaciones, violencia, corrupcion, discriminacion, impunidad, crisis, falta, fracaso, amenaza, amenazas,
    deterioro, retroceso, obstaculos, persecucion, desigualdad, desigualdades, conflicto, insuficiente, debil,
    exclusion
  `),
  contrasts: ['sin embargo', 'no obstante', 'lamentablemente', 'desafortunadamente', 'pero'],
  commitments: listed(`
    reafirma su compromiso, reafirmamos nuestro compromiso, reitera su compromiso, comprometida con,
    comprometidos con, interes nacional
  `),
  announcements: {
    pointers: ['siguientes', 'siguiente', 'a continuacion'],
    recommendation: listed(`
      recomendaciones, recomendacion, propuestas, medidas, acciones, demandas, reformas, exigencias, llamados,
      prioridades, pasos
    `),
    issue: listed(`
      hallazgos, problemas, desafios, retos, preocupaciones, obstaculos, deficiencias, dificultades
    `),
    interest: ['intereses'],
    aside: listed(`
      compromisos, miembros, firmantes, documentos, organizaciones, participantes, fuentes, estados, integrantes
    `),
  },
  connectives: listed(`
    ademas, asimismo, por tanto, por lo tanto, finalmente, igualmente, en particular, en consecuencia, tambien,
    primero, segundo, tercero, por ultimo, especificamente, y
  `),
  subordinators: listed(`
    como, mientras, en, para, dado, una, cuando, si, desde, con, tras, antes, sobre, a, aunque, porque, ante, por,
    segun, sin, despues, durante, bajo
  `),
  conjunctions: ['y', 'e', 'o'],
  addressing: {
    links: ['a', 'que', 'para'],
    linksBeforeActions: true,
    linkPrefixes: [],
    partners: listed(`
      en colaboracion con, en consulta con, en cooperacion con, en alianza con, en coordinacion con, junto con,
      con el apoyo, con apoyo, con acompanamiento, con el acompanamiento, con la participacion, con participacion,
      con el liderazgo, bajo el liderazgo, con el concurso, en nombre de, mediante, a partir de, sobre la base,
      en caso de, en articulacion con
    `),
    determiners: ['el', 'la', 'los', 'las', 'al', 'a', 'todos', 'todas', 'sus', 'del', 'de'],
    articles: ['el', 'la', 'los', 'las', 'un', 'una', 'su', 'sus', 'todas', 'todos', 'medidas'],
    fillers: listed(`
      en especial, en particular, particularmente, en general, en su conjunto, incluyendo, incluidas, incluidos,
      en cabeza, especialmente, a traves, en el marco, bajo, con
    `),
    pronouns: listed(`
      el, ella, ellos, ellas, esto, esta, estas, este, estos, ello, eso, se, lo, nosotros, dicho, dicha
    `),
    agents: ['por'],
    agentsInItems: true,
    vocatives: ['al', 'a la', 'a los', 'a las', 'a todos', 'a todas', 'a'],
    answerers: ['examinadas por', 'dirigidas a', 'dirigidas al'],
    receivers: listed(`
      recomendaciones a, recomendaciones al, recomendaciones para, llamado a, llamado al, llamamiento a,
      llamamiento al
    `),
    relatives: ['que', 'quien', 'quienes', 'cuyo', 'cuya', 'donde'],
  },
  bylines: ['por', 'autor', 'autora', 'autores', 'elaborado por', 'preparado por'],
  documentTypes: listed(`
    comunicado, comunicado de prensa, declaracion, informe, memorando, carta abierta, resumen, resumen ejecutivo,
    nota de politica, inicio, pronunciamiento
  `),
  ordinalWords: listed(`
    primero, segundo, tercero, cuarto, quinto, sexto, septimo, octavo, noveno, decimo
  `),
};

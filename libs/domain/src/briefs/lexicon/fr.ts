import type { Lexicon } from './lexicon.js';
import { listed } from './listed.js';

export const french: Lexicon = {
  language: 'fr',
  direction: 'ltr',
  stopWords: listed(`
    le, la, les, des, du, et, en, une, un, pour, dans, que, qui, sur, par, au, aux, est, sont, avec, ce, cette, ses,
    leur, leurs, ne, pas, plus, ou, d', l', il
  `),
  abbreviations: listed(`
    m, mm, mme, mlle, dr, pr, art, al, cf, etc, no, p, pp, vol, ex, st, ste, av, apr, env, min, max, janv, fevr,
    sept, oct, nov, dec
  `),
  headings: {
    issue: listed(`
      problemes, probleme, problematique, enjeux et problemes, defis, constats, constat, principaux constats,
      conclusions principales, preoccupations, sujets de preoccupation, obstacles, menaces, difficultes,
      questions cles
    `),
    interest: ['interets', 'interet', 'enjeux', 'interets en jeu'],
    recommendation: listed(`
      recommandations, recommandation, recommande, appels, appel, appel a l'action, appels a l'action, propositions,
      revendications, demandes, nos demandes, actions prioritaires, mesures proposees, prochaines etapes,
      la voie a suivre, que faire, pistes d'action
    `),
    context: ['contexte', 'rappel du contexte', 'historique', 'situation'],
    aside: listed(`
      annexe, annexes, sommaire, table des matieres, references, bibliographie, notes, remerciements, signataires,
      liste des signataires, abreviations, sigles, glossaire, a propos, contact, contacts, methodologie,
      suivi des recommandations, mise en oeuvre des recommandations, engagements volontaires, sources
    `),
    addressee: listed(`
      au, aux, a la, a l', a, pour le, pour la, pour les, pour l', a l'attention, a l'intention, a l'adresse
    `),
  },
  labels: ['recommandation', 'recommandation no', 'rec', 'appel', 'proposition', 'action', 'mesure', 'demande'],
  calls: {
    speakers: [],
    firstPerson: listed(`
      appelons, demandons, recommandons, exhortons, invitons, preconisons, prions, engageons, encourageons,
      proposons, suggerons, reclamons, exigeons, lancons un appel, sollicitons, plaidons pour
    `),
    thirdPerson: listed(`
      appelle, appellent, demande, demandent, recommande, recommandent, exhorte, exhortent, invite, invitent,
      preconise, preconisent, prie, engage, encourage, encouragent, propose, proposent, suggere, reclame, reclament,
      exige, exigent, lance un appel, plaide pour, sollicite, reitere son appel, reitere sa demande
    `),
    speakerNouns: listed(`
      organisation, organisations, comite, commission, conseil, association, associations, reseau, coalition,
      signataires, soussignes, rapport, auteurs, bureau, elle, il, ils, elles
    `),
    notVerbBefore: ['de', 'du', 'des', "d'", 'est', 'sont', 'et', 'ou', 'pour'],
    impersonal: listed(`
      il est recommande, il est demande, il est propose, est invite a, sont invites a, est appele a, sont appeles a,
      est encourage a, sont encourages a, est prie de, sont pries de
    `),
    adverbs: listed(`
      donc, egalement, aussi, ainsi, instamment, vivement, fermement, solennellement, par, consequent, en, outre,
      des, lors, nouveau, de, notamment, enfin, y
    `),
  },
  positions: listed(`
    condamne, condamnons, denonce, denoncons, deplore, deplorons, salue, saluons, felicite, felicitons, regrette,
    regrettons, exprime, exprimons, rejette, affirme, affirmons, reaffirme, reaffirmons, remercie, rappelle,
    prend note
  `),
  obligations: listed(`
    doit, doivent, devrait, devraient, devra, devront, il faut, il faudrait, il convient, il est necessaire,
    il est essentiel, il est urgent, il est imperatif, il importe, est tenu de, sont tenus de
  `),
  passives: ['etre'],
  actions: ['que', 'la necessite', 'necessite', 'mise', 'la mise', 'faire', 'mettre'],
  actionEndings: ['er', 'ir', 'oir', 'dre', 'tre', 'ire', 'vre', 'ore', 'ure', 'uire', 'aire'],
  actionShapes: [],
  notActions: listed(`
    notre, votre, entre, autre, contre, outre, membre, genre, cadre, titre, nombre, lettre, ministre, premier,
    dernier, janvier, fevrier, hier, octobre, septembre, novembre, decembre, faire, avenir, pouvoir, espoir, devoir,
    loir, mer, fer, cher, papier, quartier, dossier, metier, chantier, calendrier, financier, particulier,
    territoire, histoire, memoire, victoire, chapitre, centre, culture, nature, structure, mesure, procedure,
    agriculture, ouverture, plusieurs, chambre, encore, livre, offre, ordre, annuaire, affaire, commissaire,
    secretaire, salaire, contraire, militaire, sanitaire, heure, pierre, guerre, quatre, article
  `),
  actionMarks: ['de', 'a', "d'"],
  findings: ['constate', 'constatons', 'constats', 'releve', 'revele', 'avons constate', 'observe', 'conclut'],
  concerns: listed(`
    inquietude, preoccupation, preoccupe, preoccupee, preoccupes, inquiet, inquiete, inquiets, alarme, deplore,
    regrette
  `),
  troubles: listed(`
    recul, violations, violation, persecution, persecutions, discrimination, discriminatoires, haine, racistes,
    racisme, crise, corruption, impunite, difficile, complexe, menace, menaces, absence, manque, echec, expulsions,
    inhumaines, obstacles, conflit, extremistes
  `),
  contrasts: ['cependant', 'toutefois', 'neanmoins', 'pourtant', 'malheureusement'],
  commitments: listed(`
    reaffirme son engagement, reaffirmons notre engagement, affirme son engagement, reitere son engagement,
    attache a, dans l'interet, interet national
  `),
  announcements: {
    pointers: ['suivants', 'suivantes', 'suivant', 'suivante', 'ci-dessous', 'ci-apres'],
    recommendation: listed(`
      recommandations, recommandation, appels, propositions, mesures, actions, demandes, reformes, revendications,
      priorites
    `),
    issue: listed(`
      constats, problemes, defis, preoccupations, obstacles, lacunes, difficultes, questions
    `),
    interest: ['interets', 'enjeux'],
    aside: listed(`
      engagements, membres, signataires, documents, organisations, participants, sources, etats, annonces
    `),
  },
  connectives: listed(`
    en outre, de plus, par ailleurs, enfin, ainsi, egalement, notamment, en particulier, par consequent,
    d'autre part, premierement, deuxiemement, troisiemement, et, aussi, donc
  `),
  subordinators: listed(`
    alors, afin, pour, dans, compte, etant, lorsque, quand, si, depuis, avec, apres, avant, sur, a, en, bien, parce,
    comme, face, au, par, selon, sans, malgre, tout
  `),
  conjunctions: ['et', 'ou'],
  addressing: {
    links: ['a', 'de', "d'", 'que', "qu'"],
    linksBeforeActions: true,
    linkPrefixes: [],
    partners: listed(`
      en collaboration avec, en concertation avec, en consultation avec, en cooperation avec, en partenariat avec,
      en coordination avec, avec le soutien, avec l'appui, au nom de, par le biais, par l'intermediaire, a travers,
      ainsi que
    `),
    determiners: ['le', 'la', 'les', "l'", 'aux', 'au', 'tous', 'toutes', 'ses', 'du', 'des', 'a'],
    articles: listed(`
      le, la, les, l', un, une, son, sa, ses, leur, leurs, des, toutes, tous
    `),
    fillers: ['en particulier', 'notamment', 'en general', 'dans son ensemble'],
    pronouns: listed(`
      il, elle, ils, elles, ce, cela, ceci, celui, celle, ceux, celles, nous, on, ces, cette, y
    `),
    agents: ['par'],
    agentsInItems: true,
    vocatives: [],
    answerers: ['examinees par', 'examine par', 'adressees a', 'adressees au', 'adressees aux'],
    receivers: listed(`
      recommandations a, recommandations au, recommandations aux, recommandations pour, necessite pour
    `),
    relatives: ['qui', 'dont', 'ou', 'lequel', 'laquelle', 'lesquels'],
  },
  bylines: ['par', 'auteur', 'auteure', 'auteurs', 'redige par', 'prepare par'],
  documentTypes: listed(`
    communique, communique de presse, declaration, note d'orientation, note politique, rapport, memorandum,
    lettre ouverte, resume, accueil, document de position
  `),
  ordinalWords: ['premierement', 'deuxiemement', 'troisiemement', 'quatriemement', 'cinquiemement'],
};

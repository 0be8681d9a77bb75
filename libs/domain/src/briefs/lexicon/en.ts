import type { Lexicon } from './lexicon.js';
import { listed } from './listed.js';

export const english: Lexicon = {
  language: 'en',
  direction: 'ltr',
  stopWords: listed(`
    the, of, a, and, to, in, that, is, for, on, with, as, by, are, be, this, from, was, were, has, have, which,
    their, its, not, an, should, will, it, or, at
  `),
  abbreviations: listed(`
    mr, mrs, ms, dr, prof, gen, lt, col, maj, capt, sgt, cpl, adm, gov, sen, rep, rev, hon, st, amb, no, nos, art,
    arts, para, paras, sec, secs, vol, fig, figs, ch, pp, p, ed, eds, est, approx, dept, inc, ltd, co, corp, cf, vs,
    viz, etc, al, ibid, e.g, i.e, u.s, u.k, u.n, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec
  `),
  headings: {
    issue: listed(`
      issues, issue, key issues, problem, problems, problem statement, challenges, challenge, key challenges,
      findings, key findings, main findings, concerns, areas of concern, threats, obstacles, barriers,
      what we found
    `),
    interest: ['interests', 'interest', 'stakes', 'what is at stake', 'equities'],
    recommendation: listed(`
      recommendations, recommendation, recommends, recommended actions, recommended action, calls to action,
      call to action, call for action, our asks, our calls, asks, demands, policy options, proposals,
      proposed actions, actions needed, action points, action items, priority actions, what should be done,
      what must be done, what needs to be done, the way forward, way forward, next steps, policy asks,
      matters for congressional consideration, matter for congressional consideration
    `),
    context: ['background', 'context', 'overview', 'situation'],
    aside: listed(`
      annex, annexes, appendix, appendices, contents, table of contents, references, bibliography, notes, endnotes,
      footnotes, acknowledgements, acknowledgments, signatories, signed by, list of signatories, endorsed by,
      abbreviations, acronyms, glossary, about the author, about the authors, about us, contact, contacts,
      further reading, pledges, methodology, scope and methodology, agency response, responses to, response to,
      comments from, agency comments and our evaluation, implementation of recommendations,
      implementation of previous recommendations, previous recommendations, prior recommendations, follow up,
      follow-up, status of, composition of, list of figures, list of tables, index, sources, disclaimer
    `),
    addressee: ['to the', 'to all', 'to', 'for the', 'for all', 'for'],
  },
  labels: listed(`
    recommendation, recommendation no, rec, call to action, call, action, proposal, demand, ask
  `),
  calls: {
    speakers: ['we', 'i'],
    firstPerson: listed(`
      call upon, call on, call for, urge, recommend, encourage, invite, request, ask, appeal to, demand, propose,
      advise, implore, exhort, suggest, are calling on, are calling for, are asking, are urging, recommended, urged,
      are recommending, make the following recommendations, are making the following, reiterate our call,
      renew our call
    `),
    thirdPerson: listed(`
      calls upon, calls on, calls for, urges, recommends, encourages, invites, requests, asks, appeals to, demands,
      proposes, advises, implores, exhorts, suggests, call upon, call on, call for, urge, recommend,
      further recommends, reiterates its recommendation, reiterates its call, makes the following recommendations,
      makes the following calls to action, is calling on, is calling for
    `),
    speakerNouns: listed(`
      committee, commission, council, organisation, organization, organisations, organizations, report, paper,
      brief, author, authors, inquiry, panel, coalition, signatories, undersigned, office, network, association,
      assembly, audit, review, study, assessment, evaluation, research, investigation
    `),
    notVerbBefore: listed(`
      to, for, from, of, by, and, or, in, with, as, are, is, was, were, have, had, has, made, will
    `),
    impersonal: listed(`
      it is recommended, is recommended that, it is proposed, it is suggested, are recommended to,
      is recommended to, are urged to, is urged to, are encouraged to, is encouraged to, are called upon to,
      is called upon to, are invited to, is invited to
    `),
    adverbs: listed(`
      also, further, therefore, thus, hence, again, hereby, now, respectfully, strongly, urgently, additionally,
      furthermore, particularly, especially, once, more, firmly, accordingly, consequently, specifically, likewise,
      jointly, and, would, will, and
    `),
  },
  positions: listed(`
    condemn, condemns, denounce, denounces, deplore, deplores, welcome, welcomes, commend, commends, regret,
    regrets, express, expresses, salute, salutes, note, notes, reject, rejects, affirm, affirms, reaffirm,
    reaffirms, thank, thanks, congratulate, congratulates
  `),
  obligations: listed(`
    should, must, ought to, needs to, need to, has to, have to, shall, is to, are to
  `),
  passives: ['be'],
  actions: listed(`
    abandon, abide, abolish, accede, accelerate, accept, access, accompany, account, achieve, acknowledge, acquire,
    act, activate, adapt, add, address, adhere, adjust, administer, adopt, advance, advise, advocate, affirm, align,
    allocate, allow, amend, analyse, analyze, announce, apply, appoint, approach, appropriate, approve, arrange,
    ask, assess, assign, assist, assume, assure, attend, attract, audit, authorise, authorize, avoid, balance, ban,
    base, begin, bolster, boost, bring, broaden, build, call, campaign, carry, cease, centre, center, challenge,
    champion, change, charge, check, circulate, clarify, clear, close, co-operate, codify, collaborate, collect,
    combat, combine, come, commence, commission, commit, communicate, compensate, compile, complete, comply,
    conclude, condition, conduct, confirm, conform, consider, consolidate, construct, consult, continue, contribute,
    control, convene, convert, convey, cooperate, coordinate, counter, cover, create, criminalise, criminalize, cut,
    deal, decentralise, decentralize, decide, declare, decrease, dedicate, deepen, define, delegate, delete,
    deliver, demand, demobilise, demonstrate, deny, deploy, design, designate, determine, develop, devise, devote,
    direct, disarm, disband, disburse, disclose, discontinue, discourage, discuss, disentangle, dismantle,
    disseminate, distribute, diversify, document, double, draft, draw, drop, ease, educate, effect, elaborate,
    elect, elevate, eliminate, embed, embrace, employ, empower, enable, enact, encourage, end, enforce, engage,
    enhance, enlarge, enlist, enrich, enrol, ensure, enter, equip, eradicate, establish, evaluate, examine,
    exchange, exclude, execute, exempt, exercise, exert, expand, expedite, explain, explore, expose, extend,
    facilitate, fast-track, fight, finalise, finalize, finance, find, fix, focus, follow, forge, form, formalise,
    formalize, formulate, foster, free, freeze, fulfil, fulfill, fund, further, gather, generate, get, give, go,
    grant, guarantee, guard, guide, halt, hand, harmonise, harmonize, harness, harvest, have, help, highlight, hire,
    hold, honour, honor, host, identify, impart, implement, impose, improve, include, incorporate, increase,
    incentivise, incentivize, influence, inform, initiate, insist, inspect, install, instill, institute,
    institutionalise, institutionalize, instruct, insulate, integrate, intensify, introduce, invest, investigate,
    invite, involve, issue, join, keep, launch, lay, lead, learn, legalise, legislate, let, leverage, liberalise,
    license, lift, limit, link, list, listen, lobby, localise, locate, look, lower, maintain, make, manage, mandate,
    map, mark, match, maximise, maximize, measure, mediate, meet, minimise, minimize, mitigate, mobilise, mobilize,
    modernise, modernize, modify, monitor, move, name, negotiate, normalise, notify, nurture, obligate, oblige,
    observe, obtain, offer, open, operate, operationalise, operationalize, oppose, optimise, order, organise,
    organize, outlaw, outline, overcome, overhaul, oversee, participate, partner, pass, pause, pay, perform, permit,
    persuade, phase, pilot, place, plan, pledge, position, post, postpone, preclude, prepare, present, preserve,
    press, pressure, prevent, prioritise, prioritize, privatise, proceed, procure, produce, professionalise,
    prohibit, promote, promulgate, propose, prosecute, protect, provide, publicise, publicize, publish, punish,
    pursue, push, put, qualify, quantify, raise, ratify, reach, reactivate, reaffirm, realign, reallocate, reassess,
    rebalance, rebuild, recall, recognise, recognize, reconcile, reconsider, reconstruct, record, recover, recruit,
    rectify, redefine, redesign, redirect, redouble, redress, reduce, re-establish, refer, refine, reform, reframe,
    refrain, refund, regularise, regularize, regulate, rehabilitate, reimburse, reinforce, reinstate, reintegrate,
    reject, release, relocate, remain, remedy, remind, remove, renew, renegotiate, reopen, reorganise, repair,
    repatriate, repeal, replace, report, repudiate, request, require, rescind, research, reserve, resettle, resist,
    resolve, respect, respond, restore, restrain, restrict, restructure, retain, rethink, return, reunite, revamp,
    revert, review, revise, revisit, revitalise, revive, revoke, reward, roll, root, safeguard, sanction, scale,
    scrap, screen, secure, seek, select, send, separate, serve, set, settle, shape, share, shift, show, sign,
    signal, simplify, sponsor, spread, stabilise, standardise, standardize, start, station, steer, step, stimulate,
    stop, strategise, streamline, strengthen, strive, structure, submit, subsidise, subsidize, substitute,
    supervise, supplement, supply, support, suspend, sustain, synchronise, tackle, tailor, take, target, task,
    teach, terminate, test, tie, tighten, track, train, transfer, transform, transition, translate, treat, turn,
    uncover, undertake, unify, update, upgrade, uphold, urge, use, utilise, utilize, validate, verify, vet, waive,
    weigh, widen, withdraw, withhold, work, mend, connect, heat, print, buy, sell, teach, answer, test, study, save, ease, clean, plant, feed, treat, light,
    free, rent, lend, store, move, count, paint, clear, drain, dredge, staff, film
  `),
  actionEndings: [],
  actionShapes: [],
  notActions: [],
  actionMarks: ['to'],
  findings: ['found', 'findings', 'identified', 'determined', 'observed', 'concluded', 'revealed', 'showed'],
  concerns: listed(`
    concerned, concern, deeply concerned, alarmed, worried, deplore, deplores, regret, regrets, troubled
  `),
  troubles: listed(`
    slowed, slowed down, declined, decline, deteriorated, worsened, worsening, lack, lacks, failed, fails, failure,
    violations, abuses, corruption, discrimination, violence, crisis, obstacles, weak, inadequate, insufficient,
    limited, persecution, threat, threats, stalled, undermined, undermines, impunity, conflict, insecurity
  `),
  contrasts: ['however', 'nevertheless', 'nonetheless', 'yet', 'unfortunately', 'regrettably', 'despite this'],
  commitments: listed(`
    reaffirms its commitment, reaffirm our commitment, remains committed, remain committed, is committed to,
    are committed to, in our interest, vital interest, national interest
  `),
  announcements: {
    pointers: ['following', 'below', 'as follows', 'listed'],
    recommendation: listed(`
      recommendations, recommendation, calls to action, actions, action, steps, step, measures, demands, proposals,
      reforms, calls, asks, priorities
    `),
    issue: listed(`
      findings, issues, problems, challenges, concerns, obstacles, barriers, weaknesses, deficiencies, gaps
    `),
    interest: ['interests', 'stakes'],
    aside: listed(`
      pledges, pledges and commitments, members, signatories, documents, organisations, organizations, participants,
      questions, sources, abbreviations, annexes, states, delegations, rapporteurs
    `),
  },
  connectives: listed(`
    additionally, specifically, furthermore, moreover, therefore, finally, similarly, accordingly, consequently,
    also, in addition, in particular, first, second, third, lastly, and, thus, hence, further
  `),
  subordinators: listed(`
    as, while, in, to, given, once, when, if, since, by, with, after, before, on, for, through, building, without,
    although, because, where, until, under, following, during, at, considering, recognising, recognizing, instead,
    rather, finally, additionally, moreover, furthermore, therefore, however, also, similarly, working, using,
    until, unless, beyond, alongside, from
  `),
  conjunctions: ['and', 'or'],
  addressing: {
    links: ['to'],
    linksBeforeActions: true,
    linkPrefixes: [],
    partners: listed(`
      in collaboration with, in consultation with, in consultation and collaboration with, in cooperation with,
      in co-operation with, in partnership with, in coordination with, together with, along with, on behalf of,
      with the support of, with support from, working with, supported by, as an, as a, as part of, acting through,
      through, with the assistance of, where appropriate, as appropriate, where necessary
    `),
    determiners: ['the', 'all', 'its', 'other', 'any', 'every', 'each', 'both', 'those'],
    articles: ['the', 'a', 'an', 'its', 'their', 'all', 'this', 'these'],
    fillers: ['both', 'in particular', 'especially', 'in general', 'as a whole', 'also'],
    pronouns: listed(`
      they, it, he, she, this, these, that, those, there, which, who, we, you, i, one, such, what, efforts,
      attention, priority, everyone, nobody
    `),
    agents: ['by'],
    agentsInItems: false,
    vocatives: [],
    answerers: listed(`
      examined by, considered by, addressed by, implemented by, support of, addressed to, directed to, directed at
    `),
    receivers: listed(`
      recommendations to, recommendation to, recommendations for, calls on, demands to, proposals to, appeal to,
      message to
    `),
    relatives: ['that', 'who', 'which', 'whose', 'where'],
  },
  bylines: ['by', 'author', 'authors', 'prepared by', 'written by', 'submitted by'],
  documentTypes: listed(`
    statement, press release, policy brief, brief, briefing, report, memo, memorandum, communique, position paper,
    open letter, joint statement, summary, executive summary, news, home
  `),
  ordinalWords: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
};

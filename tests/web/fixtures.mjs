// Made-up answers of the review server. Nobody in here exists.

const words = {
  'trait.name': 'nombre', 'trait.sex': 'sexo', 'trait.age': 'edad', 'trait.stature': 'estatura', 'trait.event_date': 'fecha en que se le vio por última vez',
  'trait.found_date': 'fecha de hallazgo', 'trait.place_last_seen': 'lugar donde se le vio por última vez', 'trait.place_found': 'lugar de hallazgo',
  'trait.mark': 'seña particular', 'trait.garment': 'prenda', 'trait.condition': 'estado de los restos', 'trait.identifier': 'folio o clave', 'trait.teeth': 'dentadura',
  'sex.male': 'hombre', 'state.not_recorded': 'no registrado', 'state.not_observable': 'no observable', 'state.unknown': 'se desconoce', 'kind.report': 'reporte', 'kind.remains': 'restos',
  'relation.identity': 'identidad', 'relation.duplicate': 'reporte duplicado', 'relation.same_body': 'mismo cuerpo en dos registros',
  'evidence.biology': 'perfil biológico', 'evidence.marks': 'señas particulares', 'evidence.place': 'lugar', 'reason.teeth': 'odontología',
  'mark_type.tattoo': 'tatuaje', 'mark_type.scar': 'cicatriz', 'region.forearm': 'antebrazo', 'region.upper_back': 'espalda alta', 'region.knee': 'rodilla', 'region.chest': 'pecho',
  'side.left': 'izquierdo', 'side.right': 'derecho', 'view.front': 'por delante', 'view.back': 'por detrás',
  'tooth.sound': 'sano', 'tooth.filled': 'restaurado', 'tooth.missing_ante_mortem': 'perdido en vida', 'tooth.missing_post_mortem': 'perdido después de la muerte',
  'tooth.crown': 'con corona', 'tooth.caries': 'con caries', 'tooth.root_canal': 'con endodoncia', 'tooth.no_information': 'sin información', 'tooth.unerupted': 'sin erupcionar', 'tooth.implant': 'implante', 'tooth.pontic': 'prótesis',
};

/** Text that would do harm if it were ever taken for anything but text. */
export const hostile = {
  html: '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>',
  formula: '=HYPERLINK("http://example.invalid","ver")',
  rightToLeft: '\u202Eodasrever\u202C \u05E9\u05DC\u05D5\u05DD',
  long: 'x'.repeat(10_000),
};

const report = 'jalisco-am:R-2021-0042';
const remains = 'veracruz-pm:PM/00339/2022';
const key = `${report}|${remains}`;
const card = (id, kind, title, rest = {}) => ({
  id, kind, source: id.split(':')[0], title, sex: 'male', age: '31 a 35 años', place: 'Zapopan, Jalisco', date: '2021-03-14', status: null, withdrawn: false, ...rest,
});
const reportCard = (state) => card(report, 'report', state.hostile ? hostile.html : 'Persona Inventada Uno');
const remainsCard = (state) => card(remains, 'remains', state.hostile ? hostile.rightToLeft : 'PM/00339/2022', { place: 'Córdoba, Veracruz', date: '2022-11-24' });
const o = (trait, text, column, state = 'observed') => ({ trait, value: null, text, state, file: 'registro.xlsx', sheet: 'Registro', row: 380, column, member: null });

function item(i, state) {
  const states = ['open', 'open', 'open', 'possible', 'proposed', 'agreed', 'disputed', 'final', 'excluded', 'insufficient', 'reopened'];
  return {
    pair: i === 0 ? key : `jalisco-am:R-${i}|veracruz-pm:PM-${i}`,
    relation: 'identity',
    left: i === 0 ? reportCard(state) : card(`jalisco-am:R-${i}`, 'report', `Persona Inventada ${i + 1}`),
    right: i === 0 ? remainsCard(state) : card(`veracruz-pm:PM-${i}`, 'remains', `PM/${10000 + i}/2022`, { place: 'Córdoba, Veracruz', withdrawn: i % 17 === 3 }),
    state: states[i % states.length], claimed_by: i % 5 === 2 ? 'marta' : i % 7 === 1 ? 'ana' : null, age_days: 100 + 37 * (i % 90),
    posterior: state.hidden ? null : 1 / (1 + i / 40), log10_lr: state.hidden ? null : 13.8 - i / 300, rank: state.hidden ? null : 1, mine: i % 7 === 1,
  };
}

const duplicate = (state) => ({ ...item(2, state), pair: `duplicate|cdmx-am:7|${report}`, relation: 'duplicate', left: card('cdmx-am:7', 'report', 'Persona Inventada Uno'), right: reportCard(state) });

function observations(state) {
  return {
    report: [
      o('name', state.hostile ? hostile.html : 'Persona Inventada Uno', 'NOMBRE'), o('identifier', state.hostile ? hostile.formula : 'FUB 14-0001', 'FUB'),
      o('sex', 'hombre', 'SEXO'), o('age', '34 años', 'EDAD'), o('stature', 'no registrado', 'ESTATURA', 'not_recorded'), o('event_date', '2021-03-14', 'FECHA'),
      o('place_last_seen', 'Zapopan, Jalisco', 'MUNICIPIO'), o('mark', 'tatuaje, antebrazo izquierdo: rosa, "MARIA"', 'SEÑAS'), o('mark', 'cicatriz, rodilla derecho', 'SEÑAS'),
      o('garment', 'pantalón azul, mezclilla', 'VESTIMENTA'), o('circumstances', state.hostile ? hostile.long : 'Salió de su domicilio y no regresó.', 'HECHOS'),
    ],
    remains: [
      o('name', state.hostile ? hostile.rightToLeft : 'no registrado', 'NOMBRE', state.hostile ? 'observed' : 'not_recorded'), o('sex', 'hombre', 'SEXO'), o('age', '31 a 35 años', 'EDAD'), o('stature', '168 a 174 cm', 'ESTATURA'),
      o('found_date', '2022-11-24', 'HALLAZGO'), o('place_found', 'Córdoba, Veracruz de Ignacio de la Llave', 'MUNICIPIO'), o('condition', 'en descomposición', 'CONDICION'),
      o('mark', 'tatuaje, antebrazo izquierdo: flor', 'SEÑAS'), o('garment', 'pantalón azul', 'PRENDAS'),
    ],
  };
}

function ledger(state) {
  const all = observations(state);
  const line = (evidence, name, log10_lr, reason, more = {}) => ({ evidence, name, log10_lr, state: 'observed', reason, p_h1: null, p_h2: null, left: [], right: [], details: [], ...more });
  return [
    line('biology', 'perfil biológico', 0.28, 'El sexo concuerda; la estatura no se registró en el reporte.', { p_h1: 0.972, p_h2: 0.51, left: all.report.slice(2, 5), right: all.remains.slice(1, 4), details: [line('sex', 'sexo', 0.28, 'Sexo: hombre frente a hombre')] }),
    line('dates', 'fechas y edad', 1.12, 'Las fechas y la edad concuerdan.', { left: [all.report[5]], right: [all.remains[4]] }),
    line('place', 'lugar', -1.04, 'A 640 km, fuera del mismo estado.', { p_h1: 0.00316, p_h2: 0.035, left: [all.report[6]], right: [all.remains[5]] }),
    line('names', 'nombres', 0, 'No se puede comparar: falta el nombre de los restos.', { state: 'not_recorded' }),
    line('marks', 'señas particulares', 4.31, 'Un tatuaje concuerda en lugar y motivo.', { left: all.report.slice(7, 9), right: [all.remains[7]] }),
    line('teeth', 'dentadura', 2.6, 'Siete dientes concuerdan; uno no se explica.', {}),
    line('pigmentation', 'cabello, ojos y piel', 0, 'No se puede observar en restos en descomposición.', { state: 'not_observable' }),
    line('garments', 'prendas y pertenencias', 0.84, 'Pantalón azul frente a pantalón azul.', { left: [all.report[9]], right: [all.remains[8]] }),
    line('dna', 'ADN', 5.2, 'La familia apoya con fuerza.', {}),
  ];
}

const upper = [18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28, 38, 37, 36, 35, 34, 33, 32, 31, 41, 42, 43, 44, 45, 46, 47, 48];
const chart = (said) => upper.map((fdi) => ({ fdi, state: said[fdi]?.[0] ?? 'sound', surfaces: said[fdi]?.[1] ?? '' }));
const dna = {
  family: 'F-12',
  people: [
    { id: 'gf', father: null, mother: null, sex: 'male', typed: false, missing: false, label: 'abuelo' },
    { id: 'gm', father: null, mother: null, sex: 'female', typed: true, missing: false, label: 'abuela' },
    { id: 'f', father: 'gf', mother: 'gm', sex: 'male', typed: false, missing: false, label: 'padre' },
    { id: 'm', father: null, mother: null, sex: 'female', typed: true, missing: false, label: 'madre' },
    { id: 'x', father: 'f', mother: 'm', sex: 'male', typed: false, missing: true, label: 'persona buscada' },
    { id: 's', father: 'f', mother: 'm', sex: 'female', typed: true, missing: false, label: 'hermana' },
  ],
  loci: ['D3S1358', 'vWA', 'D16S539', 'CSF1PO', 'TPOX', 'D8S1179', 'D21S11', 'D18S51', 'TH01', 'FGA'].map((locus, i) => ({
    locus, remains: `${12 + (i % 4)}/${14 + (i % 3)}`, people: { gm: `${11 + (i % 3)}/${14 + (i % 3)}`, m: `${12 + (i % 4)}/16`, s: `13/${14 + (i % 3)}` }, log10_lr: [0.62, 0.71, 0.33, -0.21, 0.18, 0.9, 0.85, 1.1, 0.12, 0.6][i],
  })),
  lr_alternatives: [{ alternative: 'sibling', log10_lr: 0.4 }, { alternative: 'cousin', log10_lr: 2.9 }],
};

const drawings = (state) => ({
  teeth: {
    left: chart({ 16: ['filled', 'MO'], 26: ['crown'], 36: ['missing_ante_mortem'], 46: ['root_canal', 'O'], 11: ['filled', 'D'], 48: ['unerupted'], 25: ['pontic'] }),
    right: chart({ 16: ['filled', 'MOD'], 26: ['crown'], 36: ['sound'], 46: ['root_canal', 'O'], 11: ['missing_post_mortem'], 12: ['missing_post_mortem'], 48: ['no_information'], 37: ['caries'], 25: ['pontic'], 28: ['implant'] }),
    impossible: [36],
  },
  body_map: [
    { of: 'left', region: 'forearm', side_of_body: 'left', view: 'front', type: 'tattoo', text: state.hostile ? hostile.html : 'rosa, "MARIA"' },
    { of: 'right', region: 'forearm', side_of_body: 'left', view: '', type: 'tattoo', text: 'flor' },
    { of: 'left', region: 'knee', side_of_body: 'right', view: 'front', type: 'scar', text: 'cicatriz' },
    { of: 'right', region: 'upper_back', side_of_body: '', view: 'back', type: 'tattoo', text: 'águila' },
    { of: 'left', region: 'chest', side_of_body: 'left', view: '', type: 'scar', text: 'cicatriz quirúrgica' },
  ],
  timeline: state.timeline ?? [
    { what: 'birth', low: '1987-02-12', high: '1987-02-12', of: 'left' }, { what: 'last_seen', low: '2021-03-14', high: '2021-03-14', of: 'left' },
    { what: 'report', low: '2021-03-20', high: '2021-03-20', of: 'left' }, { what: 'death', low: '2021-05-01', high: '2022-05-31', of: 'right' }, { what: 'found', low: '2022-11-24', high: '2022-11-24', of: 'right' },
  ],
  map: [
    { what: 'place_last_seen', latitude: 20.72, longitude: -103.39, text: 'Zapopan, Jalisco', of: 'left' },
    { what: 'place_residence', latitude: 21.88, longitude: -102.29, text: 'Aguascalientes', of: 'left' },
    { what: 'place_found', latitude: 18.89, longitude: -96.93, text: 'Córdoba, Veracruz', of: 'right' },
  ],
  dna,
  clothing: { left: ['pantalón azul, mezclilla', 'playera blanca'], right: ['pantalón azul'] },
});

function pair(id, state) {
  const all = observations(state);
  const relation = id.includes('|') && !id.split('|')[0].includes(':') ? id.split('|')[0] : 'identity';
  const [left = report, right = remains] = (relation === 'identity' ? id : id.slice(relation.length + 1)).split('|');
  const base = {
    pair: id, relation, h1: 'los restos son de la persona reportada', h2: 'son de personas distintas', blind: !!state.blind, newest: state.blind || state.open ? null : 7, state: state.blind || state.open ? 'open' : 'proposed', claimed_by: 'ana', mine: true, others_hidden: false, beside: [],
    left: { id: left, kind: 'report', status: 'no localizada', withdrawn: false, members: [left], observations: all.report },
    right: { id: right, kind: 'remains', status: null, withdrawn: false, members: [right, 'veracruz-pfsi:1120'], observations: all.remains },
    opinions: state.blind ? [] : [{ who: 'ana', instant: '2026-11-20T17:02:00Z', opinion: 'possible', words: '' }, { who: 'marta', instant: '2026-11-20T16:02:00Z', opinion: 'likely', words: 'El tatuaje.' }],
    decisions: state.blind || state.open ? [] : [{ id: 7, who: 'marta', instant: '2026-11-20T16:20:00Z', decision: 'proposed', reasons: ['teeth'], words: state.hostile ? hostile.html : 'La odontología concuerda, salvo el 36.', lines: { marks: 'agree', place: 'disagree' }, needed: [], run: 4, undone: false, hidden: false }],
  };
  if (state.blind) return base;
  return {
    ...base,
    score: { log10_lr: 13.31, verbal: 'apoyo extremadamente fuerte a H1', prior: 0.000012, posterior: 0.9831, pairwise_posterior: 0.99996, rank_of_left: 1, rank_of_right: 1, method: 'exact', chance_hits: 0.0001, chance_hits_at_most: 0.00002, decided: 'no', stale: false },
    ledger: ledger(state), drawings: drawings(state),
  };
}

const cluster = {
  cluster: 3,
  nodes: [
    { ...reportCard({}), state: 'proposed' }, { ...card('cdmx-am:7', 'report', 'Persona Inventada Uno'), state: null }, { ...card('jalisco-am:R-9', 'report', 'Persona Inventada Diez'), state: null },
    { ...remainsCard({}), state: 'proposed' }, { ...card('veracruz-pfsi:1120', 'remains', 'PFSI 1120'), state: null },
  ],
  edges: [
    { left: report, right: remains, relation: 'identity', log10_lr: 13.31, posterior: 0.983, state: 'proposed' }, { left: 'jalisco-am:R-9', right: remains, relation: 'identity', log10_lr: 3.2, posterior: 0.012, state: 'open' },
    { left: report, right: 'veracruz-pfsi:1120', relation: 'identity', log10_lr: 6.2, posterior: 0.71, state: 'open' }, { left: report, right: 'cdmx-am:7', relation: 'duplicate', log10_lr: 9.1, posterior: 0.995, state: 'agreed' },
    { left: remains, right: 'veracruz-pfsi:1120', relation: 'same_body', log10_lr: 7.5, posterior: 0.9, state: 'open' },
  ],
  conflicts: [{ code: 'conflict.one_body_two_people', ids: [report, 'jalisco-am:R-9'], text: 'Dos personas apuntan al mismo cuerpo.' }],
  proposals: [{ kind: 'merge', ids: [remains, 'veracruz-pfsi:1120'], pair: `same_body|veracruz-pfsi:1120|${remains}`, relation: 'same_body', state: 'open', posterior: 0.9, text: 'Dos registros que parecen del mismo cuerpo.' }],
  remainders: [{ id: report, none: 0.012, unlisted: 0.005, method: 'exact' }],
};
/** As large as clusters of merged records become: 60 reports and 40 remains, five to a conflict. */
function largeCluster() {
  const reports = Array.from({ length: 60 }, (_, i) => ({ ...card(`jalisco-am:R-${i}`, 'report', `Persona Inventada ${i + 1}`), state: null }));
  const remains = Array.from({ length: 40 }, (_, i) => ({ ...card(`veracruz-pm:PM-${i}`, 'remains', `PM/${10000 + i}/2022`), state: null }));
  const edges = reports.flatMap((one, i) => [i, i + 1].map((k) => ({ left: one.id, right: remains[k % 40].id, relation: 'identity', log10_lr: 5 - (i % 7), posterior: 0.9 - (i % 9) / 10, state: i % 11 === 0 ? 'excluded' : 'open' })));
  for (let i = 0; i < 20; ++i) edges.push({ left: reports[i].id, right: reports[i + 20].id, relation: 'duplicate', log10_lr: 3, posterior: 0.6, state: 'open' });
  return {
    ...cluster, cluster: 40, nodes: [...reports, ...remains], edges, proposals: [], remainders: [],
    conflicts: [{ code: 'conflict.one_body_two_people', ids: reports.slice(0, 5).map((one) => one.id), text: 'Cinco personas apuntan al mismo cuerpo.' }],
  };
}
const named = (it) => ({ ...it, edges: it.edges.map((edge) => ({ ...edge, pair: (edge.relation === 'identity' ? '' : edge.relation + '|') + `${edge.left}|${edge.right}` })) });
const runs = [
  { number: 4, digest: 'b1946ac92492d2347c6235b4d2611184', instant: '2026-11-20T15:00:00Z', pairs_compared: 2_400_000, pairs_kept: 5000, clusters: 211, seconds: 41, decisions_in: 12 },
  { number: 3, digest: 'c157a79031e1c40f85931829bc5fc552', instant: '2026-11-13T15:00:00Z', pairs_compared: 2_300_000, pairs_kept: 4800, clusters: 200, seconds: 39, decisions_in: 0 },
];
const change = (from, to) => ({ report, remains, from, to, because: [{ evidence: 'marks', from: 1.2, to: 4.31 }] });
const rejected = (state) => ({
  number: 5, file: 'registro.xlsx', sheet: 'Registro', row: 17, column: 'EDAD', rule: 'value.bad_age', value: state.hostile ? hostile.html : 'treintaicuatro',
  message: state.hostile ? hostile.html : 'La edad no se pudo leer.', hint: 'Escríbala en números.', raw: 'a,b', columns: ['FOLIO', 'NOMBRE', 'EDAD'], cells: ['17', 'Persona Inventada', 'treintaicuatro'],
});
const counts = { rows: 120, imported: 100, unchanged: 12, new_versions: 7, quarantined: 1, withdrawn: 0 };

function value(method, parts, query, body, state) {
  const [what, id, more] = parts;
  switch (what) {
    case 'session': case 'me': return { name: 'ana', role: state.role ?? 'reviewer', single_user: false, language: body?.language ?? state.language ?? 'es', program: '0.1.0', since: '2026-11-19T09:00:00Z' };
    case 'texts': return words;
    case 'overview': return {
      counts: { reports: 2000, remains: 1200, relatives: 0, samples: 0, quarantined: 3 },
      sources: [{ source: 'jalisco-am', reports: 1200, remains: 0, relatives: 0, samples: 0, withdrawn: 4 }, { source: 'veracruz-pm', reports: 0, remains: 1200, relatives: 0, samples: 0, withdrawn: 0 }, { source: 'cdmx-am', reports: 800, remains: 0, relatives: 0, samples: 0, withdrawn: 0 }],
      run: runs[0], stale: false, progress: { open: 4700, possible: 60, proposed: 80, agreed: 41, disputed: 9, final: 33, excluded: 70, insufficient: 7 },
      changes_since: [{ event: 'decision', instant: '2026-11-20T16:20:00Z', who: 'marta', pair: key, state: 'proposed' }, { event: 'run', instant: '2026-11-20T15:00:00Z', who: null, what: '4' }],
      influence: { compared: 50, changed: 11, share: 0.22 },
    };
    case 'queue': {
      if (query.get('kind') === 'cluster') return { total: 1, hidden: false, items: [{ cluster: 3, people: 2, bodies: 1, parts: 0, duplicates: 1, conflicts: 1, posterior: 0.983, reports: cluster.nodes.slice(0, 3), remains: cluster.nodes.slice(3), open: 2 }] };
      const total = state.empty ? 0 : (state.total ?? 5000);
      const offset = Number(query.get('offset') ?? 0);
      const limit = Math.min(Number(query.get('limit') ?? 200), total - offset);
      return { total, hidden: !!state.hidden, items: Array.from({ length: Math.max(0, limit) }, (_, i) => item(offset + i, state)) };
    }
    case 'search': return { items: [{ ...reportCard(state), match: { trait: 'name', text: state.hostile ? hostile.html : 'Persona Inventada Uno' } }] };
    case 'pairs':
      if (more === 'what-if') {
        const lines = ledger(state).map(({ evidence, log10_lr }) => ({ evidence, log10_lr: body.without.includes(evidence) ? 0 : log10_lr }));
        const log10_lr = lines.reduce((sum, line) => sum + line.log10_lr, 0);
        const odds = ((body.prior ?? 0.000012) / (1 - (body.prior ?? 0.000012))) * 10 ** log10_lr;
        return { log10_lr, posterior: null, pairwise_posterior: odds / (1 + odds), ledger: lines };
      }
      if (more === 'opinion') state.blind = false;
      return pair(id, state);
    case 'reasons': return [
      { code: 'teeth', text: 'Odontología', for: ['proposed', 'possible', 'agreed', 'final'] }, { code: 'marks', text: 'Señas particulares', for: ['proposed', 'possible', 'agreed'] },
      { code: 'dna_excludes', text: 'El ADN excluye', for: ['excluded', 'disputed'] }, { code: 'too_little', text: 'Hay muy poca información', for: ['insufficient', 'disputed'] }, { code: 'need_dna_family', text: 'Perfiles genéticos de la familia', for: [] },
    ];
    case 'clusters': return named(id === '40' ? largeCluster() : cluster);
    case 'subjects': return {
      ...pair(key, { ...state, blind: false }).left, id,
      versions: [
        { number: 1, instant: '2026-11-01T10:00:00Z', mapping: 'generic_am', file: 'a.csv', row: 12, raw: state.hostile ? hostile.html : 'R-2021-0042,Persona Inventada,34', observations: [o('age', '33 años', 'EDAD')] },
        { number: 2, instant: '2026-11-10T10:00:00Z', mapping: 'generic_am', file: 'b.csv', row: 13, raw: 'R-2021-0042,Persona Inventada Uno,34', observations: [o('age', '34 años', 'EDAD')] },
      ],
      candidates: [item(0, state), item(1, state)], same: [duplicate(state)], groups: [{ relation: 'duplicate', id: report, members: [report, 'cdmx-am:7'] }],
    };
    case 'raw': return { raw: state.hostile ? hostile.html : '{"FOLIO":"R-2021-0042","NOMBRE":"Persona Inventada Uno","EDAD":"34","SEXO":"H"}', file: 'registro.json', sheet: null, row: 42 };
    case 'runs':
      if (id === 'compare') return { rose: [change({ posterior: 0.2, log10_lr: 10.2 }, { posterior: 0.983, log10_lr: 13.31 })], fell: [], appeared: [change(null, { posterior: 0.4, log10_lr: 5.1 })], gone: [] };
      return method === 'POST' ? { job: 1 } : state.empty ? [] : runs;
    case 'jobs': return { state: 'running', stage: 'score', done: 1_200_000, total: 2_400_000, rate: 100_000, seconds_left: 12 };
    case 'files':
      if (more) return { counts, quarantine: [rejected(state)], warnings: [] };
      return {
        file: 'f1', name: query.get('name'), bytes: 20480, mapping_text: 'kind = "report"\n\n[aliases]\n"NOMBRE" = ["NOMBRE COMPLETO"]\n"ESTATURA" = ["TALLA"]\n\n[[rule]]\ntrait = "name"\ncolumn = "NOMBRE"\n',
        layout: { format: 'CSV', mapping: null, sheets: [], columns: [{ column: 'NOMBRE COMPLETO', samples: [state.hostile ? hostile.html : 'Persona Inventada Uno'], suggested_trait: 'name', confidence: 0.96 }, { column: 'OBS', samples: ['ninguna'], suggested_trait: null, confidence: null }, { column: 'TALLA', samples: ['1.68', '1.70'], suggested_trait: 'stature', confidence: 0.41 }] },
      };
    case 'quarantine': return method === 'POST' ? rejected(state) : { total: state.empty ? 0 : 1, items: state.empty ? [] : [rejected(state)] };
    default: return null;
  }
}

export function answers(method, parts, query, body, state) {
  if (state.failing) return { status: 503, value: { error: { code: 'busy', message: 'El programa está ocupado; intente de nuevo.' } } };
  const found = value(method, parts, query, body, state);
  return found === null ? { status: 404, value: { error: { code: 'not_found', message: 'No existe.' } } } : { status: 200, value: found };
}

// The real program over three simulated states with DNA: what a family's profiles draw and weigh, what
// a cluster proposes, and what colleagues see of each other's work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ask, decide, get, opine, pairPath } from './asking.mjs';
import { assertAccessible, pairAddress, shoot } from './browser.mjs';
import { reviewHouse, simulate } from './review_house.mjs';

let world;
const house = reviewHouse({
  people: { ana: 'reviewer', marta: 'reviewer', lucia: 'reviewer', carla: 'coordinator' },
  furnish(place) {
    const simulated = simulate(place, 'world', { states: 3, reports: 300, remains: 240, seed: 7, dna: true });
    world = simulated.world;
    // One report whose every searchable word is known.
    const own = join(place.folder, 'propia.csv');
    writeFileSync(own, 'FOLIO,NOMBRE,PRIMER APELLIDO,SEGUNDO APELLIDO,SEXO,FECHA DE DESAPARICION,ESTADO,TATUAJES\n' +
      'XQ-77/2021,Íñigo,Ñandú,Inventado,HOMBRE,14/03/2021,JALISCO,"brazo izquierdo, leyenda ""ZARZAMORA"""\n');
    for (const { path, source } of [...simulated.files, { path: own, source: 'propia' }])
      place.confrontaAnyway(['import', path, '--source', source]); // 3: some rows went to quarantine
    place.confronta(['match']);
  },
});
const { come } = house;

/** The true pairs of people whose family gave samples. */
function pairsWithFamily() {
  const rows = (name) => readFileSync(join(world, name), 'utf8').split(/\r?\n/).map((line) => line.split(','));
  const sampled = new Set(rows('strata.csv').filter((row) => row[6] === 'family').map((row) => row[0]));
  return rows('truth.csv').filter(([relation, , remains]) => relation === 'identity' && sampled.has(remains)).map(([, report, remains]) => `${report}|${remains}`);
}
/** The pair of those whose family has most to show. */
async function bestFamily(page) {
  let best = null;
  for (const key of pairsWithFamily().slice(0, 12)) {
    await opine(page, key);
    const pair = await get(page, pairPath(key));
    const weigh = (one) => (one?.drawings.dna ? one.drawings.dna.people.filter((who) => who.typed).length + one.drawings.dna.loci.length / 100 : -1);
    if (pair.drawings && weigh(pair) > weigh(best)) best = pair;
  }
  assert.ok(best?.drawings.dna, 'a pedigree speaks');
  return best;
}
const number = (text) => Number(text.trim().replace('−', '-'));

test('a family is drawn under both hypotheses, and its loci add up to the line of the ledger', async (t) => {
  const page = await come(t, 'ana');
  const pair = await bestFamily(page);
  const { dna } = pair.drawings;
  await page.goto(house.server.url + pairAddress(pair.pair));
  const drawing = page.getByRole('region', { name: `Familia ${dna.family}: genotipos` });
  await drawing.waitFor();
  const trees = drawing.locator('svg[role=img]');
  assert.equal(await trees.count(), 2);
  const missing = dna.people.find((one) => one.missing);
  for (const locus of [dna.loci[0], dna.loci[dna.loci.length - 1]]) {
    await drawing.getByRole('combobox').selectOption(locus.locus);
    const texts = await trees.evaluateAll((all) => all.map((svg) => [...svg.querySelectorAll('text')].map((one) => one.textContent)));
    const [same, apart] = texts;
    const after = (list, label) => list[list.indexOf(label) + 1];
    const label = after(apart, '?'); // a name without what all of the family share
    assert.ok(label && missing.label.includes(label.replace('…', '')), `${label} of ${missing.label}`);
    assert.equal(after(same, label), locus.remains, 'H1: the remains stand in the place of the person');
    assert.equal(after(apart, label), '', 'H2: nothing is known of the person');
    assert.equal(after(apart, 'Restos'), locus.remains, 'H2: the remains stand beside the family');
    for (const genotype of Object.values(locus.people)) for (const list of texts) assert.ok(list.includes(genotype));
  }
  for (const tree of await trees.all()) {
    const { left, right } = await tree.evaluate((svg) => svg.getBoundingClientRect().toJSON());
    const boxes = await tree.locator('text.label').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    for (const [i, a] of boxes.entries()) {
      assert.ok(a.left >= left && a.right <= right, 'no name is cut');
      for (const b of boxes.slice(i + 1)) assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, 'no name over another');
    }
  }
  const shown = (await drawing.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('td.number').textContent))).map(number);
  assert.equal(shown.length, dna.loci.length);
  const sum = number(await drawing.locator('tfoot td.number').textContent());
  assert.ok(Math.abs(shown.reduce((a, b) => a + b, 0) - sum) <= 0.005 * (shown.length + 1), 'the table adds up');
  const stated = pair.ledger.find((line) => line.evidence === 'kinship').log10_lr;
  assert.ok(stated > 0 && Math.abs(stated - sum) < 0.7, `the ledger says ${stated}, the loci ${sum}: what is between them are linked loci and other pedigrees`);
  await assertAccessible(page, 'a pair with a family');
  await drawing.scrollIntoViewIfNeeded();
  await shoot(page, 'dna-family');
});

test('another theta weighs the family anew, at once, and is offered only where it bears on something', async (t) => {
  const page = await come(t, 'ana');
  const pair = await bestFamily(page);
  await page.goto(house.server.url + pairAddress(pair.pair));
  const theta = page.getByLabel('Theta');
  await theta.waitFor();
  await page.getByText(`En la corrida: ${pair.score.theta}`).waitFor();
  const total = page.locator('#evidence tfoot .number').first();
  const kinship = page.locator('#evidence tbody tr', { has: page.getByRole('button', { name: 'ADN: familiares' }) }).locator('td.number');
  const before = { total: number(await total.textContent()), kinship: number(await kinship.textContent()) };
  await theta.fill('0.05');
  await theta.press('Tab');
  await page.getByText(/Con este supuesto: log10 LR/).waitFor();
  const supposed = { total: number(await total.textContent()), kinship: number(await kinship.textContent()) };
  assert.ok(supposed.kinship < before.kinship, 'shared alleles weigh less among relatives in the background');
  assert.ok(Math.abs(before.total - supposed.total - (before.kinship - supposed.kinship)) < 0.03, 'nothing else changed');
  await theta.fill('0.7');
  await theta.press('Tab');
  await page.getByText('Theta está entre 0 y 0.5').waitFor();
  await page.getByRole('button', { name: 'Volver al resultado' }).click();
  await page.getByText(/Con este supuesto/).waitFor({ state: 'detached' });
  assert.equal(number(await total.textContent()), before.total);
  assert.equal(await page.getByText('Theta está entre 0 y 0.5').count(), 0, 'the complaint went with its cause');

  const family = new Set(pairsWithFamily().map((key) => key.split('|')[1]));
  const other = (await get(page, '/queue?kind=pair&who=all&limit=200')).items.find((item) => !family.has(item.right.id));
  await opine(page, other.pair);
  const without = await get(page, pairPath(other.pair));
  if (without.ledger.every((line) => !['kinship', 'direct'].includes(line.evidence) || line.log10_lr === 0)) {
    await page.goto(house.server.url + pairAddress(other.pair));
    await page.getByLabel('Probabilidad a priori').waitFor();
    assert.equal(await page.getByLabel('Theta').count(), 0);
  }
});

test('what was agreed and not agreed of each line is written, and shown to whom it may be', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  const key = (await get(ana, '/queue?kind=pair&state=open&limit=1')).items[0].pair;
  for (const page of [ana, marta]) await opine(page, key);
  await ana.goto(house.server.url + pairAddress(key));
  await ana.locator('input[name=decision][value=proposed]').check();
  await ana.locator('input[value=marks]').check();
  await ana.getByText('Acuerdo con cada línea de evidencia').click();
  await ana.getByLabel('nombres: De acuerdo').check();
  await ana.getByLabel('lugar: En desacuerdo').check();
  await ana.getByLabel('dentadura: No puedo decir').check();
  await assertAccessible(ana, 'agreement line by line');
  await ana.getByRole('button', { name: 'Registrar la decisión' }).click();
  await ana.getByText('Usted propuso este par.').waitFor();
  const said = { names: 'agree', place: 'disagree', teeth: 'cannot_say' };
  assert.deepEqual((await get(ana, pairPath(key))).decisions[0].lines, said);
  const history = (page) => page.getByRole('region', { name: 'Lo que se ha escrito' });
  await history(ana).getByText('De acuerdo: nombres', { exact: true }).waitFor();
  await history(ana).getByText('En desacuerdo: lugar').waitFor();
  await history(ana).getByText('No puedo decir: dentadura').waitFor();

  await marta.goto(house.server.url + pairAddress(key));
  await history(marta).waitFor();
  assert.equal(await history(marta).getByText('nombres').count(), 0, 'the second opinion is blind to the first');
  await marta.locator('input[name=decision][value=agreed]').check();
  await marta.locator('input[value=marks]').check();
  await marta.getByRole('button', { name: 'Registrar la decisión' }).click();
  await history(marta).getByText('En desacuerdo: lugar').waitFor();
});

test('claims are seen by everybody at once, and one’s own hide their numbers, also in the clusters', async (t) => {
  const [lucia, marta] = [await come(t, 'lucia'), await come(t, 'marta')];
  for (const page of [lucia, marta]) await page.goto(house.server.url + '#/queue?state=open');
  const row = (page) => page.locator('[data-row="0"]');
  const key = decodeURIComponent((await row(lucia).locator('a').first().getAttribute('href')).replace('#/pair/', ''));
  await row(marta).getByRole('button', { name: /Tomar/ }).waitFor();
  await row(lucia).getByRole('button', { name: /Tomar/ }).click();
  await row(lucia).getByText('Lo tiene usted').waitFor();
  await row(marta).getByText('Lo tiene lucia').waitFor(); // live
  assert.ok(await row(marta).getByRole('button', { name: /Tomar/ }).isDisabled());
  assert.equal((await ask(marta, 'POST', pairPath(key) + '/claim')).status, 409);

  await lucia.getByLabel('Míos').check();
  await lucia.getByText('Sin puntuación ni orden hasta su primera opinión').waitFor();
  assert.equal((await row(lucia).locator('.number').last().textContent()).trim().slice(-1), '—');
  await lucia.getByRole('button', { name: 'Grupos' }).click();
  await lucia.getByText('Sin la puntuación de los pares que esperan su primera opinión').waitFor();
  await assertAccessible(lucia, 'one’s own clusters');
  const [mine] = (await get(lucia, '/queue?kind=cluster&who=mine')).items;
  assert.equal(mine.posterior, null);
  const listed = lucia.getByRole('link', { name: `Grupo ${mine.cluster}`, exact: true });
  await listed.waitFor();
  await lucia.getByLabel('Sin tomar').check();
  await listed.waitFor({ state: 'detached' });
  await lucia.getByLabel('Todos').check();
  await listed.waitFor();
  await lucia.getByLabel('Estado').selectOption('final');
  await lucia.getByText('Ningún grupo cumple estas condiciones.').waitFor();
  await lucia.getByLabel('Estado').selectOption('open');
  await lucia.getByLabel('Contiene').fill(mine.remains[0].id.split(':')[1]);
  await lucia.getByText('1 grupo', { exact: false }).first().waitFor();
  await listed.waitFor();

  await lucia.goto(house.server.url + pairAddress(key));
  await lucia.getByRole('button', { name: 'Soltar' }).click();
  await lucia.getByRole('button', { name: 'Tomar' }).waitFor();
  await marta.goto(house.server.url + '#/queue?state=open');
  await marta.waitForFunction(() => !document.querySelector('[data-row="0"]')?.textContent.includes('Lo tiene lucia'));
  assert.equal((await ask(marta, 'POST', pairPath(key) + '/claim')).status, 200, 'free again');
  assert.equal((await ask(marta, 'DELETE', pairPath(key) + '/claim')).status, 200);
});

test('who comes back sees what happened since the last visit, and of a proposal not whose it is', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  await marta.getByRole('button', { name: 'Salir' }).click();
  await marta.locator('#name').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1100)); // instants are of whole seconds
  const [first, second] = (await get(ana, '/queue?kind=pair&state=open&limit=2')).items.map((item) => item.pair);
  for (const key of [first, second]) await opine(ana, key);
  assert.equal((await decide(ana, first, 'proposed', ['marks'])).status, 200);
  assert.equal((await decide(ana, second, 'excluded', ['dates_exclude'])).status, 200);
  await house.enter(marta, 'marta');
  const news = marta.getByRole('region', { name: /Desde su última visita/ });
  const entry = (key) => news.locator('li', { has: marta.locator(`a[href="${pairAddress(key)}"]`) });
  await entry(first).getByText('Alguien propuso').waitFor();
  assert.equal(await entry(first).getByText('ana').count(), 0);
  await entry(second).getByText('ana').waitFor();
  await entry(second).getByText('Excluido').waitFor();
  assert.equal(await news.locator('li').count(), 2, 'and nothing older');
  await assertAccessible(marta, 'what changed');
  await entry(second).getByRole('link').click();
  await marta.getByRole('heading', { name: 'Su primera opinión' }).waitFor();
});

test('every record is found by name, folio, CURP, words of a tattoo and its id, whatever the accents', async (t) => {
  const page = await come(t, 'ana');
  const curp = /^[^,]*,([^,]+),.*,([A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d),/m.exec(readFileSync(join(world, 'cnb.csv'), 'utf8'));
  const remains = pairsWithFamily()[0].split('|')[1];
  const wanted = [
    ['inigo nandu', 'propia:XQ-77/2021'], ['ÍÑIGO ÑANDÚ', 'propia:XQ-77/2021'], ['Ñandu inv', 'propia:XQ-77/2021'], ['XQ-77', 'propia:XQ-77/2021'],
    ['zárzamora', 'propia:XQ-77/2021'], [remains.split(':')[1], remains], ...(curp ? [[curp[2], 'cnb:' + curp[1]], [curp[2].toLowerCase().slice(0, 10), 'cnb:' + curp[1]]] : []),
  ];
  assert.ok(curp, 'the simulated lists have CURP');
  for (const [words, id] of wanted) {
    await page.locator('#search').fill(words);
    await page.keyboard.press('Enter');
    await page.locator(`main a[href="#/subject/${encodeURIComponent(id)}"]`).first().waitFor({ timeout: 10_000 });
  }
  await page.locator('#search').fill('nadie llamado así');
  await page.keyboard.press('Enter');
  await page.getByText('No se encontró nada').waitFor();
  await assertAccessible(page, 'nothing found');
  await page.goto(house.server.url + '#/queue?q=zarzamora'); // the queue searches in the same way
  await page.locator('[data-row="0"]').getByText('IÑIGO ÑANDU INVENTADO').waitFor();
});

test('a proposal to split is decided by people, and the next run keeps the records apart', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  let found = null;
  for (const item of (await get(ana, '/queue?kind=cluster&limit=500')).items) {
    const cluster = await get(ana, '/clusters/' + item.cluster);
    const proposal = cluster.proposals.find((one) => one.kind === 'split');
    if (proposal) found = { cluster: item.cluster, ...proposal };
    if (found) break;
  }
  assert.ok(found, 'some group hangs by a weak link');
  await ana.goto(house.server.url + '#/cluster/' + found.cluster);
  const proposals = ana.getByRole('region', { name: 'Propuestas' });
  await proposals.getByText('Separar').first().waitFor();
  await assertAccessible(ana, 'a cluster that proposes');
  await shoot(ana, 'dna-split');
  await proposals.getByRole('link', { name: 'Decidir si se separan' }).first().click();
  await ana.getByText('El grupo propone separar').waitFor();
  assert.equal(await ana.locator('#evidence').count(), 0, 'blind first');
  await ana.locator('input[name=opinion][value=unlikely]').check();
  await ana.getByRole('button', { name: /Dar mi opinión/ }).click();
  await ana.locator('#evidence').waitFor();
  assert.ok(await ana.locator('input[name=decision][value=excluded]').isChecked());
  await ana.locator('input[value=profile_excludes]').check();
  await ana.getByRole('button', { name: 'Registrar la decisión' }).click();
  await ana.getByText('Excluido').first().waitFor();
  const together = async (page) => (await get(page, '/subjects/' + encodeURIComponent(found.pair.split('|')[1]))).groups.some((group) => group.members.includes(found.pair.split('|')[2]));
  assert.ok(await together(ana), 'nothing is split by a decision alone');

  await marta.goto(house.server.url + '#/runs');
  await marta.getByRole('button', { name: 'Iniciar una corrida' }).click();
  await marta.getByText(/Se publicó la corrida [0-9]+/).waitFor({ timeout: 180_000 });
  assert.equal(await together(marta), false);
});

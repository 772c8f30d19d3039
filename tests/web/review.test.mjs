// The whole way with the real program: files in, a match, and a decision by three people in three
// browsers, by keyboard alone, in both languages; and what must never happen when two write at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertAccessible, openBrowser, pairAddress, person, shoot } from './browser.mjs';
import { newFolder, serve } from './program.mjs';

const password = 'una frase larga de prueba';
let browser;
let place;
let server;
let files;

before(async () => {
  browser = await openBrowser();
  place = newFolder();
  const world = join(place.folder, 'world');
  files = place.confronta(['simulate', '--states', '3', '--reports', '90', '--remains', '60', '--seed', '2026', '--out', world])
    .trim().split('\n').map((line) => line.split(' ')).map(([, , path, , source]) => ({ path, source }));
  for (const [name, role] of [['ana', 'reviewer'], ['marta', 'reviewer'], ['carla', 'coordinator']])
    place.confronta(['reviewer', 'add', name, '--role', role], password + '\n');
  server = await serve(place.store);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

/** Tab until the wanted element has the focus, as somebody without a mouse does. */
async function tabTo(page, locator, most = 400) {
  await locator.first().waitFor();
  for (let i = 0; i < most; ++i) {
    if (await locator.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('not reached by keyboard: ' + locator);
}
async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}
async function write(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.type(text);
}
/** The system's file dialog, which the browser opens on Enter once it has seen a key pressed here. */
async function choosing(page, input) {
  for (let attempt = 0; attempt < 4; ++attempt) {
    const chooser = page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => null);
    await press(page, input);
    const opened = await chooser;
    if (opened) return opened;
  }
  return assert.fail('no file dialog');
}
/** A radio button by its arrows: the group takes the focus once. */
async function choose(page, locator) {
  await locator.waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  const group = page.locator(`input[name="${await locator.getAttribute('name')}"]`);
  const focused = () => group.evaluateAll((all) => all.some((one) => one === document.activeElement));
  for (let i = 0; i < 400 && !(await focused()); ++i) await page.keyboard.press('Tab');
  if (!(await locator.isChecked())) await page.keyboard.press('Space');
  for (let i = 0; i < 12 && !(await locator.isChecked()); ++i) await page.keyboard.press('ArrowDown');
  assert.ok(await locator.isChecked(), 'not chosen by keyboard: ' + locator);
}

async function come(t, name, options) {
  const page = await person(browser, options);
  t.after(async () => {
    await shoot(page, 'last-' + name); // what a failed test saw
    await page.context().close();
    assert.deepEqual(page.faults, []);
  });
  await page.goto(server.url);
  await write(page, page.locator('#name'), name);
  await write(page, page.locator('#password'), password);
  await page.keyboard.press('Enter');
  await page.locator('nav').waitFor();
  return page;
}
/** A request with the page's own session, as a script would send it. */
const ask = (page, method, path, body) => page.evaluate(async ([method, path, body]) => {
  const answer = await fetch('/api/v1' + path, { method, headers: { 'X-Confronta': '1', 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}, [method, path, body]);
const pairPath = (key) => '/pairs/' + encodeURIComponent(key);
const firstOpen = async (page, count = 1) =>
  (await ask(page, 'GET', '/queue?kind=pair&who=all&state=open&sort=posterior&limit=' + count)).body.items.map((item) => item.pair);

test('from files to a final decision, by keyboard, three people, both languages', async (t) => {
  const ana = await come(t, 'ana');
  await ana.getByText('Todavía no hay registros').waitFor();
  await press(ana, ana.getByRole('link', { name: 'Importar', exact: true }));
  for (const { path, source } of files) {
    await (await choosing(ana, ana.locator('#file'))).setFiles(path);
    await ana.getByText('2. Cómo se leería').waitFor();
    await tabTo(ana, ana.locator('#source'));
    await ana.keyboard.press('Control+A');
    await ana.keyboard.type(source);
    await press(ana, ana.getByRole('button', { name: 'Ensayar' }));
    await ana.getByText('3. Lo que ocurriría').waitFor();
    if (source === files[0].source) {
      await assertAccessible(ana, 'a dry run');
      await shoot(ana, 'real-import', { whole: true });
    }
    await press(ana, ana.getByRole('button', { name: 'Importar' }));
    await ana.getByText('4. Importado').waitFor();
    const counts = (await ana.locator('[aria-labelledby=step-done] .part strong').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    assert.equal(counts.slice(0, 4).reduce((sum, n) => sum + n, 0), counts[4], 'every row is accounted for');
    await ana.reload();
    await ana.locator('#file').waitFor();
  }
  await press(ana, ana.getByRole('link', { name: 'Corridas' }));
  await press(ana, ana.getByRole('button', { name: 'Iniciar una corrida' }));
  await ana.getByText('Se publicó la corrida 1.').waitFor({ timeout: 120_000 });

  await ana.keyboard.press('g');
  await ana.keyboard.press('q');
  await ana.locator('[data-row="0"] a').waitFor();
  await ana.keyboard.press('j');
  await ana.waitForFunction(() => document.activeElement?.closest('[data-row="0"]'));
  await ana.keyboard.press('o');
  await ana.getByRole('heading', { name: 'Su primera opinión' }).waitFor();
  assert.equal(await ana.locator('#evidence').count(), 0, 'blind');
  await assertAccessible(ana, 'the real blind pair');
  await shoot(ana, 'real-blind');
  const key = decodeURIComponent(new URL(ana.url()).hash.replace('#/pair/', ''));
  await choose(ana, ana.getByLabel('Es probable', { exact: true }));
  await press(ana, ana.getByRole('button', { name: /Dar mi opinión/ }));
  await ana.locator('#evidence').waitFor();
  await assertAccessible(ana, 'the real pair');
  await shoot(ana, 'real-pair', { whole: true });
  await choose(ana, ana.locator('input[name=decision][value=proposed]'));
  await press(ana, ana.locator('input[value=marks]'), 'Space');
  await write(ana, ana.locator('#decision-words'), 'Concuerdan el nombre y las señas.');
  await press(ana, ana.getByRole('button', { name: 'Registrar la decisión' }));
  await ana.getByText('Usted propuso este par.').waitFor();

  const marta = await come(t, 'marta');
  await press(marta, marta.getByRole('button', { name: 'English' }));
  await marta.getByRole('link', { name: 'To review' }).waitFor();
  await marta.goto(server.url + pairAddress(key));
  await marta.getByRole('heading', { name: 'Your first opinion' }).waitFor();
  assert.equal(await marta.getByText('Concuerdan el nombre').count(), 0, 'the second opinion is blind to the first');
  await choose(marta, marta.getByLabel('Possible', { exact: true }));
  await press(marta, marta.getByRole('button', { name: /Give my opinion/ }));
  await marta.locator('#evidence').waitFor();
  assert.equal(await marta.getByText('Concuerdan el nombre').count(), 0, 'the second decision is blind to the first');
  await choose(marta, marta.locator('input[name=decision][value=agreed]'));
  await press(marta, marta.locator('input[value=marks]'), 'Space');
  await press(marta, marta.getByRole('button', { name: 'Record the decision' }));
  await marta.getByText('Concuerdan el nombre').waitFor();
  await ana.getByText('Acordado').first().waitFor(); // live, in the other browser

  const carla = await come(t, 'carla', { colorScheme: 'dark' });
  await carla.goto(server.url + pairAddress(key));
  await carla.locator('#evidence').waitFor();
  await choose(carla, carla.locator('input[name=decision][value=final]'));
  await press(carla, carla.locator('input[value=marks]'), 'Space');
  await press(carla, carla.getByRole('button', { name: 'Registrar la decisión' }));
  await carla.getByText('Cerrado').first().waitFor();
  await assertAccessible(carla, 'the closed pair');
  await shoot(carla, 'real-closed', { whole: true });
  const { body } = await ask(carla, 'GET', pairPath(key));
  assert.deepEqual(body.decisions.map((d) => [d.who, d.decision]), [['ana', 'proposed'], ['marta', 'agreed'], ['carla', 'final']]);
});

test('every page of the real program can be used by everybody', async (t) => {
  const page = await come(t, 'carla');
  const [key] = await firstOpen(page);
  const clusters = (await ask(page, 'GET', '/queue?kind=cluster&limit=1')).body.items;
  const places = ['#/', '#/queue', '#/queue?kind=cluster', '#/subject/' + encodeURIComponent(key.split('|')[0]), '#/import', '#/quarantine', '#/runs', '#/search?q=maria',
    ...clusters.map((item) => '#/cluster/' + item.cluster)];
  for (const address of places) {
    await page.goto(server.url + address);
    await page.locator('main h1').first().waitFor();
    await page.locator('.loading').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.problem').count(), 0, address);
    await assertAccessible(page, address);
    await shoot(page, 'real-' + (address.replace(/[^a-z]+/g, '-').replace(/^-|-.*$/g, '') || 'overview'));
  }
});

test('of two who decide at once one is first, the other is told, and both can go on', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  const [key] = await firstOpen(ana);
  for (const page of [ana, marta]) assert.equal((await ask(page, 'POST', pairPath(key) + '/opinion', { opinion: 'possible', words: '' })).status, 200);
  const wish = { decision: 'excluded', reasons: ['dates_exclude'], words: '', lines: {}, needed: [], based_on: null };
  const answers = await Promise.all([ana, marta].map((page) => ask(page, 'POST', pairPath(key) + '/decision', wish)));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  const { body } = await ask(ana, 'GET', pairPath(key));
  assert.equal(body.decisions.length, 1);
  assert.equal(body.state, 'excluded');
});

test('two decide while a match runs and the server is killed: no decision lost, none doubled, the pages recover', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  const keys = await firstOpen(ana, 12);
  assert.equal(keys.length, 12);
  for (const key of keys)
    for (const page of [ana, marta]) assert.equal((await ask(page, 'POST', pairPath(key) + '/opinion', { opinion: 'possible', words: '' })).status, 200);
  await marta.goto(server.url + pairAddress(keys[0]));
  await marta.locator('#evidence').waitFor();
  // More files make a match that takes seconds, and a result that no run has yet.
  const more = join(place.folder, 'more');
  const larger = place.confronta(['simulate', '--states', '3', '--reports', '1500', '--remains', '1000', '--seed', '7', '--out', more]);
  for (const [, , path] of larger.trim().split('\n').map((line) => line.split(' '))) place.confrontaAnyway(['import', path, '--source', 'more-' + path.replace(/.*\/|\..*/g, '')]);
  const published = async (page) => (await ask(page, 'GET', '/runs')).body.map((run) => run.number);
  const before = await published(ana);
  const heard = await ana.evaluate(() => {
    window.heard = [];
    const stream = new EventSource('/api/v1/events');
    for (const kind of ['progress', 'run']) stream.addEventListener(kind, () => window.heard.push(kind));
    return new Promise((resolve) => (stream.onopen = () => resolve(window.heard)));
  });
  assert.deepEqual(heard, []);
  assert.equal((await ask(ana, 'POST', '/runs', {})).status, 200);
  await ana.waitForFunction(() => window.heard.includes('progress'), null, { polling: 20 }); // the match is under way
  const acknowledged = [];
  let killed = null;
  const decide = async (page, who) => {
    for (const key of keys) {
      const wish = { decision: 'excluded', reasons: ['dates_exclude'], words: '', lines: {}, needed: [], based_on: null };
      const answer = await ask(page, 'POST', pairPath(key) + '/decision', wish).catch(() => null);
      if (!answer) return; // nobody answers any more
      if (answer.status === 200) acknowledged.push({ key, who });
      if (acknowledged.length >= 5) killed ??= server.kill(); // while both go on asking
    }
  };
  await Promise.all([decide(ana, 'ana'), decide(marta, 'marta')]);
  await killed;
  assert.ok(acknowledged.length >= 5);
  assert.ok(!(await ana.evaluate(() => window.heard)).includes('run'), 'the kill fell inside the match');
  await marta.locator('.offline').waitFor();
  server = await serve(place.store, server.port);
  await marta.locator('.offline').waitFor({ state: 'detached', timeout: 60_000 });
  assert.deepEqual(await published(marta), before, 'a run that was cut off is not published');
  for (const key of keys) {
    const { body } = await ask(marta, 'GET', pairPath(key));
    const told = acknowledged.filter((one) => one.key === key);
    assert.ok(told.length <= 1, 'two were told that they were first');
    assert.ok(body.decisions.length <= 1, 'doubled');
    if (told.length) assert.deepEqual(body.decisions.map((d) => d.who), [told[0].who], 'lost');
  }
  place.confronta(['check']); // the chain of the audit log, and the whole store
  await ana.goto(server.url + '#/runs');
  await ana.reload();
  await ana.getByRole('button', { name: 'Iniciar una corrida' }).click();
  await ana.getByText(/Se publicó la corrida [0-9]+/).waitFor({ timeout: 120_000 });
});

test('two reports that may be of one person are decided by the same steps', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  await ana.goto(server.url + '#/queue');
  await ana.getByLabel('Qué se compara').selectOption('duplicate');
  await ana.locator('[data-row="0"] a').first().click();
  await ana.getByRole('heading', { name: 'Su primera opinión' }).waitFor();
  assert.equal(await ana.locator('#evidence').count(), 0, 'blind');
  await assertAccessible(ana, 'two reports, blind');
  const key = decodeURIComponent(new URL(ana.url()).hash.replace('#/pair/', ''));
  assert.match(key, /^duplicate\|/);
  await ana.getByLabel('Es probable', { exact: true }).check();
  await ana.getByRole('button', { name: /Dar mi opinión/ }).click();
  await ana.locator('#evidence').waitFor();
  await assertAccessible(ana, 'two reports');
  await shoot(ana, 'real-duplicate', { whole: true });
  await ana.locator('input[name=decision][value=proposed]').check();
  await ana.locator('input[value=profile]').check();
  await ana.getByRole('button', { name: 'Registrar la decisión' }).click();
  await ana.getByText('Usted propuso este par.').waitFor();
  await marta.goto(server.url + pairAddress(key));
  await marta.locator('input[name=opinion][value=possible]').check(); // in the language that she chose before
  await marta.getByRole('button', { name: /Dar mi opinión|Give my opinion/ }).click();
  await marta.locator('input[name=decision][value=agreed]').check();
  await marta.locator('input[value=profile]').check();
  await marta.getByRole('button', { name: /Registrar la decisión|Record the decision/ }).click();
  await ana.getByText('Acordado').first().waitFor();
});

test('a rejected row is mended in place, the original stays, and hostile records stay text', async (t) => {
  const page = await come(t, 'carla');
  const rows = [
    ['FOLIO', 'NOMBRE', 'PRIMER APELLIDO', 'SEXO', 'FECHA DE DESAPARICION', 'ESTADO', 'SEÑAS PARTICULARES'],
    ['H-1', '<img src=x onerror=window.harmed=1>', 'Inventada', 'MUJER', '14/03/2021', 'JALISCO', 'x'.repeat(10_000)],
    ['', 'Sin', 'Foliado', 'HOMBRE', '15/03/2021', 'JALISCO', ''],
    ['H-2', '\u202Eodasrever', '=1+1', 'HOMBRE', '16/03/2021', 'JALISCO', '<script>window.harmed=1</script>'],
  ];
  await page.goto(server.url + '#/import');
  await page.locator('#file').setInputFiles({ name: 'prueba.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(',')).join('\n')) });
  await page.locator('#source').fill('prueba');
  await page.getByRole('button', { name: 'Ensayar' }).click();
  await page.getByText('El renglón no trae identificador').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Importar' }).click();
  await page.getByText('4. Importado').waitFor();
  await page.getByRole('link', { name: 'Corregir las filas en cuarentena' }).click();
  await page.getByRole('button', { name: 'Corregir' }).first().click();
  await assertAccessible(page, 'mending a row');
  await shoot(page, 'real-mend');
  await page.getByLabel('FOLIO', { exact: true }).fill('H-9');
  await page.getByRole('button', { name: 'Guardar la corrección' }).click();
  await page.getByText('Corregida').waitFor();
  await page.getByText('No hay filas en cuarentena.').waitFor();

  for (const id of ['prueba:H-1', 'prueba:H-2', 'prueba:H-9']) {
    await page.goto(server.url + '#/subject/' + encodeURIComponent(id));
    await page.getByRole('button', { name: 'Fila original', exact: true }).click();
    await page.getByRole('dialog').locator('pre, td').first().waitFor();
    await page.keyboard.press('Escape');
  }
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
});

test('a layout never seen is read by saying what each column holds', async (t) => {
  const page = await come(t, 'carla');
  await page.goto(server.url + '#/import');
  const text = 'CLAVE INTERNA;Nombre de la persona;SX;Fch desap;Señas visibles\nA1;Juana Inventada Prueba;MUJER;14/03/2021;tatuaje de rosa\nA2;Luis Inventado Prueba;HOMBRE;15/03/2021;cicatriz\n';
  await page.locator('#file').setInputFiles({ name: 'nueva.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('Formato nuevo').waitFor();
  for (const [column, heading] of [['CLAVE INTERNA', 'FOLIO'], ['Nombre de la persona', 'NOMBRE COMPLETO'], ['SX', 'SEXO'], ['Fch desap', 'FECHA DE DESAPARICION']])
    await page.getByLabel('Qué contiene la columna ' + column).selectOption(heading);
  await page.locator('#source').fill('nueva');
  await page.getByRole('button', { name: 'Ensayar' }).click();
  await page.getByText('3. Lo que ocurriría').waitFor();
  await assertAccessible(page, 'a new layout');
  await shoot(page, 'real-layout', { whole: true });
  await page.getByRole('main').getByRole('button', { name: 'Importar' }).click();
  await page.getByText('4. Importado').waitFor();
  const { status, body } = await ask(page, 'GET', '/subjects/' + encodeURIComponent('nueva:A1'));
  assert.equal(status, 200);
  const said = Object.fromEntries(body.observations.filter((o) => o.state === 'observed').map((o) => [o.trait, o.value]));
  assert.equal(said.sex, 'female');
  assert.equal(said.event_date, '2021-03-14');
});

test('one person enters by a link that works once and leaves no trace in the address', async (t) => {
  const alone = newFolder();
  const own = await serve(alone.store);
  const [first, second] = [await person(browser), await person(browser)];
  t.after(async () => {
    for (const page of [first, second]) await page.context().close();
    await own.stop();
    alone.remove();
    assert.deepEqual([...first.faults, ...second.faults], []);
  });
  assert.match(own.url, /#link=/);
  await first.goto(own.url);
  await first.locator('nav').waitFor();
  assert.equal(new URL(first.url()).hash, '#/');
  await second.goto(own.url);
  await second.getByRole('alert').waitFor();
  assert.equal(new URL(second.url()).hash, '#/');
  await assertAccessible(second, 'entering');
  await shoot(second, 'real-enter');
  await first.reload();
  await first.locator('nav').waitFor(); // the session outlives the page
});

test('the answers name nobody else than this machine, and the program holds what the pages were built as', async (t) => {
  const page = await come(t, 'ana');
  const index = readFileSync(new URL('../../build/web/index.html', import.meta.url), 'utf8');
  assert.equal(await page.evaluate(() => fetch('/').then((answer) => answer.text())), index);
  const policy = await page.evaluate(() => fetch('/').then((answer) => answer.headers.get('content-security-policy')));
  for (const rule of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'", "frame-ancestors 'none'"]) assert.ok(policy.includes(rule), rule);
});

// The whole way with the real program: files in, a match, and a decision by three people in three
// browsers, by keyboard alone, in both languages; and what must never happen when two write at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, decide, firstOpen, get, opine, pairPath } from './asking.mjs';
import { assertAccessible, pairAddress, shoot } from './browser.mjs';
import { choose, choosing, enterByKeyboard, press, tabTo, write } from './keyboard.mjs';
import { serve } from './program.mjs';
import { reviewHouse, simulate } from './review_house.mjs';

let files;
const house = reviewHouse({
  people: { ana: 'reviewer', marta: 'reviewer', carla: 'coordinator' },
  furnish: (place) => void ({ files } = simulate(place, 'world', { states: 3, reports: 90, remains: 60, seed: 2026 })),
});
const come = (t, name, options) => house.come(t, name, options, enterByKeyboard);

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
  await marta.goto(house.server.url + pairAddress(key));
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
  await carla.goto(house.server.url + pairAddress(key));
  await carla.locator('#evidence').waitFor();
  await choose(carla, carla.locator('input[name=decision][value=final]'));
  await press(carla, carla.locator('input[value=marks]'), 'Space');
  await press(carla, carla.getByRole('button', { name: 'Registrar la decisión' }));
  await carla.getByText('Cerrado').first().waitFor();
  await assertAccessible(carla, 'the closed pair');
  await shoot(carla, 'real-closed', { whole: true });
  const body = await get(carla, pairPath(key));
  assert.deepEqual(body.decisions.map((d) => [d.who, d.decision]), [['ana', 'proposed'], ['marta', 'agreed'], ['carla', 'final']]);
});

test('every page of the real program can be used by everybody', async (t) => {
  const page = await come(t, 'carla');
  const [key] = await firstOpen(page);
  const clusters = (await get(page, '/queue?kind=cluster&limit=1')).items;
  const places = ['#/', '#/queue', '#/queue?kind=cluster', '#/subject/' + encodeURIComponent(key.split('|')[0]), '#/import', '#/quarantine', '#/runs', '#/search?q=maria',
    ...clusters.map((item) => '#/cluster/' + item.cluster)];
  for (const address of places) {
    await page.goto(house.server.url + address);
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
  for (const page of [ana, marta]) assert.equal((await opine(page, key)).status, 200);
  const answers = await Promise.all([ana, marta].map((page) => decide(page, key, 'excluded', ['dates_exclude'])));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  const body = await get(ana, pairPath(key));
  assert.equal(body.decisions.length, 1);
  assert.equal(body.state, 'excluded');
});

test('two decide while a match runs and the server is killed: no decision lost, none doubled, the pages recover', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  const keys = await firstOpen(ana, 12);
  assert.equal(keys.length, 12);
  for (const key of keys)
    for (const page of [ana, marta]) assert.equal((await opine(page, key)).status, 200);
  await marta.goto(house.server.url + pairAddress(keys[0]));
  await marta.locator('#evidence').waitFor();
  // More files make a match that takes seconds, and a result that no run has yet.
  for (const { path, source } of simulate(house.place, 'more', { states: 3, reports: 1500, remains: 1000, seed: 7 }).files)
    house.place.confrontaAnyway(['import', path, '--source', 'more-' + source]);
  const published = async (page) => (await get(page, '/runs')).map((run) => run.number);
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
  const decideAll = async (page, who) => {
    for (const key of keys) {
      const answer = await decide(page, key, 'excluded', ['dates_exclude']).catch(() => null);
      if (!answer) return; // nobody answers any more
      if (answer.status === 200) acknowledged.push({ key, who });
      if (acknowledged.length >= 5) killed ??= house.server.kill(); // while both go on asking
    }
  };
  await Promise.all([decideAll(ana, 'ana'), decideAll(marta, 'marta')]);
  await killed;
  assert.ok(acknowledged.length >= 5);
  assert.ok(!(await ana.evaluate(() => window.heard)).includes('run'), 'the kill fell inside the match');
  await marta.locator('.offline').waitFor();
  house.server = await serve(house.place.store, house.server.port);
  await marta.locator('.offline').waitFor({ state: 'detached', timeout: 60_000 });
  assert.deepEqual(await published(marta), before, 'a run that was cut off is not published');
  for (const key of keys) {
    const body = await get(marta, pairPath(key));
    const told = acknowledged.filter((one) => one.key === key);
    assert.ok(told.length <= 1, 'two were told that they were first');
    assert.ok(body.decisions.length <= 1, 'doubled');
    if (told.length) assert.deepEqual(body.decisions.map((d) => d.who), [told[0].who], 'lost');
  }
  house.place.confronta(['check']); // the chain of the audit log, and the whole store
  await ana.goto(house.server.url + '#/runs');
  await ana.reload();
  await ana.getByRole('button', { name: 'Iniciar una corrida' }).click();
  await ana.getByText(/Se publicó la corrida [0-9]+/).waitFor({ timeout: 120_000 });
});

test('two reports that may be of one person are decided by the same steps', async (t) => {
  const [ana, marta] = [await come(t, 'ana'), await come(t, 'marta')];
  await ana.goto(house.server.url + '#/queue');
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
  await marta.goto(house.server.url + pairAddress(key));
  await marta.locator('input[name=opinion][value=possible]').check(); // in the language that she chose before
  await marta.getByRole('button', { name: /Dar mi opinión|Give my opinion/ }).click();
  await marta.locator('input[name=decision][value=agreed]').check();
  await marta.locator('input[value=profile]').check();
  await marta.getByRole('button', { name: /Registrar la decisión|Record the decision/ }).click();
  await ana.getByText('Acordado').first().waitFor();
});

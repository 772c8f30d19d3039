// Every page over made-up answers: readable by everybody, in both languages and schemes, on a phone;
// unharmed by hostile text; steady with 5,000 candidates; plain about failures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertAccessible, openBrowser, pairAddress, person, shoot } from './browser.mjs';
import { serveFixtures } from './fixture_server.mjs';

const key = 'jalisco-am:R-2021-0042|veracruz-pm:PM/00339/2022';
const places = {
  overview: '#/', queue: '#/queue', clusters: '#/queue?kind=cluster', pair: pairAddress(key), cluster: '#/cluster/3', large: '#/cluster/40',
  subject: '#/subject/' + encodeURIComponent(key.split('|')[0]), import: '#/import', quarantine: '#/quarantine',
  runs: '#/runs', compare: '#/runs?from=3&to=4', search: '#/search?q=uno', nowhere: '#/nowhere',
};

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

async function visit(t, state, options) {
  const server = await serveFixtures(state);
  const page = await person(browser, options);
  t.after(async () => {
    await page.context().close();
    server.close();
    assert.deepEqual(page.faults, []);
  });
  page.see = async (place) => {
    await page.goto(server.address + place);
    await page.reload();
    await page.locator('main h1, main [role=alert]').first().waitFor();
    await page.locator('.loading').waitFor({ state: 'detached' });
  };
  return page;
}

for (const [colorScheme, language] of [['light', 'es'], ['dark', 'en']])
  test(`every page can be used by everybody, ${colorScheme}, ${language}`, async (t) => {
    const page = await visit(t, { language }, { colorScheme });
    for (const [name, place] of Object.entries(places)) {
      await page.see(place);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
      await assertAccessible(page, name);
      await shoot(page, `${name}-${colorScheme}`);
    }
  });

test('the blind pair shows no score, and asks for an opinion first', async (t) => {
  const page = await visit(t, { blind: true });
  await page.see(places.pair);
  assert.equal(await page.getByText('log10 LR').count(), 0);
  assert.equal(await page.locator('#evidence').count(), 0);
  await assertAccessible(page, 'blind pair');
  await shoot(page, 'blind-light');
  await page.getByLabel('Es probable', { exact: true }).check();
  await page.getByRole('button', { name: /Dar mi opinión/ }).click();
  await page.locator('#evidence').waitFor();
});

test('drawings put left and right where they are on the person', async (t) => {
  const page = await visit(t, {});
  await page.see(places.pair);
  const body = page.getByRole('region', { name: 'Señas en el cuerpo' }).locator('svg[role=img]');
  const spots = await body.locator('g[transform^="translate"]:has(> text.label)').evaluateAll((marks) =>
    marks.map((mark) => [mark.textContent.trim(), Number(/translate\(([-\d.]+)/.exec(mark.getAttribute('transform'))[1])]));
  const x = Object.fromEntries(spots);
  assert.ok(x[1] > 110 && x[1] < 220, 'a left forearm seen from the front is to the right of the midline');
  assert.ok(x[3] < 110, 'a right knee seen from the front is to the left');
  assert.equal(x[4], 330, 'the middle of the back is in the middle of the second figure');
  // The first tooth with a mesial filling: 16, on the person's right, so mesial is to the drawing's right.
  const filled = await page.getByRole('region', { name: 'Odontograma' }).locator('svg[role=img] polygon[fill="var(--left)"]').evaluateAll((all) =>
    all.map((one) => one.getAttribute('points')));
  assert.equal(filled[0], '26,0 18.2,7.8 18.2,18.2 26,26', 'M of 16');
  assert.equal(filled[2], '0,0 7.8,7.8 7.8,18.2 0,26', 'D of 11');
});

test('each bar of the waterfall begins where the one above ended', async (t) => {
  const page = await visit(t, {});
  await page.see(places.pair);
  const bars = await page.locator('tbody td.bars rect').evaluateAll((all) => all.map((rect) => {
    const from = parseFloat(rect.getAttribute('x'));
    return { from, to: from + parseFloat(rect.getAttribute('width')), against: rect.getAttribute('fill') === 'var(--against)' };
  }));
  const end = (bar) => (bar.against ? bar.from : bar.to);
  const start = (bar) => (bar.against ? bar.to : bar.from);
  for (let i = 1; i < bars.length; ++i) assert.ok(Math.abs(start(bars[i]) - end(bars[i - 1])) < 0.5, `bar ${i + 1}`);
});

test('a line left out changes the sum and the posterior, and comes back', async (t) => {
  const page = await visit(t, {});
  await page.see(places.pair);
  await page.getByLabel('Tomar en cuenta: ADN').uncheck();
  await page.getByText('Con este supuesto: log10 LR +8.11').waitFor();
  assert.equal((await page.locator('tfoot .number').first().textContent()).trim(), '+8.11');
  await page.getByRole('button', { name: 'Volver al resultado' }).click();
  await page.getByText('Con este supuesto').waitFor({ state: 'detached' });
  assert.equal((await page.locator('tfoot .number').first().textContent()).trim(), '+13.31');
});

test('a line opened shows its values, their cells, and the source row', async (t) => {
  const page = await visit(t, {});
  await page.see(places.pair);
  await page.getByRole('button', { name: 'lugar', exact: true }).click();
  await page.getByText('0.00316').waitFor();
  await page.locator('.detail').getByRole('button', { name: /Ver la fila original/ }).first().click();
  await page.getByRole('dialog').getByText('registro.json').waitFor();
  await assertAccessible(page, 'source row');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('text from records is only ever text', async (t) => {
  const state = { hostile: true };
  const page = await visit(t, state);
  for (const place of Object.values(places)) {
    await page.see(place);
    await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.ok(await page.evaluate(() => document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth), `${place} is wider than the window`);
  }
  await page.see(places.pair);
  await page.getByText('<img src=x').first().waitFor();
  await page.getByText('=HYPERLINK').first().waitFor();
  const long = page.locator('bdi', { hasText: 'xxxxxxxxxx' }).last();
  assert.ok((await long.textContent()).length < 1000, 'a very long value is folded');
  await page.getByRole('button', { name: 'Ver el texto completo' }).first().click();
  assert.ok((await long.textContent()).length >= 10_000);
  await shoot(page, 'hostile-light');
});

test('of 5,000 candidates only the rows in sight exist, and a step of the list is laid out once', async (t) => {
  const page = await visit(t, { total: 5000 });
  await page.see(places.queue);
  await page.getByText('5,000 pares').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () => {
    const all = Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
    return { layouts: all.LayoutCount, worked: all.TaskDuration * 1000 };
  };
  const most = await page.evaluate(() => Math.ceil(document.querySelector('.frame').clientHeight / 62) + 12 + 1); // six above and below
  const steps = 50;
  let longest = 0;
  for (let step = 1; step <= steps; ++step) {
    const before = await metrics();
    const rows = await page.evaluate((share) => new Promise((resolve) => {
      const list = document.querySelector('.frame');
      list.scrollTop = share * (5000 * 62 - list.clientHeight); // every row in sight is a new one
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(document.querySelectorAll('[data-row]').length)))); // drawn
    }), step / steps);
    const after = await metrics();
    longest = Math.max(longest, after.worked - before.worked);
    assert.ok(rows > 0 && rows <= most, `${rows} rows exist at step ${step}, ${most} are near`);
    // Two frames: one after the list was moved, one after the rows of another page of the queue came.
    assert.ok(after.layouts - before.layouts <= 2, `${after.layouts - before.layouts} layouts at step ${step}`);
  }
  t.diagnostic(`longest step of the list, main thread: ${longest.toFixed(1)} ms`);
  await page.getByText('Persona Inventada 5000').waitFor();
});

test('a large cluster is drawn on a canvas that can be used without a mouse, and without WebGL as lines and letters', async (t) => {
  const page = await visit(t, {});
  await page.see('#/cluster/40');
  await page.locator('.canvas canvas').first().waitFor();
  await page.getByText('Discos: reportes; cuadros: restos').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Persona Inventada 7', exact: true }).count() > 0, true, 'the table names every record');
  await page.getByLabel('Mostrar en el grafo').selectOption({ label: 'PM/10003/2022' });
  assert.equal(await page.getByRole('link', { name: 'Abrir el registro' }).getAttribute('href'), '#/subject/veracruz-pm%3APM-3');
  for (const name of ['Alejar', 'Acercar', 'Ver todo']) await page.getByRole('button', { name }).press('Enter');
  await assertAccessible(page, 'a large cluster');
  await page.waitForTimeout(400); // the camera has come to rest
  await shoot(page, 'cluster-large-light');
  const drawn = await page.locator('.canvas canvas').evaluateAll((all) => all.length);
  assert.ok(drawn > 1, 'layers of edges, nodes, names');

  const plain = await visit(t, {});
  await plain.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.includes('webgl') ? null : real.call(this, kind, ...rest);
    };
  });
  await plain.see('#/cluster/40');
  await plain.getByText('Arcos punteados').waitFor();
  assert.equal(await plain.locator('section[aria-labelledby=graph] svg[role=group] a').count(), 100);
});

test('a proposal of a cluster leads to its decision, already marked', async (t) => {
  const page = await visit(t, { open: true });
  await page.see(places.cluster);
  await page.getByRole('link', { name: 'Decidir si se unen' }).click();
  await page.getByText('El grupo propone unir').waitFor();
  assert.ok(await page.locator('input[name=decision][value=proposed]').isChecked());
  assert.ok(await page.getByRole('button', { name: 'Registrar la decisión' }).isDisabled(), 'a person still gives reasons');
  assert.equal(await page.getByRole('columnheader', { name: 'Otro registro de restos' }).count() > 0, true);
  await assertAccessible(page, 'two records of remains');
});

test('the queue is worked by keyboard: next, open, back', async (t) => {
  const page = await visit(t, {});
  await page.see(places.queue);
  await page.locator('[data-row="0"] a').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row="1"]') !== null);
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row="0"]') !== null);
  await page.keyboard.press('o');
  await page.locator('#evidence').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Ir a la opinión o la decisión').waitFor();
  await assertAccessible(page, 'shortcuts');
  await page.getByLabel('Usar atajos de una sola tecla').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.equal(await page.getByRole('dialog').count(), 0, 'single keys are off');
});

test('failures and emptiness are said in words, with a way on', async (t) => {
  const state = { empty: true };
  const page = await visit(t, state);
  await page.see('#/queue?state=final');
  await page.getByText('Ningún par cumple estas condiciones.').waitFor();
  await page.see('#/runs');
  await page.getByText('Todavía no hay corridas').waitFor();
  await page.see('#/quarantine');
  await page.getByText('No hay filas en cuarentena.').waitFor();
  await assertAccessible(page, 'empty');
  state.empty = false;
  await page.see('#/');
  state.failing = true;
  await page.getByRole('link', { name: 'Corridas' }).click();
  await page.getByRole('alert').getByText('El programa está ocupado').waitFor();
  await assertAccessible(page, 'failure');
  state.failing = false;
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click();
  await page.getByText('2,400,000').waitFor();
});

test('a phone is wide enough to read', async (t) => {
  const page = await visit(t, {}, { viewport: { width: 390, height: 800 } });
  for (const [name, place] of Object.entries(places)) {
    await page.see(place);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth && document.querySelector('main').scrollWidth <= window.innerWidth), `${name} is wider than a phone`);
    await shoot(page, `${name}-phone`);
  }
});

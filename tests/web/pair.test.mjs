// A pair and a cluster over made-up answers: what the drawings say, what a line of the ledger opens into,
// and what another assumption changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, shoot } from './browser.mjs';
import { fixtureHouse, places } from './fixture_house.mjs';

const visit = fixtureHouse();

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

test('an axis of time names no two of its marks alike, in a span of weeks as of years', async (t) => {
  const state = {};
  const page = await visit(t, state);
  for (const [low, high] of [['2021-03-14', '2021-03-16'], ['2021-02-20', '2021-04-25'], ['2021-11-20', '2022-02-02'], ['2021-03-14', '2022-11-24'], ['2008-01-01', '2024-06-01']]) {
    state.timeline = [{ what: 'last_seen', low, high: low, of: 'left' }, { what: 'found', low: high, high, of: 'right' }];
    await page.see(places.pair);
    const texts = await page.getByRole('region', { name: 'Línea de tiempo' }).locator('svg text.tick').evaluateAll((all) =>
      all.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() })));
    const marks = texts.filter(({ text }) => !/^20\d\d$/.test(text) || high.slice(0, 4) - low.slice(0, 4) > 4).map(({ text }) => text);
    assert.ok(marks.length >= 2, `${low} to ${high}`);
    assert.ok(texts.some(({ text }) => /20\d\d/.test(text)), 'some year is said');
    for (let i = 1; i < marks.length; ++i) assert.notEqual(marks[i], marks[i - 1], `${low} to ${high}`);
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) assert.ok(a.box.right <= b.box.left || b.box.right <= a.box.left || a.box.bottom <= b.box.top || b.box.bottom <= a.box.top, `${a.text} over ${b.text}`);
  }
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

// Every page over made-up answers: readable by everybody, in both languages and schemes, on a phone;
// unharmed by hostile text; steady with 5,000 candidates; plain about failures.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, shoot } from './browser.mjs';
import { fixtureHouse, places } from './fixture_house.mjs';

const visit = fixtureHouse();

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

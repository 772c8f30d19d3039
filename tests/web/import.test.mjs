// What comes in by the pages of the real program: rows that need mending, layouts never seen, a person by a
// link; and that the program serves the pages as they were built.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';

import { ask } from './asking.mjs';
import { assertAccessible, person, shoot } from './browser.mjs';
import { newFolder, serve } from './program.mjs';
import { reviewHouse } from './review_house.mjs';

const house = reviewHouse({ people: { ana: 'reviewer', carla: 'coordinator' } });
const { come } = house;

test('a rejected row is mended in place, the original stays, and hostile records stay text', async (t) => {
  const page = await come(t, 'carla');
  const rows = [
    ['FOLIO', 'NOMBRE', 'PRIMER APELLIDO', 'SEXO', 'FECHA DE DESAPARICION', 'ESTADO', 'SEÑAS PARTICULARES'],
    ['H-1', '<img src=x onerror=window.harmed=1>', 'Inventada', 'MUJER', '14/03/2021', 'JALISCO', 'x'.repeat(10_000)],
    ['', 'Sin', 'Foliado', 'HOMBRE', '15/03/2021', 'JALISCO', ''],
    ['H-2', '\u202Eodasrever', '=1+1', 'HOMBRE', '16/03/2021', 'JALISCO', '<script>window.harmed=1</script>'],
  ];
  await page.goto(house.server.url + '#/import');
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
    await page.goto(house.server.url + '#/subject/' + encodeURIComponent(id));
    await page.getByRole('button', { name: 'Fila original', exact: true }).click();
    await page.getByRole('dialog').locator('pre, td').first().waitFor();
    await page.keyboard.press('Escape');
  }
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
});

test('a layout never seen is read by saying what each column holds', async (t) => {
  const page = await come(t, 'carla');
  await page.goto(house.server.url + '#/import');
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
  const [first, second] = [await person(house.browser), await person(house.browser)];
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

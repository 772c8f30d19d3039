// What the tests over the real program share: one browser, one store with people who review it and its
// server for all tests of a file, and what these people do first.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { join } from 'node:path';

import { openBrowser, person, shoot } from './browser.mjs';
import { newFolder, serve } from './program.mjs';

export const password = 'una frase larga de prueba';

/**
 * Opened before the tests of the file, closed after them. `people`: {name: role}; `furnish(place)` fills the
 * store before it is served. A test may kill the server and put another one at `house.server`.
 */
export function reviewHouse({ people, furnish = () => {} }) {
  const house = {
    browser: null,
    place: null,
    server: null,
    /** A person in a browser of their own, past the door; what a failed test saw last is kept as a picture. */
    async come(t, name, options, enter = enterByForm) {
      const page = await person(house.browser, options);
      t.after(async () => {
        await shoot(page, 'last-' + name);
        await page.context().close();
        assert.deepEqual(page.faults, []);
      });
      await house.enter(page, name, enter);
      return page;
    },
    async enter(page, name, enter = enterByForm) {
      await page.goto(house.server.url);
      await enter(page, name);
      await page.locator('nav').waitFor();
    },
  };
  before(async () => {
    house.browser = await openBrowser();
    house.place = newFolder();
    furnish(house.place);
    for (const [name, role] of Object.entries(people)) house.place.confronta(['reviewer', 'add', name, '--role', role], password + '\n');
    house.server = await serve(house.place.store);
  });
  after(async () => {
    await house.browser?.close();
    await house.server?.stop();
    house.place?.remove();
  });
  return house;
}

async function enterByForm(page, name) {
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
}

/** Simulated states in a folder of the store's: its files, [{path, source}], and where the truth is. */
export function simulate(place, name, options) {
  const world = join(place.folder, name);
  const lines = place.confronta(['simulate', ...Object.entries(options).flatMap(([option, value]) => ['--' + option, ...(value === true ? [] : [String(value)])]), '--out', world]);
  return { world, files: lines.trim().split('\n').map((line) => line.split(' ')).map(([, , path, , source]) => ({ path, source })) };
}

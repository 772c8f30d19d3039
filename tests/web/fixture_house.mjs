// What the tests over made-up answers share: a browser, the places of the pages, and a visit to them.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { openBrowser, pairAddress, person } from './browser.mjs';
import { serveFixtures } from './fixture_server.mjs';

const key = 'jalisco-am:R-2021-0042|veracruz-pm:PM/00339/2022';
export const places = {
  overview: '#/', queue: '#/queue', clusters: '#/queue?kind=cluster', pair: pairAddress(key), cluster: '#/cluster/3', large: '#/cluster/40',
  subject: '#/subject/' + encodeURIComponent(key.split('|')[0]), import: '#/import', quarantine: '#/quarantine',
  runs: '#/runs', compare: '#/runs?from=3&to=4', search: '#/search?q=uno', nowhere: '#/nowhere',
};

/** Opens a browser for all tests of the file; gives `visit(t, state, options)`: a page over answers of its own. */
export function fixtureHouse() {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser?.close());
  return async (t, state, options) => {
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
  };
}

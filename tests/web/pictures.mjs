// The pictures of the documents, from a demonstration's store (simulated people only), which is copied first:
//   ./dev demo --no-open && node tests/web/pictures.mjs demo/demo.db
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { get, opine, pairPath } from './asking.mjs';
import { openBrowser, pairAddress, person } from './browser.mjs';
import { newFolder, serve } from './program.mjs';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const place = newFolder();
copyFileSync(process.argv[2], place.store);
const server = await serve(place.store);
const browser = await openBrowser();
const page = await person(browser);
const address = new URL('/', server.url).href;
await page.goto(server.url);
await page.locator('nav').waitFor();

/** How much there is to see in a pair: kinds of evidence that speak, and drawings. */
function richness(pair) {
  const d = pair.drawings;
  return pair.ledger.filter((line) => line.log10_lr !== 0).length + (d.teeth?.left && d.teeth.right ? 6 : 0) + Math.min(4, d.body_map.length) + (d.map.length > 1 ? 1 : 0);
}

async function take(name, where, height) {
  await page.setViewportSize({ width: 1360, height });
  await page.goto(address + where);
  await page.locator('main h1').first().waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.waitForTimeout(300); // rows of the queue arrive
  await page.screenshot({ path: docs + name });
}

mkdirSync(docs + 'review', { recursive: true });
const { items } = await get(page, '/queue?kind=pair&who=all&sort=posterior&limit=60');
await take('review/blind.png', pairAddress(items[0].pair), 900);
let best = null;
for (const { pair: key } of items) {
  await opine(page, key);
  const pair = await get(page, pairPath(key));
  if (!best || richness(pair) > richness(best)) best = pair;
}
await take('review.png', pairAddress(best.pair), 1120);
await page.locator('.drawings').scrollIntoViewIfNeeded();
const drawings = await page.locator('.drawings').boundingBox();
await page.setViewportSize({ width: 1360, height: Math.ceil(drawings.height) + 60 });
await page.locator('.drawings').evaluate((element) => element.scrollIntoView());
await page.screenshot({ path: docs + 'review/drawings.png' });
await page.setViewportSize({ width: 1360, height: 1000 });
await page.locator('#decision').scrollIntoViewIfNeeded();
await page.locator('input[name=decision][value=proposed]').check();
await page.locator('#decision').evaluate((element) => element.scrollIntoView());
await page.screenshot({ path: docs + 'review/decision.png' });
await take('review/queue.png', '#/queue', 760);
const clusters = (await get(page, '/queue?kind=cluster&limit=60')).items;
const cluster = clusters.find((item) => item.conflicts > 0) ?? clusters[0];
if (cluster) await take('review/cluster.png', '#/cluster/' + cluster.cluster, 980);
await browser.close();
await server.stop();
place.remove();
for (const name of ['review.png', ...['blind', 'drawings', 'decision', 'queue', 'cluster'].map((one) => `review/${one}.png`)])
  execFileSync('pngquant', ['--force', '--ext', '.png', '--quality', '60-90', docs + name]);

// What the tests of the pages share: a browser that may talk to this machine only, axe, pictures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../../app/web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const shots = fileURLToPath(new URL('../../build/web-shots/', import.meta.url));

// Without a graphics card WebGL is drawn by software, which newer versions want to be told.
export const openBrowser = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });

/** A page of a person of its own. What it must never do is collected in `page.faults`. */
export async function person(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'es-MX', ...options });
  await context.addInitScript(() => localStorage.setItem('confronta.tour', 'seen'));
  const page = await context.newPage();
  page.faults = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'data:') page.faults.push('asked ' + request.url());
  });
  page.on('pageerror', (error) => page.faults.push('threw ' + error.message));
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) page.faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    page.faults.push('dialog ' + dialog.message());
    void dialog.dismiss();
  });
  return page;
}

/** WCAG 2.2 AA by axe. It runs in a world of its own, which the page's content policy does not bind. */
export async function assertAccessible(page, what) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
    assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
    return result.value;
  };
  await run(axeSource + ';0');
  const found = await run(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then((r) => r.violations.map((v) => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.any.map((a) => a.message)).join(' | ')))`);
  await session.detach();
  assert.deepEqual(found, [], `axe on ${what}`);
}

/** A picture of the window, or of all that the page scrolls. */
export async function shoot(page, name, { whole = false } = {}) {
  const window = page.viewportSize();
  if (whole) await page.setViewportSize({ ...window, height: Math.min(6000, await page.evaluate(() => document.querySelector('main').scrollHeight)) });
  await page.screenshot({ path: shots + name + '.png' });
  await page.setViewportSize(window);
}
export const pairAddress = (key) => '#/pair/' + encodeURIComponent(key);

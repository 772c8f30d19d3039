// What somebody without a mouse does.
import assert from 'node:assert/strict';

import { password } from './review_house.mjs';

/** Tab until the wanted element has the focus. */
export async function tabTo(page, locator, most = 400) {
  await locator.first().waitFor();
  for (let i = 0; i < most; ++i) {
    if (await locator.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('not reached by keyboard: ' + locator);
}
export async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}
export async function write(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.type(text);
}
/** The system's file dialog, which the browser opens on Enter once it has seen a key pressed here. */
export async function choosing(page, input) {
  for (let attempt = 0; attempt < 4; ++attempt) {
    const chooser = page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => null);
    await press(page, input);
    const opened = await chooser;
    if (opened) return opened;
  }
  return assert.fail('no file dialog');
}
/** A radio button by its arrows: the group takes the focus once. */
export async function choose(page, locator) {
  await locator.waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  const group = page.locator(`input[name="${await locator.getAttribute('name')}"]`);
  const focused = () => group.evaluateAll((all) => all.some((one) => one === document.activeElement));
  for (let i = 0; i < 400 && !(await focused()); ++i) await page.keyboard.press('Tab');
  if (!(await locator.isChecked())) await page.keyboard.press('Space');
  for (let i = 0; i < 12 && !(await locator.isChecked()); ++i) await page.keyboard.press('ArrowDown');
  assert.ok(await locator.isChecked(), 'not chosen by keyboard: ' + locator);
}
/** The way in, for reviewHouse().come. */
export async function enterByKeyboard(page, name) {
  await write(page, page.locator('#name'), name);
  await write(page, page.locator('#password'), password);
  await page.keyboard.press('Enter');
}

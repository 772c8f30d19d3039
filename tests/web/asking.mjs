// What a page asks of the server, as a script would send it.

/** A request with the page's own session. */
export const ask = (page, method, path, body) => page.evaluate(async ([method, path, body]) => {
  const answer = await fetch('/api/v1' + path, { method, headers: { 'X-Confronta': '1', 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}, [method, path, body]);
export const get = async (page, path) => (await ask(page, 'GET', path)).body;
export const pairPath = (key) => '/pairs/' + encodeURIComponent(key);
export const opine = (page, key) => ask(page, 'POST', pairPath(key) + '/opinion', { opinion: 'possible', words: '' });
export const decide = (page, key, decision, reasons) => ask(page, 'POST', pairPath(key) + '/decision', { decision, reasons, words: '', lines: {}, needed: [], based_on: null });
export const firstOpen = async (page, count = 1) =>
  (await get(page, '/queue?kind=pair&who=all&state=open&sort=posterior&limit=' + count)).items.map((item) => item.pair);

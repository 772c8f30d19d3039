// The built pages over made-up answers in the shape of docs/review-api.md, with the server's own content
// policy: for what a small store cannot show (a family's DNA, 5,000 candidates, hostile text, failures).
//   node tests/web/fixture_server.mjs [PORT]      serves build/web; prints the address
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { answers } from './fixtures.mjs';

const pages = fileURLToPath(new URL('../../build/web', import.meta.url));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

async function page(path, response) {
  const name = path === '/' ? '/index.html' : path;
  try {
    const bytes = await readFile(join(pages, name.replaceAll('..', '')));
    response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

/** `state` is shared with the test, which may change it between requests: {hostile, failing, blind, ...}. */
export async function serveFixtures(state = {}, port = 0) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (!url.pathname.startsWith('/api/v1/')) return void page(url.pathname, response);
    if (url.pathname === '/api/v1/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      return void response.write(': here\n\n');
    }
    const parts = url.pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent);
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      let body = null;
      try {
        body = JSON.parse(Buffer.concat(chunks).toString());
      } catch {
        body = null; // a file
      }
      const { status, value } = answers(request.method, parts, url.searchParams, body, state);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => (server.closeAllConnections(), server.close()) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serveFixtures({}, Number(process.argv[2] ?? 0));
  console.log(address);
}

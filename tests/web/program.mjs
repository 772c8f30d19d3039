// The real program for the tests of the pages: a store, accounts, and a server that can be killed.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const program = process.env.CONFRONTA ?? fileURLToPath(new URL('../../build/release/confronta', import.meta.url));

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'confronta-web-'));
  const store = join(folder, 'review.db');
  const confronta = (args, input = '') => execFileSync(program, ['--store', store, ...args], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  /** The same where the program may also answer 3: done, with rows in quarantine. */
  const confrontaAnyway = (args) => {
    const { status, stderr } = spawnSync(program, ['--store', store, ...args], { encoding: 'utf8' });
    if (status !== 0 && status !== 3) throw new Error(stderr);
  };
  return { folder, store, confronta, confrontaAnyway, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves the store; resolves once the address is printed. */
export async function serve(store, port = 0) {
  const child = spawn(program, ['--store', store, '--json', 'review', '--no-open', '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const gone = new Promise((resolve) => child.on('exit', resolve));
  const line = await Promise.race([
    new Promise((resolve) => createInterface(child.stdout).once('line', resolve)),
    gone.then((code) => Promise.reject(new Error(`the server ended with ${code}: ${complaints}`))),
  ]);
  const { url } = JSON.parse(line);
  const stop = async (signal) => {
    child.kill(signal);
    await gone;
  };
  return { url, port: Number(new URL(url).port), stop: () => stop('SIGINT'), kill: () => stop('SIGKILL') };
}

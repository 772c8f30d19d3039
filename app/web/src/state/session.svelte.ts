// Who is here, in which language, and the words of the program's own catalogue.
import { get, post, remove, whenSessionIsLost } from '../api/client';
import { closeEvents, openEvents } from '../api/events';
import type { Language, Me } from '../api/types';
import { setLanguage } from '../texts/texts.svelte';

class Session {
  me = $state<Me | null>(null);
  ready = $state(false);
  connected = $state(true);
  words = $state.raw<Record<string, string>>({});
}

export const session = new Session();

/** The catalogue's word for a code ("trait.sex"), or what follows the code's last point. */
export function word(code: string): string {
  return session.words[code] ?? code.slice(code.lastIndexOf('.') + 1).replaceAll('_', ' ');
}

async function begin(me: Me): Promise<void> {
  setLanguage(me.language);
  session.words = await get<Record<string, string>>('/texts');
  session.me = me;
  openEvents((connected) => (session.connected = connected));
}

/** On arrival: the one-time link of the address, which is taken out of it at once; else a cookie. */
export async function arrive(): Promise<void> {
  whenSessionIsLost(() => {
    closeEvents();
    session.me = null;
  });
  const found = /^#link=([^&]+)/.exec(location.hash);
  if (found) history.replaceState(null, '', '#/');
  try {
    await begin(found?.[1] ? await post<Me>('/session', { link: found[1] }) : await get<Me>('/me'));
  } finally {
    session.ready = true;
  }
}

export async function enter(name: string, password: string): Promise<void> {
  await begin(await post<Me>('/session', { name, password }));
}

export async function leave(): Promise<void> {
  await remove('/session');
  closeEvents();
  session.me = null;
}

export async function speak(language: Language): Promise<void> {
  setLanguage(language);
  if (!session.me) return;
  await post('/me', { language });
  session.words = await get<Record<string, string>>('/texts');
  session.me.language = language;
}

// Asks the review server. Every call answers with the parsed body or throws an ApiError whose
// message is already in the session's language.

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: unknown,
  ) {
    super(message);
  }
}

type Listener = () => void;
let onSessionLost: Listener = () => {};
/** Called whenever the server says that there is no session (any more). */
export function whenSessionIsLost(listener: Listener): void {
  onSessionLost = listener;
}

async function ask<T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Confronta'] = '1';
  if (type) headers['Content-Type'] = type;
  let answer: Response;
  try {
    answer = await fetch('/api/v1' + path, { method, headers, body, credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, 'network', '', null);
  }
  const text = await answer.text();
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    throw new ApiError(answer.status, 'not_json', '', text);
  }
  if (answer.ok) return parsed as T;
  const error = (parsed as { error?: { code?: string; message?: string } } | null)?.error;
  if (answer.status === 401 && path !== '/session') onSessionLost();
  throw new ApiError(answer.status, error?.code ?? 'unknown', error?.message ?? '', parsed);
}

export const get = <T>(path: string): Promise<T> => ask<T>('GET', path);
export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  ask<T>('POST', path, JSON.stringify(body), 'application/json');
export const remove = <T>(path: string): Promise<T> => ask<T>('DELETE', path);
export const upload = <T>(path: string, file: Blob): Promise<T> =>
  ask<T>('POST', path, file, 'application/octet-stream');

/** A path segment of an id, which may hold ":", "/" and "|". */
export const segment = (id: string | number): string => encodeURIComponent(String(id));

/** "?a=1&b=2" of what is neither null nor empty. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const wanted = Object.entries(values).filter(([, value]) => value != null && value !== '');
  if (wanted.length === 0) return '';
  return '?' + new URLSearchParams(wanted.map(([key, value]) => [key, String(value)])).toString();
}

// What colleagues and jobs do, as it happens. The browser reconnects by itself and says where it
// stopped (Last-Event-ID), so nothing is missed.
import type { Happening } from './types';

type Listener = (happening: Happening) => void;
const kinds = ['claim', 'release', 'opinion', 'decision', 'run', 'import', 'progress'] as const;
const listeners = new Set<Listener>();
let stream: EventSource | null = null;

export function openEvents(onConnection: (connected: boolean) => void): void {
  closeEvents();
  stream = new EventSource('/api/v1/events');
  stream.onopen = () => onConnection(true);
  stream.onerror = () => onConnection(false);
  for (const kind of kinds)
    stream.addEventListener(kind, (message) => {
      const data = JSON.parse((message as MessageEvent<string>).data) as Omit<Happening, 'event'>;
      for (const listener of listeners) listener({ ...data, event: kind });
    });
  // What was missed is no longer kept: every list may have changed, as after a new run.
  stream.addEventListener('reset', () => {
    for (const listener of listeners) listener({ event: 'run' });
  });
}

export function closeEvents(): void {
  stream?.close();
  stream = null;
}

/** Tells `listener` of every event until the returned function is called (an effect's clean-up). */
export function onHappening(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// The match that is running, if any: asked for until it ends, on whatever page the user is.
import { get, remove, segment } from '../api/client';
import type { Job } from '../api/types';

const pause = 700; // milliseconds between two questions

class Jobs {
  id = $state<string | number | null>(null);
  job = $state.raw<Job | null>(null);
  get running(): boolean {
    return this.job?.state === 'running';
  }

  watch(id: string | number): void {
    if (this.id === id && this.running) return;
    this.id = id;
    this.job = { state: 'running', stage: null, done: 0, total: 0, rate: null, seconds_left: null };
    void this.#follow(id);
  }

  async cancel(): Promise<void> {
    if (this.id !== null) await remove('/jobs/' + segment(this.id));
  }

  async #follow(id: string | number): Promise<void> {
    while (this.id === id && this.running) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        this.job = await get<Job>('/jobs/' + segment(id));
      } catch {
        // The server may be restarting: the job's end is still worth waiting for.
      }
    }
  }
}
export const jobs = new Jobs();

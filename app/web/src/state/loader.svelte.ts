// Keeps the newest answer to a question; an answer that a newer question overtook is dropped.
export class Loader<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<unknown>(null);
  #asked = 0;

  constructor(private readonly question: () => Promise<T>) {}

  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const value = await this.question();
      if (mine !== this.#asked) return;
      this.value = value;
      this.problem = null;
    } catch (problem) {
      if (mine === this.#asked) this.problem = problem;
    }
  }
}

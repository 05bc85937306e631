import { setTimeout } from 'node:timers/promises';

/** Counts how much of a work is under way at a time; each takes a moment. */
export class MostAtOnce {
  most = 0;
  #underWay = 0;

  async during<Result>(work: () => Result): Promise<Result> {
    this.#underWay += 1;
    this.most = Math.max(this.most, this.#underWay);
    await setTimeout(1);
    this.#underWay -= 1;
    return work();
  }
}

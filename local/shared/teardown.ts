/** What has to be undone to stop a cloud, undone in the reverse order of its doing. */
export class Teardown {
  readonly #steps: (() => void | Promise<void>)[] = [];
  #run: Promise<void> | undefined;

  /** Adds a step that will be taken before those added so far. */
  add(step: () => void | Promise<void>): void {
    this.#steps.unshift(step);
  }

  /** Takes every step, once, even if one of them fails. Throws the first failure at the end. */
  run(): Promise<void> {
    this.#run ??= this.#takeSteps();
    return this.#run;
  }

  async #takeSteps(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

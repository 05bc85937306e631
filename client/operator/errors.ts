/** The request was refused and nothing was done: the message names the value and the remedy. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The caller stopped waiting; the message says what continues. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** There was no answer: the request may have been carried out, or not. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Somebody at the deployed console who may look and not act wanted to act. */
export class NotAnOperator extends Error {
  override readonly name = 'NotAnOperator';

  constructor() {
    super(
      'You have the role reader: you see everything and change nothing. For this, ask the administrator of the console for the role operator.',
    );
  }
}

/** The language of DynamoDB's expressions: conditions, updates, key conditions and projections, as data. */

export type Operand =
  | { readonly kind: 'path'; readonly path: readonly (string | number)[] }
  /** A value of the request, by the name that stands for it: `:id`. */
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'size'; readonly of: Operand }
  | { readonly kind: 'if-not-exists'; readonly path: Operand; readonly otherwise: Operand }
  | { readonly kind: 'list-append'; readonly first: Operand; readonly second: Operand }
  | { readonly kind: 'sum'; readonly left: Operand; readonly sign: 1 | -1; readonly right: Operand };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly left: Operand; readonly sign: string; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly among: readonly Operand[] }
  | { readonly kind: 'exists' | 'missing'; readonly path: Operand }
  | { readonly kind: 'begins-with' | 'contains'; readonly of: Operand; readonly what: Operand };

export interface Update {
  readonly set: readonly { readonly path: Operand; readonly to: Operand }[];
  readonly remove: readonly Operand[];
  readonly add: readonly { readonly path: Operand; readonly value: Operand }[];
}

type Names = Readonly<Record<string, string>>;

const token = /\s*(<>|<=|>=|[=<>()+,.[\]-]|[#:]?\w+)/y;

/** Reads one expression; throws on anything that it does not know, as the model must not guess. */
export class ExpressionReader {
  readonly #tokens: string[] = [];
  readonly #text: string;
  readonly #names: Names | undefined;
  #at = 0;

  constructor(text: string, names: Names | undefined) {
    this.#text = text;
    this.#names = names;
    token.lastIndex = 0;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
      this.#tokens.push(match[1] ?? '');
    }
    const length = this.#tokens.join('').length;
    if (length !== text.replaceAll(/\s/g, '').length) throw this.#unknown('a character');
  }

  condition(): Condition {
    const condition = this.#or();
    this.#end();
    return condition;
  }

  update(): Update {
    const set: { path: Operand; to: Operand }[] = [];
    const remove: Operand[] = [];
    const add: { path: Operand; value: Operand }[] = [];
    while (this.#at < this.#tokens.length) {
      const clause = this.#next().toUpperCase();
      if (this.#at >= this.#tokens.length || this.#isClause()) continue;
      do {
        if (clause === 'REMOVE') remove.push(this.#path());
        else if (clause === 'ADD') add.push({ path: this.#path(), value: this.#operand() });
        else if (clause === 'SET') {
          const path = this.#path();
          this.#expect('=');
          set.push({ path, to: this.#sum() });
        } else throw this.#unknown(clause);
      } while (this.#take(','));
    }
    return { set, remove, add };
  }

  paths(): readonly Operand[] {
    const paths = [this.#path()];
    while (this.#take(',')) paths.push(this.#path());
    this.#end();
    return paths;
  }

  #isClause(): boolean {
    return ['SET', 'REMOVE', 'ADD', 'DELETE'].includes((this.#tokens[this.#at] ?? '').toUpperCase());
  }

  #or(): Condition {
    const parts = [this.#and()];
    while (this.#takeWord('OR')) parts.push(this.#and());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'or', parts };
  }

  #and(): Condition {
    const parts = [this.#not()];
    while (this.#takeWord('AND')) parts.push(this.#not());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'and', parts };
  }

  #not(): Condition {
    if (this.#takeWord('NOT')) return { kind: 'not', of: this.#not() };
    if (this.#take('(')) {
      const inside = this.#or();
      this.#expect(')');
      return inside;
    }
    return this.#test();
  }

  #test(): Condition {
    const name = this.#tokens[this.#at];
    switch (name) {
      case 'attribute_exists':
      case 'attribute_not_exists': {
        this.#at += 1;
        const path = this.#inBrackets(() => this.#path());
        return { kind: name === 'attribute_exists' ? 'exists' : 'missing', path };
      }
      case 'begins_with':
      case 'contains': {
        this.#at += 1;
        return this.#inBrackets(() => {
          const of = this.#operand();
          this.#expect(',');
          return {
            kind: name === 'contains' ? 'contains' : 'begins-with',
            of,
            what: this.#operand(),
          } as const;
        });
      }
      case undefined:
      default: {
        const left = this.#operand();
        if (this.#takeWord('BETWEEN')) {
          const low = this.#operand();
          this.#expect('AND');
          return { kind: 'between', of: left, low, high: this.#operand() };
        }
        if (this.#takeWord('IN')) {
          return this.#inBrackets(() => {
            const among = [this.#operand()];
            while (this.#take(',')) among.push(this.#operand());
            return { kind: 'in', of: left, among } as const;
          });
        }
        return { kind: 'compare', left, sign: this.#next(), right: this.#operand() };
      }
    }
  }

  #sum(): Operand {
    const left = this.#operand();
    if (this.#take('+')) return { kind: 'sum', left, sign: 1, right: this.#operand() };
    if (this.#take('-')) return { kind: 'sum', left, sign: -1, right: this.#operand() };
    return left;
  }

  #operand(): Operand {
    const name = this.#tokens[this.#at] ?? '';
    if (name === 'size') {
      this.#at += 1;
      return { kind: 'size', of: this.#inBrackets(() => this.#operand()) };
    }
    if (name === 'if_not_exists' || name === 'list_append') {
      this.#at += 1;
      return this.#inBrackets((): Operand => {
        const first = this.#operand();
        this.#expect(',');
        const second = this.#operand();
        return name === 'list_append'
          ? { kind: 'list-append', first, second }
          : { kind: 'if-not-exists', path: first, otherwise: second };
      });
    }
    if (!name.startsWith(':')) return this.#path();
    this.#at += 1;
    return { kind: 'value', name };
  }

  #path(): Operand {
    const path: (string | number)[] = [this.#name()];
    for (;;) {
      if (this.#take('.')) path.push(this.#name());
      else if (this.#take('[')) {
        path.push(Number(this.#next()));
        this.#expect(']');
      } else return { kind: 'path', path };
    }
  }

  #name(): string {
    const name = this.#next();
    if (!name.startsWith('#')) return name;
    const meant = this.#names?.[name];
    if (meant === undefined) throw this.#unknown(name);
    return meant;
  }

  #inBrackets<T>(read: () => T): T {
    this.#expect('(');
    const inside = read();
    this.#expect(')');
    return inside;
  }

  #next(): string {
    const next = this.#tokens[this.#at];
    if (next === undefined) throw this.#unknown('the end');
    this.#at += 1;
    return next;
  }

  #take(wanted: string): boolean {
    if (this.#tokens[this.#at] !== wanted) return false;
    this.#at += 1;
    return true;
  }

  #takeWord(word: string): boolean {
    if (this.#tokens[this.#at]?.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #expect(wanted: string): void {
    if (this.#next().toUpperCase() !== wanted) throw this.#unknown(`no ${wanted}`);
  }

  #end(): void {
    if (this.#at < this.#tokens.length) throw this.#unknown(this.#tokens[this.#at] ?? '');
  }

  #unknown(what: string): Error {
    return new Error(`the model of DynamoDB does not know ${what} in "${this.#text}"`);
  }
}

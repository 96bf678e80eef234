import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Values by context name (`github`, `env`, …), as plain JSON. */
export type Contexts = Readonly<Record<string, unknown>>;

/** The earlier result that `success()` and similar functions report. */
export type Status = 'success' | 'failure' | 'cancelled';

/** How a step or a job ended. After a skipped one, only `always()` is true. */
export type Conclusion = Status | 'skipped';

/** Evaluates the `${{ }}` in workflow and action files, with GitHub's own expression library. */
export class Expressions {
  readonly #contexts: Contexts;
  readonly #status: Conclusion;

  constructor(contexts: Contexts, status: Conclusion) {
    this.#contexts = contexts;
    this.#status = status;
  }

  /** Returns a text with its expressions replaced by their values. */
  text(template: string): string {
    return pieces(template)
      .map((piece) => (piece.code === undefined ? piece.text : this.#evaluate(piece.code).coerceString()))
      .join('');
  }

  /** Returns the evaluated values of a block. */
  texts(block: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, this.text(value)]));
  }

  /** Returns a value in which each text that is a single expression has the type of its result, such as a list. */
  value(template: unknown): unknown {
    if (Array.isArray(template)) return template.map((item) => this.value(item));
    if (typeof template === 'string') return this.#valueOf(template);
    if (template === null || typeof template !== 'object') return template;
    return Object.fromEntries(Object.entries(template).map(([name, inner]) => [name, this.value(inner)]));
  }

  /**
   * An `if:`, with or without `${{ }}`. If it does not use the status, it also requires success. A text around an expression
   * makes the condition a string, which is always true, as on GitHub.
   */
  condition(template: string): boolean {
    const parts = pieces(template.trim());
    const [first] = parts;
    const alone = parts.length === 1 ? (first?.code ?? first?.text) : undefined;
    const codes = alone === undefined ? parts.flatMap((part) => part.code ?? []) : [alone];
    if (this.#status !== 'success' && !codes.some(asksForStatus)) return false;
    return alone === undefined || truthy(this.#evaluate(alone));
  }

  #valueOf(template: string): unknown {
    const [piece, ...rest] = pieces(template);
    if (piece?.code === undefined || rest.length > 0) return this.text(template);
    return JSON.parse(JSON.stringify(this.#evaluate(piece.code), data.replacer));
  }

  #evaluate(code: string): data.ExpressionData {
    const functions = statusFunctions(this.#status);
    const tokens = new Lexer(code).lex().tokens;
    const tree = new Parser(tokens, Object.keys(this.#contexts), [...functions.values()]).parse();
    const contexts = JSON.parse(JSON.stringify(this.#contexts), data.reviver) as data.Dictionary;
    return new Evaluator(tree, contexts, functions).evaluate();
  }
}

interface Piece {
  readonly text: string;
  readonly code?: string;
}

/** Two braces inside a quoted string do not end the expression. */
const expression = /\$\{\{((?:'[^']*'|[^'])*?)\}\}/g;

function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(expression)) {
    if (match.index > end) found.push({ text: template.slice(end, match.index) });
    found.push({ text: match[0], code: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < template.length) found.push({ text: template.slice(end) });
  return found;
}

const statusNames = ['success', 'failure', 'cancelled', 'always'] as const;

function asksForStatus(code: string): boolean {
  const { tokens } = new Lexer(code).lex();
  return tokens.some(
    (token, index) =>
      statusNames.some((name) => name === token.lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
  );
}

function statusFunctions(status: Conclusion) {
  return new Map(
    statusNames.map((name) => [
      name,
      {
        name,
        minArgs: 0,
        maxArgs: 0,
        call: () => new data.BooleanData(name === 'always' || name === status),
      },
    ]),
  );
}

function truthy(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Null:
      return false;
    case data.Kind.Boolean:
    case data.Kind.Number:
      return value.number() !== 0 && !Number.isNaN(value.number());
    case data.Kind.String:
      return value.coerceString() !== '';
    default:
      return true;
  }
}

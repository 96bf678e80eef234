/**
 * Parses `name=value` lines and `name<<DELIMITER` blocks in order. Entries before an error count (actions/runner,
 * src/Runner.Worker/FileCommandManager.cs, with its messages).
 */
export function* keyValues(text: string): Generator<[name: string, value: string]> {
  const lines = new Lines(text.replace(/^\uFEFF/, ''));
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line.text === '') continue;
    const equals = line.text.indexOf('=');
    const arrows = line.text.indexOf('<<');
    if (equals >= 0 && (arrows < 0 || equals < arrows)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)];
    } else if (arrows >= 0) {
      yield block(line.text, arrows, lines);
    } else {
      throw new Error(`Invalid format '${line.text}'`);
    }
  }
}

function block(opening: string, arrows: number, lines: Lines): [name: string, value: string] {
  const name = opening.slice(0, arrows);
  const delimiter = opening.slice(arrows + 2);
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${opening}'. Name must not be empty and delimiter must not be empty`);
  }
  const value: string[] = [];
  for (let line = lines.next(); line?.text !== delimiter; line = lines.next()) {
    if (line === undefined) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    if (line.last) throw new Error('Invalid value. EOF marker missing new line.');
    value.push(line.text);
  }
  return [name, value.join('\n')];
}

interface Line {
  readonly text: string;
  /** The text ended without a line feed. */
  readonly last: boolean;
}

/** Only a line feed ends a line. The runner on Linux keeps a carriage return as a part of the value. */
class Lines {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Line | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const end = this.#text.indexOf('\n', this.#at);
    const text = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#text.length : end + 1;
    return { text, last: end < 0 };
  }
}

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** ProgramRun is one run of a program, with its arguments and input. */
export interface ProgramRun {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Programs are stand-ins for other programs. Pass `folder` to a workflow as one of its `paths`. Each program is the body of a
 * function in JavaScript of `args`, `stdin`, `env`, and `refuse(message)`, which ends the program with an error. The program
 * prints the returned text. It must refuse everything that the real program would refuse.
 */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), 'programs-'));

  constructor(bodies: Readonly<Record<string, string>>) {
    for (const [name, body] of Object.entries(bodies)) {
      const path = join(this.folder, name);
      writeFileSync(path, `#!${process.execPath}\n${scriptOf(body, this.#record(name))}`);
      chmodSync(path, 0o755);
    }
  }

  /** runs returns the runs of one program, in order. */
  runs(name: string): ProgramRun[] {
    const record = this.#record(name);
    if (!existsSync(record)) return [];
    return readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #record(name: string): string {
    return join(this.folder, `${name}.runs`);
  }
}

/** Reads standard input only if it is not a terminal and contains something. A step of a workflow has no standard input. */
function scriptOf(body: string, record: string): string {
  return `const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const { env } = process;
const refuse = (message) => {
  console.error(message);
  process.exit(1);
};
const stdin = (() => {
  try {
    return readFileSync(0, 'utf8');
  } catch {
    return '';
  }
})();
appendFileSync(${JSON.stringify(record)}, JSON.stringify({ args, stdin, env }) + '\\n');
const printed = ((args, stdin, env, refuse) => {
${body}
})(args, stdin, env, refuse);
if (printed !== undefined) console.log(printed);
`;
}

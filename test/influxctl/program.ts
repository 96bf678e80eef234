import { chmodSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** ProgramRun is one run of a program, as its process saw it. */
export interface ProgramRun {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What standard input is. Nothing to read: `closed`. */
  readonly input: 'closed' | 'terminal' | 'pipe';
  /** The process that started the program. */
  readonly parent: number;
}

/** ProgramEnd is how a run ends. `flood`: it prints until it is killed. */
export type ProgramEnd =
  | { readonly kind: 'exits'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'dies' | 'flood' }
  /** It prints, and then waits until it is killed. */
  | { readonly kind: 'hangs'; readonly stderr?: string };

/**
 * The program sends its arguments and its environment, each with a NUL after it, and does what the answer says. It is a script, because
 * it starts in a few milliseconds, and Node.js needs a hundred.
 */
const script = (port: number) => `#!/bin/bash
input=closed
[ -t 0 ] && input=terminal
[ -p /dev/stdin ] && input=pipe
exec 3<>/dev/tcp/127.0.0.1/${port}
{ printf '%s\\0' "$PPID" "$input" "$#" "$@"; /usr/bin/env -0; printf '\\0'; } >&3
IFS=' ' read -r -u 3 kind code stdout stderr || exit 1
case $kind in
  dies) kill -9 $$ ;;
  flood) exec /usr/bin/yes ${'x'.repeat(1000)} ;;
esac
printf '%b' "$stderr" >&2
printf '%b' "$stdout"
[ "$kind" = hangs ] && read -r -u 3
exit "$code"
`;

/** StandInProgram is a program whose runs a function of the test decides. Stops listening at the end of its scope. */
export class StandInProgram {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** start writes the program to a path. A run that `decide` rejects fails the test, because nobody awaits it. */
  static async start(
    path: string,
    decide: (run: ProgramRun) => Promise<ProgramEnd>,
  ): Promise<StandInProgram> {
    const program = new StandInProgram(decide);
    await new Promise<void>((resolve) => program.#server.listen(0, '127.0.0.1', resolve));
    writeFileSync(path, script((program.#server.address() as AddressInfo).port));
    chmodSync(path, 0o755);
    return program;
  }

  private constructor(decide: (run: ProgramRun) => Promise<ProgramEnd>) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // The step kills a program that takes too long.
      socket.on('error', () => {});
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', async (chunk: string) => {
        text += chunk;
        const run = parseRun(text);
        if (!run) return;
        const end = await decide(run);
        socket.write(`${formatEnd(end)}\n`);
        if (end.kind !== 'hangs') socket.end();
      });
    });
  }

  [Symbol.dispose](): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

/** Undefined as long as the text is not complete. No variable is empty, so an empty field is the end. */
function parseRun(text: string): ProgramRun | undefined {
  const [parent = '', input, count = '', ...rest] = text.split('\0');
  const args = rest.slice(0, Number(count));
  const variables = rest.slice(Number(count));
  const end = variables.indexOf('');
  // What follows the last NUL is not complete.
  if (count === '' || end < 0 || end === variables.length - 1) return undefined;
  const env = Object.fromEntries(
    variables.slice(0, end).map((variable) => {
      const at = variable.indexOf('=');
      return [variable.slice(0, at), variable.slice(at + 1)];
    }),
  );
  return { args, env, input: input as ProgramRun['input'], parent: Number(parent) };
}

function formatEnd(end: ProgramEnd): string {
  switch (end.kind) {
    case 'exits':
      return `exits ${end.code} ${escaped(end.stdout)} ${escaped(end.stderr)}`;
    case 'hangs':
      return `hangs 1 ${escaped('')} ${escaped(end.stderr ?? '')}`;
    default:
      return end.kind;
  }
}

/** For `printf %b`: everything but plain characters as octal bytes. An empty text is `\\c`, which prints nothing. */
function escaped(text: string): string {
  if (text === '') return '\\c';
  const bytes = [...Buffer.from(text, 'utf8')];
  return bytes
    .map((byte) => (PLAIN.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : octal(byte)))
    .join('');
}

const PLAIN = /[\w.,:;{}"[\]|+/=<>-]/;

function octal(byte: number): string {
  return `\\0${byte.toString(8).padStart(3, '0')}`;
}

import { asSentence } from '../failure.ts';
import type { Secret } from '../secret.ts';
import type { Secrets } from './secrets.ts';
import { renderSection, type SummarySection } from './summary.ts';
import {
  appendToFile,
  type CommandName,
  formatCommand,
  formatFileCommand,
  printLines,
  writeTemporaryFile,
} from './workflow-command.ts';

/** OUTPUTS declares every output that may be set; action.yml says the same, which a test compares. */
export const OUTPUTS = [
  'token',
  'token-id',
  'description',
  'permissions',
  'created-at',
  'expires-at',
  'status',
  'active',
  'rotated',
  'previous-token-ids',
  'changed',
  'tokens',
  'count',
  'tokens-file',
  'revoked-token-ids',
  'failed-token-ids',
] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** All but the one output that holds a secret. */
export type Outputs = Readonly<Partial<Record<Exclude<OutputName, 'token'>, string>>>;

/** Runner is what operations may do to the Actions runner. Every text passes through here and nowhere else. */
export interface Runner {
  info(line: string): void;
  debug(line: string): void;
  notice(title: string, message: string): void;
  warning(title: string, message: string): void;
  error(title: string, message: string): void;
  outputs(outputs: Outputs): void;
  /** token sets the output `token`: the only way out for a secret. */
  token(secret: Secret): void;
  /** writeFile writes a file that only its owner can read into the runner's folder for temporary files, and returns its path. */
  writeFile(name: string, text: string): string;
  /** saveState replaces what the post step will read. */
  saveState(state: string): void;
  /** summary appends a section to the job summary. Its texts need not be escaped. */
  summary(section: SummarySection): void;
}

/** GitHub takes outputs of up to 1 MB each. */
const LARGEST_OUTPUT_BYTES = 1_000_000;

/** fitsIntoOutput tells whether GitHub takes a text as an output. */
export function fitsIntoOutput(text: string): boolean {
  return Buffer.byteLength(text) <= LARGEST_OUTPUT_BYTES;
}

/** Name of the one piece of state. */
const STATE = 'ledger';

/** actionsRunner is the real runner: workflow commands on stdout, and the files that the environment names. */
export function actionsRunner(secrets: Secrets, env: NodeJS.ProcessEnv): Runner {
  const safe = (text: string) => secrets.safeText(text);
  const annotate = (name: CommandName) => (title: string, message: string) =>
    printLines([formatCommand(name, safe(message), safe(title))]);
  return {
    info: (line) => printLines([safe(line)]),
    debug: (line) => printLines([formatCommand('debug', safe(line))]),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    outputs: (outputs) => {
      const entries = Object.entries(outputs).map(([name, value]) => formatFileCommand(name, value));
      appendToFile(env, 'GITHUB_OUTPUT', entries.join(''));
    },
    token: (secret) => appendToFile(env, 'GITHUB_OUTPUT', formatFileCommand('token', secret.reveal())),
    writeFile: (name, text) => writeTemporaryFile(env, name, text),
    saveState: (state) => appendToFile(env, 'GITHUB_STATE', formatFileCommand(STATE, state)),
    summary: (section) => {
      try {
        // Redacted first and escaped then: an escape inside of a secret would hide it from every mask.
        appendToFile(env, 'GITHUB_STEP_SUMMARY', `${renderSection(section, safe)}\n`);
      } catch (error) {
        // A summary is for show: it must not decide what becomes of a token.
        printLines([formatCommand('debug', safe(`The summary could not be written: ${asSentence(error)}`))]);
      }
    },
  };
}

/** readInput is the trimmed text of an input; empty when it was not given. */
export function readInput(env: NodeJS.ProcessEnv, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** readState is what main has saved, in the post step; empty when it saved nothing. */
export function readState(env: NodeJS.ProcessEnv): string {
  return env[`STATE_${STATE}`] ?? '';
}

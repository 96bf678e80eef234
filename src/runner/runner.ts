import { type AnnotationProperties, debug, error, getInput, info, notice, warning } from '@actions/core';
import { anchorOf, type ErrorCode, titleOf } from '../base/error-codes.ts';
import { asSentence } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { appendToSummary, writeOutput, writeState, writeTemporaryFile } from './runner-files.ts';
import type { Secrets } from './secrets.ts';
import { MAX_SUMMARY_BYTES, renderSection, type SummarySection } from './summary.ts';

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
  'suspended-token-ids',
  'failed-token-ids',
  'restored-token-ids',
] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** All but the one output that holds a secret. */
export type Outputs = Readonly<Partial<Record<Exclude<OutputName, 'token'>, string>>>;

/** Runner is what operations may do to the Actions runner. Every text passes through here and nowhere else. */
export interface Runner {
  info(line: string): void;
  debug(line: string): void;
  /** notice, warning, and error print an annotation. `detail` replaces the `…` in the title. */
  notice(code: ErrorCode, message: string, detail?: string): void;
  warning(code: ErrorCode, message: string, detail?: string): void;
  error(code: ErrorCode, message: string, detail?: string): void;
  outputs(outputs: Outputs): void;
  /** token sets the output `token`: the only way out for a secret. */
  token(secret: Secret): void;
  /** writeFile writes a file that only its owner can read into the runner's folder for temporary files, and returns its path. */
  writeFile(name: string, text: string): string;
  /** saveState replaces what the post step will read. */
  saveState(state: string): void;
  /** summary appends a section and its parts to the job summary. Their texts need not be escaped. */
  summary(headline: SummarySection, ...parts: readonly SummarySection[]): void;
}

/** STATE is the name of the one piece of state. */
export const STATE = 'ledger';

/**
 * actionsRunner is the real runner. The toolkit writes its commands and files; every text is redacted first, and cannot be
 * taken for a command.
 */
export function actionsRunner(secrets: Secrets): Runner {
  const safe = (text: string) => secrets.safeText(text);
  let room = MAX_SUMMARY_BYTES;
  const annotateBy =
    (annotate: (message: string, properties: AnnotationProperties) => void) =>
    (code: ErrorCode, message: string, detail?: string): void =>
      annotate(safe(`${asSentence(message)} See ${sectionUrl(code)}`), {
        title: safe(titleOf(code, detail)),
      });
  return {
    info: (line) => info(safe(line)),
    debug: (line) => debug(safe(line)),
    notice: annotateBy(notice),
    warning: annotateBy(warning),
    error: annotateBy(error),
    outputs: (outputs) => {
      for (const [name, value] of Object.entries(outputs)) writeOutput(name, value);
    },
    token: (secret) => writeOutput('token', secret.reveal()),
    writeFile: writeTemporaryFile,
    saveState: (state) => writeState(STATE, state),
    summary: (headline, ...parts) => {
      for (const section of [headline, ...parts]) {
        const level = section === headline ? 'headline' : 'part';
        // Redacted first and escaped then: an escape inside of a secret would hide it from every mask.
        const markdown = `${renderSection(section, { safe, docsUrl: sectionUrl, level, room })}\n`;
        room -= Buffer.byteLength(markdown);
        appendToSummary(markdown, (error) => {
          // A summary is for show: it must not decide what becomes of a token.
          debug(safe(`The summary could not be written: ${asSentence(error)}`));
        });
      }
    },
  };
}

/** readInput is the trimmed text of an input; empty when it is not set. */
export function readInput(name: string): string {
  return getInput(name);
}

/** The section of docs/troubleshooting.md about a code, in the version of the action that runs. An action in a folder has none. */
function sectionUrl(code: ErrorCode): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const server = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const root = repository && ref ? `${server}/${repository}/blob/${ref}/` : '';
  return `${root}docs/troubleshooting.md#${anchorOf(code)}`;
}

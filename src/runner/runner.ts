import { type AnnotationProperties, debug, error, getInput, info, notice, warning } from '@actions/core';
import { anchorOf, type ErrorCode, titleOf } from '../base/error-codes.ts';
import { asSentence } from '../base/errors.ts';
import type { Secret } from '../base/secret.ts';
import { appendToSummary, writeOutput, writeState, writeTemporaryFile } from './runner-files.ts';
import type { Secrets } from './secrets.ts';
import type { SummarySection } from './summary.ts';

/** OUTPUTS declares every output that the action can set. A test compares them with action.yml. */
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

/** Outputs are all outputs except `token`, which is secret. */
export type Outputs = Readonly<Partial<Record<Exclude<OutputName, 'token'>, string>>>;

/** Runner is the only way to write to the log, the outputs, the state, and the job summary. */
export interface Runner {
  /** info prints a line. `seeAlso` adds a link to the section about a code. */
  info(line: string, seeAlso?: ErrorCode): void;
  debug(line: string): void;
  /** notice, warning, and error print an annotation. `detail` replaces the `…` in the title. */
  notice(code: ErrorCode, message: string, detail?: string): void;
  warning(code: ErrorCode, message: string, detail?: string): void;
  error(code: ErrorCode, message: string, detail?: string): void;
  outputs(outputs: Outputs): void;
  /** token sets the output `token`. A secret leaves the action in no other way. */
  token(secret: Secret): void;
  /** writeFile writes a file that only its owner can read to the runner's folder for temporary files, and returns its path. */
  writeFile(name: string, text: string): string;
  /** saveState replaces the state that the post step reads. */
  saveState(state: string): void;
  /** summary appends a section and its parts to the job summary and escapes their texts. */
  summary(headline: SummarySection, ...parts: readonly SummarySection[]): void;
  /** hasSummary tells whether this step has added a section to the job summary. */
  hasSummary(): boolean;
}

/** STATE is the name of the only state that the action saves. */
export const STATE = 'ledger';

/**
 * actionsRunner is the real runner. The toolkit writes commands and files. Every text is redacted first, and cannot become a
 * workflow command.
 */
export function actionsRunner(secrets: Secrets): Runner {
  const safe = (text: string) => secrets.safeText(text);
  const safeServerText = (text: string) => secrets.safeServerText(text);
  let used = 0;
  let hasSummary = false;
  const annotateBy =
    (annotate: (message: string, properties: AnnotationProperties) => void) =>
    (code: ErrorCode, message: string, detail?: string): void =>
      annotate(safe(withLink(message, code)), {
        title: safe(titleOf(code, detail)),
      });
  return {
    info: (line, seeAlso) => info(safe(seeAlso ? withLink(line, seeAlso) : line)),
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
      hasSummary = true;
      const write = async () => {
        const { writeSections } = await import('./write-summary.ts');
        const rendering = { safe, safeServerText, docsUrl: sectionUrl, used };
        used += await writeSections([headline, ...parts], rendering);
      };
      appendToSummary(write, (error) => {
        // An error of the summary must not change what happens to a token.
        debug(safe(`The job summary could not be written: ${asSentence(error)}`));
      });
    },
    hasSummary: () => hasSummary,
  };
}

/** readInput returns the trimmed text of an input. Empty if the input is not set. */
export function readInput(name: string): string {
  return getInput(name);
}

function withLink(message: string, code: ErrorCode): string {
  return `${asSentence(message)} See ${sectionUrl(code)}`;
}

/** Links to the section about a code, in the same version of the action. For an action in a local folder, the link is a path. */
function sectionUrl(code: ErrorCode): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const server = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const root = repository && ref ? `${server}/${repository}/blob/${ref}/` : '';
  return `${root}docs/troubleshooting.md#${anchorOf(code)}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepResult } from '../actions-runner/step-run.ts';
import { unmasked } from '../e2e/unmasked.ts';

/** Findings are the violations of each invariant that was checked. They are empty if it is satisfied. */
export type Findings = readonly (readonly string[])[];

/** checkProcess checks the invariants of a step that was not killed, after any fault. */
export function checkProcess(
  { exitCode, annotations, outputs, stdout, stderr, durationMs }: StepResult,
  { success, boundMs }: { readonly success: readonly string[]; readonly boundMs: number },
): Findings {
  const errors = annotations.filter(({ level }) => level === 'error');
  const text = unmasked(stdout);
  return [
    durationMs > boundMs ? [`took ${Math.round(durationMs)} ms`] : [],
    exitCode > 1 ? [`ended with ${exitCode}`] : [],
    (exitCode === 1) === errors.length > 0 ? [] : [`ended with ${exitCode} and ${errors.length} errors`],
    annotations.filter(({ title }) => title === '').map(({ message }) => `no title: ${message}`),
    annotations
      .filter(({ title }) => /unexpected|internal/i.test(title))
      .map(({ title, message }) => `${title}: ${message}`),
    stderr === '' ? [] : [`said on stderr: ${stderr}`],
    [
      ...text.matchAll(/^.*(?:\bundefined\b|\bNaN\b|\[object |^\s+at \S+ \(|TypeError|node:internal).*$/gm),
    ].map(([line]) => `must not be shown: ${line}`),
    ...checkOutputs(outputs, exitCode === 0 ? success : undefined),
  ];
}

/**
 * Empty outputs: the expiry of a token that never expires, and the description of a token that has none. `active` is empty if no
 * probe was sent.
 */
const CAN_BE_EMPTY = ['expires-at', 'description', 'active'];
const JSON_OUTPUTS = [
  'permissions',
  'previous-token-ids',
  'tokens',
  'revoked-token-ids',
  'suspended-token-ids',
  'failed-token-ids',
  'restored-token-ids',
];

/** `complete` are the outputs of a success, if the server returns all data. */
function checkOutputs(
  outputs: Readonly<Record<string, string>>,
  complete: readonly string[] | undefined,
): Findings {
  const names = Object.keys(outputs);
  return [
    names
      .filter((name) => outputs[name] === '' && !CAN_BE_EMPTY.includes(name))
      .map((name) => `output ${name} is empty`),
    JSON_OUTPUTS.filter((name) => outputs[name] !== undefined && !isJson(outputs[name])).map(
      (name) => `output ${name} is not JSON: ${outputs[name]}`,
    ),
    (complete ?? [])
      .filter((name) => !names.includes(name) && !canBeUnset(name, outputs))
      .map((name) => `a success without output ${name}`),
    names.includes('token') && !names.includes('token-id') ? ['a token without its id'] : [],
  ];
}

/** Data that the server did not return, or the token of a rotation that was not due. */
function canBeUnset(name: string, { rotated }: Readonly<Record<string, string>>): boolean {
  return name === 'created-at' || (name === 'token' && rotated === 'false');
}

/**
 * checkSecrets searches for secrets in all places except the lines that mask them. The output `token` can contain one, which must
 * be masked.
 */
export function checkSecrets(result: StepResult, temp: string, secrets: readonly string[]): Findings {
  const { token, ...outputs } = result.outputs;
  const places: Record<string, string> = {
    stdout: unmasked(result.stdout),
    stderr: result.stderr,
    'the log': result.log,
    'the summary': result.summary,
    'the state': JSON.stringify(result.state),
    'an output': JSON.stringify(outputs),
    'the environment': JSON.stringify([result.env, result.paths]),
    'a file': readdirSync(temp)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(temp, name), 'utf8'))
      .join('\n'),
  };
  return [
    ...Object.entries(places).map(([name, text]) =>
      secrets.filter((secret) => text.includes(secret)).map(() => `a secret is in ${name}`),
    ),
    token === undefined || result.masks.includes(token) ? [] : ['the token is not masked'],
  ];
}

function isJson(text: string | undefined): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}

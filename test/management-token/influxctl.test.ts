import { describe, expect, test } from 'vitest';
import { Failure, resultOf } from '../../src/base/errors.ts';
import { type Influxctl, influxctlClient } from '../../src/management-token/influxctl.ts';
import type { ProgramResult } from '../../src/management-token/run-program.ts';
import { plainText } from '../../src/runner/sanitize.ts';

const ID = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const TOKEN = `M.V1.${'a1B2-_c3'.repeat(8)}`;

function exited(output: { stdout?: string; stderr?: string; code?: number } = {}): ProgramResult {
  return { kind: 'exited', code: 0, stdout: '', stderr: '', ...output };
}

/** start is a client for a program that always ends in the same way, and tells its version. */
function start(
  result: ProgramResult,
  version = exited({ stdout: 'influxctl v2.12.1 (revision 0a1b2c3)\n' }),
) {
  const runs: (readonly string[])[] = [];
  const masks: string[] = [];
  const versions: string[] = [];
  const influxctl: Influxctl = influxctlClient({
    run: async (args) => {
      runs.push(args);
      return args[0] === 'version' ? version : result;
    },
    configuration: '/folder/config.toml',
    timeoutMs: 1_500,
    mask: (secret) => masks.push(secret),
    onVersion: (known) => versions.push(known),
  });
  return { influxctl, runs, masks, versions };
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const result = await resultOf(work);
  return result instanceof Failure ? plainText(result.message) : '';
}

const GLOBALS = ['--config', '/folder/config.toml', '--profile', 'influxdb-token-action', '--timeout', '2s'];

describe('influxctl is run', () => {
  test('with the documented flags alone, a limit in whole seconds, and no token', async () => {
    const { influxctl, runs } = start(exited({ stdout: '[]' }));
    await influxctl.list();
    await influxctl.create({ description: 'a description', expiresAt: Date.UTC(2027, 0, 31) });
    await influxctl.create({ description: 'a description', expiresAt: 'never' });
    await influxctl.revoke([ID, ID]);
    const create = ['management', 'create', '--description', 'a description'];
    expect(runs.slice(1)).toEqual([
      [...GLOBALS, 'management', 'list', '--format', 'json'],
      [...GLOBALS, ...create, '--expires-at', '2027-01-31T00:00:00Z', '--format', 'json'],
      [...GLOBALS, ...create, '--format', 'json'],
      [...GLOBALS, 'management', 'revoke', '--force', ID, ID],
    ]);
  });

  test('once for its version, which each error names', async () => {
    const { influxctl, runs, versions } = start(exited({ code: 3, stderr: 'ERROR no luck' }));
    for (let call = 0; call < 2; call++) {
      expect(await failureOf(influxctl.list())).toContain('ended with exit code 3: ERROR no luck. ');
      expect(await failureOf(influxctl.list())).toContain('The version of influxctl is 2.12.1.');
    }
    expect(runs.filter(([command]) => command === 'version')).toEqual([['version']]);
    expect(versions).toEqual(['2.12.1']);
  });

  test('even if it does not tell its version', async () => {
    const { influxctl, versions } = start(exited({ code: 1 }), exited({ code: 1 }));
    expect(await failureOf(influxctl.list())).toContain('influxctl did not report its version.');
    expect(versions).toEqual([]);
  });

  test('never with an ID that is not a UUID', async () => {
    const { influxctl, runs } = start(exited());
    expect(await failureOf(influxctl.revoke([ID, '--help']))).toContain('"--help" is not a UUID');
    expect(runs).toEqual([]);
  });
});

describe('create', () => {
  const NEW = { description: 'a description', expiresAt: 'never' } as const;

  test.for<[what: string, result: ProgramResult]>([
    ['exit code 1', exited({ code: 1, stderr: `ERROR created token=${TOKEN}, then lost` })],
    ['a signal', { kind: 'stopped', why: 'was killed (SIGKILL)', stdout: TOKEN, stderr: '' }],
    ['an unknown output', exited({ stdout: JSON.stringify({ secret: TOKEN }) })],
  ])('does not know its outcome after %s, and has masked whatever could be a token', async ([, result]) => {
    const { influxctl, masks } = start(result);
    expect(await influxctl.create(NEW)).toMatchObject({ kind: 'unknown' });
    expect(masks).toContain(TOKEN);
  });

  test('shows nothing of an output with more texts that could be tokens than it can mask', async () => {
    const tokens = Array.from({ length: 21 }, (_, index) => `${TOKEN}${index}`);
    const { influxctl, masks } = start(exited({ code: 1, stderr: tokens.join(' ') }));
    const created = await influxctl.create(NEW);
    const message = created.kind === 'unknown' ? created.error.message : '';
    expect(message).toContain('ended with exit code 1. ');
    expect(message).not.toContain(TOKEN);
    expect(masks).toHaveLength(20);
  });

  test('has created nothing where influxctl did not start', async () => {
    const { influxctl } = start({ kind: 'not-started', why: 'could not be started (ENOEXEC)' });
    expect(await influxctl.create(NEW)).toMatchObject({ kind: 'not-started' });
  });
});

test.for<[what: string, stderr: string, hint: string]>([
  [
    'a refusal',
    'rpc error: code = PermissionDenied desc = only admins',
    'The server refused the management token.',
  ],
  ['an unknown flag', 'flag provided but not defined: -format', 'Install influxctl 2.10.0 or later.'],
])('an error says what to do about %s', async ([, stderr, hint]) => {
  const { influxctl } = start(exited({ code: 1, stderr }));
  expect(await failureOf(influxctl.list())).toContain(hint);
});

test('what influxctl printed is shown on one line, and a long text from a space on', async () => {
  const { influxctl } = start(
    exited({ code: 1, stderr: `first ${'x'.repeat(300)} ${'y'.repeat(400)}\n::error::end\n` }),
  );
  const message = await failureOf(influxctl.list());
  expect(message).not.toContain('\n');
  expect(message).not.toContain('first');
  expect(message).toContain('end');
});

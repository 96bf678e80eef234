import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputErrors } from '../../src/base/errors.ts';
import { githubServer, readActionName, readRunContext } from '../../src/request/run-context.ts';
import { formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import { reading } from '../inputs/given.ts';

const SOUND: NodeJS.ProcessEnv = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_RUN_ID: '8812345678',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'Nightly',
  GITHUB_JOB: 'load',
  GITHUB_API_URL: 'https://api.github.com/',
};

function read(changes: NodeJS.ProcessEnv) {
  return reading((errors) => readRunContext({ ...SOUND, ...changes }, errors));
}

const wrongVariables = (changes: NodeJS.ProcessEnv) => read(changes).errors.map(({ input }) => input);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function eventFile(text: string): string {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  return path;
}

describe('the run of a step', () => {
  test('is the one of the runner', () => {
    expect(read({})).toEqual({
      result: {
        server: 'github.com',
        repository: 'acme/web',
        repositoryId: '4711',
        runId: '8812345678',
        runAttempt: '2',
        workflow: 'Nightly',
        job: 'load',
        githubApiUrl: 'https://api.github.com',
      },
      errors: [],
    });
  });

  test.each<[NodeJS.ProcessEnv, string | undefined]>([
    [{}, undefined],
    [{ ACT: 'true' }, 'act'],
    [{ ACT: 'true', GITEA_ACTIONS: 'true' }, 'Gitea'],
    [{ ACT: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, 'Forgejo'],
    [{ ACT: '', GITEA_ACTIONS: 'false' }, undefined],
  ])('is one of another runner by its variables: %j', (changes, otherRunner) => {
    expect(read(changes).result.otherRunner).toBe(otherRunner);
  });

  test.each([undefined, ''])('has attempt 1 if the runner does not set it: %j', (GITHUB_RUN_ATTEMPT) => {
    expect(read({ GITHUB_RUN_ATTEMPT })).toMatchObject({ result: { runAttempt: '1' }, errors: [] });
  });

  test.each([
    ['https://github.com/', 'github.com'],
    ['https://GitHub.Example.COM', 'github.example.com'],
    ['https://ghe.example.com:443', 'ghe.example.com'],
    ['https://ghe.example.com:8443/', 'ghe.example.com:8443'],
    ['http://10.0.0.7:3000/gitea/', '10.0.0.7:3000'],
    ['http://localhost:80', 'localhost'],
    ['https://müller.example', 'xn--mller-kva.example'],
  ])('of %s is of the server %s', (GITHUB_SERVER_URL, server) => {
    expect(read({ GITHUB_SERVER_URL })).toMatchObject({ result: { server }, errors: [] });
  });

  test.each([
    [
      'GITHUB_SERVER_URL',
      ['', undefined, 'github.com', 'https://', 'file:///x', 'https://[::1]:3000', 'https://a%20b'],
    ],
    ['GITHUB_REPOSITORY', ['', undefined, 'web', 'acme/web/x', 'ac me/web', 'acme/web\n']],
    ['GITHUB_REPOSITORY_ID', ['x', '-1', '1'.repeat(21), '4711\n', ' 4711']],
    ['GITHUB_RUN_ID', ['', undefined, '1.5', '1'.repeat(21)]],
    ['GITHUB_RUN_ATTEMPT', ['0x1', '1'.repeat(10), '-']],
  ])('cannot be read with an invalid %s, which the message names', (name, values) => {
    for (const value of values) {
      const { errors } = read({ [name]: value });
      expect(errors.map(({ input }) => input)).toEqual([name]);
      expect(errors[0]?.message).toMatch(
        value ? /^is ".*the tag of a token cannot contain/s : /^is not set\./,
      );
      expect(errors[0]?.message).toMatch(/Nothing was sent\.$/);
    }
  });

  test('has all of its errors reported together', () => {
    expect(reading((errors) => readRunContext({}, errors)).errors.map(({ input }) => input)).toEqual([
      'GITHUB_SERVER_URL',
      'GITHUB_REPOSITORY',
      'GITHUB_REPOSITORY_ID',
      'GITHUB_RUN_ID',
    ]);
  });

  test('without an error fits into a tag', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('acme/web', '4711', '1', 'https://github.com', 'https://x:1', '007', 'a/b'),
    );
    const env = fc.record({
      GITHUB_SERVER_URL: fc.oneof(value, fc.webUrl()),
      GITHUB_REPOSITORY: value,
      GITHUB_REPOSITORY_ID: value.filter((text) => text !== ''),
      GITHUB_RUN_ID: value,
      GITHUB_RUN_ATTEMPT: value,
    });
    fc.assert(
      fc.property(env, (variables) => {
        const errors = new InputErrors();
        const { server, repository, repositoryId, runId, runAttempt } = readRunContext(variables, errors);
        const tag = {
          server,
          repository,
          repositoryId,
          runId,
          runAttempt,
          kind: 'job',
          nonce: '0'.repeat(16),
        } as const;
        const fits = parseTagged(formatTagged('x', tag)) !== undefined;
        expect(errors.none ? fits : true).toBe(true);
      }),
    );
  });
});

describe('the ID of a repository that the runner does not set', () => {
  test.each([
    ['a number', '{"repository":{"id":4711}}', '4711'],
    ['digits', '{"repository":{"id":"00815"}}', '00815'],
  ])('is read from the event file: %s', (_, text, repositoryId) => {
    for (const GITHUB_REPOSITORY_ID of [undefined, '']) {
      const env = { GITHUB_REPOSITORY_ID, GITHUB_EVENT_PATH: eventFile(text) };
      expect(read(env)).toMatchObject({ result: { repositoryId }, errors: [] });
    }
  });

  test('is not read from the event file if the runner sets it', () => {
    const GITHUB_EVENT_PATH = eventFile('{"repository":{"id":1}}');
    expect(read({ GITHUB_EVENT_PATH })).toMatchObject({ result: { repositoryId: '4711' }, errors: [] });
  });

  test.each([
    ['broken', '{"repository":{"id":4711'],
    ['empty', ''],
    ['no object', 'null'],
    ['without a repository', '{}'],
    ['with a repository that is a text', '{"repository":"acme/web"}'],
    ['with an ID in the prototype', '{"__proto__":{"repository":{"id":4711}}}'],
    ['with a fraction', '{"repository":{"id":47.11}}'],
    ['with a number that lost digits', '{"repository":{"id":12345678901234567890}}'],
    ['with a negative number', '{"repository":{"id":-1}}'],
    ['with a text that is no number', '{"repository":{"id":"web"}}'],
    ['nested without end', '['.repeat(200_000)],
  ])('is missing in an event file that is %s, and the message says how to set it', (_, text) => {
    const { errors } = read({ GITHUB_REPOSITORY_ID: '', GITHUB_EVENT_PATH: eventFile(text) });
    expect(errors).toEqual([
      {
        input: 'GITHUB_REPOSITORY_ID',
        message: expect.stringContaining('`GITHUB_REPOSITORY_ID: "4711"`'),
      },
    ]);
  });

  test('is missing without an event file, in a folder, or in a file that is too large', () => {
    const huge = eventFile('{}');
    truncateSync(huge, 33 * 1024 * 1024);
    for (const GITHUB_EVENT_PATH of [
      undefined,
      '',
      join(folder, 'missing.json'),
      folder,
      '/dev/zero',
      huge,
    ]) {
      expect(wrongVariables({ GITHUB_REPOSITORY_ID: '', GITHUB_EVENT_PATH })).toEqual([
        'GITHUB_REPOSITORY_ID',
      ]);
    }
  });
});

test('an action is named as a step does, unless it is in a folder of the repository', () => {
  const variables = { GITHUB_ACTION_REPOSITORY: 'acme/influxdb-token-action', GITHUB_ACTION_REF: 'v1' };
  expect(readActionName(variables)).toBe('acme/influxdb-token-action@v1');
  expect(readActionName({ ...variables, GITHUB_ACTION_REF: '' })).toBe('OWNER/influxdb-token-action@v1');
});

test('a GitHub server is named by its host, and by nothing where the runner names none', () => {
  expect(githubServer({ GITHUB_SERVER_URL: 'https://GHE.example.com:8443/x' })).toBe('ghe.example.com:8443');
  expect(githubServer({ GITHUB_SERVER_URL: 'x' })).toBe('');
  expect(githubServer({})).toBe('');
});

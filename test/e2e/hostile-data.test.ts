import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/runner/masking.ts';
import { parseCommand } from '../actions-runner/commands/parse-command.ts';
import type { AnnotationLevel } from '../actions-runner/log.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { hostileText } from '../runner/hostile-text.ts';
import { chosenFrom } from '../sample.ts';
import { runnerClockAt } from './runner-clock.ts';
import { Scene, type SceneOptions } from './scene.ts';

const ID = '3f2b8c1d-9e4a-4b6f-8d07-5a1c2e3f4b6d';
const NOW = Date.parse('2026-05-01T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';

const HOSTILE = [
  '::error title=pwned::pwned',
  '::add-mask::a',
  '::set-output name=token::pwned',
  '::stop-commands::pwned',
  ...['\t', '\u0085', '\u00a0', '\u2028', '\u3000'].map((space) => `${space}::error::pwned`),
  ' \u0085\u2028\u00a0\u3000::warning::pwned',
  '\u200b::error::pwned',
  ':\u200b:error::pwned',
  '\ufeff::error::pwned',
  'harmless\n::error::pwned',
  'harmless\r::error::pwned',
  'harmless\r\n::add-mask::a\r\n',
  'harmless\u2028::error::pwned',
  'half ##[error]pwned',
  'half ##[add-mask]a',
  '#\u200b#[error]pwned',
  '##\u00ad[error]pwned',
  '###[[error]pwned',
  '%0A::error::pwned',
  '\u001b[31mred ##\u001b[0m[error]pwned',
  '\u009b31m##\u009b[error]pwned',
  'zero\0byte ::\0error::pwned',
  ':\0:error::pwned',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)> &lt;b&gt; <!-- --> <details open>',
  '| a | b |\n|---|---|\n| c | d |',
  '\\| \\\\| `|` \\',
  '**bold** _em_ ~~del~~ `code` [a](javascript:alert(1)) ![b](https://tracker.example/x.png)',
  'https://tracker.example www.tracker.example @octocat #1 octo@tracker.example',
  '# heading\n## ##[endgroup]\n- item\n> quote\n```mermaid\ngantt\n```',
  '```\n</td></tr></table>',
  'x\nghadelimiter_end\ntoken<<EOF\npwned\nEOF\nx<<ghadelimiter_end',
  'x\nghadelimiter_end__\ntoken=pwned\n',
  'GITHUB_TOKEN=pwned\nPATH=pwned',
  '$(pwned) `pwned` ; rm -rf ~',
  '\u202eright to left\u2066',
  '\ud800 half of a pair \udc00',
  '{"token":"pwned"}',
  '__proto__',
  ' ',
];

/** `npm run test:faults` uses all of them. Other runs use some. */
const { chosen: TRIED, how: HOW } = chosenFrom(HOSTILE, JSON.stringify, 'HOSTILE', 5);

/** The same texts in each run, so that a failure is reproducible. */
const RANDOM = fc.sample(hostileText, { numRuns: 300, seed: 4711 });

/** A step on a server that returns one token with a hostile text in it. */
async function startHostile(
  operation: NonNullable<SceneOptions['operation']>,
  inputs: Readonly<Record<string, string>>,
  hostile: Record<string, unknown>,
): Promise<Scene> {
  const scene = await Scene.start({
    operation,
    ...runnerClockAt(NOW),
    cluster: { clock: () => NOW },
    inputs: { ...(operation === 'list' ? {} : { 'token-id': ID }), ...inputs },
  });
  scene.cluster.seed({ id: ID, description: 'x', createdAt: NOW - DAY_MS, expiresAt: NOW + DAY_MS });
  const change = (token: Record<string, unknown>) => ({ ...token, ...hostile });
  scene.cluster.every('GET token').changes(change);
  scene.cluster.every('GET tokens').changes<Record<string, unknown>[]>((tokens) => tokens.map(change));
  return scene;
}

/** The entry of a token in a list. */
interface ListedToken {
  readonly id: string;
  readonly description: string;
  readonly permissions: unknown;
}

/** Permissions that no server should ever have. */
function granting(text: string): { action: string; resource: string }[] {
  return [
    { action: text, resource: 'metrics' },
    { action: 'read', resource: text },
  ];
}

/** Expects that a step had no effects except its own output. */
function expectHarmless(scene: Scene, main: StepResult, levels: readonly AnnotationLevel[] = []): void {
  expect(main.annotations.map(({ level }) => level)).toEqual(levels);
  expect(main.masks).toEqual(maskingForms(scene.cluster.managementToken));
  expect(main).toMatchObject({ stderr: '', env: {}, paths: [], state: { ledger: '' } });
  expect(main.outputs).not.toHaveProperty('token');
  expectHarmlessOutput(main.stdout);
  expectHarmlessMarkdown(main.summary);
}

function expectHarmlessOutput(stdout: string): void {
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const name = parseCommand(line)?.name;
    if (name !== undefined) expect(['add-mask', 'error', 'warning']).toContain(name);
    expect(line).not.toContain('##[');
    if (name === undefined) expect(line).not.toMatch(/^[\s\u0085\u200b\ufeff]*::/);
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  }
}

/** The only link that a tag can add. It leads to a run on the server of this step. */
const OWN_LINK = /\[acme\/web, run \d+\]\(https:\/\/github\.com\/acme\/web\/actions\/runs\/\d+\)/g;

function expectHarmlessMarkdown(summary: string): void {
  const text = summary
    .replaceAll(OWN_LINK, 'link')
    // Our own messages can contain code.
    .replaceAll(/<code>([^<]*)<\/code>/g, '$1')
    // The names of facts and the titles of problems are ours.
    .replaceAll(/^- \*\*[\w ]+:\*\* /gm, '- ');
  expect(text).not.toMatch(/<[a-z!/?]/i);
  expect(text).not.toMatch(/(?<!\\)(?:[`*_~[\]]|!\[)/);
  expect(text).not.toMatch(/:\/\/|www\.|@/);
  expect(summary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  const lines = text.split('\n').filter((line) => line !== '');
  for (const line of lines) expect(line).toMatch(/^(?:### |\||- |The summary cannot show|Cluster: )/);
  const columns = lines.filter((line) => line.startsWith('|')).map(countColumns);
  expect(new Set(columns).size).toBeLessThanOrEqual(1);
}

/** Counts the rows of the table in the summary, without its header. */
function rowsOf({ summary }: StepResult): number {
  return summary.split('\n').filter((line) => line.startsWith('|')).length - 2;
}

/** Counts the pipes that are not escaped. */
function countColumns(line: string): number {
  return (line.replaceAll(/\\./g, '').match(/\|/g) ?? []).length;
}

describe(`a description and permissions${HOW}`, () => {
  test.for(TRIED)('of %j become only outputs of get', async (text) => {
    await using scene = await startHostile(
      'get',
      {},
      { description: text + TAG, permissions: granting(text) },
    );
    const main = await scene.main();
    expectHarmless(scene, main);
    expect(main.outputs).toEqual({
      'token-id': ID,
      description: text.toWellFormed(),
      permissions: JSON.stringify(granting(text)),
      'created-at': '2026-04-30T12:00:00Z',
      'expires-at': '2026-05-02T12:00:00Z',
      status: 'active',
    });
  });

  test.for(TRIED)('of %j are shown by update as the change', async (text) => {
    // A dry run shows the same change.
    const dryRun = HOSTILE.indexOf(text) % 2 === 0;
    const inputs = { description: 'good', permissions: 'logs: read', 'dry-run': String(dryRun) };
    const hostile = { description: text + TAG, permissions: granting(text) };
    await using scene = await startHostile('update', inputs, hostile);
    const main = await scene.main();
    expectHarmless(scene, main);
    expect(main.outputs).toMatchObject({ changed: 'true', status: 'active' });
    expect(scene.cluster.tokens[0]?.description).toBe(dryRun ? 'x' : `good${TAG}`);
  });

  test.for(TRIED)('of %j are shown by update as a difference', async (text) => {
    const hostile = { description: text, permissions: granting(text) };
    await using scene = await startHostile('update', { description: 'good' }, {});
    scene.cluster.every('PATCH token').changes((token) => ({ ...token, ...hostile }));
    const main = await scene.main();
    expectHarmless(scene, main, ['error']);
    expect(main.annotations[0]?.title).toBe('Not updated as requested');
    expect(main.outputs).toMatchObject({
      description: text.toWellFormed(),
      permissions: JSON.stringify(granting(text)),
    });
  });

  test('of any kind are shown by a dry run of revoke, one row for each token', async () => {
    await using scene = await Scene.start({
      operation: 'revoke',
      ...runnerClockAt(NOW),
      cluster: { clock: () => NOW },
    });
    const texts = [...HOSTILE, ...RANDOM];
    const seeded = texts.map((description) => scene.cluster.seed({ description, createdAt: NOW - DAY_MS }));
    const change = (token: ListedToken) => ({ ...token, permissions: granting(token.description) });
    scene.cluster.every('GET tokens').changes<ListedToken[]>((tokens) => tokens.map(change));
    const ids = { 'token-id': JSON.stringify(seeded.map(({ id }) => id)), 'dry-run': 'true' };
    const main = await scene.main({ inputs: { ...scene.inputs, ...ids } });
    expectHarmless(scene, main);
    expect(rowsOf(main)).toBe(texts.length);
    expect(main.outputs).toEqual({
      'revoked-token-ids': '[]',
      'suspended-token-ids': '[]',
      'failed-token-ids': '[]',
    });
    expect(scene.cluster.liveTokens).toHaveLength(texts.length);
  });

  test.for<[string, (text: string) => string]>([
    ['as they are', (text) => text],
    ['before a tag', (text) => text + TAG],
  ])('of any kind are listed, %s, and are unchanged in the file', async ([, write]) => {
    await using scene = await Scene.start({
      operation: 'list',
      ...runnerClockAt(NOW),
      cluster: { clock: () => NOW },
    });
    const texts = [...HOSTILE, ...RANDOM].map(write);
    for (const [age, description] of texts.entries()) {
      scene.cluster.seed({ description, createdAt: NOW - age * 1000, expiresAt: NOW + (age + 1) * DAY_MS });
    }
    const change = (token: ListedToken) => ({ ...token, permissions: granting(token.description) });
    scene.cluster.every('GET tokens').changes<ListedToken[]>((tokens) => tokens.map(change));
    const main = await scene.main();
    expectHarmless(scene, main);
    expect(rowsOf(main)).toBe(texts.length);
    const json = readFileSync(main.outputs['tokens-file'] ?? '', 'utf8');
    expect(json).toBe(main.outputs['tokens']);
    const tokens: ListedToken[] = JSON.parse(json);
    expect(tokens.map(({ description }) => description)).toEqual(texts);
    expect(tokens.map(({ permissions }) => permissions)).toEqual(texts.map(granting));
  });

  test('of megabytes still leave a summary', async () => {
    const text = '<|'.repeat(600_000);
    const hostile = { description: text, permissions: granting(text) };
    await using scene = await startHostile('get', { 'request-timeout': '20s' }, hostile);
    const main = await scene.main();
    expectHarmless(scene, main);
    expect(main.summary).toContain(ID);
  });
});

describe('an ID', () => {
  const WALKING = [
    '../databases/prod',
    '..%2f..%2fdatabases',
    `${ID}/../../databases/prod`,
    '::error::x',
    '',
  ];

  test('of any kind is listed without further requests', async () => {
    await using scene = await Scene.start({ operation: 'list' });
    const ids = [...new Set([...WALKING, ...HOSTILE, ...RANDOM])];
    for (const [age, id] of ids.entries()) {
      scene.cluster.seed({ id, description: 'x', createdAt: NOW - age * 1000 });
    }
    const main = await scene.main();
    expectHarmless(scene, main);
    const listed: ListedToken[] = JSON.parse(main.outputs['tokens'] ?? '');
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
  });

  test('that changes a path cannot be revoked with the list as the input', async () => {
    await using scene = await startHostile('list', {}, { id: `${ID}/../../databases/prod` });
    const { outputs } = await scene.main();
    const listed: ListedToken[] = JSON.parse(outputs['tokens'] ?? '');
    const ids = [ID, ...listed.map((token) => token.id)];
    const revoke = { ...scene.inputs, operation: 'revoke', 'token-id': JSON.stringify(ids) };
    expect(await scene.main({ inputs: revoke })).toMatchObject({
      exitCode: 1,
      annotations: [{ title: 'Input token-id' }],
    });
    expect(scene.cluster.trace).toEqual(['GET tokens 200']);
  });

  test.for([
    ['get', {}],
    ['update', { description: 'y' }],
  ] as const)(
    'that changes a path, in a response to %s, belongs to another token',
    async ([operation, inputs]) => {
      await using scene = await startHostile(operation, inputs, { id: '..%2f..%2fdatabases' });
      const main = await scene.main();
      expectHarmless(scene, main, ['error']);
      expect(main).toMatchObject({ exitCode: 1, outputs: {} });
      expect(scene.cluster.trace).toEqual(['GET token 200']);
    },
  );
});

describe('a number as a database', () => {
  const hostile = { permissions: [{ action: 'read', resource: 2 }] };

  test('stops an update', async () => {
    await using scene = await startHostile('update', { permissions: 'none' }, hostile);
    const main = await scene.main();
    expectHarmless(scene, main, ['error']);
    expect(main).toMatchObject({
      exitCode: 1,
      outputs: {},
      annotations: [{ title: 'Unreadable response' }],
    });
    expect(scene.cluster.trace).toEqual(['GET token 200']);
  });

  test('does not stop an operation that reads the list', async () => {
    await using scene = await startHostile('revoke', { 'dry-run': 'true' }, hostile);
    const main = await scene.main();
    expectHarmless(scene, main);
    expect(main.summary).toContain(ID);
  });
});

describe(`an error${HOW}`, () => {
  const TELLERS = [
    ['get', 'GET token', {}],
    ['list', 'GET tokens', {}],
    ['update', 'PATCH token', { description: 'good' }],
    ['revoke', 'DELETE token', {}],
  ] as const;

  test.for(TRIED)('of %j is only text in every message', async (message) => {
    const turn = HOSTILE.indexOf(message) % TELLERS.length;
    const [operation, route, inputs] = TELLERS[turn] ?? TELLERS[0];
    await using scene = await startHostile(operation, inputs, {});
    scene.cluster.clearFaults();
    scene.cluster.every(route).respondsWith(400, { code: 400, message });
    const main = await scene.main();
    expectHarmless(scene, main, ['error']);
    expect(main.exitCode).toBe(1);
    expect(scene.cluster.trace).toContain(`${route} 400`);
  });
});

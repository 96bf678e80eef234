import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../github-schema.ts';
import { violationsOf } from './workflow-rules.ts';

const FOLDER = join(import.meta.dirname, '../../.github/workflows');
const WORKFLOWS = readdirSync(FOLDER);

test('the list of workflows is complete', () => {
  expect(WORKFLOWS).toEqual([
    'ci.yml',
    'codeql.yml',
    'dependency-review.yml',
    'release.yml',
    'rotate.yml',
    'scorecard.yml',
    'self-test.yml',
  ]);
});

describe.for(WORKFLOWS)('.github/workflows/%s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');

  test('passes the check of GitHub’s own schema', async () => {
    expect(await diagnostics(name, text)).toEqual([]);
  });

  test('follows the rules', () => {
    expect(violationsOf(text)).toEqual([]);
  });
});

describe('actions of others', () => {
  const EXAMPLES = join(import.meta.dirname, '../../examples');
  const all = [FOLDER, EXAMPLES].flatMap((folder) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  );

  test('have the same commit in every workflow and example', () => {
    const pins = new Map<string, Set<string>>();
    for (const [, text] of all) {
      for (const [, owner = '', pin = ''] of text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\S+ # \S+)/g)) {
        pins.set(owner, (pins.get(owner) ?? new Set()).add(pin));
      }
    }
    expect(pins.size).toBeGreaterThan(10);
    expect([...pins].filter(([, used]) => used.size > 1)).toEqual([]);
  });

  test.for(all)('are pinned to a commit in %s', ([, text]) => {
    const uses = [...text.matchAll(/uses: (?!\.\/|OWNER\/influxdb-token-action\b)(.*)/g)].map(
      ([, one]) => one,
    );
    expect(uses.filter((one = '') => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([]);
  });
});

test('no example contains anything that only a test needs', () => {
  const folder = join(import.meta.dirname, '../../examples');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  // The emulator outputs its own address.
  const rest = texts.map((text) =>
    text.replaceAll(/\w+-url: \$\{\{ steps\.emulator\.outputs\.\S+ \}\}/g, ''),
  );
  for (const text of rest) expect(text).not.toMatch(/INFLUXDB_API_URL|api-url|only for tests|127\.0\.0\.1/);
});

test('dependency review allows the license of each installed package', () => {
  const review = readFileSync(join(FOLDER, 'dependency-review.yml'), 'utf8');
  const [, allowed = ''] = /allow-licenses: (.*)/.exec(review) ?? [];
  const { packages } = JSON.parse(readFileSync(join(FOLDER, '../../package-lock.json'), 'utf8'));
  const licenses = Object.values<{ license?: string; link?: true }>(packages)
    // A link leads to a package of this repository, which has a separate entry.
    .filter(({ link }) => !link)
    .map(({ license = 'none' }) => license);
  const isAllowed = (license: string): boolean => allowed.split(', ').includes(license);
  const unknown = licenses.filter((license) => {
    const names = license.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /);
    return license.includes(' OR ') ? !names.some(isAllowed) : !names.every(isAllowed);
  });
  expect(licenses.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});

describe('the rules', () => {
  const GOOD = `
on: pull_request
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v1.2.3
        with:
          persist-credentials: false
      - run: npm ci
`;

  test('accept a good workflow', () => expect(violationsOf(GOOD)).toEqual([]));

  test.for<[fault: string, from: string | RegExp, to: string]>([
    ['on: pull_request_target', 'on: pull_request', 'on: pull_request_target'],
    ['on: workflow_run', 'on: pull_request', 'on: [push, workflow_run]'],
    ['on: issue_comment', 'on: pull_request', 'on:\n  issue_comment:'],
    ['permissions at the top are not {}', 'permissions: {}', 'permissions: read-all'],
    ['permissions at the top are not {}', 'permissions: {}\n', ''],
    ['build: has no permissions', /\n {4}permissions:\n.*/, ''],
    ['build: has no permissions', /\n {4}permissions:\n.*/, '\n    permissions: write-all'],
    ['build: has no time limit', /\n.*timeout.*/, ''],
    ['build: actions/checkout@v1 is not pinned', /@\S+ # \S+/, '@v1'],
    ['build: actions/checkout@v1 is not pinned', /@\S+ #/, '@v1 #'],
    [
      'build: actions/checkout@0123456789abcdef0123456789abcdef01234567 names no version',
      / # v1.2.3/,
      ' # newest',
    ],
    ['build: leaves the credentials of the checkout on disk', /\n {8}with:\n.*/, ''],
    [
      'build: has an expression inside a script',
      'npm ci',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is GitHub's syntax
      'echo ${{ github.actor }}',
    ],
    ['build: runs downloaded code with contents: write', 'contents: read', 'contents: write'],
    ['build: runs downloaded code with id-token: write', 'contents: read', 'id-token: write'],
    [
      'build: runs downloaded code with a secret',
      '- run: npm ci',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is GitHub's syntax
      '- run: npm ci\n        env:\n          KEY: ${{ secrets.KEY }}',
    ],
  ])('find: %s', ([fault, from, to]) => {
    const bad = GOOD.replace(from, to);
    expect(bad).not.toBe(GOOD);
    expect(violationsOf(bad)).toEqual([fault]);
  });
});

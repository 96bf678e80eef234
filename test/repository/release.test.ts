import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseNotes } from '../../scripts/release-notes.ts';
import type { StandIn } from '../actions-runner/workflow/actions.ts';
import { runWorkflow } from '../actions-runner/workflow/run-workflow.ts';
import { ACTION } from '../e2e/scene.ts';
import { Programs } from '../e2e/stage/programs.ts';

const WORKFLOW = readFileSync(join(ACTION, '.github/workflows/release.yml'), 'utf8');
const CHANGELOG = `# Changelog

## Unreleased

Not yet.

## 1.2.3

- Tokens are greener.

## 1.2.2 (2026-01-31)

- Tokens are rounder.
`;

describe('the notes of a release', () => {
  test('are the section of its version', () => {
    expect(releaseNotes('v1.2.3', CHANGELOG, '1.2.3')).toBe('- Tokens are greener.');
    expect(releaseNotes('v1.2.2', CHANGELOG, '1.2.2')).toBe('- Tokens are rounder.');
  });

  test.for<[what: string, tag: string, packageVersion: string, message: string]>([
    ['a tag of no release', 'v1', '1.2.3', 'v1 is no tag of a release'],
    ['another version in package.json', 'v1.2.3', '1.2.2', 'package.json has version 1.2.2'],
    ['a version that the changelog does not know', 'v1.2.4', '1.2.4', 'says nothing of 1.2.4'],
    ['a version of which another one begins alike', 'v1.2.33', '1.2.33', 'says nothing of 1.2.33'],
  ])('are none for %s', ([, tag, packageVersion, message]) => {
    expect(() => releaseNotes(tag, CHANGELOG, packageVersion)).toThrow(message);
  });
});

/** Refuses what GitHub's own program or API would refuse, as far as this workflow can come to it. */
const gh = (immutable: boolean): string => `
  const command = args.join(' ');
  if (!env.GH_TOKEN) refuse('gh: set the GH_TOKEN environment variable');
  if (/^release create v1\\.2\\.3 --draft --verify-tag --title v1\\.2\\.3 --notes-file \\S+ \\S+\\.tar\\.gz$/.test(command)) {
    for (const file of args.slice(-1).concat(args.at(-2))) readFileSync(file);
    return 'https://github.com/acme/action/releases/untagged-1';
  }
  if (command === 'release edit v1.2.3 --draft=false') return '';
  if (command === 'api repos/acme/action/releases/tags/v1.2.3 --jq .immutable') return String(${immutable});
  if (/^api --method PATCH repos\\/acme\\/action\\/git\\/refs\\/tags\\/v1 --raw-field sha=[0-9a-f]{40} --field force=true$/.test(command)) return '{}';
  if (/^api --method POST repos\\/acme\\/action\\/git\\/refs --raw-field ref=refs\\/tags\\/v1 --raw-field sha=[0-9a-f]{40}$/.test(command)) return '{}';
  refuse('unknown command: ' + command);`;

interface Before {
  readonly packageVersion?: string;
  readonly tags?: readonly string[];
  readonly branch?: string;
  /** What stands in the place of all checks. */
  readonly checks?: string;
  /** Whether the repository is set to that. */
  readonly immutable?: boolean;
}

/** A small repository that is released as v1.2.3: its checkout, and what gh was told to do. */
class Release implements Disposable {
  readonly #origin = mkdtempSync(join(tmpdir(), 'release-'));
  readonly #gh: Programs;
  readonly #attested: string[] = [];
  readonly commit: string;

  constructor({
    packageVersion = '1.2.3',
    tags = [],
    branch = 'main',
    checks = 'npm --version',
    immutable = true,
  }: Before = {}) {
    this.#gh = new Programs({ gh: gh(immutable) });
    this.#git('init', '--initial-branch', 'main');
    for (const name of ['action.yml', 'LICENSE', 'README.md', 'SECURITY.md', 'scripts/release-notes.ts'])
      cpSync(join(ACTION, name), join(this.#origin, name));
    for (const name of ['dist/main/index.js', 'emulator/action.yml', 'emulator/dist/main.js'])
      this.#write(name, '// packed\n');
    this.#write('CHANGELOG.md', CHANGELOG);
    this.#write('package.json', JSON.stringify({ version: packageVersion }));
    this.#write('.ci/run', `#!/usr/bin/env bash\n${checks}\n`);
    execFileSync('chmod', ['+x', join(this.#origin, '.ci/run')]);
    this.#git('add', '.');
    this.#git('commit', '--message', 'Everything');
    if (branch !== 'main') {
      this.#git('checkout', '--quiet', '-b', branch);
      this.#git('commit', '--allow-empty', '--message', 'Not reviewed');
    }
    for (const tag of [...tags, 'v1.2.3']) this.#git('tag', tag);
    this.commit = this.#git('rev-parse', 'HEAD').trim();
  }

  async run() {
    const report = await runWorkflow(WORKFLOW, {
      actions: {
        'actions/checkout': this.#checkout(),
        'actions/setup-node': async () => ({}),
        'actions/attest-build-provenance': async ({ inputs }) => {
          this.#attested.push(inputs['subject-path'] ?? '');
          return {};
        },
      },
      paths: [this.#gh.folder],
      github: {
        repository: 'acme/action',
        event_name: 'push',
        ref: 'refs/tags/v1.2.3',
        ref_name: 'v1.2.3',
        ref_type: 'tag',
        token: 'ghs_token-of-the-job',
      },
    });
    return { ...report, told: this.#gh.runs('gh').map(({ args }) => args), attested: this.#attested };
  }

  /** As a checkout with all branches and tags. */
  #checkout(): StandIn {
    return async ({ workspace }) => {
      execFileSync('git', ['clone', '--quiet', this.#origin, workspace]);
      execFileSync('git', ['-C', workspace, 'checkout', '--quiet', 'v1.2.3']);
      return {};
    };
  }

  #write(name: string, text: string): void {
    const path = join(this.#origin, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }

  #git(...args: string[]): string {
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    return execFileSync('git', [...person, '-C', this.#origin, ...args], { encoding: 'utf8' });
  }

  [Symbol.dispose](): void {
    rmSync(this.#origin, { recursive: true });
    this.#gh[Symbol.dispose]();
  }
}

const first = (told: readonly (readonly string[])[]) => told.map((args) => args.slice(0, 3).join(' '));

describe('.github/workflows/release.yml, as far as it can be run without GitHub', () => {
  test('attests, publishes a draft that has all its files, and then makes the tag v1', async () => {
    using release = new Release();
    const { conclusion, log, told, attested } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(attested).toEqual([expect.stringContaining('dist/**/*.js')]);
    expect(first(told)).toEqual([
      'release create v1.2.3',
      'release edit v1.2.3',
      'api repos/acme/action/releases/tags/v1.2.3 --jq',
      'api --method POST',
    ]);
    expect(told.at(-1)).toContain(`sha=${release.commit}`);
  });

  test('moves the tag v1 where there is one', async () => {
    using release = new Release({ tags: ['v1', 'v1.2.2', 'v0.9.9'] });
    const { conclusion, log, told } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(told.at(-1)).toEqual(expect.arrayContaining(['PATCH', `sha=${release.commit}`]));
  });

  test('leaves the tag v1 alone when it is an older version that is mended', async () => {
    using release = new Release({ tags: ['v1', 'v1.10.0'] });
    const { conclusion, told, log } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(first(told)).toHaveLength(3);
    expect(log).toContain('v1.10.0 is newer than v1.2.3: v1 stays.');
  });

  test('warns when a release can still be changed', async () => {
    using release = new Release({ immutable: false });
    const { conclusion, log } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(log).toContain('The release is not immutable.');
  });

  test.for<[what: string, before: Before, told: string]>([
    [
      'the checks fail, for instance since dist is not what the sources build',
      { checks: 'exit 1' },
      'exit code 1',
    ],
    ['the tag is not on main', { branch: 'feature' }, 'v1.2.3 is not on main.'],
    ['package.json has another version', { packageVersion: '1.2.2' }, 'package.json has version 1.2.2'],
  ])('publishes nothing when %s', async ([, before, says]) => {
    using release = new Release(before);
    const { conclusion, told, attested, log } = await release.run();
    expect(conclusion).toBe('failure');
    expect(log).toContain(says);
    expect([told, attested]).toEqual([[], []]);
  });
});

import { execFileSync, execSync } from 'node:child_process';
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
  const notesOf = (tag: string, packageVersion: string): string =>
    releaseNotes({ tag, repository: 'acme/action' }, CHANGELOG, packageVersion);

  test('are the section of its version and the command to verify the release', () => {
    expect(notesOf('v1.2.3', '1.2.3')).toMatch(/^- Tokens are greener\.\n\n## Verify this release\n/);
    expect(notesOf('v1.2.2', '1.2.2')).toMatch(/^- Tokens are rounder\.\n\n## Verify this release\n/);
  });

  test('verify the workflow that signed and the tag that it built', () => {
    const [, command = ''] = /```sh\n(.*?)\n```/s.exec(notesOf('v1.2.3', '1.2.3')) ?? [];
    expect(command.replaceAll(/\s*\\\n\s*/g, ' ')).toBe(
      'gh attestation verify influxdb-token-action-v1.2.3.tar.gz --repo acme/action ' +
        '--signer-workflow acme/action/.github/workflows/release.yml --source-ref refs/tags/v1.2.3',
    );
  });

  test.for<[what: string, tag: string, packageVersion: string, message: string]>([
    ['a tag that does not name a release', 'v1', '1.2.3', 'v1 is not the tag of a release'],
    ['another version in package.json', 'v1.2.3', '1.2.2', 'package.json has version 1.2.2'],
    ['a version that is not in the changelog', 'v1.2.4', '1.2.4', 'has no section about 1.2.4'],
    ['a version that only starts like another one', 'v1.2.33', '1.2.33', 'has no section about 1.2.33'],
  ])('do not exist for %s', ([, tag, packageVersion, message]) => {
    expect(() => notesOf(tag, packageVersion)).toThrow(message);
  });
});

describe('the SBOM of a release', () => {
  const command = /run: (npm sbom .*) >/.exec(WORKFLOW)?.[1] ?? '';
  const text = execSync(command, { cwd: ACTION, encoding: 'utf8' });
  const { components } = JSON.parse(text) as {
    components: { name: string; properties?: { name: string }[] }[];
  };
  const isTool = (name: string): boolean | undefined =>
    components
      .find((component) => component.name === name)
      ?.properties?.some((property) => property.name === 'cdx:npm:package:development');

  test.for(['dist', 'emulator/dist'])('lists every package in %s, not as a tool', (folder) => {
    const licenses = readFileSync(join(ACTION, folder, 'licenses.txt'), 'utf8');
    const packed = [...licenses.matchAll(/^(\S+) \d[\d.]* \([\w.-]+\)$/gm)].map(([, name = '']) => name);
    expect(packed.length).toBeGreaterThan(0);
    expect(packed.filter((name) => !components.some((component) => component.name === name))).toEqual([]);
    expect(packed.filter(isTool)).toEqual([]);
  });

  test('marks a tool as such', () => expect(isTool('vitest')).toBe(true));
});

/** Refuses everything that GitHub's own program or API would refuse, as far as this workflow can reach it. */
const gh = (immutable: boolean): string => `
  const command = args.join(' ');
  if (!env.GH_TOKEN) refuse('gh: set the GH_TOKEN environment variable');
  if (/^release create v1\\.2\\.3 --draft --verify-tag --title v1\\.2\\.3 --notes-file \\S+ \\S+\\.tar\\.gz \\S+sbom\\.cdx\\.json$/.test(command)) {
    for (const file of args.slice(-3)) readFileSync(file);
    return 'https://github.com/acme/action/releases/untagged-1';
  }
  if (command === 'release edit v1.2.3 --draft=false') return '';
  if (command === 'api repos/acme/action/releases/tags/v1.2.3 --jq .immutable') return String(${immutable});
  if (/^api --method PATCH repos\\/acme\\/action\\/git\\/refs\\/tags\\/v1 --raw-field sha=[0-9a-f]{40} --field force=true$/.test(command)) return '{}';
  if (/^api --method POST repos\\/acme\\/action\\/git\\/refs --raw-field ref=refs\\/tags\\/v1 --raw-field sha=[0-9a-f]{40}$/.test(command)) return '{}';
  refuse('unknown command: ' + command);`;

/** `verified` is whether the registry has signed all packages. */
const npm = (verified: boolean): string => `
  const command = args.join(' ');
  if (command === '--version') return '11.0.0';
  if (command === 'audit signatures') return ${verified} ? 'verified registry signatures' : refuse('1 package has an invalid signature');
  if (command.startsWith('sbom --package-lock-only ')) return '{"bomFormat": "CycloneDX"}';
  refuse('unknown command: ' + command);`;

interface Before {
  readonly packageVersion?: string;
  readonly tags?: readonly string[];
  readonly branch?: string;
  /** The command that replaces all checks. */
  readonly checks?: string;
  /** Whether the repository has immutable releases. */
  readonly immutable?: boolean;
  /** Whether the registry has signed all installed packages. */
  readonly verified?: boolean;
}

/** A small repository that is released as v1.2.3: its checkout, and the recorded calls of gh. */
class Release implements Disposable {
  readonly #origin = mkdtempSync(join(tmpdir(), 'release-'));
  readonly #programs: Programs;
  readonly #attested: string[] = [];
  readonly commit: string;

  constructor({
    packageVersion = '1.2.3',
    tags = [],
    branch = 'main',
    checks = 'npm --version',
    immutable = true,
    verified = true,
  }: Before = {}) {
    this.#programs = new Programs({ gh: gh(immutable), npm: npm(verified) });
    this.#git('init', '--initial-branch', 'main');
    for (const name of ['action.yml', 'LICENSE', 'README.md', 'SECURITY.md', 'scripts/release-notes.ts'])
      cpSync(join(ACTION, name), join(this.#origin, name));
    for (const name of [
      'dist/main/index.js',
      'dist/management-token/main/index.js',
      'management-token/action.yml',
      'emulator/action.yml',
      'emulator/dist/main.js',
    ])
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
      paths: [this.#programs.folder],
      github: {
        repository: 'acme/action',
        event_name: 'push',
        ref: 'refs/tags/v1.2.3',
        ref_name: 'v1.2.3',
        ref_type: 'tag',
        token: 'ghs_token-of-the-job',
      },
    });
    return {
      ...report,
      ghCalls: this.#programs.runs('gh').map(({ args }) => args),
      attested: this.#attested,
    };
  }

  /** A checkout with all branches and tags. */
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
    this.#programs[Symbol.dispose]();
  }
}

const first = (ghCalls: readonly (readonly string[])[]) => ghCalls.map((args) => args.slice(0, 3).join(' '));

describe('.github/workflows/release.yml, without GitHub', () => {
  test('attests, publishes a draft with all files, and then creates the tag v1', async () => {
    using release = new Release();
    const { conclusion, log, ghCalls, attested } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(attested).toEqual([expect.stringMatching(/sbom\.cdx\.json[\s\S]*dist\/\*\*\/\*\.js/)]);
    expect(first(ghCalls)).toEqual([
      'release create v1.2.3',
      'release edit v1.2.3',
      'api repos/acme/action/releases/tags/v1.2.3 --jq',
      'api --method POST',
    ]);
    expect(ghCalls.at(-1)).toContain(`sha=${release.commit}`);
  });

  test('moves an existing tag v1', async () => {
    using release = new Release({ tags: ['v1', 'v1.2.2', 'v0.9.9'] });
    const { conclusion, log, ghCalls } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(ghCalls.at(-1)).toEqual(expect.arrayContaining(['PATCH', `sha=${release.commit}`]));
  });

  test('does not move the tag v1 for a fix of an older version', async () => {
    using release = new Release({ tags: ['v1', 'v1.10.0'] });
    const { conclusion, ghCalls, log } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(first(ghCalls)).toHaveLength(3);
    expect(log).toContain('v1.10.0 is newer than v1.2.3: v1 stays.');
  });

  test('warns if a release can still be changed', async () => {
    using release = new Release({ immutable: false });
    const { conclusion, log } = await release.run();
    expect(conclusion, log).toBe('success');
    expect(log).toContain('The release is not immutable.');
  });

  test.for<[what: string, before: Before, says: string]>([
    [
      'the checks fail, for example because dist does not match the sources',
      { checks: 'exit 1' },
      'exit code 1',
    ],
    ['a package has no valid signature', { verified: false }, 'invalid signature'],
    ['the tag is not on main', { branch: 'feature' }, 'v1.2.3 is not on main.'],
    ['package.json has another version', { packageVersion: '1.2.2' }, 'package.json has version 1.2.2'],
  ])('publishes nothing if %s', async ([, before, says]) => {
    using release = new Release(before);
    const { conclusion, ghCalls, attested, log } = await release.run();
    expect(conclusion).toBe('failure');
    expect(log).toContain(says);
    expect([ghCalls, attested]).toEqual([[], []]);
  });
});

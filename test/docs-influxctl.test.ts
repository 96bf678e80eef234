import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Emulator } from '../emulator/servers/emulator.ts';
import type { StoredToken } from '../emulator/servers/token-store.ts';
import { runWorkflow } from './actions-runner/workflow/run-workflow.ts';
import { profile } from './e2e/stage/profile.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs/influxctl.md'), 'utf8');

const FIRST = '7f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const SECOND = 'c0a1d2e3-4f56-4789-8abc-def012345678';

/** Every pair on the page: the command, and the equivalent steps. */
const PAIRS = PAGE.split('\n## ').flatMap((section) => {
  const [title = ''] = section.split('\n');
  const [, command] = /```sh\n(.*?)```/s.exec(section) ?? [];
  const [, steps] = /```yaml\n(.*?)```/s.exec(section) ?? [];
  return command === undefined || steps === undefined ? [] : [{ title, command, steps }];
});

/** The effect of each command on the server. */
const EFFECTS: Record<string, (cluster: Emulator, log: string) => void> = {
  'Create a token': ({ liveTokens }) => {
    const token = newToken(liveTokens);
    expect(grantsOf(token)).toEqual(['logs write', 'metrics read', 'metrics write']);
    expect(token?.description).toMatch(/^Telegraf \[gha:.* kept /);
    expect(((token?.expiresAt ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
  },
  'Create a token for all databases': ({ tokens, liveTokens }) => {
    expect(grantsOf(newToken(tokens))).toEqual(['* read', '* write']);
    expect(newToken(liveTokens)).toBeUndefined();
  },
  'Show a token': ({ trace }) => expect(trace).toEqual(['GET token 200']),
  'List tokens': ({ trace }, log) => {
    expect(trace).toEqual(['GET tokens 200']);
    expect(log).toContain('2 of 3 tokens listed');
  },
  'List all tokens as JSON': (_, log) => expect(log).toContain('3 of 3 tokens listed'),
  'Change permissions': ({ liveTokens }) =>
    expect(grantsOf(liveTokens.find(({ id }) => id === FIRST))).toEqual([
      'logs read',
      'logs write',
      'metrics read',
    ]),
  'Revoke tokens': ({ liveTokens }) => expect(liveTokens).toEqual([]),
  'Use another profile from a file': ({ trace }) => expect(trace).toEqual(['GET tokens 200']),
};

test('docs/influxctl.md has a step for every command', () => {
  expect(PAIRS.map(({ title }) => title)).toEqual(Object.keys(EFFECTS));
  for (const { command } of PAIRS) expect(command).toMatch(/^influxctl /);
  expect(PAGE.match(/```yaml/g)).toHaveLength(PAIRS.length);
});

test.for(PAIRS)('docs/influxctl.md: $title', async ({ title, steps }) => {
  await using cluster = await Emulator.start({ product: 'clustered' });
  for (const id of [FIRST, SECOND]) cluster.seed({ id, description: 'from before' });
  cluster.seed({ description: 'revoked', revokedAt: Date.now() });
  const { conclusion, log } = await runWorkflow(workflow(steps), {
    actions: { 'OWNER/influxdb-token-action': ROOT },
    secrets: { INFLUXCTL_CONFIG: profile('default', cluster), STAGING: profile('staging', cluster) },
  });
  expect(log).not.toContain(cluster.managementToken);
  expect(conclusion, log).toBe('success');
  EFFECTS[title]?.(cluster, log);
});

/** The steps, after a step that creates the file that some of them name. */
function workflow(steps: string): string {
  return `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - env:
          CONFIG: \${{ secrets.STAGING }}
        run: mkdir influxctl && printf %s "$CONFIG" > influxctl/config.toml
${steps.replaceAll(/^/gm, '      ')}`;
}

function newToken(tokens: readonly StoredToken[]): StoredToken | undefined {
  return tokens.find(({ description }) => description.includes('[gha:'));
}

function grantsOf(token: StoredToken | undefined): string[] | undefined {
  return token?.permissions.map(({ action, resource }) => `${resource} ${action}`).sort();
}

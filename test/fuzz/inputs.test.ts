import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator/servers/emulator.ts';
import { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import { ActionStep } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { ACTION, access, connection } from '../e2e/scene.ts';
import { checkProcess, checkSecrets } from '../faults/process-invariants.ts';
import { arbitraryInputs } from './arbitrary-inputs.ts';
import { arbitraryTokenRequest } from './token-requests.ts';

/** Each run is a process. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 10);
const BOUND_MS = 20_000;
const OWN_RUN = '8812345678';

let cluster: Emulator;
let github: GithubEmulator;
beforeAll(async () => {
  cluster = await Emulator.start();
  github = await GithubEmulator.start();
  github.repository('acme/web');
});
afterAll(async () => {
  await Promise.all([cluster.stop(), github.stop()]);
});

interface Outcome {
  readonly main: StepResult;
  /** The requests to the servers during the step, such as `POST tokens 200`. */
  readonly trace: readonly string[];
}

/** run runs the step and checks the invariants of a process. */
async function run(inputs: Readonly<Record<string, string>>): Promise<Outcome> {
  using step = new ActionStep({
    action: ACTION,
    inputs,
    github: { api_url: github.apiUrl, token: github.token({ kind: 'job', actions: 'read' }) },
  });
  const earlier = [cluster.requests.length, github.requests.length];
  const main = await step.main();
  const trace = [...cluster.trace.slice(earlier[0]), ...github.trace.slice(earlier[1])];
  const secrets = [cluster.managementToken, ...cluster.tokens.map(({ secret }) => secret)];
  const findings = [
    ...checkProcess(main, { success: [], boundMs: BOUND_MS }),
    ...checkSecrets(main, step.host.temp, secrets),
  ];
  expect(findings.flat()).toEqual([]);
  // The strict emulator must accept every request.
  expect(trace.filter((line) => /unknown| 4(?!0[14]|03)\d\d/.test(line))).toEqual([]);
  return { main, trace };
}

describe('a requested token', () => {
  test('is created as requested, or its description is refused', {
    timeout: RUNS * BOUND_MS,
  }, async () => {
    const property = fc.asyncProperty(
      arbitraryTokenRequest,
      async ({ permissions, description, expiry, inputs }) => {
        const begun = Date.now();
        const { main, trace } = await run({ ...connection(cluster), ...inputs, 'activation-timeout': '0' });
        if (main.exitCode === 1) {
          expect(trace).toEqual([]);
          const errors = main.annotations.filter(({ level }) => level === 'error');
          expect(errors.map(({ message }) => message.includes('description'))).toEqual(
            errors.map(() => true),
          );
          return;
        }
        const stored = cluster.tokens.find(({ id }) => id === main.outputs['token-id']);
        expect(main.outputs['description']).toBe(
          description.trim() === '' ? 'CI / build' : description.trim(),
        );
        // With any input, the action writes the tag.
        expect(parseTagged(stored?.description ?? '')).toMatchObject({
          plain: main.outputs['description'],
          tag: { server: 'github.com', repositoryId: '4711', runId: OWN_RUN, kind: 'job' },
        });
        expect(new Set(stored?.permissions.map(asText))).toEqual(new Set(permissions.map(asText)));
        if ('at' in expiry) expect(stored?.expiresAt).toBe(expiry.at);
        else {
          expect(stored?.expiresAt).toBeGreaterThanOrEqual(begun - 1000 + expiry.afterMs);
          expect(stored?.expiresAt).toBeLessThanOrEqual(Date.now() + expiry.afterMs);
        }
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  });
});

describe('a requested change', () => {
  test('is made as requested and keeps the tag, or the description is refused', {
    timeout: RUNS * BOUND_MS,
  }, async () => {
    const property = fc.asyncProperty(arbitraryTokenRequest, async ({ permissions, description, inputs }) => {
      const tag = ' [gha:github.com/acme/web#4711 99.1 kept 0123456789abcdef]';
      const token = cluster.seed({ description: `before${tag}` });
      const { 'expires-at': _, ...others } = inputs;
      const { main } = await run({
        ...access(cluster),
        operation: 'update',
        'token-id': token.id,
        ...others,
      });
      if (main.exitCode === 1) {
        expect(token).toMatchObject({ description: `before${tag}`, permissions: [] });
        expect(main.annotations[0]?.message).toContain('description');
        return;
      }
      expect(main.outputs['changed']).toBe('true');
      expect(token.description).toBe(`${description.trim() || 'before'}${tag}`);
      expect(new Set(token.permissions.map(asText))).toEqual(new Set(permissions.map(asText)));
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});

describe('any text in the inputs', () => {
  test('causes errors with titles, or requests that a strict server accepts', {
    timeout: RUNS * BOUND_MS,
  }, async () => {
    const property = fc.asyncProperty(arbitraryInputs, async ({ operation, others }) => {
      const { main } = await run({
        ...access(cluster),
        ...(['create', 'rotate'].includes(operation) ? { 'cluster-url': cluster.clusterUrl } : {}),
        retries: '0',
        operation,
        ...Object.fromEntries(others),
      });
      expect(main.annotations.filter(({ level, title }) => level === 'error' && title === '')).toEqual([]);
    });
    // test/request/any-inputs.test.ts parses many more texts.
    await fc.assert(property, { numRuns: RUNS });
  });
});

function asText({ action, resource }: { readonly action: string; readonly resource: string }): string {
  return `${resource}: ${action}`;
}

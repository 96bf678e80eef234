import { expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import type { ManagementApi } from '../../src/management-api/client.ts';
import type { Creation } from '../../src/management-api/outcomes.ts';
import { create } from '../../src/operations/create.ts';
import type { Deps } from '../../src/operations/deps.ts';
import { Ledger, readLedger } from '../../src/operations/ledger.ts';
import type { CreateRequest } from '../../src/request/create.ts';
import type { Runner } from '../../src/runner/runner.ts';
import type { Token } from '../../src/tokens/token.ts';
import type { TokenSpec } from '../../src/tokens/token-spec.ts';
import { FakeClock } from '../fake-clock.ts';

/** What a kill could fall between, of which no request tells: the order of writes to the runner's files. */
test('a kept token: write ahead, create, tag, deliver, and only then leave it alone', async () => {
  const events: string[] = [];
  await create(request({ keep: true }), deps(events));
  expect(events).toEqual([
    'state open',
    'POST',
    'state open with id',
    'output token-id, description, permissions, created-at, expires-at, status',
    'output active',
    'PATCH',
    'output token',
    'state empty',
  ]);
});

test('a token for the job: the same, and it stays the post step’s to revoke', async () => {
  const events: string[] = [];
  await create(request({ keep: false }), deps(events));
  expect(events.at(-1)).toBe('output token');
  expect(events).not.toContain('PATCH');
});

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const NOW = Date.UTC(2026, 10, 23);

function request({ keep }: { keep: boolean }): CreateRequest {
  return {
    operation: 'create',
    connection: {
      product: 'dedicated',
      apiUrl: 'https://api.example',
      clusterUrl: 'https://cluster.example',
      accountId: ID,
      clusterId: ID,
      credential: { secret: new Secret('m'), source: 'a test' },
      trusted: [],
      retryPolicy: { timeoutMs: 1000, retries: 0 },
    },
    run: {
      server: 'github.com',
      repository: 'acme/web',
      repositoryId: '1',
      runId: '2',
      runAttempt: '3',
      workflow: 'w',
      job: 'j',
      githubApiUrl: 'https://api.github.com',
    },
    description: 'x',
    grants: {
      permissions: [{ action: 'read', resource: 'metrics' }],
      checkDatabases: false,
      databasesInput: 'permissions',
    },
    expiresAt: NOW + 86_400_000,
    activationTimeoutMs: 0,
    keep,
    failOnRevokeError: false,
    dryRun: false,
  };
}

/** A server and a runner that do as they are told and note it down. */
function deps(events: string[]): Deps {
  const api = {
    located: true,
    endpoint: { apiUrl: 'https://api.example', form: 'prefixed', accountId: ID, clusterId: ID },
    createToken: async (spec: TokenSpec): Promise<Creation> => {
      events.push('POST');
      return { kind: 'created', token: tokenOf(spec.description, spec), secret: new Secret('s') };
    },
    updateToken: async (_: string, { description = '' }: { description?: string }): Promise<Token> => {
      events.push('PATCH');
      return tokenOf(description, { permissions: [], expiresAt: 'never' });
    },
  } as unknown as ManagementApi;
  const runner = {
    info: () => {},
    outputs: (outputs: object) => events.push(`output ${Object.keys(outputs).join(', ')}`),
    token: () => events.push('output token'),
  } as unknown as Runner;
  const save = (text: string) => {
    const [attempt] = text === '' ? [] : readLedger(text).attempts;
    events.push(attempt ? `state ${attempt.fate}${attempt.id ? ' with id' : ''}` : 'state empty');
  };
  const header = { endpoint: api.endpoint, retryPolicy: { timeoutMs: 1, retries: 0 }, fingerprints: [] };
  return {
    api,
    runner,
    progress: () => {},
    newLedger: (failOnRevokeError) => new Ledger(save, { ...header, failOnRevokeError }),
    clock: new FakeClock(NOW),
    retryControl: { policy: { retries: 0 }, backOff: async () => true },
    nonce: () => '0123456789abcdef',
    dataPlane: {} as Deps['dataPlane'],
  };
}

function tokenOf(description: string, { permissions, expiresAt }: Omit<TokenSpec, 'description'>): Token {
  return {
    id: ID,
    description,
    permissions,
    createdAt: NOW,
    expiresAt: expiresAt === 'never' ? 'unset' : expiresAt,
    revokedAt: 'unset',
  };
}

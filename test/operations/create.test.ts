import { expect, test } from 'vitest';
import { Secret } from '../../src/base/secret.ts';
import type { Endpoint } from '../../src/management-api/endpoint.ts';
import { create } from '../../src/operations/create.ts';
import type { Deps, ManagementApi } from '../../src/operations/deps.ts';
import { Ledger, readLedger } from '../../src/operations/ledger.ts';
import type { CreateRequest } from '../../src/request/request.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import type { Token } from '../../src/tokens/token.ts';
import type { TokenSpec } from '../../src/tokens/token-spec.ts';
import { FakeClock } from '../fake-clock.ts';
import { fakeRunner } from '../fake-runner.ts';
import { unexpected } from './fake-api.ts';
import { retryControl } from './retry-control.ts';

const NOW = Date.UTC(2026, 10, 23);

/** A kill can happen between these events, which no request shows: the order of writes to the runner's files. */
test('a kept token is written to the ledger, created, tagged, and delivered, and only then marked as kept', async () => {
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

test('a job token has the same order, and the post step revokes it', async () => {
  const events: string[] = [];
  await create(request({ keep: false }), deps(events));
  expect(events.at(-1)).toBe('output token');
  expect(events).not.toContain('PATCH');
});

test.each([
  [NOW + 86_399_999, 'active'],
  [NOW + 86_400_000, 'expired'],
])(
  'at the server time %i, the status of the new token is %s, whatever the time of the runner',
  async (serverNow, status) => {
    const statuses: string[] = [];
    await create(request({ keep: false }), deps([], { serverNow, statuses }));
    expect(statuses).toEqual([status]);
  },
);

test.each<[string, Partial<Token>, string]>([
  ['permissions', { permissions: [] }, 'grants "none" instead of "metrics: read"'],
  ['expiry', { expiresAt: 'unset' }, 'never expires (requested: 2026-11-24T00:00:00Z)'],
])(
  'a token that has another %s after its new tag is revoked and not delivered',
  async (_, patched, deviation) => {
    const events: string[] = [];
    const result = await create(request({ keep: true }), deps(events, { patched }));
    expect(result).toMatchObject({
      kind: 'not-kept-as-requested',
      status: 'revoked',
      deviations: [deviation],
      notRevoked: undefined,
    });
    expect(events.slice(-3)).toEqual(['PATCH', 'DELETE', 'state empty']);
    expect(events).not.toContain('output token');
  },
);

interface Recorded {
  readonly serverNow?: number;
  /** The values of the output `status`. */
  readonly statuses?: string[];
  /** How the response to the PATCH differs from the request. */
  readonly patched?: Partial<Token>;
}

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const ENDPOINT: Endpoint = {
  apiUrl: 'https://api.example',
  form: 'prefixed',
  accountId: ID,
  clusterId: ID,
};

function request({ keep }: { keep: boolean }): CreateRequest {
  return {
    operation: 'create',
    connection: {
      endpoints: [ENDPOINT],
      clusterUrl: 'https://cluster.example',
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

/** A server and a runner that do what the test says, and record it. `serverNow` is the time of the server. */
function deps(events: string[], { serverNow = NOW, statuses = [], patched = {} }: Recorded = {}): Deps {
  const api: ManagementApi = {
    endpoint: async () => ENDPOINT,
    createToken: async (spec) => {
      events.push('POST');
      return {
        kind: 'done',
        token: tokenOf(spec.description, spec),
        secret: new Secret('s'),
        clocks: twoClocks(serverNow, NOW),
      };
    },
    updateToken: async (_, { description = '' }) => {
      events.push('PATCH');
      const { grants, expiresAt } = request({ keep: true });
      return { ...tokenOf(description, { permissions: grants.permissions, expiresAt }), ...patched };
    },
    patchToken: unexpected,
    databases: unexpected,
    tokens: unexpected,
    findToken: unexpected,
    deleteToken: async () => {
      events.push('DELETE');
      return { kind: 'done' };
    },
  };
  const runner = fakeRunner({
    outputs: (outputs) => {
      events.push(`output ${Object.keys(outputs).join(', ')}`);
      if (outputs['status']) statuses.push(outputs['status']);
    },
    token: () => events.push('output token'),
  });
  const save = (text: string) => {
    const [attempt] = text === '' ? [] : readLedger(text).attempts;
    events.push(attempt ? `state ${attempt.fate}${attempt.id ? ' with id' : ''}` : 'state empty');
  };
  const header = { endpoint: ENDPOINT, retryPolicy: { timeoutMs: 1, retries: 0 }, fingerprints: [] };
  return {
    api,
    runner,
    progress: () => {},
    newLedger: async (failOnRevokeError) => new Ledger(save, { ...header, failOnRevokeError }),
    clock: new FakeClock(NOW),
    retryControl: retryControl({ retries: 0 }),
    nonce: () => '0123456789abcdef',
    dataPlane: { probe: unexpected },
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

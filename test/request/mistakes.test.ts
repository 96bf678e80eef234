import { describe, expect, test } from 'vitest';
import type { InputName, OperationName } from '../../src/request/inputs.ts';
import { type Changes, TOKEN_ID as ID, inputErrors } from '../inputs/step.ts';

const OTHER_ID = '8f3a9c2e-5b1d-4e8a-9c46-0d2f81b3a507';
const TOKEN = `apiv1_${'c2VjcmV0'.repeat(8)}`;

const READ = { permissions: 'metrics: read' };
const ROTATE = { ...READ, description: 'telegraf', 'expires-at': '30d', 'store-token': '' };

describe('a typical mistake is one input error', () => {
  test.for<[OperationName, InputName, string, string, Changes?]>([
    ['create', 'activation-timeout', '1 hour', '1h', READ],
    ['create', 'activation-timeout', '"5m"', '5m', READ],
    ['create', 'expires-at', '30 days', '30d', READ],
    ['create', 'expires-at', '1y', '365d', READ],
    ['create', 'expires-at', '2099/1/31', '2099-01-31T00:00:00Z', READ],
    ['create', 'expires-at', '4073500800', '2099-01-31T00:00:00Z', READ],
    ['create', 'expires-at', 'Never', 'never', READ],
    ['create', 'permissions', 'rw', 'read, write', { databases: 'metrics' }],
    ['create', 'permissions', 'reed', 'read', { databases: 'metrics' }],
    ['create', 'permissions', 'None', 'none'],
    ['create', 'permissions', 'metrics=read', 'metrics: read'],
    ['create', 'permissions', 'read: metrics', 'metrics: read'],
    ['create', 'permissions', 'metrics -> rw', 'metrics: read, write'],
    ['create', 'permissions', 'metrics', 'metrics: read'],
    ['create', 'permissions', 'metrics:\n  - read\n  - write', 'metrics: read, write'],
    ['create', 'permissions', '{"metrics":"read"}', 'metrics: read'],
    ['create', 'permissions', '- metrics: read', 'metrics: read'],
    ['create', 'databases', 'metrics logs', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '- metrics\n- logs', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '"metrics", "logs"', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', '[metrics, logs]', 'metrics, logs', { permissions: 'read' }],
    ['create', 'databases', 'metrics\u200b', 'metrics', { permissions: 'read' }],
    ['create', 'check-databases', 'yes', 'true', READ],
    [
      'create',
      'cluster-url',
      'https://influx.example.com/api/v2/write?bucket=x',
      'https://influx.example.com',
      READ,
    ],
    ['create', 'cluster-url', 'influx.example.com', 'https://influx.example.com', READ],
    ['revoke', 'token-id', `{${ID}}`, ID],
    ['revoke', 'token-id', `https://console.example.com/tokens/${ID}`, ID],
    ['revoke', 'token-id', `${ID} ${OTHER_ID}`, `${ID}, ${OTHER_ID}`],
    ['revoke', 'token-id', ID.replaceAll('-', ''), ID],
    ['get', 'token-id', `"${ID}"`, ID],
    ['list', 'status', 'live', 'active'],
    ['list', 'scope', 'org', 'organization'],
    ['list', 'kinds', 'kept pending', 'kept, pending'],
    ['list', 'kinds', 'Job', 'job'],
    ['list', 'retries', '4 times', '4'],
    ['list', 'request-timeout', '30', '30s'],
    ['list', 'product', 'Cloud Dedicated', 'dedicated'],
    ['cleanup', 'max-revocations', '1,000', '1000'],
    ['cleanup', 'max-age', '3 months', '90d'],
    ['rotate', 'store-in', 'later_steps', 'later-steps', ROTATE],
    ['rotate', 'store-in', 'outputs', 'later-steps', ROTATE],
  ])(
    'with the text to paste, which is accepted: %s, %s: %j',
    async ([operation, input, mistake, meant, others]) => {
      const wrong = await inputErrors(operation, { ...others, [input]: mistake });
      expect(wrong).toEqual([{ input, message: expect.stringContaining(`\`${meant}\``) }]);
      expect(await inputErrors(operation, { ...others, [input]: meant })).toEqual([]);
    },
  );

  test.for<[OperationName, InputName, string, RegExp, Changes?]>([
    [
      'rotate',
      'store-in',
      'repo TOKEN',
      /Did you mean `repo = TOKEN`\?/,
      { ...ROTATE, 'store-token': 'ghp_x' },
    ],
    [
      'rotate',
      'store-in',
      'env:a = A env:b = B',
      /Write `env:a = A, env:b = B`\./,
      { ...ROTATE, 'store-token': 'ghp_x' },
    ],
    [
      'rotate',
      'store-token',
      '-----BEGIN KEY-----',
      /create-github-app-token/,
      { ...ROTATE, 'store-in': 'repo = A' },
    ],
    ['list', 'management-token', '"M.V1.abc"', /is in quotes/],
    ['list', 'management-token', 'INFLUX_TOKEN = M.V1.abc', /begins with `NAME=`/],
    ['list', 'management-token', '["M.V1.abc"]', /looks like JSON/],
    ['list', 'management-token', '$INFLUX_TOKEN', /name of a variable/],
    ['list', 'status', `\${{ inputs.status }}`, /"\$\{\{ inputs\.status \}\}" contains an expression/],
    ['list', 'account-id', TOKEN, /looks like a token/],
    ['list', 'description-pattern', TOKEN, /looks like a token/],
    ['get', 'token-id', TOKEN, /looks like a token/],
    ['list', 'ca-certificate', btoa('-----BEGIN CERTIFICATE-----'), /encoded as base64/],
  ])(
    'with what to do, and it shows no secret: %s, %s: %j',
    async ([operation, input, mistake, says, others]) => {
      const errors = await inputErrors(operation, { ...others, [input]: mistake });
      expect(errors).toEqual([{ input, message: expect.stringMatching(says) }]);
      for (const secret of [TOKEN, 'M.V1.abc']) expect(JSON.stringify(errors)).not.toContain(secret);
    },
  );
});

describe('a misspelled input', () => {
  test('is one input error, and does not count as missing', async () => {
    expect(await inputErrors('create', { permissions: '', permission: 'metrics: read' })).toEqual([
      { input: 'permission', message: expect.stringContaining('Did you mean `permissions`?') },
    ]);
  });

  test.each(['dry_run', 'dryrun'])('prevents a run that is not dry: %s', async (input) => {
    expect(await inputErrors('revoke', { [input]: 'true' })).toEqual([
      { input, message: expect.stringContaining('`dry-run`') },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLines, quote } from '../../src/base/text.ts';
import { looksLikeToken } from '../../src/request/fields/uuid.ts';
import { INPUTS, type InputName, type OperationName } from '../../src/request/inputs.ts';
import { isShownInput } from '../../src/request/misplaced.ts';
import { type Changes, TOKEN_ID as ID, inputErrors, VALID } from '../inputs/step.ts';

const profile = (...lines: readonly string[]) => ({
  'influxctl-config': ['[[profile]]', 'name = "default"', ...lines].join('\n'),
});

describe('an input error quotes the value, with the text to write instead', () => {
  test.each<[OperationName | 'creat', string, Changes, string]>([
    // The operation, and inputs that it does not use.
    ['creat', 'operation', {}, '"creat" is not valid. Did you mean `create`?'],
    ['get', 'scope', { scope: 'cluster' }, '"cluster" has no effect with `operation: get`'],
    ['update', 'expires-at', { 'expires-at': '30d' }, '"30d" has no effect, because the API'],
    ['cleanup', 'dry_run', { dry_run: 'true' }, '(value: "true"). Did you mean `dry-run`?'],
    ['create', 'expires', { expires: '30d' }, '(value: "30d"). Did you mean `expires-at` or'],
    ['list', 'status', { status: `\${{ x }}` }, `"\${{ x }}" contains an expression`],
    // Connection.
    ['list', 'product', { product: 'cloud' }, '"cloud" is neither'],
    ['list', 'account-id', { 'account-id': 'acme' }, '"acme" is not a UUID'],
    ['list', 'cluster-id', { 'cluster-id': 'prod\u200b' }, '"prod\\u200b" is not a UUID'],
    ['list', 'api-url', { 'api-url': 'console' }, '"console" is not a URL'],
    [
      'list',
      'api-url',
      { 'api-url': 'http://x.io' },
      '"http://x.io" would make the action send credentials unencrypted',
    ],
    ['list', 'api-url', { 'api-url': 'https://x.io?a' }, '"https://x.io?a" has a query or fragment'],
    ['list', 'cluster-url', { 'cluster-url': 'https://x.io;' }, '"https://x.io;" contains more than a URL'],
    ['list', 'cluster-url', { 'cluster-url': 'https://x.io/write' }, '"https://x.io/write" ends in a path'],
    ['list', 'request-timeout', { 'request-timeout': '0' }, '"0" is out of range. Use `1s` to `1h`.'],
    ['list', 'request-timeout', { 'request-timeout': 'x' }, '"x" is not a duration. Write'],
    ['list', 'retries', { retries: 'many' }, '"many" is not a whole number'],
    ['list', 'influxctl-profile', { 'influxctl-profile': 'prod' }, '"prod" is the name of a profile, but'],
    [
      'list',
      'influxctl-profile',
      { ...profile(), 'influxctl-profile': 'prod' },
      '"prod" is not a profile in',
    ],
    ['list', 'influxctl-config', profile('host = "x"', 'port = "http"'), 'has the value "http", which'],
    [
      'list',
      'influxctl-config',
      { ...profile('account-id = "x"'), 'account-id': '' },
      '"account-id" in profile',
    ],
    // Lists.
    [
      'list',
      'databases',
      { databases: 'Array' },
      '"Array" is the text that an expression produces for a list',
    ],
    ['list', 'databases', { databases: 'a\nArray' }, '"Array" is the text that an expression produces'],
    ['list', 'databases', { databases: 'a, Object' }, '"Object" is the text that an expression produces'],
    ['list', 'kinds', { kinds: 'job\nArray' }, '"Array" is the text that an expression produces'],
    ['rotate', 'store-in', { 'store-in': 'repo = A, Array' }, '"Array" is the text that an expression'],
    ['revoke', 'token-id', { 'token-id': `Array, ${ID}` }, '"Array" is the text that an expression produces'],
    ['create', 'permissions', { permissions: 'a: read\nArray' }, '"Array" is the text that an expression'],
    ['create', 'permissions', { permissions: 'Array: read' }, '"Array" is the text that an expression'],
    ['create', 'permissions', { permissions: 'read, Array' }, '"Array" is the text that an expression'],
    ['create', 'permissions', { permissions: 'a: Array' }, '"Array" in "a: Array" is the text that an'],
    ['list', 'databases', { databases: '"[1]"' }, '"[1]"" is JSON that was encoded twice'],
    ['list', 'databases', { databases: '[a' }, '"[a" starts like a JSON array'],
    ['list', 'databases', { databases: '[1]' }, '"[1]" is a JSON array, but not an array of strings'],
    ['list', 'databases', { databases: '- a' }, '"- a" starts with "- "'],
    ['list', 'databases', { databases: '`a`' }, '"`a`" is in quotes'],
    ['list', 'databases', { databases: 'a # b' }, '"a # b" contains a comment'],
    ['list', 'databases', { databases: 'a b' }, '"a b" contains several items'],
    ['list', 'databases', { databases: '# a' }, '"# a" does not contain a name'],
    ['list', 'databases', { databases: '_a' }, '"_a" is not a valid database name'],
    ['list', 'kinds', { kinds: ',' }, '"," does not contain a kind. Use `job`'],
    ['list', 'kinds', { kinds: 'Jobs' }, '"Jobs" is not valid. Did you mean `job`?'],
    // Permissions.
    ['create', 'permissions', { permissions: '#' }, '"#" does not contain an action'],
    ['create', 'permissions', { permissions: 'reed', databases: 'a' }, '"reed" is not `read` or `write`'],
    ['create', 'permissions', { permissions: 'read, none', databases: 'a' }, '"none" must be the only item'],
    ['create', 'permissions', { permissions: 'a: read\nnone' }, '"none" must be the only item'],
    [
      'create',
      'permissions',
      { permissions: 'a:\n- read' },
      '"a:\\u000a- read" has the actions on separate lines',
    ],
    ['create', 'permissions', { permissions: 'read: a' }, '"read: a" has the action before the database'],
    ['create', 'permissions', { permissions: 'a=read' }, '"a=read" has "=" instead of a colon'],
    ['create', 'permissions', { permissions: 'a: all' }, '"all" in "a: all" is not'],
    [
      'create',
      'permissions',
      { permissions: 'a:' },
      '"a:" does not contain an action. Did you mean `a: read`?',
    ],
    ['create', 'permissions', { permissions: '_: read' }, '"_" in "_: read" is not a valid database name'],
    ['create', 'permissions', { permissions: '"[{}]"' }, '"[{}]"" is JSON that was encoded twice'],
    ['create', 'permissions', { permissions: '[{]' }, '"[{]" starts like JSON'],
    ['create', 'permissions', { permissions: '{"a":"read"}' }, '"{"a":"read"}" is JSON, but not a list'],
    ['create', 'permissions', { permissions: '[{"a":1}]' }, '"{"a":1}" is not a permission'],
    ['create', 'databases', { permissions: 'a: read', databases: 'a, b' }, '"a, b" has no effect, because'],
    [
      'create',
      'databases',
      { permissions: 'none', databases: 'a' },
      '"a" has no effect, because `permissions: none`',
    ],
    ['create', 'databases', { permissions: '[]', databases: 'a' }, '"a" has no effect, because the JSON'],
    [
      'create',
      'check-databases',
      { 'check-databases': 'no' },
      '"no" is not `true` or `false`. Did you mean `false`?',
    ],
    // Expiry and description.
    [
      'create',
      'expires-at',
      { 'expires-at': '30 days' },
      '"30 days" is not a valid expiry. Did you mean `30d`?',
    ],
    ['create', 'expires-at', { 'expires-at': '2027-03-01' }, '"2027-03-01" is a day without a time'],
    ['create', 'expires-at', { 'expires-at': 'soon' }, '"soon" is neither a duration nor a valid date'],
    [
      'create',
      'expires-at',
      { 'expires-at': '2020-01-01T00:00:00Z' },
      '"2020-01-01T00:00:00Z" is not in the future',
    ],
    ['rotate', 'expires-at', { 'expires-at': '6m' }, '"6m" is 6m from now'],
    ['create', 'description', { description: 'a\nb' }, '"a\\u000ab" contains a line break'],
    ['create', 'description', { description: 'ab '.repeat(99) }, 'characters. At most 200 are allowed'],
    [
      'create',
      'description',
      { description: 'a [gha:github.com/a/b#1 2.1 job 0123456789abcdef]' },
      'ends in a tag',
    ],
    [
      'create',
      'activation-timeout',
      { 'activation-timeout': '2d' },
      '"2d" is out of range. Use at most `24h`',
    ],
    // IDs.
    ['get', 'token-id', { 'token-id': 'x' }, '"x" is not a UUID'],
    [
      'get',
      'token-id',
      { 'token-id': '[]' },
      '"[]" does not contain an ID. This operation needs exactly one ID',
    ],
    ['get', 'token-id', { 'token-id': `${ID},${ID.replace('7', '8')}` }, '" contains 2 IDs'],
    ['revoke', 'token-id', { 'token-id': '#' }, '"#" does not contain an ID'],
    // Rotations, lists, and cleanups.
    ['rotate', 'store-in', { 'store-in': 'TOKEN' }, '"TOKEN" does not say where the secret is'],
    ['rotate', 'store-in', { 'store-in': '#' }, '"#" does not contain a target'],
    ['rotate', 'store-in', { 'store-in': 'repo = 1' }, '"repo = 1" does not end in a valid secret name'],
    ['rotate', 'store-in', { 'store-in': 'repo' }, '"repo" does not contain a secret name'],
    ['rotate', 'store-in', { 'store-in': 'A = repo' }, '"A = repo" has the secret name before the location'],
    ['rotate', 'store-in', { 'store-in': 'later-steps = A' }, '"later-steps = A" contains a secret name'],
    [
      'rotate',
      'renew-before',
      { 'renew-before': '4w', 'expires-at': '14d' },
      '"4w" is not shorter than the lifetime set by `expires-at` (14d)',
    ],
    [
      'rotate',
      'grace-period',
      { 'grace-period': '0', 'activation-timeout': '0' },
      '"0" retires the old token at once, so the new token must be probed first. Use a value such as `24h`, or remove ' +
        '`activation-timeout: 0`.',
    ],
    [
      'rotate',
      'activation-timeout',
      { 'grace-period': '0', 'activation-timeout': '5 min' },
      'Did you mean `5m`?',
    ],
    ['list', 'expires-within', { 'expires-within': '7d', status: 'expired' }, '"7d" excludes expired tokens'],
    ['list', 'status', { status: 'live' }, '"live" is not valid. Did you mean `active`?'],
    ['list', 'scope', { scope: 'repo' }, '"repo" is not valid. Did you mean `repository`?'],
    [
      'cleanup',
      'description-pattern',
      { scope: 'cluster', 'description-pattern': '*' },
      '"*" is too short for `scope: cluster`',
    ],
    ['cleanup', 'max-revocations', { 'max-revocations': '1,000' }, '"1,000" is not a whole number'],
    // Variables.
    ['create', 'GITHUB_RUN_ID', { GITHUB_RUN_ID: 'x' }, 'is "x", which the tag of a token cannot contain'],
  ])('%s, %s: %j', async (operation, input, changes, says) => {
    const errors = await inputErrors(operation, changes);
    expect(errors).toEqual([{ input, message: expect.stringContaining(says) }]);
  });
});

describe('a credential', () => {
  const SECRET = 'hunter2';
  const OPAQUE = SECRET.repeat(8);
  const TOKEN = `apiv1_${OPAQUE}`;

  test.each<[OperationName, string, Changes]>([
    ['list', 'management-token', { 'management-token': `"${SECRET}"` }],
    ['rotate', 'store-token', { 'store-token': `Bearer ${SECRET}` }],
    ['rotate', 'github-token', { 'github-token': `${SECRET} ${SECRET}` }],
    ['list', 'store-token', { 'store-token': SECRET }],
    ['list', 'token', { token: SECRET }],
    ['list', 'management_token', { management_token: SECRET }],
    ['get', 'tokenid', { tokenid: TOKEN }],
    ['get', 'tokenid', { tokenid: OPAQUE }],
    ['get', 'token-id', { 'token-id': TOKEN }],
    ['get', 'token-id', { 'token-id': OPAQUE }],
    ['create', 'token-id', { 'token-id': OPAQUE }],
    ['get', 'token-id', { 'token-id': `${ID}, ${TOKEN}` }],
    ['list', 'account-id', { 'account-id': TOKEN }],
    ['list', 'api-url', { 'api-url': `https://me:${SECRET}@x.io` }],
    ['list', 'influxctl-config', { 'influxctl-config': SECRET }],
    ['list', 'influxctl-config', { ...profile(`mgmt_token = "Bearer ${SECRET}"`), 'management-token': '' }],
    ['list', 'influxctl-config', { ...profile(`mgmt-token = "${SECRET}"`), 'management-token': '' }],
    ['list', 'influxctl-config', { ...profile(`account_id = "${SECRET}"`), 'account-id': '' }],
    ['list', 'ca-certificate', { 'ca-certificate': SECRET }],
  ])('is never quoted: %s, %s', async (operation, input, changes) => {
    const errors = await inputErrors(operation, changes);
    expect(errors.map((error) => error.input)).toEqual([input]);
    expect(JSON.stringify(errors)).not.toContain(SECRET);
  });
});

/** Texts with typical mistakes of one input, which are tried in all others. */
const MISTAKES = [
  ...[
    'yes',
    '30 days',
    '0',
    '-1',
    '1,000',
    'never',
    '*',
    'Array',
    '[1]',
    '{}',
    '[',
    '#',
    ',',
    '- a',
    '"a"',
    'a b',
  ],
  ...[
    'read',
    'metrics',
    'metrics: reed',
    'read: metrics',
    'a = read b = write',
    'a:\n- read',
    'none',
    'read, none',
  ],
  ...[
    'https://x.io/write',
    'x.io',
    '2027-01-01',
    'repo',
    'repo = 1',
    'env:prod',
    'all',
    'creat',
    'cluster',
    'expired',
  ],
  ...[`{${ID}}`, `${ID} ${ID}`, 'a\u200b', '\u201ca\u201d', 'a'.repeat(90), 'two words '.repeat(30), '…'],
];

/** The parts of a value that an error can be about. */
function partsOf(value: string): string[] {
  const lines = [value, contentLines(value).join('\n'), ...contentLines(value)];
  return [...lines, ...lines.flatMap((line) => [...line.split(','), ...line.split(/[:=]/)])].map((part) =>
    part.trim(),
  );
}

test('every error about a value quotes it or a part of it, unless it might be a credential', async () => {
  const names = (Object.keys(INPUTS) as InputName[]).filter(
    (name) => name !== 'operation' && isShownInput(name),
  );
  const changes = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...MISTAKES), {
    minKeys: 1,
    maxKeys: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(VALID), 'creat'), changes, async (operation, typed) => {
      for (const { input, message } of await inputErrors(operation, typed)) {
        const value = typed[input]?.trim() ?? '';
        if (value === '' || looksLikeToken(value)) continue;
        const quoted = partsOf(value).filter((part) => part !== '' && message.includes(quote(part)));
        expect(quoted, `${input}: ${message}`).not.toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});

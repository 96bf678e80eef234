import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/base/errors.ts';
import type { ManagementApi } from '../../../src/operations/deps.ts';
import { adopt } from '../../../src/operations/rotation/adopt.ts';
import { parseTagged } from '../../../src/tokens/tag.ts';
import type { Token, TokenChange } from '../../../src/tokens/token.ts';
import { CLOCKS, PLAIN, RUN, seriesToken } from '../../tokens/series-token.ts';
import { unexpected } from '../fake-api.ts';
import { retryControl } from '../retry-control.ts';

const TOKEN = seriesToken('a', 'untagged');
const CONTEXT = { ...RUN, repository: 'acme/web' };

/** run adopts this token at an API with these responses to each PATCH and to the reads after it. The first PATCH has the number 1. */
async function run(
  patched: (description: string, number: number) => Partial<Token> | Error,
  read: (description: string, patches: number) => Partial<Token> | Error | undefined,
  token = TOKEN,
) {
  const sent: TokenChange[] = [];
  const api: ManagementApi = {
    endpoint: unexpected,
    databases: unexpected,
    tokens: unexpected,
    createToken: unexpected,
    deleteToken: unexpected,
    updateToken: unexpected,
    patchToken: async (_, change) => {
      sent.push(change);
      const description = sent[0]?.description ?? '';
      return { kind: 'done', token: { ...token, ...orThrow(patched(description, sent.length)) } };
    },
    findToken: async () => {
      const [change] = sent;
      const found = change ? orThrow(read(change.description ?? '', sent.length)) : {};
      return { token: found && { ...token, ...found }, clocks: CLOCKS };
    },
  };
  const adoption = await adopt(token, CONTEXT, {
    api,
    nonce: () => '0123456789abcdef',
    retryControl: retryControl({ retries: 0 }),
  });
  return { adoption, sent };
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}

const stored = (description: string) => ({ description });

describe('an adoption', () => {
  test('gives the token the tag of the current token of no run', async () => {
    const { adoption, sent } = await run(stored, stored);
    expect(adoption).toEqual({ kind: 'adopted', isGivenBack: false });
    expect(sent[0]?.permissions).toEqual(TOKEN.permissions);
    expect(parseTagged(sent[0]?.description ?? '')).toMatchObject({
      plain: PLAIN,
      tag: { kind: 'current', runId: '0', runAttempt: '0', nonce: '0123456789abcdef' },
    });
  });

  describe.each<[string, Token['permissions']]>([
    ['none', []],
    ['one instead of another', [{ action: 'write', resource: 'metrics' }]],
    ['more', [...TOKEN.permissions, { action: 'read', resource: '*' }]],
  ])('whose response shows other permissions than the token had: %s', (_, permissions) => {
    const suspended = (description: string) => ({ description, permissions });

    test('gives them back with one more PATCH, and says so', async () => {
      const until = (patches: number) => (description: string, number: number) =>
        number < patches ? suspended(description) : { description };
      const { adoption, sent } = await run(until(2), until(2));
      expect(adoption).toEqual({ kind: 'adopted', isGivenBack: true });
      expect(sent.slice(1)).toEqual([{ permissions: TOKEN.permissions }]);
    });

    test('fails if the second response shows other permissions, too', async () => {
      const { adoption, sent } = await run(suspended, suspended);
      expect(adoption).toEqual({ kind: 'suspended' });
      expect(sent).toHaveLength(2);
    });
  });

  test('of a token without permissions keeps the ones that a restore gives it meanwhile', async () => {
    const restored = (description: string) => ({ description, permissions: TOKEN.permissions });
    const { adoption, sent } = await run(restored, restored, { ...TOKEN, permissions: [] });
    expect(adoption).toEqual({ kind: 'adopted', isGivenBack: false });
    expect(sent).toHaveLength(1);
  });

  test('fails if the server confirmed the tag and does not show it', async () => {
    expect((await run(stored, () => ({}))).adoption).toEqual({ kind: 'not-shown' });
    expect((await run(stored, () => undefined)).adoption).toEqual({ kind: 'not-shown' });
  });

  test('fails if the tag cannot be read back', async () => {
    const error = new Failure('no-response-in-time', 'No response.');
    expect((await run(stored, () => error)).adoption).toEqual({ kind: 'not-read-back', error });
  });

  test('fails if the token was revoked in the meantime', async () => {
    expect((await run(() => ({ revokedAt: 1 }), stored)).adoption).toEqual({ kind: 'revoked' });
  });

  test('is unclear if the response shows another description', async () => {
    expect((await run(() => ({}), stored)).adoption).toMatchObject({ kind: 'unclear' });
  });

  test('does not hide a defect', async () => {
    await expect(run(stored, () => new TypeError('x'))).rejects.toThrow(TypeError);
  });
});

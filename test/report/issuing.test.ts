import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { otherThanAsked, unfinished, withoutToken } from '../../src/report/issuing.ts';
import { aToken } from './tokens.ts';

const ERROR = new Failure('no-answer-in-time', 'No response in 30 s.');
const nonces = (...openNonces: readonly string[]) => ({ openNonces: new Set(openNonces) });

describe('the failure of a step that created no token', () => {
  test('keeps the code of the error if no response was lost', () => {
    expect(withoutToken(ERROR, 0, nonces())).toMatchObject({
      code: 'no-answer-in-time',
      message: 'No response in 30 s. No token was created.',
    });
  });

  test.each([
    [
      1,
      nonces(),
      /^No response in 30 s\. One answer to creating .* lost\. What was created is revoked; no token/,
    ],
    [2, nonces('aa', 'bb'), / 2 answers to .* appear late, the post step revokes it, .*: aa or bb\.$/],
  ] as const)(
    'counts lost responses (%s), and names the nonces that can appear late',
    (lost, left, message) => {
      expect(withoutToken(ERROR, lost, left)).toMatchObject({
        code: 'no-token-created',
        message: expect.stringMatching(message),
        cause: ERROR,
      });
    },
  );
});

test('a token that might be left is named by its nonce', () => {
  expect(unfinished(nonces('aa', 'bb'), ERROR)).toMatchObject({
    code: 'a-token-may-be-left',
    message: expect.stringMatching(
      /not known: No response in 30 s\. .* description contains aa or bb and revoke it/,
    ),
    cause: ERROR,
  });
});

describe('a token that is not as asked', () => {
  const deviations = ['expires never instead of tomorrow', 'is already revoked'];

  test('is described by each deviation', () => {
    expect(otherThanAsked(aToken({ id: 'an-id' }), deviations).message).toBe(
      'The server created token an-id otherwise than asked: it \u0002expires never instead of tomorrow; it is already ' +
        'revoked\u0003. It was revoked; no token is left.',
    );
  });

  test('is left to the post step if it cannot be revoked', () => {
    expect(otherThanAsked(aToken(), deviations, ERROR)).toMatchObject({
      message: expect.stringMatching(
        /It could not be revoked: No response in 30 s\. The post step tries again\.$/,
      ),
      cause: ERROR,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportIssueFailure } from '../../src/report/issuing.ts';
import { aToken } from './tokens.ts';

const ERROR = new Failure('no-answer-in-time', 'No response in 30 s.');

const notCreated = (lostResponses: number, ...openNonces: readonly string[]) =>
  reportIssueFailure({ kind: 'not-created', error: ERROR, lostResponses, openNonces }).failure;

describe('the failure of a step that created no token', () => {
  test('keeps the code of the error if no response was lost', () => {
    expect(notCreated(0)).toMatchObject({
      code: 'no-answer-in-time',
      message: 'No response in 30 s. No token was created.',
    });
  });

  test.each([
    [1, [], /^No response in 30 s\. One answer to creating .* lost\. What was created is revoked; no token/],
    [2, ['aa', 'bb'], / 2 answers to .* appear late, the post step revokes it, .*: aa or bb\.$/],
  ] as const)(
    'counts lost responses (%s), and names the nonces that can appear late',
    (lost, left, message) => {
      expect(notCreated(lost, ...left)).toMatchObject({
        code: 'no-token-created',
        message: expect.stringMatching(message),
        cause: ERROR,
      });
    },
  );
});

test('a token that might be left is named by its nonce', () => {
  const { failure } = reportIssueFailure({ kind: 'lost', error: ERROR, openNonces: ['aa', 'bb'] });
  expect(failure).toMatchObject({
    code: 'a-token-may-be-left',
    message: expect.stringMatching(
      /not known: No response in 30 s\. .* description contains aa or bb and revoke it/,
    ),
    cause: ERROR,
  });
});

describe('a token that is not as asked', () => {
  const deviating = (status: 'active' | 'revoked', notRevoked?: Error) =>
    reportIssueFailure({
      kind: 'deviates',
      token: aToken({ id: 'an-id' }),
      status,
      deviations: ['expires never instead of tomorrow', 'is already revoked'],
      notRevoked,
    });

  test('is described by each deviation', () => {
    const { outputs, failure } = deviating('revoked');
    expect(outputs).toMatchObject({ 'token-id': 'an-id', status: 'revoked' });
    expect(failure?.message).toBe(
      'The server created token an-id otherwise than asked: it \u0002expires never instead of tomorrow; it is already ' +
        'revoked\u0003. It was revoked; no token is left.',
    );
  });

  test('is left to the post step if it cannot be revoked', () => {
    const { outputs, failure } = deviating('active', ERROR);
    expect(outputs).toMatchObject({ 'token-id': 'an-id', status: 'active' });
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /It could not be revoked: No response in 30 s\. The post step tries again\.$/,
      ),
      cause: ERROR,
    });
  });
});

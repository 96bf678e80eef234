import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import { reportIssueFailure } from '../../src/report/issuing.ts';
import { aToken } from './tokens.ts';

const ERROR = new Failure('no-response-in-time', 'No response in 30 s.');

const notCreated = (lostResponses: number, ...openNonces: readonly string[]) =>
  reportIssueFailure({ kind: 'not-created', error: ERROR, lostResponses, openNonces }).failure;

describe('the failure of a step that created no token', () => {
  test('keeps the code of the error if no response was lost', () => {
    expect(notCreated(0)).toMatchObject({
      code: 'no-response-in-time',
      message: 'No response in 30 s. No token was created.',
    });
  });

  test.each([
    [
      1,
      [],
      /^No response in 30 s\. It was not known whether one request .* The step listed the tokens, and there is no leftover token\.$/,
    ],
    [
      2,
      ['aa', 'bb'],
      / whether 2 requests .* appears later, the post step finds it by its tag \(aa or bb\) and revokes it\.$/,
    ],
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
    code: 'a-token-might-exist',
    message: expect.stringMatching(
      /whose value is lost\. No response in 30 s\. .* revoke the token whose description contains aa or bb\./,
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
      deviations: ['never expires (requested: tomorrow)', 'is already revoked'],
      notRevoked,
    });

  test('is described by each deviation', () => {
    const { outputs, failure } = deviating('revoked');
    expect(outputs).toMatchObject({ 'token-id': 'an-id', status: 'revoked' });
    expect(failure?.message).toBe(
      'The server did not create token an-id as requested. The token \u0002never expires (requested: tomorrow). The token is ' +
        'already revoked\u0003. The step revoked the token.',
    );
  });

  test('is left to the post step if it cannot be revoked', () => {
    const { outputs, failure } = deviating('active', ERROR);
    expect(outputs).toMatchObject({ 'token-id': 'an-id', status: 'active' });
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /The step could not revoke the token. No response in 30 s\. The post step tries again\.$/,
      ),
      cause: ERROR,
    });
  });
});

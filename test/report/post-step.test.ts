import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/errors.ts';
import {
  ledgerNotValid,
  managementTokenMissing,
  notPromoted,
  summarizeFailure,
  withUnreadableInput,
} from '../../src/report/post-step.ts';

const UNVERIFIED = { run: '8812345678.1', claimedIds: [] };
const TOKEN = { tokenId: 'id-a', series: { plainDescription: 'telegraf' } };

describe('a missing management token', () => {
  test('is first explained by nested composite actions', () => {
    expect(managementTokenMissing(undefined, UNVERIFIED).message).toContain(
      'the post step did not send any request. Nested composite actions are the usual cause',
    );
  });

  test('is explained by the profile that should contain it', () => {
    const { message } = managementTokenMissing('The file p is gone.', UNVERIFIED);
    expect(message).toContain(
      'The file p is gone. Check whether another step of the job changed or removed the file.',
    );
    expect(message).not.toContain('composite action');
  });
});

describe('a ledger that cannot be verified', () => {
  test('is reported with the IDs that it claims, and how to check them', () => {
    expect(ledgerNotValid({ ...UNVERIFIED, claimedIds: ['id-a', 'id-b'] }).message).toMatch(
      /These tokens might still be valid: id-a, id-b\. If their descriptions contain "8812345678\.1 job", revoke them: `influxctl token revoke id-a id-b`\./,
    );
  });

  test('is reported with the run in the tag of its tokens when it claims no IDs', () => {
    expect(ledgerNotValid(UNVERIFIED).message).toContain(
      'Tokens that this step created might still be valid. If their descriptions contain "8812345678.1 job", revoke them. A token that a rotation created',
    );
  });
});

describe('an input that can no longer be read', () => {
  const GONE = 'The file is gone.';
  const NAMED =
    /^No trust\. The post step cannot read an input: The file is gone\. Check whether another step/;

  test('is named in the failure and in each warning', () => {
    const failure = new Failure('token-not-revoked', 'No trust.');
    const lines = [
      { kind: 'info', text: 'Done.' },
      { kind: 'warning', code: 'token-not-promoted', text: 'No trust.' },
    ] as const;
    expect(withUnreadableInput({ lines, failure }, GONE)).toMatchObject({
      lines: [lines[0], { ...lines[1], text: expect.stringMatching(NAMED) }],
      failure: { code: 'token-not-revoked', message: expect.stringMatching(NAMED) },
    });
  });

  test('is named in the summary of the failed request, too, and not in other warnings', () => {
    const lines = [
      { kind: 'warning', code: 'token-not-promoted', text: 'No trust.' },
      { kind: 'warning', code: 'token-was-changed', text: 'Kept.' },
    ] as const;
    const sections = [{ title: 'One', text: ['No trust.', 'Kept.'], items: [] }];
    expect(withUnreadableInput({ lines, sections }, GONE)).toMatchObject({
      lines: [{ text: expect.stringMatching(NAMED) }, lines[1]],
      sections: [{ title: 'One', text: [expect.stringMatching(NAMED), 'Kept.'] }],
    });
  });

  test('is not named if everything succeeded, or if there is no such input', () => {
    const lines = [{ kind: 'info', text: 'Done.' }] as const;
    expect(withUnreadableInput({ lines }, GONE)).toEqual({ lines, sections: [] });
    const report = { failure: new Failure('token-not-revoked', 'No trust.') };
    expect(withUnreadableInput(report, '')).toBe(report);
  });
});

describe('a token that is not promoted', () => {
  test('is reported with the status of the job', () => {
    expect(notPromoted(TOKEN, 'job-not-successful', 'failure').message).toBe(
      'Token id-a of "telegraf" was not promoted. The job did not succeed: `job-status` is "failure". Consumers might use the ' +
        'token, so the token stays valid. The tokens that it replaces also stay valid. The next run rotates again.',
    );
  });

  test('might be promoted if the step was killed, so the next run might not rotate again', () => {
    expect(notPromoted(TOKEN, 'not-delivered', '').message).toBe(
      'Token id-a of "telegraf" might not be promoted. The step ended during the delivery or the promotion. Consumers might ' +
        'use the token, so the token stays valid. If the token was not promoted, the tokens that it replaces also stay valid, ' +
        'and the next run rotates again.',
    );
  });
});

test.each([
  [true, 'InfluxDB post step failed: 1 error'],
  [false, 'InfluxDB post step: 1 warning'],
])('a failure that fails the job: %s, is counted as what it is: %s', (failsJob, title) => {
  const failure = new Failure('token-not-revoked', 'Why.');
  const problems = [{ code: 'token-not-revoked', detail: '', message: 'Why.' }];
  expect(summarizeFailure(failure, { failsJob })).toEqual({ title, text: [], problems });
  expect(summarizeFailure(failure, { failsJob, where: { cluster: 'a-cluster' } })).toEqual({
    title,
    text: ['Cluster: a-cluster'],
    problems,
  });
});

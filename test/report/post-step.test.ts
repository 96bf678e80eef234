import { describe, expect, test } from 'vitest';
import {
  describeUnpromoted,
  inputNotReadable,
  ledgerNotValid,
  managementTokenMissing,
  summarizeFailure,
} from '../../src/report/post-step.ts';

const UNVERIFIED = { run: '8812345678.1', claimedIds: [] };
const TOKEN = { tokenId: 'id-a', series: { plainDescription: 'telegraf' } };

describe('a missing management token', () => {
  test('is first explained by nested composite actions', () => {
    expect(managementTokenMissing(undefined, UNVERIFIED).message).toContain(
      'the post step sent no request. This mostly means that the action is called by a composite action',
    );
  });

  test('is explained by the profile that should contain it', () => {
    const { message } = managementTokenMissing('The file p is gone.', UNVERIFIED);
    expect(message).toContain('The file p is gone. Did a step in between change or remove the file?');
    expect(message).not.toContain('composite');
  });
});

describe('a ledger that cannot be verified', () => {
  test('is reported with the IDs that it claims, and how to check them', () => {
    expect(ledgerNotValid({ ...UNVERIFIED, claimedIds: ['id-a', 'id-b'] }).message).toMatch(
      /These tokens can be left: id-a, id-b\. If their description contains "8812345678\.1 job", revoke them: `influxctl token revoke id-a id-b`\./,
    );
  });

  test('is reported with the run in the tag of its tokens when it claims no IDs', () => {
    expect(ledgerNotValid(UNVERIFIED).message).toContain(
      'Tokens of this step can be left. If their description contains "8812345678.1 job", revoke them. A rotated token',
    );
  });
});

test('an input that can no longer be read is reported with what is true now', () => {
  const failure = inputNotReadable('token-not-revoked', 'The file is gone.', 'A token is left.');
  expect(failure.code).toBe('token-not-revoked');
  expect(failure.message).toMatch(/: The file is gone\. Did a step .* A token is left\.$/);
});

describe('a token that is not promoted', () => {
  test.each([
    ['not-delivered', ' The ledger is not marked as delivered: the step ended while it delivered the token.'],
    ['job-not-successful', ' `job-status` is "failure" and not "success".'],
    ['promote', ''],
  ] as const)('is reported with the reason: %s', (plan, why) => {
    expect(describeUnpromoted(TOKEN, plan, 'failure')).toBe(
      `Token id-a of "telegraf" is not committed.${why} Somebody may hold it, so it stays valid, and so does what it ` +
        'replaces. The next run rotates again and puts this right.',
    );
  });
});

test('a failure is summarized with its title', () => {
  expect(summarizeFailure({ title: 'Cancelled', message: 'Why.' })).toEqual({
    title: 'InfluxDB token: not finished at the end of the job',
    items: ['Cancelled: Why.'],
  });
});

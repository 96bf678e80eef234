import { describe, expect, test } from 'vitest';
import { reportIncompleteDelivery } from '../../src/report/delivery.ts';
import type { StoredSecret } from '../../src/tokens/rotation/outcome.ts';
import { CONTEXT } from './tokens.ts';

const ID = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const error = new Error('GitHub responded 500');

const SECRETS: readonly StoredSecret[] = [
  { target: { label: 'repo = A' }, storedAt: 1 },
  { target: { label: 'env:production = B' }, storedAt: 'absent' },
  { target: { label: 'org:acme = C' }, storedAt: 1 },
];

function failureAt(failedAt: number, mightBeStored: boolean) {
  const { failure, sections = [] } = reportIncompleteDelivery(
    { kind: 'incomplete', secrets: SECRETS, failedAt, mightBeStored, error },
    ID,
    CONTEXT,
  );
  const [table] = sections;
  return {
    message: failure?.message,
    cause: failure?.cause,
    title: table?.title,
    cells:
      table && 'rows' in table ? [...table.rows].map(([, token, state]) => `${token} | ${state}`) : undefined,
  };
}

describe('an incomplete delivery says which secret contains which token', () => {
  const END =
    ' No token was revoked, so every consumer keeps a valid token. The next run creates another token and stores it everywhere.';

  test('when a later write was refused', () => {
    expect(failureAt(1, false)).toEqual({
      message: `GitHub responded 500. The new token ${ID} is in \`repo = A\`. Not changed: \`env:production = B\`, \`org:acme = C\`.${END}`,
      cause: error,
      title: 'New token stored in 1 of 3 secrets',
      cells: [`new: ${ID} | stored`, 'none | not changed', 'old | not changed'],
    });
  });

  test('when it is not known whether the last write happened', () => {
    expect(failureAt(2, true)).toEqual({
      message: `GitHub responded 500. The new token ${ID} is in \`repo = A\`, \`env:production = B\`. It is not known which token is in \`org:acme = C\`.${END}`,
      cause: error,
      title: 'New token stored in 2 of 3 secrets',
      cells: [`new: ${ID} | stored`, `new: ${ID} | stored`, 'not known | unknown outcome'],
    });
  });

  test('when it is not known whether the first write happened', () => {
    expect(failureAt(0, true)).toMatchObject({
      message: `GitHub responded 500. It is not known which token is in \`repo = A\`. Not changed: \`env:production = B\`, \`org:acme = C\`.${END}`,
      title: 'New token stored in 0 of 3 secrets',
      cells: ['not known | unknown outcome', 'none | not changed', 'old | not changed'],
    });
  });
});

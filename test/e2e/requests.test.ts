import { expect, test } from 'vitest';
import { countRequests } from '../../bench/requests.ts';
import type { ManagementOperation } from '../../src/management-token/inputs.ts';
import type { OperationName } from '../../src/request/inputs.ts';

/** The largest number of requests in the scenarios of each operation. */
const REQUESTS: Readonly<Record<OperationName, number>> = {
  create: 20,
  get: 1,
  list: 1,
  update: 3,
  revoke: 10,
  rotate: 31,
  cleanup: 41,
  restore: 20,
};

const MANAGEMENT_REQUESTS: Readonly<Record<ManagementOperation, number>> = {
  list: 0,
  create: 1,
  rotate: 5,
  revoke: 0,
};

const all = await countRequests();

/** The largest count of the main steps whose title begins so. */
function largest(beginning: string): number {
  return Math.max(...all.filter(({ step }) => step.startsWith(beginning)).map(({ sent }) => sent.length));
}

test('every step sends exactly the requests of its protocol, in the same order', () => {
  expect(all.map(({ step, sent }) => ({ step, sent }))).toEqual(
    all.map(({ step, minimum }) => ({ step, sent: minimum })),
  );
});

test.for(Object.entries(REQUESTS))('%s sends at most %i requests in its scenarios', ([operation, count]) => {
  expect(largest(`\`${operation}\``)).toBe(count);
});

test.for(Object.entries(MANAGEMENT_REQUESTS))(
  '%s of a management token sends %i requests, without those of influxctl',
  ([operation, count]) => {
    expect(largest(`\`management-token\`: \`${operation}\``)).toBe(count);
  },
);

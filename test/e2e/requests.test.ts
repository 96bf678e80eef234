import { expect, test } from 'vitest';
import { countRequests } from '../../bench/requests.ts';

test('every step sends exactly the requests of its protocol, in the same order', async () => {
  const all = await countRequests();
  expect(all.map(({ step, sent }) => ({ step, sent }))).toEqual(
    all.map(({ step, minimum }) => ({ step, sent: minimum })),
  );
});

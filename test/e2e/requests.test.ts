import { expect, test } from 'vitest';
import { countRequests } from '../../bench/requests.ts';

test('every step sends the requests of its protocol, in its order, and no other', async () => {
  const all = await countRequests();
  expect(all.map(({ step, sent }) => ({ step, sent }))).toEqual(
    all.map(({ step, minimum }) => ({ step, sent: minimum })),
  );
});

import { describe, expect, test } from 'vitest';
import { planPromotion } from '../../../src/tokens/rotation/promotion.ts';

describe('the post step', () => {
  test('promotes a delivered token of a successful job', () => {
    expect(planPromotion('delivered', 'success')).toBe('promote');
  });

  test.each(['failure', 'cancelled', '', 'Success', ' success'])(
    'promotes nothing when `job-status` is "%s"',
    (status) => {
      expect(planPromotion('delivered', status)).toBe('job-not-successful');
    },
  );

  test('promotes nothing if the step ended during the delivery, for any job status', () => {
    expect(planPromotion('delivering', 'success')).toBe('not-delivered');
    expect(planPromotion('delivering', 'failure')).toBe('not-delivered');
  });

  test('has nothing to do if the step itself promoted the token', () => {
    expect(planPromotion('done', 'failure')).toBe('done');
  });
});

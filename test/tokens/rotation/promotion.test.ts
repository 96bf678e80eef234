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

  test('promotes nothing when the step ended while it delivered, whatever the job', () => {
    expect(planPromotion('delivering', 'success')).toBe('not-delivered');
    expect(planPromotion('delivering', 'failure')).toBe('not-delivered');
  });

  test('has nothing to do when the step itself promoted', () => {
    expect(planPromotion('done', 'failure')).toBe('done');
  });
});

import { describe, expect, test } from 'vitest';
import { describeCreator, describeEnd, describeWhen } from '../../src/report/context.ts';
import { OTHER_SERVER, tag } from '../tokens/series-token.ts';
import { CONTEXT, NOW } from './tokens.ts';

describe('the creator of a token', () => {
  test('is the repository and the run in its tag, with a link to the run', () => {
    expect(describeCreator({ tag: tag('job') }, CONTEXT)).toEqual({
      text: 'acme/web, run 8000',
      url: 'https://github.com/acme/web/actions/runs/8000',
    });
  });

  test('is only the repository if the token was adopted', () => {
    expect(describeCreator({ tag: tag('current', { runId: '0', runAttempt: '0' }) }, CONTEXT)).toEqual({
      text: 'acme/web',
      url: 'https://github.com/acme/web',
    });
  });

  test('is not a link if the tag names another server, because anybody can write a tag', () => {
    expect(describeCreator({ tag: tag('job', { server: OTHER_SERVER }) }, CONTEXT)).toBe(
      `${OTHER_SERVER}/acme/web, run 8000`,
    );
  });

  test('is not known if the token has no tag', () => {
    expect(describeCreator({ tag: undefined }, CONTEXT)).toBe('not known');
  });
});

describe('a date', () => {
  test('is written with its distance from now', () => {
    expect(describeWhen(NOW + 60_000, CONTEXT)).toBe('23 Nov 2026, 00:01 UTC, in 60 seconds');
    expect(describeEnd(NOW + 60_000, CONTEXT)).toBe('23 Nov 2026, 00:01 UTC, in 60 seconds');
  });

  test('that is not set means "never" for an expiry only', () => {
    expect(describeWhen('unset', CONTEXT)).toBe('not known');
    expect(describeEnd('unset', CONTEXT)).toBe('never');
    expect(describeEnd('never', CONTEXT)).toBe('never');
  });

  test('that cannot be read says so', () => {
    expect(describeWhen('unreadable', CONTEXT)).toBe('unreadable');
    expect(describeEnd('unreadable', CONTEXT)).toBe('unreadable');
  });
});

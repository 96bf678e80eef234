import { describe, expect, test } from 'vitest';
import { reportLeftovers } from '../../src/report/post-step.ts';
import type { LeftoversResult } from '../../src/tokens/results.ts';

const NOTHING = { outcomes: [], searchError: undefined };

function report(result: Partial<LeftoversResult>, nonces: readonly string[] = []) {
  return reportLeftovers({ ...NOTHING, ...result }, { nonces }, { cluster: 'a-cluster' });
}

describe('the report on leftover tokens', () => {
  test('names in the log and in the summary which tokens are revoked', () => {
    const items = ['Revoked token id-a.', 'Token id-b was already revoked.'];
    expect(
      report({
        outcomes: [
          { id: 'id-a', kind: 'revoked' },
          { id: 'id-b', kind: 'already-revoked' },
        ],
      }),
    ).toEqual({
      lines: items.map((text) => ({ kind: 'info', text })),
      sections: [{ title: '2 tokens revoked at the end of the job', text: ['Cluster: a-cluster'], items }],
    });
  });

  test('is empty when nothing was revoked and nothing failed', () => {
    expect(report({}, ['nonce-a'])).toEqual({ lines: [], sections: [] });
  });

  test('fails with the tokens that might be alive, and names no others', () => {
    const { failure } = report({
      outcomes: [
        { id: 'id-a', kind: 'failed', error: new Error('no response') },
        { id: 'id-b', kind: 'revoked' },
        { id: 'id-c', kind: 'skipped' },
      ],
    });
    expect(failure?.message).toBe(
      'The post step could not revoke token id-a. no response. The post step did not try to revoke token id-c. ' +
        'No consumer uses these tokens. Revoke them: `influxctl token revoke id-a id-c`.',
    );
  });

  test('fails with the nonces when the list could not be read', () => {
    const { failure } = report({ searchError: new Error('no response') }, ['nonce-a']);
    expect(failure?.message).toBe(
      'The post step could not check whether a token exists. no response. ' +
        'If the description of a token contains nonce-a, revoke the token. No consumer uses it.',
    );
  });

  test('names no nonce when the search succeeded', () => {
    const outcomes = [{ id: 'id-a', kind: 'skipped' } as const];
    const { failure } = report({ outcomes }, ['nonce-a']);
    expect(failure?.message).not.toContain('nonce-a');
  });

  test('names every ID and every nonce', () => {
    const outcomes = [{ id: 'id-a', kind: 'skipped' } as const];
    const { failure } = report({ outcomes, searchError: new Error('no response') }, ['nonce-b']);
    expect(failure?.message).toMatch(
      /Revoke it: `influxctl token revoke id-a`\. If .* contains nonce-b, revoke/,
    );
  });
});

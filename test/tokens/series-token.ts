import fc from 'fast-check';
import { twoClocks } from '../../src/tokens/clocks.ts';
import { formatTagged, type Tag } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';

export const NOW = Date.UTC(2027, 0, 31, 12);
/** CLOCKS are two clocks that agree. */
export const CLOCKS = twoClocks(NOW, NOW);
export const DAY = 86_400_000;
export const PLAIN = 'telegraf in production';
export const SERVER = 'github.com';
/** OTHER_SERVER has a repository with the same ID and runs with the same numbers, and its tokens are on the same cluster. */
export const OTHER_SERVER = 'ghe.example.com:8443';
export const REPOSITORY_ID = '4711';
export const REPOSITORY = { server: SERVER, repositoryId: REPOSITORY_ID };
export const RUN = { server: SERVER, repositoryId: REPOSITORY_ID, runId: '9000', runAttempt: '1' };
export const SERIES = { server: SERVER, repositoryId: REPOSITORY_ID, plainDescription: PLAIN };

/** A tag of the series, by default of a run that ended long ago. */
export function tag(kind: Tag['kind'], changes: Partial<Tag> = {}): Tag {
  return {
    server: SERVER,
    repository: 'acme/web',
    repositoryId: REPOSITORY_ID,
    runId: '8000',
    runAttempt: '1',
    kind,
    nonce: '7f3a9c2e5b1d8046',
    ...changes,
  };
}

/**
 * seriesToken is a token of the series, or an untagged token with its name. It was created a day ago and expires after 30 days.
 */
export function seriesToken(
  id: string,
  kind: Tag['kind'] | 'untagged',
  changes: Partial<Token> & { readonly tag?: Partial<Tag> } = {},
): Token {
  const { tag: tagChanges, ...rest } = changes;
  return {
    id,
    description: kind === 'untagged' ? PLAIN : formatTagged(PLAIN, tag(kind, tagChanges)),
    permissions: [{ action: 'read', resource: 'metrics' }],
    createdAt: NOW - DAY,
    expiresAt: NOW + 29 * DAY,
    revokedAt: 'unset',
    ...rest,
  };
}

const date = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -400, max: 0 }).map((hours) => NOW + hours * 3_600_000) },
  { weight: 1, arbitrary: fc.constantFrom<Token['createdAt'][]>('unset', 'unreadable') },
);

/** arbitraryHistory is any list of tokens that a cluster can have. Many of them belong to the series. */
export const arbitraryHistory: fc.Arbitrary<Token[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom<(Tag['kind'] | 'untagged')[]>(
        'pending',
        'current',
        'current',
        'job',
        'kept',
        'untagged',
      ),
      createdAt: date,
      expiresAt: fc.oneof(
        fc.constantFrom<Token['expiresAt'][]>('unset', 'unreadable', NOW, NOW - 1),
        fc.integer({ min: 1, max: 400 }).map((hours) => NOW + hours * 3_600_000),
      ),
      revokedAt: fc.constantFrom<Token['revokedAt'][]>('unset', 'unset', 'unset', NOW - 1, 'unreadable'),
      server: fc.constantFrom(SERVER, SERVER, SERVER, OTHER_SERVER),
      repositoryId: fc.constantFrom(REPOSITORY_ID, REPOSITORY_ID, REPOSITORY_ID, '1'),
    })
    .map(({ id, kind, server, repositoryId, ...dates }) =>
      seriesToken(id, kind, { ...dates, tag: { server, repositoryId } }),
    ),
  { maxLength: 12, selector: ({ id }) => id },
);

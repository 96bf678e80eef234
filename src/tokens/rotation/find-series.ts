import type { TwoClocks } from '../clocks.ts';
import { isSameRepository, parseTagged, plainDescription, type RepositoryKey } from '../tag.ts';
import { sameId, type Token, tokenStatus } from '../token.ts';
import { type Refusal, refused } from './refusals.ts';
import { hasSeriesTagKind, membersOf, type Series } from './series.ts';
import type { RotationFacts, RotationSpec } from './spec.ts';

/** Start is the series of a rotation, and where its first token comes from. */
export interface Start {
  readonly kind: 'start';
  readonly series: Series;
  readonly origin: Origin;
}

/** Origin is how a series gets its first token: it has one, adopts one that a person created, or gets its first now. */
export type Origin =
  | { readonly kind: 'existing' }
  | { readonly kind: 'adopted'; readonly token: Token }
  | { readonly kind: 'new' };

/** The facts that are needed to find a series. */
type SeriesFacts = Pick<RotationFacts, 'tokens' | 'run' | 'clocks'>;

/** findStart finds the series of a spec, and a token to adopt if the series has none. Pure. */
export function findStart(spec: RotationSpec, facts: SeriesFacts): Start | Refusal {
  return spec.tokenId === undefined
    ? startOf(spec.plainDescription ?? '', facts)
    : startAt(spec.tokenId, spec.plainDescription, facts);
}

/** By description: the series with this name, or the only token with this description, or a new series. */
function startOf(plain: string, { tokens, run, clocks }: SeriesFacts): Start | Refusal {
  const series = seriesOf(run, plain);
  if (membersOf(tokens, series, clocks).length > 0)
    return { kind: 'start', series, origin: { kind: 'existing' } };
  const [adopts, ...more] = tokens.filter(
    (token) => plainDescription(token.description) === plain && isAdoptable(token, run, clocks),
  );
  if (adopts && more.length > 0) {
    return refused(
      'several-tokens-to-choose-from',
      `The series "${plain}" has no token yet, and ${more.length + 1} tokens have this description: ` +
        `${[adopts, ...more].map(({ id }) => id).join(', ')}. Set \`token-id\` to the token that your consumers use.`,
    );
  }
  return { kind: 'start', series, origin: adopts ? { kind: 'adopted', token: adopts } : { kind: 'new' } };
}

/** By ID: the series of this token, even if the token is already retired. Otherwise, the token itself is adopted. */
function startAt(
  id: string,
  plain: string | undefined,
  { tokens, run, clocks }: SeriesFacts,
): Start | Refusal {
  const token = tokens.find((listed) => sameId(listed.id, id));
  if (!token) {
    return refused(
      'token-not-found',
      plain === undefined
        ? `Token ${id} is not in the list of tokens, so its series is not known. Set \`description\` instead.`
        : `Token ${id} is not in the list of tokens. Correct or remove \`token-id\`.`,
    );
  }
  const tagged = parseTagged(token.description);
  const own = plainDescription(token.description);
  if (plain !== undefined && plain !== own) {
    return refused(
      'two-names-for-one-series',
      `Token ${id} has the description "${own}", but the input \`description\` is "${plain}". Remove one of the two inputs.`,
    );
  }
  const series = seriesOf(run, own);
  if (tagged && hasSeriesTagKind(tagged.tag) && isSameRepository(tagged.tag, run)) {
    return startOf(own, { tokens, run, clocks });
  }
  if (!isAdoptable(token, run, clocks)) {
    return refused(
      'token-cannot-be-rotated',
      `Token ${id} cannot be rotated, because ${whyNot(token, run, clocks)}.`,
    );
  }
  const members = membersOf(tokens, series, clocks);
  if (members.length > 0) {
    return refused(
      'a-series-with-this-name-exists',
      `Token ${id} is not part of the series "${own}", which already contains ${members.map((member) => member.id).join(', ')}. ` +
        'Remove `token-id`, or change the description of the token (`operation: update`).',
    );
  }
  return { kind: 'start', series, origin: { kind: 'adopted', token } };
}

function seriesOf({ server, repositoryId }: RepositoryKey, plainDescription: string): Series {
  return { server, repositoryId, plainDescription };
}

/** A token is adoptable if it is live, and either untagged or kept by this repository. */
function isAdoptable(token: Token, own: RepositoryKey, clocks: TwoClocks): boolean {
  return whyNot(token, own, clocks) === undefined;
}

function whyNot(token: Token, own: RepositoryKey, clocks: TwoClocks): string | undefined {
  const status = tokenStatus(token, clocks.forEnding);
  if (status === 'suspended') return 'it is suspended. Restore its permissions first (`operation: restore`)';
  if (status !== 'active') return `it is ${status}`;
  const tag = parseTagged(token.description)?.tag;
  if (tag === undefined)
    return plainDescription(token.description) === ''
      ? 'it has no description, so its series has no name'
      : undefined;
  if (!isSameRepository(tag, own)) return `it belongs to ${tag.server}/${tag.repository}`;
  return tag.kind === 'kept' ? undefined : 'it belongs to a single job';
}

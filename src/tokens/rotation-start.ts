import { hasLineKind, type Line, membersOf } from './line.ts';
import type { RotationFacts, RotationOrder } from './rotation-order.ts';
import { type Refusal, refused } from './rotation-refusal.ts';
import { parseTagged, plainDescription } from './tag.ts';
import { type Token, tokenStatus } from './token.ts';
import { sameId } from './uuid.ts';

/** Start is which line a rotation is about, and how that begins. */
export interface Start {
  readonly kind: 'start';
  readonly line: Line;
  readonly origin: Origin;
}

/** Origin is how a line comes by its first token: it has one, takes one of people's making, or gets its first now. */
export type Origin =
  | { readonly kind: 'existing' }
  | { readonly kind: 'adopted'; readonly token: Token }
  | { readonly kind: 'new' };

/** What a line is found by. */
type Given = Pick<RotationFacts, 'tokens' | 'run' | 'now'>;

/** findStart finds the line that an order names, and a token to adopt where the line has none. Pure. */
export function findStart(order: RotationOrder, facts: Given): Start | Refusal {
  return order.tokenId === undefined
    ? startOf(order.plainDescription ?? '', facts)
    : startAt(order.tokenId, order.plainDescription, facts);
}

/** By description: the line of that name; else the one token that is called so; else nothing yet. */
function startOf(plain: string, { tokens, run, now }: Given): Start | Refusal {
  const line: Line = { repositoryId: run.repositoryId, plainDescription: plain };
  if (membersOf(tokens, line, now).length > 0) return { kind: 'start', line, origin: { kind: 'existing' } };
  const [adopts, ...more] = tokens.filter(
    (token) => plainDescription(token.description) === plain && isAdoptable(token, run.repositoryId, now),
  );
  if (adopts && more.length > 0) {
    return refused(
      'Several tokens to choose from',
      `Nothing was rotated yet as "${plain}", and ${more.length + 1} tokens are called so: ` +
        `${[adopts, ...more].map(({ id }) => id).join(', ')}. Say by \`token-id\` which one your consumers hold.`,
    );
  }
  return { kind: 'start', line, origin: adopts ? { kind: 'adopted', token: adopts } : { kind: 'new' } };
}

/** By id: the line of that token, also of one that is retired since; else it is the token to adopt. */
function startAt(id: string, plain: string | undefined, { tokens, run, now }: Given): Start | Refusal {
  const token = tokens.find((listed) => sameId(listed.id, id));
  if (!token) {
    return refused(
      'Token not found',
      `Token ${id} is not on the list any more, so nobody can tell what its line is: give \`description\` instead.`,
    );
  }
  const tagged = parseTagged(token.description);
  const own = plainDescription(token.description);
  if (plain !== undefined && plain !== own) {
    return refused(
      'Two names for one line',
      `Token ${id} is described as "${own}", and \`description\` says "${plain}": leave one of them out.`,
    );
  }
  const line: Line = { repositoryId: run.repositoryId, plainDescription: own };
  if (tagged && hasLineKind(tagged.tag) && tagged.tag.repositoryId === run.repositoryId) {
    return { kind: 'start', line, origin: { kind: 'existing' } };
  }
  if (!isAdoptable(token, run.repositoryId, now)) {
    return refused(
      'Not a token to rotate',
      `Token ${id} cannot be rotated here: ${whyNot(token, run.repositoryId, now)}.`,
    );
  }
  const members = membersOf(tokens, line, now);
  if (members.length > 0) {
    return refused(
      'A line of this name exists',
      `Token ${id} is not one of "${own}", which has ${members.map((member) => member.id).join(', ')} already. ` +
        'Give the token another description (`operation: update`), or leave `token-id` out.',
    );
  }
  return { kind: 'start', line, origin: { kind: 'adopted', token } };
}

/** Alive, and either nobody's in particular, or kept by this repository. */
function isAdoptable(token: Token, repositoryId: string, now: number): boolean {
  return whyNot(token, repositoryId, now) === undefined;
}

function whyNot(token: Token, repositoryId: string, now: number): string | undefined {
  const status = tokenStatus(token, now);
  if (status !== 'active') return `it is ${status}`;
  const tag = parseTagged(token.description)?.tag;
  if (tag === undefined)
    return token.description === '' ? 'it has no description, which would name its line' : undefined;
  if (tag.repositoryId !== repositoryId) return `its tag says that it is ${tag.repository}'s`;
  return tag.kind === 'kept' ? undefined : 'it belongs to a single job';
}

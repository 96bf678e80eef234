import { parseTagged, type Tag } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { DAY, NOW, seriesToken } from '../tokens/series-token.ts';
import { describedBy, NO_GRANTS } from './quarantine/description.ts';
import type { State } from './quarantine/world.ts';
import { type Consumer, grantsOf, type World } from './world.ts';

/** Request is a request of a run that changes something. */
export type Request =
  | { readonly method: 'POST'; readonly id: string; readonly tag: Tag }
  | { readonly method: 'PATCH'; readonly id: string; readonly change: Partial<State> }
  | { readonly method: 'DELETE'; readonly id: string }
  | { readonly method: 'PUT'; readonly secret: number; readonly id: string };

/** Sent is one possible outcome of a request: the world after it, and the token in the response. Undefined without a response. */
export interface Sent {
  readonly world: World;
  readonly says: string;
  readonly response: Token | undefined;
}

/** Two ticks are one second. So tokens can be created in the same millisecond, in the same second, or neither. */
const TICK_MS = 500;

export const LIFETIME_MS = 30 * DAY;

/** All tokens have these permissions or none. */
export const PERMISSIONS = [{ action: 'read', resource: 'metrics' }] as const;

/**
 * send carries out a request. While faults are left, the response can get lost before or after the effect, or the request can
 * arrive late. A gateway can also repeat a POST, and a server can confirm a change that it has not made. A PUT is never late, and
 * a confirmed PUT always had its effect. These are known limits, because GitHub has no compare-and-set and shows no secret.
 */
export function send(world: World, request: Request, gracePeriodMs: number): Sent[] {
  const says = describe(request);
  const withResponse = ({ world, id }: Applied, how = ''): Sent => ({
    world,
    says: `${says}${how}`,
    response: world.tokens.find((token) => token.id === id),
  });
  const done = applyRequest(world, request, gracePeriodMs).map((after) => withResponse(after));
  if (world.faults === 0) return done;
  const hit = { ...world, faults: world.faults - 1 };
  const afterwards = applyRequest(hit, request, gracePeriodMs);
  const late = { ...hit, late: [...hit.late, request] };
  const withoutResponse = (world: World, how: string): Sent => ({
    world,
    says: `${says}, ${how}`,
    response: undefined,
  });
  return [
    ...done,
    ...afterwards.map(({ world }) => withoutResponse(world, 'done, but the response is lost')),
    withoutResponse(hit, 'never arrives'),
    ...(request.method === 'PUT'
      ? []
      : applyRequest(hit, request, gracePeriodMs).map(({ world, id }) => ({
          world: hit,
          says: `${says}, confirmed and not done`,
          response: world.tokens.find((token) => token.id === id),
        }))),
    ...(request.method === 'PUT' ? [] : [withoutResponse(late, 'on its way for a long time')]),
    ...halvesOf(world, request).flatMap(({ part, half }) =>
      applyRequest(hit, half, gracePeriodMs).map((after) => withResponse(after, `, only the ${part}`)),
    ),
    ...(request.method === 'POST'
      ? applyRequest(late, request, gracePeriodMs).map((after) =>
          withResponse(after, ', and a gateway will repeat it'),
        )
      : []),
  ];
}

/** A server can carry out only half of a PATCH that also changes the permissions. */
function halvesOf({ tokens }: World, request: Request): { part: string; half: Request }[] {
  if (request.method !== 'PATCH') return [];
  const { description, grants } = request.change;
  const token = tokens.find(({ id }) => id === request.id);
  return !token || description === undefined || grants === undefined || grantsOf(token) === grants
    ? []
    : [
        { part: 'description', half: { ...request, change: { description } } },
        { part: 'permissions', half: { ...request, change: { grants } } },
      ];
}

/** arriveLate carries out requests that no run waits for. */
export function arriveLate(world: World, gracePeriodMs: number): Sent[] {
  return world.late.flatMap((request) => {
    const rest = { ...world, late: world.late.filter((other) => other !== request) };
    return applyRequest(rest, request, gracePeriodMs).map(({ world }) => ({
      world,
      says: `${describe(request)}, at last`,
      response: undefined,
    }));
  });
}

/** httpDate is the time in the server's responses, in whole seconds. */
export function httpDate({ clock }: World): number {
  return Math.floor(clock / 1000) * 1000;
}

interface Applied {
  readonly world: World;
  /** The ID of the affected token. */
  readonly id: string;
}

function applyRequest(world: World, request: Request, gracePeriodMs: number): Applied[] {
  const { id } = request;
  switch (request.method) {
    case 'POST':
      return [0, TICK_MS].flatMap((later) =>
        created({ ...world, clock: world.clock + later }, id, request.tag),
      );
    case 'PATCH':
      return [{ id, world: changed(world, id, changesOf(request.change)) }];
    case 'DELETE':
      return [{ id, world: changed(world, id, { revokedAt: world.clock }) }];
    case 'PUT':
      return [{ id, world: stored(world, request.secret, id, gracePeriodMs) }];
  }
}

function changesOf({ description, grants }: Partial<State>): Partial<Token> {
  return {
    ...(description === undefined ? {} : { description }),
    ...(grants === undefined ? {} : { permissions: grants === NO_GRANTS ? [] : PERMISSIONS }),
  };
}

/** IDs are random. This matters only for tokens of the same millisecond, because either can come first. */
function created(world: World, id: string, tag: Tag): Applied[] {
  const { clock, tokens } = world;
  const isTie = tokens.some(({ createdAt }) => createdAt === clock);
  const isRepeated = tokens.some(({ description }) => parseTagged(description)?.tag.nonce === tag.nonce);
  return (isTie ? ['a', 'z'] : ['m']).map((rank) => {
    const dates = { createdAt: clock, expiresAt: NOW + LIFETIME_MS };
    const token = seriesToken(`${rank}${id}${isRepeated ? 'twin' : ''}`, tag.kind, { ...dates, tag });
    return { id: token.id, world: { ...world, tokens: [...tokens, token] } };
  });
}

/** A revoked token does not change. */
function changed(world: World, id: string, changes: Partial<Token>): World {
  return {
    ...world,
    tokens: world.tokens.map((token) =>
      token.id === id && token.revokedAt === 'unset' ? { ...token, ...changes } : token,
    ),
  };
}

/** stored is the world after a consumer received a token. Without a grace period, its previous token is no longer needed. */
export function stored(world: World, index: number, id: string, gracePeriodMs: number): World {
  const storedAt = httpDate(world);
  const createdAt = world.tokens.find((token) => token.id === id)?.createdAt;
  const give = (consumer: Consumer): Consumer => ({
    ...consumer,
    tokenId: id,
    storedAt,
    before:
      gracePeriodMs > 0 &&
      consumer.tokenId !== undefined &&
      consumer.tokenId !== id &&
      typeof createdAt === 'number'
        ? { id: consumer.tokenId, until: createdAt + gracePeriodMs }
        : consumer.before,
  });
  return {
    ...world,
    consumers: world.consumers.map((consumer, at) => (at === index ? give(consumer) : consumer)),
  };
}

function describe(request: Request): string {
  const { method, id } = request;
  switch (method) {
    case 'PUT':
      return `PUT secret ${request.secret} = ${id}`;
    case 'DELETE':
      return `DELETE ${id}`;
    case 'POST':
      return `POST ${id} as ${request.tag.kind}`;
    case 'PATCH': {
      const { record, tag } = describedBy(request.change.description ?? '');
      return `PATCH ${id} as ${record?.state ?? tag?.kind ?? 'before'}`;
    }
  }
}

import { describedBy, NO_GRANTS } from './description.ts';
import {
  isRegrant,
  suspendedSince,
  withGranted,
  withHalf,
  wrongToAdopt,
  wrongToRevoke,
  wrongToSuspend,
} from './expected.ts';
import { isSame } from './rules.ts';
import type { Setting } from './setting.ts';
import type { Change, Late, Run, State, Token, World } from './world.ts';

/** Sent is one possible outcome of a request: the world after it, and the response if there is one. */
export interface Sent {
  readonly world: World;
  readonly says: string;
  readonly response: Token | undefined;
  /** The response confirms a change that was not made. */
  readonly isLie?: true;
}

/**
 * send carries out the request of a run. While faults are left, the response can get lost before or after the effect, or the
 * request can arrive late. A gateway can also repeat it, and a server can confirm it without the effect or carry out half of it.
 */
export function send(world: World, run: Run, setting: Setting): Sent[] {
  const { change, plan, isOvertaken } = run;
  if (!change || !plan) throw new Error('There is nothing to send.');
  const request: Late = { run: run.name, stage: plan.stage, change, isOvertaken };
  const says = `${plan.stage}: ${describe(change)}`;
  const done = (from: World, how = '', carried = request): Sent => {
    const after = applyRequest(from, carried, setting);
    return { world: after, says: `${says}${how}`, response: shown(after.token, change, setting) };
  };
  if (world.faults === 0) return [done(world)];
  const half = { ...world, faults: world.faults - 1 };
  const hit = { ...half, isDisturbed: true };
  const late = { ...hit, late: [...hit.late, request] };
  const withoutResponse = (world: World, how: string): Sent => ({
    world,
    says: `${says}, ${how}`,
    response: undefined,
  });
  const halves = (from: World, how: string) =>
    halvesOf(change).map(([part, change]) =>
      done(from, `, only the ${part}${how}`, { ...request, change, isHalf: true }),
    );
  return [
    done(world),
    withoutResponse(done(hit).world, 'done, but the response is lost'),
    withoutResponse(hit, 'never arrives'),
    withoutResponse(late, 'on its way for a long time'),
    done(late, ', and a gateway will repeat it'),
    { world: hit, says: `${says}, confirmed and not done`, response: done(hit).response, isLie: true },
    ...halves(plan.stage === 'suspended' ? half : hit, ''),
    ...halves(hit, ', and the response is lost').map((sent) => ({ ...sent, response: undefined })),
  ];
}

/** arriveLate carries out requests that no run waits for. */
export function arriveLate(world: World, setting: Setting): Sent[] {
  return world.late.map((request) => {
    const rest = { ...world, late: world.late.filter((other) => other !== request) };
    return {
      world: applyRequest(rest, request, setting),
      says: `${request.stage} of run ${request.run}, at last`,
      response: undefined,
    };
  });
}

function halvesOf(change: Change): [part: string, change: Change][] {
  if (change === 'revoke') return [];
  const { description, grants } = change;
  return description === undefined || grants === undefined
    ? []
    : [
        ['description', { description }],
        ['permissions', { grants }],
      ];
}

function applyRequest(before: World, request: Late, setting: Setting): World {
  const { change, run, isOvertaken } = request;
  const { token } = before;
  if (token.isRevoked) return before;
  const world = { ...before, isDisturbed: before.isDisturbed || isOvertaken };
  if (change === 'revoke') {
    const wrong = world.wrong ?? wrongToRevoke(world, request, setting);
    return overtake({ ...world, token: { ...token, isRevoked: true }, wrong }, run);
  }
  const wrong = world.wrong ?? wrongToSuspend(world, request) ?? wrongToAdopt(world, request);
  const after = withHalf({ ...changed(world, change, run, setting), wrong }, world, request, setting);
  const isGranted = after.token.grants !== token.grants && isRegrant(world, request);
  return isGranted ? withGranted(after, world, request, setting) : after;
}

/** changed is the world after a run or a person changed the token. */
export function changed(world: World, change: Partial<State>, by: string, { server }: Setting): World {
  const { token } = world;
  const description =
    change.description === undefined ? token.description : server.stores(change.description);
  const isIgnored = change.grants === NO_GRANTS && server.ignoresNoPermissions;
  const grants = isIgnored ? token.grants : (change.grants ?? token.grants);
  if (isSame(token, { description, grants })) return world;
  const after = { ...token, description, grants };
  const expected = { ...world.expected, suspendedSince: suspendedSince(world, after) };
  return overtake({ ...world, token: after, expected }, by);
}

/** Runs that read the token before this change are about to send what no longer fits. */
function overtake(world: World, by: string): World {
  return {
    ...world,
    runs: world.runs.map((run) => (run.name !== by && run.hasRead ? { ...run, isOvertaken: true } : run)),
    late: world.late.map((request) => ({ ...request, isOvertaken: true })),
  };
}

/** shown is the token in a response. */
function shown(token: Token, change: Change, { server }: Setting): Token {
  return server.echoes && change !== 'revoke' && !token.isRevoked ? { ...token, ...change } : token;
}

function describe(change: Change): string {
  if (change === 'revoke') return 'DELETE';
  const { description, grants } = change;
  return `PATCH ${[description === undefined ? [] : short(description), grants ?? []].flat().join(' with ')}`;
}

/** short is a description of the token for people: its kind and its record. */
export function short(description: string): string {
  const { plain, tag, record } = describedBy(description);
  const when = record
    ? ` [${record.state} ${new Date(record.since).toISOString().slice(5, 16)} ${record.grants}]`
    : '';
  return `"${plain}" ${tag?.kind ?? 'untagged'}${when}`;
}

import { type TwoClocks, twoClocks } from '../../src/tokens/clocks.ts';
import type { detectConcurrentRotation } from '../../src/tokens/rotation/concurrent.ts';
import type { planRotation } from '../../src/tokens/rotation/plan.ts';
import type { planRetirement } from '../../src/tokens/rotation/retirement.ts';
import type { RotationSpec } from '../../src/tokens/rotation/spec.ts';
import type { Token } from '../../src/tokens/token.ts';
import { DAY, NOW, OTHER_SERVER, PLAIN, seriesToken } from '../tokens/series-token.ts';
import type { Rules } from './quarantine/rules.ts';
import { httpDate, LIFETIME_MS, PERMISSIONS, type Request, type Sent, send, stored } from './server.ts';
import { type Consumer, type End, type Run, type StepName, UNTOUCHED, type World, withRun } from './world.ts';

/** Outcome is one atomic change of the world, with a description for people. */
export interface Outcome {
  readonly says: string;
  readonly world: World;
}

/** Step returns all possible outcomes of a run's next step. */
export type Step = (moment: Moment) => Outcome[];

/** EndMain returns the world in which a run has ended its current phase. The post step still has its work to do. */
export type EndMain = (world: World, run: Run, end: End) => World;

/** Protocol contains the steps, and the product's own decisions. A variant replaces one of them. */
export interface Protocol {
  readonly steps: Readonly<Record<StepName, Step>>;
  readonly endMain: EndMain;
  readonly planRotation: typeof planRotation;
  readonly detectConcurrentRotation: typeof detectConcurrentRotation;
  readonly planRetirement: typeof planRetirement;
  readonly quarantine: Rules;
}

/** Setting is the start of a model, and everything that does not change in it. */
export interface Setting {
  readonly protocol: Protocol;
  readonly gracePeriodMs: number;
  /** How long a replaced token is suspended before it is revoked, in milliseconds. 0 means that it is revoked at once. */
  readonly quarantineMs: number;
  /** How often a person restores a suspended token. */
  readonly restores: number;
  readonly secrets: number;
  readonly laterSteps: boolean;
  readonly start: 'a promoted token' | 'a token to adopt' | 'nothing';
  readonly runs: readonly Pick<Run, 'runId' | 'runAttempt' | 'order'>[];
  readonly faults: number;
  /**
   * Whether the cluster also has tokens of a repository on another GitHub server. They have the same repository ID, run numbers,
   * and description. Some are older and some are newer than ours.
   */
  readonly hasOtherServer: boolean;
  /** How far the Date of the server's responses is wrong, in milliseconds. Its dates of tokens are right. */
  readonly dateOffMs: number;
  /** How far the clock of the runners is wrong, in milliseconds. */
  readonly runnerOffMs: number;
  /** Whether GitHub might not know yet that a run has ended. */
  readonly isGitHubBehind: boolean;
}

const COMPLETE = {
  plainDescription: PLAIN,
  permissions: PERMISSIONS,
  expiresAt: NOW + LIFETIME_MS,
} as const satisfies RotationSpec;

/** Without `renew-before`, every run rotates. */
export const ALWAYS: RotationSpec = COMPLETE;

/** The first token expires soon enough to be due. Tokens of later runs do not. */
export const WEEKLY: RotationSpec = { ...COMPLETE, renewBeforeMs: 7 * DAY };

/** runsOf are this many runs of one repository with the same spec. */
export function runsOf(count: number, order: RotationSpec): Setting['runs'] {
  return Array.from({ length: count }, (_, index) => ({ runId: `900${index + 1}`, runAttempt: '1', order }));
}

/** These IDs are sorted after all of ours. */
const OTHERS: readonly Token[] = [
  seriesToken('o1', 'current', { createdAt: NOW - 9 * DAY, tag: { server: OTHER_SERVER } }),
  seriesToken('o2', 'pending', { createdAt: NOW + DAY, tag: { server: OTHER_SERVER, runId: '9001' } }),
  seriesToken('o3', 'current', { createdAt: NOW + 2 * DAY, tag: { server: OTHER_SERVER, runId: '9002' } }),
];

/** isOfOtherServer tells whether a token belongs to the repository on the other server. */
export function isOfOtherServer({ id }: Token): boolean {
  return OTHERS.some((other) => other.id === id);
}

/** isOtherServerUntouched tells whether the tokens of the other server are unchanged. */
export function isOtherServerUntouched({ tokens }: World, { hasOtherServer }: Setting): boolean {
  return !hasOtherServer || OTHERS.every((other) => tokens.includes(other));
}

/** startOf is the world before the first step. */
export function startOf(setting: Setting): World {
  const { start, secrets, laterSteps, runs, faults, restores, hasOtherServer } = setting;
  const first = seriesToken('m0', start === 'a promoted token' ? 'current' : 'untagged', {
    expiresAt: NOW + DAY,
  });
  const own: Token[] = start === 'nothing' ? [] : [first];
  const initial: Pick<Consumer, 'tokenId' | 'storedAt' | 'before'> = {
    tokenId: own[0]?.id,
    storedAt: start === 'nothing' ? 'absent' : NOW - DAY,
    before: undefined,
  };
  const names = Array.from({ length: secrets }, (_, index) => `secret ${index}`);
  return {
    clock: NOW,
    tokens: hasOtherServer ? [...own, ...OTHERS] : own,
    consumers: [
      ...names.map((name) => ({ name, kind: 'secret' as const, ...initial })),
      ...(laterSteps ? [{ name: 'the receiver', kind: 'receiver' as const, ...initial }] : []),
    ],
    runs: runs.map((run, index) => ({ ...UNTOUCHED, ...run, name: `${index + 1}` })),
    late: [],
    faults,
    restores,
  };
}

/** Moment is one run in one world before its next step. */
export class Moment {
  readonly world: World;
  readonly run: Run;
  readonly setting: Setting;

  constructor(world: World, run: Run, setting: Setting) {
    this.world = world;
    this.run = run;
    this.setting = setting;
  }

  get protocol(): Protocol {
    return this.setting.protocol;
  }

  /** goes is the outcome that changes the run, in this world or in another one. */
  goes(says: string, changes: Partial<Run>, world = this.world): Outcome {
    return { says, world: withRun(world, this.run, changes) };
  }

  /** ends is the outcome that ends the current phase of the run: the step, or its post step. */
  ends(says: string, end: End, changes: Partial<Run> = {}, world = this.world): Outcome {
    return { says, world: this.protocol.endMain(world, { ...this.run, ...changes }, end) };
  }

  /** goesWrong returns outcomes that use up a fault. Empty if no faults are left. */
  goesWrong(outcomes: (hit: World) => Outcome[]): Outcome[] {
    const { world } = this;
    return world.faults === 0 ? [] : outcomes({ ...world, faults: world.faults - 1 });
  }

  /** delivers is the world after the later steps of the job have delivered the run's token. */
  delivers(world: World): World {
    return stored(world, this.setting.secrets, this.run.own ?? '', this.setting.gracePeriodMs);
  }

  /** sends sends a request. `andThen` returns what the run does after each possible outcome. */
  sends(request: Request, andThen: (sent: Sent) => Outcome[]): Outcome[] {
    return send(this.world, request, this.setting.gracePeriodMs).flatMap(andThen);
  }
}

/** clocksOf are the clocks that a run sees: a Date in whole seconds, and the runner's clock. */
export function clocksOf(world: World, { dateOffMs, runnerOffMs }: Setting): TwoClocks {
  return twoClocks(httpDate(world) + dateOffMs, world.clock + runnerOffMs);
}

/** failed is the end of a run that fails. */
export function failed({ code, why }: { readonly code: string; readonly why: string }): End {
  return { kind: 'failed', code, why };
}

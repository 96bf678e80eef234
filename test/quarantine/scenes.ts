import type { Permission, StoredToken } from '../../emulator/servers/token-store.ts';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import { GRANTS, type Quarantine, RECORDED } from '../e2e/stage/quarantine.ts';

/** SeededToken is a token that a step finds. `isOver` says that its quarantine is over, so it can be revoked. */
interface SeededToken {
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly isOver?: true;
}

/** Scene is the step that is disturbed, and the tokens that it finds. */
export interface Scene {
  readonly name: string;
  readonly operation: 'cleanup' | 'restore';
  readonly seeds: readonly SeededToken[];
}

/** The date of a record that is this many days old. */
function since(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
}

const KEPT = 'telegraf [gha:github.com/acme/web#4711 101.1 kept 7f3a9c2e5b1d8046]';
const young = () => ` [gha-suspended:${since(1)} ${RECORDED}]`;

/** SCENES are all steps that suspend, restore, or revoke. */
export const SCENES: readonly Scene[] = [
  {
    name: 'suspending two',
    operation: 'cleanup',
    seeds: [
      { description: 'telegraf', permissions: GRANTS },
      { description: KEPT, permissions: GRANTS },
    ],
  },
  {
    name: 'completing a suspension',
    operation: 'cleanup',
    seeds: [
      { description: `${KEPT} [gha-suspending:${since(1)} ${RECORDED}]`, permissions: [] },
      { description: `telegraf [gha-suspending:${since(1)} ${RECORDED}]`, permissions: GRANTS },
    ],
  },
  {
    name: 'restoring two',
    operation: 'restore',
    seeds: [
      { description: `telegraf${young()}`, permissions: [] },
      { description: `${KEPT}${young()}`, permissions: [] },
    ],
  },
  {
    name: 'revoking one and suspending another',
    operation: 'cleanup',
    seeds: [
      { description: `telegraf [gha-suspended:${since(8)} ${RECORDED}]`, permissions: [], isOver: true },
      { description: 'tele of another team', permissions: GRANTS },
    ],
  },
];

/** seedTokens puts the tokens of a scene on the server. */
export function seedTokens(stage: Quarantine, { seeds }: Scene): StoredToken[] {
  return seeds.map(({ description, permissions }) => stage.seed(description, { permissions }));
}

/** StepOptions are the tokens of a scene, and further inputs. */
interface StepOptions {
  readonly tokens: readonly StoredToken[];
  readonly inputs?: Readonly<Record<string, string>>;
}

/** stepOf is the step of a scene. */
export function stepOf(stage: Quarantine, { operation }: Scene, { tokens, inputs }: StepOptions): ActionStep {
  const own =
    operation === 'cleanup'
      ? stage.cleanupInputs
      : { operation, 'token-id': tokens.map(({ id }) => id).join('\n') };
  return stage.step({ ...own, ...inputs });
}

/** whatIsLost checks that a token has its permissions or their record, or is revoked. */
export function whatIsLost({ description, permissions, revokedAt }: StoredToken, moment: string): string[] {
  const known = permissions.length > 0 ? permissions : (parseRecord(description)?.grants ?? []);
  return revokedAt !== undefined || samePermissions(known, GRANTS) ? [] : [`lost ${moment}: ${description}`];
}

import type { FaultList } from '../input-errors.ts';
import { readGithubToken } from '../inputs/credentials.ts';
import type { Inputs } from '../inputs/declared.ts';
import { readScope } from '../inputs/filter.ts';
import { readBoolean, readCount, readDuration, UP_TO_TEN_YEARS } from '../inputs/scalars.ts';
import type { Secret } from '../secret.ts';
import type { CleanupOrder } from '../tokens/cleanup-plan.ts';
import { type Glob, parseGlob } from '../tokens/glob.ts';
import type { Asked, RunRequest } from './common.ts';

/** CleanupRequest asks to revoke tokens that are no longer in use. */
export interface CleanupRequest extends RunRequest {
  readonly operation: 'cleanup';
  readonly order: CleanupOrder;
  /** Nothing is revoked when more live tokens than this would be. */
  readonly maxRevocations: number;
  /** May read workflow runs. */
  readonly githubToken: Secret;
  readonly dryRun: boolean;
}

/** A pattern with less is no pattern but everything. */
const FEWEST_LITERALS = 3;

/** readCleanupRequest reads what `cleanup` needs. Notes every fault. */
export function readCleanupRequest({ inputs, common, readRun, faults }: Asked): CleanupRequest {
  const run = readRun();
  const scope = readScope(inputs.scope || 'repository', () => run, faults);
  const pattern = readPattern(inputs, inputs.scope === 'cluster', faults);
  const maxAgeMs = readMaxAge(inputs, faults);
  return {
    operation: 'cleanup',
    ...common,
    run,
    order: {
      scope,
      ...(pattern ? { pattern } : {}),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
    },
    maxRevocations: readCount(inputs, 'max-revocations', 1_000_000, faults),
    githubToken: readGithubToken(inputs, 'github-token', faults),
    dryRun: readBoolean(inputs, 'dry-run', faults),
  };
}

/** Whoever cleans up everybody's tokens must say which. */
function readPattern(inputs: Inputs, required: boolean, faults: FaultList): Glob | undefined {
  const text = inputs['description-pattern'];
  const pattern = text === '' ? undefined : parseGlob(text);
  if (required && (pattern?.literals ?? 0) < FEWEST_LITERALS) {
    faults.add(
      'description-pattern',
      `with \`scope: cluster\` this needs at least ${FEWEST_LITERALS} characters that stand for themselves, such as ` +
        '`load test*`: it would revoke tokens of everybody.',
    );
  }
  return pattern;
}

function readMaxAge(inputs: Inputs, faults: FaultList): number | undefined {
  if (inputs['max-age'] === '') return undefined;
  return readDuration(inputs, 'max-age', UP_TO_TEN_YEARS, faults);
}

import type { Outputs } from '../runner/runner.ts';
import { newestFirst } from '../tokens/listing.ts';
import type { RetirementResult } from '../tokens/rotation/outcome.ts';
import { type Rotation, replacedBy } from '../tokens/rotation/plan.ts';
import type { Token } from '../tokens/token.ts';
import { isWithoutAccess } from '../tokens/token-content.ts';
import { endingOutputs } from './outputs.ts';

/** previousOutputs name the tokens that are replaced and still valid. */
export function previousOutputs(valid: readonly Pick<Token, 'id'>[] = []): Outputs {
  return { 'previous-token-ids': JSON.stringify(valid.map(({ id }) => id)) };
}

/** retirementOutputs are the outputs about replaced tokens. They are empty lists where nothing was retired. */
export function retirementOutputs(result: RetirementResult): Outputs {
  if (result.kind !== 'retired') return { ...previousOutputs(), ...endingOutputs() };
  const { left, kept, revoked, suspended, failed } = result;
  const valid = [...left.map(({ token }) => token), ...kept.filter((token) => !isWithoutAccess(token))];
  return {
    ...previousOutputs(valid.sort(newestFirst)),
    ...endingOutputs({
      revoked,
      suspended: suspended.map(({ id }) => id),
      failed: failed.map(({ id }) => id),
    }),
  };
}

/** unretiredOutputs are the outputs as long as nothing is retired: every token that the new one replaces is still valid. */
export function unretiredOutputs(plan: Pick<Rotation, 'members' | 'adopts'>): Outputs {
  return { ...previousOutputs(replacedBy(plan)), ...endingOutputs() };
}

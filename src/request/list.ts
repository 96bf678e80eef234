import { readFilter } from '../inputs/filter.ts';
import { readBoolean } from '../inputs/scalars.ts';
import type { TokenFilter } from '../tokens/listing.ts';
import type { Asked, CommonRequest } from './common.ts';

/** ListRequest asks which tokens there are. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly filter: TokenFilter;
  /** The step fails when the list is not empty. */
  readonly failOnMatch: boolean;
}

/** readListRequest reads what `list` needs. Notes every fault. */
export function readListRequest({ inputs, common, readRun, faults }: Asked): ListRequest {
  return {
    operation: 'list',
    ...common,
    filter: readFilter(inputs, readRun, faults),
    failOnMatch: readBoolean(inputs, 'fail-on-match', faults),
  };
}

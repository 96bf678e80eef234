import type { TokenFilter } from '../tokens/listing.ts';
import type { CommonRequest, ParseContext } from './common.ts';
import { readFilter } from './fields/filter.ts';
import { readBoolean } from './fields/scalars.ts';

/** ListRequest asks which tokens there are. */
export interface ListRequest extends CommonRequest {
  readonly operation: 'list';
  readonly filter: TokenFilter;
  /** The step fails when the list is not empty. */
  readonly failOnMatch: boolean;
}

/** readListRequest reads what `list` needs. Collects every input error. */
export function readListRequest({ inputs, common, readRun, errors }: ParseContext): ListRequest {
  return {
    operation: 'list',
    ...common,
    filter: readFilter(inputs, readRun, errors),
    failOnMatch: readBoolean(inputs, 'fail-on-match', errors),
  };
}

import type { ListRequest } from '../request/list.ts';
import { formatTokens, listTokens, unreadableExpiries } from '../tokens/listing.ts';
import type { ListResult } from '../tokens/outcome.ts';
import type { Deps } from './deps.ts';
import { outputListing } from './output-listing.ts';

/** list reads all tokens and selects those that the filter asks for. Throws what the read throws. */
export async function list({ filter }: ListRequest, deps: Deps): Promise<ListResult> {
  const { tokens, clocks } = await deps.api.tokens();
  const now = clocks.forRenewing;
  const listed = listTokens(tokens, filter, now);
  outputListing(formatTokens(listed), listed.length, deps);
  return {
    listed,
    total: tokens.length,
    unreadable: unreadableExpiries(tokens, filter, now).length,
    now,
  };
}

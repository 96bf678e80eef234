import { listingOutputs } from '../report/outputs.ts';
import type { ListRequest } from '../request/request.ts';
import { formatTokens, listTokens, unreadableExpiries } from '../tokens/listing.ts';
import type { ListResult } from '../tokens/results.ts';
import type { Deps } from './deps.ts';

/** list reads all tokens and selects the ones that match the filter. Throws what the read throws. */
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

/**
 * outputListing sets the outputs about many tokens, and writes a file with all of them. `json` is the text of the file.
 * Throws a Failure if the file cannot be written.
 */
export function outputListing(
  json: string,
  count: number,
  { runner, nonce, progress }: Pick<Deps, 'runner' | 'nonce' | 'progress'>,
): void {
  const outputs = listingOutputs(json, count);
  runner.outputs(outputs);
  runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
  if (outputs.tokens === undefined) progress({ kind: 'listing-only-in-file' });
}

import { listingOutputs } from '../report/outputs.ts';
import type { Deps } from './deps.ts';

/**
 * outputListing sets the outputs about many tokens, and writes a file with all of them. `json` is the text of the file.
 * Throws a Failure when the file cannot be written.
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

import { fitsIntoOutput } from '../runner/runner.ts';
import type { Deps } from './deps.ts';

/** outputTokens sets the outputs about many tokens; `json` is all of them, which a file holds even if an output cannot. */
export function outputTokens(
  json: string,
  count: number,
  { runner, nonce }: Pick<Deps, 'runner' | 'nonce'>,
): void {
  runner.outputs({ count: String(count), ...(fitsIntoOutput(json) ? { tokens: json } : {}) });
  runner.outputs({ 'tokens-file': runner.writeFile(`influxdb-tokens-${nonce()}.json`, json) });
  if (fitsIntoOutput(json)) return;
  runner.info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.');
}

import { listingOutputs } from '../report/outputs.ts';
import type { ManagementDeps } from './deps.ts';
import type { ListResult } from './outcome.ts';
import type { ListRequest } from './request.ts';
import { formatManagementTokens, selectTokens } from './token.ts';

/** list lists all management tokens and selects some. Throws a Failure when influxctl fails or the file cannot be written. */
export async function list(
  { selection }: ListRequest,
  { influxctl, credential, runner, clock, nonce }: ManagementDeps,
): Promise<ListResult> {
  const tokens = await influxctl.list();
  const now = clock.now();
  const shown = selectTokens(tokens, selection, { now, credential });
  const json = formatManagementTokens(shown);
  runner.outputs(listingOutputs(json, shown.length));
  const file = runner.writeFile(`influxdb-management-tokens-${nonce()}.json`, json);
  runner.outputs({ 'tokens-file': file });
  const sameStatus = selectTokens(tokens, { status: selection.status }, { now, credential });
  const unreadable =
    selection.expiresWithinMs === undefined
      ? 0
      : sameStatus.filter(({ expiresAt }) => expiresAt === 'unreadable').length;
  return { shown, total: tokens.length, unreadable, now };
}

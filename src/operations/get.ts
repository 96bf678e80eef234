import { tokenOutputs } from '../report/outputs.ts';
import type { GetRequest } from '../request/get.ts';
import { describePermissions } from '../tokens/permissions.ts';
import { plainDescription } from '../tokens/tag.ts';
import { tokenStatus } from '../tokens/token.ts';
import { describeDate, describeExpiry } from '../tokens/token-spec.ts';
import type { Deps } from './deps.ts';
import { existingToken } from './existing-token.ts';

/** get shows what the server knows of one token, alive or not. */
export async function get({ tokenId }: GetRequest, { api, runner }: Deps): Promise<void> {
  const { token, clocks } = await existingToken(tokenId, api);
  const status = tokenStatus(token, clocks.forRenewing);
  runner.outputs(tokenOutputs(token, status));
  runner.info(`Token ${token.id} is ${status}.`);
  runner.summary({
    title: 'InfluxDB token',
    facts: [
      ['Token', token.id],
      ['For', plainDescription(token.description)],
      ['Grants', describePermissions(token.permissions)],
      ['Created', describeDate(token.createdAt)],
      ['Expires', describeExpiry(token.expiresAt)],
      ['Status', status],
    ],
  });
}

import { readTokenId } from '../inputs/token-ids.ts';
import type { Asked, CommonRequest } from './common.ts';

/** GetRequest asks what the server knows of one token. */
export interface GetRequest extends CommonRequest {
  readonly operation: 'get';
  readonly tokenId: string;
}

/** readGetRequest reads what `get` needs. Notes every fault. */
export function readGetRequest({ inputs, common, faults }: Asked): GetRequest {
  return { operation: 'get', ...common, tokenId: readTokenId(inputs, faults) };
}

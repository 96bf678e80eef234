import type { CommonRequest, ParseContext } from './common.ts';
import { readTokenId } from './fields/token-ids.ts';

/** GetRequest asks what the server knows of one token. */
export interface GetRequest extends CommonRequest {
  readonly operation: 'get';
  readonly tokenId: string;
}

/** readGetRequest reads what `get` needs. Collects every input error. */
export function readGetRequest({ inputs, common, errors }: ParseContext): GetRequest {
  return { operation: 'get', ...common, tokenId: readTokenId(inputs, errors) };
}

import type { Route } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** ApiPath is a parsed path of the Management API. The IDs are not checked. */
export interface ApiPath {
  readonly accountId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly collection: string;
  readonly item?: string | undefined;
}

/** Endpoint describes the paths of the API of one emulator: with IDs or without. */
export interface Endpoint {
  readonly form: 'bare' | 'prefixed';
  readonly accountId: string;
  readonly clusterId: string;
}

const PATHS = {
  bare: /^\/api\/v0\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/,
  prefixed:
    /^\/api\/v0\/accounts\/(?<accountId>[^/]+)\/clusters\/(?<clusterId>[^/]+)\/(?<collection>databases|tokens)(?:\/(?<item>[^/]+))?$/,
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const ROUTES: readonly Route[] = [
  'GET databases',
  'GET tokens',
  'POST tokens',
  'GET token',
  'PATCH token',
  'DELETE token',
];

/** parseApiPath parses a path. Undefined if the path does not have this form. */
export function parseApiPath(form: Endpoint['form'], path: string): ApiPath | undefined {
  const groups = PATHS[form].exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { accountId, clusterId, collection = '', item } = groups;
  return { accountId, clusterId, collection, item };
}

/** apiRoute returns the name of the route. `unknown` if the path does not support the method. */
export function apiRoute(method: string, { collection, item }: ApiPath): Route {
  const noun = item === undefined ? collection : collection.slice(0, -1);
  return ROUTES.find((route) => route === `${method} ${noun}`) ?? 'unknown';
}

/** pathPrefix returns the part of a path before `/tokens` and `/databases`. */
export function pathPrefix({ form, accountId, clusterId }: Endpoint): string {
  return form === 'bare' ? '/api/v0' : `/api/v0/accounts/${accountId}/clusters/${clusterId}`;
}

/** checkIds refuses invalid IDs, and IDs of other accounts and clusters. */
export function checkIds(path: ApiPath, endpoint: Endpoint): void {
  for (const id of [path.accountId, path.clusterId, path.item]) {
    if (id !== undefined && !UUID.test(id)) throw new Refusal(400, `invalid UUID in the path: ${id}`);
  }
  if ((path.accountId ?? endpoint.accountId) !== endpoint.accountId)
    throw new Refusal(404, 'account not found');
  if ((path.clusterId ?? endpoint.clusterId) !== endpoint.clusterId)
    throw new Refusal(404, 'cluster not found');
}

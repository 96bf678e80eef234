import type { Emulator } from '../../emulator/servers/emulator.ts';

/** CHEAP_QUERY is a statement that needs authorization but reads no data. */
const CHEAP_QUERY = 'SELECT * FROM dummy WHERE time > now()';

/** Reply is a response. Its JSON can have any shape, and is null if there is none. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read responses of every shape.
  readonly json: any;
}

/** call sends a correct request to the Management API. `init` overrides its parts. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Reply> {
  const headers = {
    Authorization: `Bearer ${emulator.managementToken}`,
    Accept: 'application/json',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...init.headers,
  };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return reply(
    await fetch(emulator.apiUrl + emulator.apiPrefix + path, { method, ...text, ...init, headers }),
  );
}

/** query sends a query to the data plane, which shows whether a token can read a database. */
export async function query(
  emulator: Emulator,
  secret: string,
  database: string,
  q = CHEAP_QUERY,
): Promise<Reply> {
  const parameters = new URLSearchParams({ db: database, q });
  const headers = { Authorization: `Bearer ${secret}` };
  return reply(await fetch(`${emulator.clusterUrl}/query?${parameters}`, { headers }));
}

/** write sends line protocol to a database. */
export async function write(
  emulator: Emulator,
  secret: string,
  database: string,
  body: string,
  scheme = 'Bearer',
): Promise<Reply> {
  const parameters = new URLSearchParams({ org: 'x', bucket: database, precision: 's' });
  const headers = { Authorization: `${scheme} ${secret}` };
  const url = `${emulator.clusterUrl}/api/v2/write?${parameters}`;
  return reply(await fetch(url, { method: 'POST', headers, body }));
}

/** reply reads a complete response. */
export async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const { status, headers } = response;
  return {
    status,
    headers,
    text,
    json: headers.get('Content-Type') === 'application/json' ? JSON.parse(text) : null,
  };
}

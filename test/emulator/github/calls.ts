import sodium from 'libsodium-wrappers';
import type { GithubEmulator } from '../../../emulator/servers/github/github-emulator.ts';
import { type Reply, reply } from '../calls.ts';

/** ask sends a correct request to GitHub. `init` overrides its parts. */
export async function ask(
  github: GithubEmulator,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Reply> {
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/vnd.github+json',
    'X-GitHub-Api-Version': '2022-11-28',
    'User-Agent': 'test',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...init.headers,
  };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return reply(await fetch(github.apiUrl + path, { method, ...text, ...init, headers }));
}

/** sealed is the body of a PUT: a value that is sealed for the public key below a path. */
export async function sealed(
  github: GithubEmulator,
  token: string,
  secrets: string,
  value: string,
): Promise<{ encrypted_value: string; key_id: string }> {
  const { json } = await ask(github, token, 'GET', `${secrets}/public-key`);
  const box = sodium.crypto_box_seal(Buffer.from(value), Buffer.from(json.key, 'base64'));
  return { encrypted_value: Buffer.from(box).toString('base64'), key_id: json.key_id };
}

/** putSecret seals a value and stores it; `more` are further fields. */
export async function putSecret(
  github: GithubEmulator,
  token: string,
  secrets: string,
  name: string,
  value: string,
  more: object = {},
): Promise<Reply> {
  const body = { ...(await sealed(github, token, secrets, value)), ...more };
  return ask(github, token, 'PUT', `${secrets}/${name}`, body);
}

import type { Exchange } from '../exchange.ts';
import { accepts, mediaType } from '../media-type.ts';
import type { GithubRoute } from './github-path.ts';
import { GithubRefusal } from './github-refusal.ts';
import type { GithubSettings } from './options.ts';

/** GitHub Enterprise Server supports fewer versions. */
const VERSIONS: Readonly<Record<GithubSettings['basePath'], readonly string[]>> = {
  '': ['2022-11-28', '2026-03-10'],
  '/api/v3': ['2022-11-28'],
};

const JSON_TYPE = /^(?:\*\/\*|application\/(?:\*|json|vnd\.github(?:\.v3)?\+json))$/;

const PARAMETERS: Readonly<Partial<Record<GithubRoute, readonly string[]>>> = {
  'GET selected repositories': ['page', 'per_page'],
  'GET run': ['exclude_pull_requests'],
};

/** bearerOf returns the token in the headers of a request. Undefined if there is none in a supported form. */
export function bearerOf({ headers }: Exchange<GithubRoute>): string | undefined {
  return /^(?:token|bearer) (?<secret>\S+)$/i.exec(headers.authorization ?? '')?.groups?.['secret'];
}

/** checkVersion refuses unsupported versions of the API. */
export function checkVersion({ headers }: Exchange<GithubRoute>, basePath: GithubSettings['basePath']): void {
  const version = headers['x-github-api-version'];
  if (version === undefined || VERSIONS[basePath].includes(String(version))) return;
  throw new GithubRefusal(400, `The version ${version} of the API is not supported.`);
}

/** checkGithubForm checks the form of a request before the body is parsed. */
export function checkGithubForm({ route, method, path, headers, body }: Exchange<GithubRoute>): void {
  const allowed = PARAMETERS[route] ?? [];
  const [odd] = [...queryOf(path).keys()].filter((name) => !allowed.includes(name));
  if (odd !== undefined) throw new GithubRefusal(422, `unknown parameter: ${odd}`);
  if (!accepts(headers.accept, JSON_TYPE)) {
    throw new GithubRefusal(415, "Unsupported 'Accept' header. Must accept 'application/json'.");
  }
  if (method !== 'PUT' && body !== '') throw new GithubRefusal(400, `a ${method} request has no body`);
  if (method === 'PUT' && mediaType(headers['content-type']) !== 'application/json') {
    throw new GithubRefusal(415, 'the Content-Type must be application/json');
  }
}

/** queryOf returns the query parameters of a path. */
export function queryOf(path: string): URLSearchParams {
  return new URL(path, 'http://localhost').searchParams;
}

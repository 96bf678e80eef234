import type { FaultPoint, Moment } from '../../emulator/servers/fault-point.ts';
import type { RunningStep } from '../actions-runner/step-run.ts';
import type { Server } from '../rotation/interleavings.ts';

/** Any request of any emulator. */
export type AnyRequest = FaultPoint<string, unknown>;

/** Fault is one way in which a request, the process that sends it, or its server fails. */
export type Fault =
  | {
      readonly name: string;
      readonly affects: 'request';
      /** A response without a body cannot be cut or encoded. */
      readonly needsBody?: true;
      plan(request: AnyRequest, server: Server): void;
    }
  | {
      readonly name: string;
      readonly affects: 'process';
      plan(request: AnyRequest, running: RunningStep): void;
    }
  | { readonly name: string; readonly affects: 'server' };

/** Bodies that are slow to process. A step must not need much more time for a response than for reading it. */
const MEGABYTES_50 = JSON.stringify({ padding: 'x'.repeat(50 * 1024 * 1024) });
const DEEP = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
const HTML = '<!doctype html><html><head><title>Welcome to the hotel</title></head></html>';

const MOMENTS: readonly Moment[] = ['before', 'after'];

/** Responses without the effect, which is true. */
const REFUSALS = [400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504];
/** Responses after the effect that deny the effect. */
const DENIALS = [408, 429, 500, 502, 503, 504];

/** A success that is not from the API. */
const FOREIGN_SUCCESSES: readonly (readonly [what: string, body: string | object | undefined])[] = [
  ['a page', HTML],
  ['nothing', undefined],
  ['null', 'null'],
  ['JSON of another shape', { ok: true }],
];

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
const WRONG_DATES: readonly (readonly [what: string, byMs: number])[] = [
  ['an hour ahead', HOUR_MS],
  ['an hour behind', -HOUR_MS],
  ['a year ahead', YEAR_MS],
  ['a year behind', -YEAR_MS],
];

/** FAULTS are all ways in which anything can fail. */
export const FAULTS: readonly Fault[] = [
  { name: 'refused connections', affects: 'server' },
  ...MOMENTS.flatMap((moment): Fault[] => [
    request(`a reset ${moment} the effect`, (it) => it.resets(moment)),
    request(`silence ${moment} the effect`, (it) => it.hangs(moment)),
    ...(['SIGINT', 'SIGTERM', 'SIGKILL'] as const).map((signal) => ended(signal, moment)),
  ]),
  flaw('a truncated body', (it) => it.truncates()),
  flaw('a length that is too long', (it) => it.overstates()),
  flaw('a length that is too short', (it) => it.understates()),
  flaw('a body that drips', (it) => it.drips()),
  flaw('another charset', (it) => it.encodes('utf16le', 'utf-16')),
  flaw('keys that are there twice', (it) => it.rewrites(withDuplicates)),
  ...REFUSALS.map((status) =>
    request(`${status} instead of the effect`, (it, server) =>
      it.respondsWith(status, errorBody(status, server)),
    ),
  ),
  ...DENIALS.map((status) =>
    request(`${status} after the effect`, (it, server) =>
      it.respondsAfterEffect(status, errorBody(status, server)),
    ),
  ),
  request('a 404 of a router', (it) => it.respondsWith(404, '404 page not found')),
  request('a 502 with a page', (it) => it.respondsAfterEffect(502, HTML)),
  ...FOREIGN_SUCCESSES.flatMap(([what, body]) => [
    request(`200 with ${what} instead of the effect`, (it) => it.respondsWith(200, body)),
    request(`200 with ${what} after the effect`, (it) => it.respondsAfterEffect(200, body)),
  ]),
  request('a connection that is closed after the response', (it) => it.closesAfterResponse()),
  ...WRONG_DATES.map(([what, byMs]) => request(`a Date header ${what}`, (it) => it.misdates(byMs))),
  request('200 with 50 MB', (it) => it.respondsAfterEffect(200, MEGABYTES_50)),
  request('200 with deep nesting', (it) => it.respondsAfterEffect(200, DEEP)),
  request('a redirect', (it) => it.redirects('https://elsewhere.example.com/')),
];

function request(name: string, plan: (request: AnyRequest, server: Server) => unknown): Fault {
  return { name, affects: 'request', plan };
}

function flaw(name: string, plan: (request: AnyRequest) => unknown): Fault {
  return { name, affects: 'request', needsBody: true, plan };
}

function ended(signal: NodeJS.Signals, moment: Moment): Fault {
  return {
    name: `${signal} ${moment} the effect`,
    affects: 'process',
    plan: (request, running) => {
      request.runs(moment, () => {
        running.kill(signal);
        return undefined;
      });
    },
  };
}

/** An error in the form of the API. */
function errorBody(status: number, server: Server): object {
  return server === 'github' ? { message: 'no such luck' } : { code: status, message: 'no such luck' };
}

/** The last of two equal keys counts, so the wrong ones come first. */
function withDuplicates(body: string): string {
  return body.replace(
    /^(\[?)\{/,
    '$1{"id":"00000000-0000-4000-8000-000000000000","accessToken":"wrong","description":"wrong","status":"wrong",',
  );
}

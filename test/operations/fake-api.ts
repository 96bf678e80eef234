import { NetworkError } from '../../src/http/network-error.ts';
import { type FailedWrite, failedByStatus, failedWithoutResponse } from '../../src/http/write-result.ts';
import type { Endpoint } from '../../src/management-api/endpoint.ts';
import { ApiError } from '../../src/management-api/errors.ts';
import type {
  Creation,
  Deletion,
  FoundToken,
  Patching,
  TokenList,
} from '../../src/management-api/outcomes.ts';
import type { ManagementApi } from '../../src/operations/deps.ts';
import { twoClocks } from '../../src/tokens/clocks.ts';
import type { Token } from '../../src/tokens/token.ts';

const NOW = Date.UTC(2026, 10, 23);

/** apiError is an error response of the Management API. */
export function apiError(status: number): ApiError {
  return new ApiError('revoke token', { status, headers: {}, body: '' }, 'a test');
}

/** REVOKED is the outcome of a DELETE that revokes its token. */
export const REVOKED: Deletion = { kind: 'done' };

/** UNKNOWN_TOKEN is the outcome of a DELETE to which the API responds with its own 404. */
export const UNKNOWN_TOKEN: Deletion = { kind: 'unknown-token' };

/** refusedBy is the outcome of a DELETE to which the API responds with an error status. */
export function refusedBy(status: number): FailedDeletion {
  return failedByStatus(status, apiError(status));
}

/** lost is the outcome of a DELETE whose response is lost. */
export function lost(): FailedDeletion {
  return failedWithoutResponse(new NetworkError('broken', 'it broke off'));
}

type FailedDeletion = FailedWrite<ApiError>;

/** listedToken is a token in a list. It is live by default. */
export function listedToken(id: string, changes: Partial<Token> = {}): Token {
  return {
    id,
    description: 'x',
    permissions: [],
    createdAt: NOW,
    expiresAt: 'unset',
    revokedAt: 'unset',
    ...changes,
  };
}

/** Script returns the outcome of the DELETE of a token. The first attempt is number 1. */
export type Script = (id: string, attempt: number) => Deletion | Error;

/** unexpected is for functions that a test does not expect to be called. */
export function unexpected(): never {
  throw new Error('the test does not expect this call');
}

/** FakeApi revokes according to a script, records its requests, and responds out of order. It supports nothing else. */
export class FakeApi implements ManagementApi {
  /** `DELETE id`, `GET id` and `LIST`, in the order in which they were sent. */
  readonly sent: string[] = [];
  mostInFlight = 0;
  /** The tokens in the list, or the error of a read. */
  listed: readonly Token[] | Error = [];
  /** The result of a read of one token, or its error. */
  found: (id: string) => Token | undefined | Error = () => undefined;
  readonly #script: Script;
  readonly #turnsFor: (id: string) => number;
  #inFlight = 0;

  /** `turnsFor` is how many turns of the event loop a response takes. */
  constructor(script: Script, turnsFor: (id: string) => number = () => 1) {
    this.#script = script;
    this.#turnsFor = turnsFor;
  }

  /** deleted are the ids of all DELETEs, in the order in which they were sent. */
  get deleted(): string[] {
    return this.sent.flatMap((line) => (line.startsWith('DELETE ') ? [line.slice('DELETE '.length)] : []));
  }

  async deleteToken(id: string): Promise<Deletion> {
    this.sent.push(`DELETE ${id}`);
    const attempt = this.deleted.filter((other) => other === id).length;
    this.#inFlight++;
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
    for (let turn = this.#turnsFor(id); turn > 0; turn--) await new Promise(setImmediate);
    this.#inFlight--;
    return orThrow(this.#script(id, attempt));
  }

  async findToken(id: string): Promise<FoundToken> {
    this.sent.push(`GET ${id}`);
    return { token: orThrow(this.found(id)), clocks: twoClocks(NOW, NOW) };
  }

  async tokens(): Promise<TokenList> {
    this.sent.push('LIST');
    return { tokens: orThrow(this.listed), clocks: twoClocks(NOW, NOW) };
  }

  async endpoint(): Promise<Endpoint> {
    unexpected();
  }

  async databases(): Promise<readonly string[]> {
    unexpected();
  }

  async createToken(): Promise<Creation> {
    unexpected();
  }

  async updateToken(): Promise<Token | undefined> {
    unexpected();
  }

  async patchToken(): Promise<Patching> {
    unexpected();
  }
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}

import { Failure } from '../../../src/base/errors.ts';
import { NetworkError } from '../../../src/http/network-error.ts';
import { failedByStatus, failedWithoutResponse } from '../../../src/http/write-result.ts';
import type { Deletion, FoundToken, Patching, TokenList } from '../../../src/management-api/outcomes.ts';
import type { ManagementApi } from '../../../src/operations/deps.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import type { Token, TokenChange } from '../../../src/tokens/token.ts';
import { apiError, unexpected } from '../fake-api.ts';

/** Mishap is what goes wrong with one request. A killed process sends no more requests. */
export type Mishap =
  | 'none'
  | 'killed before'
  | 'killed after'
  | 'lost before'
  | 'lost after'
  | 'refused'
  | 'only the description'
  | 'only the permissions';

/** Returns the stored form of each description. */
export type StoredForm = (description: string) => string;

/** Killed ends a process. No code catches it. */
class Killed extends Error {}

/** TokenServer stores one token. One mishap after the other happens to its requests. */
export class TokenServer implements ManagementApi {
  token: Token;
  now: number;
  /** `GET`, and the content of each PATCH and DELETE. */
  readonly sent: (string | TokenChange)[] = [];
  /** Called before each request, for another run or a person. */
  meanwhile: () => Promise<void> = async () => {};
  /** Returns the form in which this server stores a description. */
  stored: StoredForm = (description) => description;
  readonly #mishaps: Mishap[];

  constructor(token: Token, now: number, mishaps: readonly Mishap[] = []) {
    this.token = token;
    this.now = now;
    this.#mishaps = [...mishaps];
  }

  async findToken(): Promise<FoundToken> {
    this.sent.push('GET');
    await this.meanwhile();
    const mishap = this.#mishaps.shift() ?? 'none';
    if (mishap.startsWith('killed')) throw new Killed();
    if (mishap.startsWith('lost')) throw new NetworkError('broken', 'it broke off');
    return { token: this.token, clocks: twoClocks(this.now, this.now) };
  }

  async patchToken(_: string, change: TokenChange): Promise<Patching> {
    this.sent.push(change);
    await this.meanwhile();
    const mishap = this.#mishaps.shift() ?? 'none';
    if (mishap === 'killed before') throw new Killed();
    if (mishap === 'lost before') return lost();
    if (mishap === 'refused') return failedByStatus(503, apiError(503));
    const { description, permissions } = { ...this.token, ...applied(change, mishap) };
    this.token = { ...this.token, description: this.stored(description), permissions };
    if (mishap === 'killed after') throw new Killed();
    return mishap === 'lost after' ? lost() : { kind: 'done', token: this.token };
  }

  async deleteToken(): Promise<Deletion> {
    this.sent.push('DELETE');
    await this.meanwhile();
    this.token = { ...this.token, revokedAt: this.now };
    return { kind: 'done' };
  }

  async tokens(): Promise<TokenList> {
    return { tokens: [this.token], clocks: twoClocks(this.now, this.now) };
  }

  endpoint = unexpected;
  databases = unexpected;
  createToken = unexpected;
  updateToken = unexpected;
}

function applied(change: TokenChange, mishap: Mishap): TokenChange {
  const { description = '', permissions } = change;
  switch (mishap) {
    case 'only the description':
      return 'description' in change ? { description } : {};
    case 'only the permissions':
      return permissions ? { permissions } : {};
    default:
      return change;
  }
}

function lost(): Patching {
  return failedWithoutResponse(new NetworkError('broken', 'it broke off'));
}

/** outcomeOf is the result of the work. Undefined if the process was killed or the work failed. */
export async function outcomeOf<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Killed || error instanceof Failure) return undefined;
    throw error;
  }
}

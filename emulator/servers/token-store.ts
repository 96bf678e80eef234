import { randomUUID } from 'node:crypto';
import { newAccessToken } from './access-token.ts';

/** Permission is one grant: an action on a database, or on all databases (`*`). */
export interface Permission {
  readonly action: 'read' | 'write';
  readonly resource: string;
}

/** StoredToken is everything that the server knows about a token. Instants are milliseconds since 1970. */
export interface StoredToken {
  id: string;
  /** The API calls this `accessToken` and shows it once. */
  secret: string;
  description: string;
  permissions: readonly Permission[];
  createdAt: number;
  expiresAt?: number | undefined;
  revokedAt?: number | undefined;
}

/** TokenSeed is a token to put on the server. Omitted fields are generated or unset. */
export type TokenSeed = Partial<StoredToken> & Pick<StoredToken, 'description'>;

/** TokenStore stores all tokens, including revoked ones, in order of creation. */
export class TokenStore {
  readonly all: StoredToken[] = [];
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** draft creates a token that is not on the server yet. */
  draft(seed: TokenSeed): StoredToken {
    return {
      id: randomUUID(),
      secret: newAccessToken(),
      permissions: [],
      createdAt: this.#clock(),
      ...seed,
    };
  }

  find(id: string): StoredToken | undefined {
    const sameCase = this.all.find((token) => token.id === id);
    // Rarely needed, and slow in a store with thousands of tokens.
    return sameCase ?? this.all.find((token) => token.id.toLowerCase() === id.toLowerCase());
  }

  findBySecret(secret: string): StoredToken | undefined {
    return this.all.find((token) => token.secret === secret);
  }

  isLive({ revokedAt, expiresAt }: StoredToken): boolean {
    return revokedAt === undefined && (expiresAt === undefined || expiresAt > this.#clock());
  }

  /** scrambled lists all tokens in an order that is neither the order of creation nor its reverse, but always the same. */
  scrambled(): StoredToken[] {
    const odd = this.all.filter((_, index) => index % 2 === 1);
    const even = this.all.filter((_, index) => index % 2 === 0);
    return [...odd, ...even];
  }
}

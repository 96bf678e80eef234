import { type Location, locationKey } from './location.ts';

/** Visibility says which repositories can use an organization's secret. */
export type Visibility = 'all' | 'private' | 'selected';

/** StoredSecret is everything that GitHub knows about a secret, decrypted. Instants are milliseconds since 1970, in whole seconds. */
export interface StoredSecret {
  readonly location: Location;
  /** In capitals. */
  readonly name: string;
  value: string;
  createdAt: number;
  updatedAt: number;
  /** Organizations only. */
  visibility?: Visibility | undefined;
  /** Organizations only; empty unless `visibility` is `selected`. */
  selectedRepositoryIds: readonly number[];
}

/** SecretSeed is a secret to put on the server. Omitted fields are generated. */
export type SecretSeed = Partial<Omit<StoredSecret, 'location' | 'name'>>;

/** SecretWrite is one PUT that was carried out. `at` is its time by the emulator's clock, in milliseconds since 1970. */
export interface SecretWrite {
  readonly location: Location;
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/** SecretStore stores secrets, and every value that was ever written to them. */
export class SecretStore {
  readonly all: StoredSecret[] = [];
  readonly writes: SecretWrite[] = [];
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** draft creates a secret that is not on the server yet. */
  draft(location: Location, name: string, seed: SecretSeed): StoredSecret {
    const now = wholeSeconds(this.#clock());
    const secret = { value: '', createdAt: now, updatedAt: now, selectedRepositoryIds: [], ...seed };
    const visibility = location.startsWith('org:') ? (secret.visibility ?? 'private') : undefined;
    return { ...secret, location, name: name.toUpperCase(), visibility };
  }

  find(location: Location, name: string): StoredSecret | undefined {
    const key = locationKey(location);
    return this.all.find(
      (secret) => locationKey(secret.location) === key && secret.name === name.toUpperCase(),
    );
  }

  /** put stores a secret, replaces a secret with the same name, and returns the stored one. */
  put(secret: StoredSecret): StoredSecret {
    const present = this.find(secret.location, secret.name);
    if (present) return Object.assign(present, secret);
    this.all.push(secret);
    return secret;
  }

  /** write stores the value of a request and records the write. */
  write(secret: StoredSecret): void {
    const { location, name, value } = secret;
    this.put(secret);
    this.writes.push({ location, name, value, at: this.#clock() });
  }
}

function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

import { randomInt } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { type Location, locationKey } from './location.ts';

/** SealingKey is the key pair of a secret location: values are sealed for it and opened with it. */
export interface SealingKey {
  readonly id: string;
  /** Base64, as the API shows it. */
  readonly publicKey: string;
  /** open decrypts a sealed box in base64. Undefined if the box was not sealed for this key. */
  open(sealed: string): string | undefined;
}

/** SealingKeys creates one key per location. Libsodium must be ready. */
export class SealingKeys {
  readonly #keys = new Map<string, SealingKey>();

  of(location: Location): SealingKey {
    return this.#keys.get(locationKey(location)) ?? this.rotate(location);
  }

  /** rotate replaces the key. Values that are sealed for the old key are then refused. */
  rotate(location: Location): SealingKey {
    return this.#put(location, newKey());
  }

  /** show replaces the key with a text, with which nothing can be opened. */
  show(location: Location, publicKey: string): void {
    this.#put(location, { ...newKey(), publicKey, open: () => undefined });
  }

  #put(location: Location, key: SealingKey): SealingKey {
    this.#keys.set(locationKey(location), key);
    return key;
  }
}

/** The ID has 19 digits and is a text, because it is too long for a number in JavaScript. */
function newKey(): SealingKey {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return {
    id: `33${randomInt(1e14, 2 ** 47)}${randomInt(10, 100)}`,
    publicKey: Buffer.from(publicKey).toString('base64'),
    open: (sealed) => {
      try {
        const opened = sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), publicKey, privateKey);
        return Buffer.from(opened).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

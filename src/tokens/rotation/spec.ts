import type { TwoClocks } from '../clocks.ts';
import type { Permission } from '../permissions.ts';
import type { Tag } from '../tag.ts';
import type { Token } from '../token.ts';
import type { Expiry } from '../token-spec.ts';
import type { SeriesToken } from './series.ts';

/** Target is one receiver of a series' tokens, and what it shows of what it holds. */
export interface Target {
  readonly name: string;
  /** When it last got a secret, in milliseconds since 1970; `absent`: it has none. */
  readonly storedAt: number | 'absent';
  /** How far the cluster's clock is ahead of the one that tells `storedAt`, in milliseconds; undefined: not known. */
  readonly clusterAheadMs?: number | undefined;
}

/** RotationOrder is what a rotation shall do. What is left out is taken over from the token that is replaced. */
export interface RotationOrder {
  /** Names the series, or the token that names it; at least one of them. */
  readonly plainDescription?: string;
  readonly tokenId?: string;
  readonly permissions?: readonly Permission[];
  readonly expiresAt?: Expiry;
  /** Rotate only when it is due: when the token expires within so many milliseconds, for instance. */
  readonly renewBeforeMs?: number;
}

/** The run and attempt that a step belongs to, and its repository. */
export type Run = Pick<Tag, 'server' | 'repositoryId' | 'runId' | 'runAttempt'>;

/** RotationFacts is all that a rotation is decided from. */
export interface RotationFacts {
  readonly tokens: readonly Token[];
  readonly targets: readonly Target[];
  readonly run: Run;
  /** Tells whether the run that a token's tag names is known to have ended. */
  readonly hasEnded: (token: SeriesToken) => boolean;
  /** When the tokens were listed. */
  readonly clocks: TwoClocks;
}

import type { TwoClocks } from '../clocks.ts';
import type { Permission } from '../permissions.ts';
import type { Tag } from '../tag.ts';
import type { Token } from '../token.ts';
import type { Expiry } from '../token-spec.ts';
import type { SeriesToken } from './series.ts';

/** Target is one place that a series stores its token in, with the metadata of the secret there. */
export interface Target {
  readonly name: string;
  /** When the secret was last written, in milliseconds since 1970. `absent`: there is no secret. */
  readonly storedAt: number | 'absent';
  /** How far the cluster's clock is ahead of the clock of `storedAt`, in milliseconds. Undefined: not known. */
  readonly clusterAheadMs?: number | undefined;
}

/** RotationSpec is what a rotation must do. The new token inherits what is left out from the token that it replaces. */
export interface RotationSpec {
  /** The series, by its name or by one of its tokens. At least one of the two is set. */
  readonly plainDescription?: string;
  readonly tokenId?: string;
  readonly permissions?: readonly Permission[];
  readonly expiresAt?: Expiry;
  /** Rotate only when a rotation is due, for example when the token expires within this time. In milliseconds. */
  readonly renewBeforeMs?: number;
  /** The replaced token ends as soon as the cluster accepts the new one. */
  readonly endsReplacedAtOnce?: boolean;
}

/** Run is the run and attempt of this step, and its repository. */
export type Run = Pick<Tag, 'server' | 'repositoryId' | 'runId' | 'runAttempt'>;

/** RotationFacts is everything that decides a rotation. */
export interface RotationFacts {
  readonly tokens: readonly Token[];
  /** The databases of the cluster. */
  readonly databases: readonly string[];
  readonly targets: readonly Target[];
  readonly run: Run;
  /** Whether the run in the tag of a token is known to have ended. */
  readonly hasEnded: (token: SeriesToken) => boolean;
  /** The time when the tokens were listed. */
  readonly clocks: TwoClocks;
}

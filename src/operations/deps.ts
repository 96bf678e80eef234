import type { Clock } from '../base/clock.ts';
import type { Secret } from '../base/secret.ts';
import type { ProbeResult } from '../data-plane/probe.ts';
import type { RetryControl } from '../http/retry.ts';
import type { Endpoint } from '../management-api/endpoint.ts';
import type { Creation, Deletion, FoundToken, Patching, TokenList } from '../management-api/outcomes.ts';
import type { Runner } from '../runner/runner.ts';
import type { ProbeTarget } from '../tokens/permissions.ts';
import type { Progress } from '../tokens/progress.ts';
import type { Token, TokenChange } from '../tokens/token.ts';
import type { TokenSpec } from '../tokens/token-spec.ts';
import type { Ledger } from './ledger.ts';

/**
 * ManagementApi is the part of the Management API that operations use. Unless it says otherwise, a method throws ApiError,
 * UnreadableResponse, or NetworkError, and a Failure if the server asks for too long a pause.
 */
export interface ManagementApi {
  /** endpoint returns the endpoint of the API. If it is not known yet, it reads the databases to find it. */
  endpoint(): Promise<Endpoint>;
  /** databases lists the names of all databases. */
  databases(): Promise<readonly string[]>;
  /** tokens lists all tokens, in the server's order. */
  tokens(): Promise<TokenList>;
  /** findToken reads one token. */
  findToken(id: string): Promise<FoundToken>;
  /**
   * createToken sends one POST once. With `sendExpirationType`, which needs an expiry, it adds `expirationType`, which only the
   * vendor's prose documents. Throws only errors that occur before anything is sent.
   */
  createToken(spec: TokenSpec, sendExpirationType: boolean): Promise<Creation>;
  /** updateToken replaces the fields in `change`, and returns the updated token. Undefined for the API's own 404. */
  updateToken(id: string, change: TokenChange): Promise<Token | undefined>;
  /**
   * patchToken is `updateToken` without retries, because a suspension reads the token before each attempt. Throws only errors that
   * occur before anything is sent.
   */
  patchToken(id: string, change: TokenChange): Promise<Patching>;
  /**
   * deleteToken sends one DELETE once. If its outcome is not known, read the token before you send it again. Throws only errors that
   * occur before anything is sent.
   */
  deleteToken(id: string): Promise<Deletion>;
}

/** DataPlane is the part of the cluster that accepts tokens. */
export interface DataPlane {
  /** probe sends one probe and waits at most `timeoutMs` for the response. Throws only defects. */
  probe(target: ProbeTarget, token: Secret, timeoutMs: number): Promise<ProbeResult>;
}

/** Deps are the dependencies of all operations. */
export interface Deps {
  readonly api: ManagementApi;
  readonly dataPlane: DataPlane;
  readonly retryControl: RetryControl;
  readonly runner: Runner;
  /** Reports to people what the operation is doing. */
  readonly progress: (progress: Progress) => void;
  readonly clock: Clock;
  /** Returns 16 random hex digits, new each time. */
  readonly nonce: () => string;
  /** Creates a ledger in the state of the step, for operations that create tokens. Throws like `ManagementApi.endpoint`. */
  readonly newLedger: (failOnRevokeError: boolean) => Promise<Ledger>;
}

import type { Clock } from '../base/clock.ts';
import type { Secret } from '../base/secret.ts';
import type { ProbeResult } from '../data-plane/probe.ts';
import type { RetryControl } from '../http/retry.ts';
import type { Endpoint } from '../management-api/endpoint.ts';
import type { Creation, Deletion, FoundToken, TokenList } from '../management-api/outcomes.ts';
import type { Runner } from '../runner/runner.ts';
import type { Progress } from '../tokens/outcome.ts';
import type { ProbeTarget } from '../tokens/permissions.ts';
import type { Token, TokenChange } from '../tokens/token.ts';
import type { TokenSpec } from '../tokens/token-spec.ts';
import type { Ledger } from './ledger.ts';

/**
 * ManagementApi is what operations ask of the Management API of one cluster. Unless it says otherwise, a method throws
 * ApiError, UnreadableResponse, or NetworkError, and a Failure when the server asks to wait too long.
 */
export interface ManagementApi {
  /** endpoint returns where the API is. Until that is known, it reads the databases to find out. */
  endpoint(): Promise<Endpoint>;
  /** databases lists the names of all databases. */
  databases(): Promise<readonly string[]>;
  /** tokens lists all tokens, in the server's order. */
  tokens(): Promise<TokenList>;
  /** findToken reads one token. */
  findToken(id: string): Promise<FoundToken>;
  /**
   * createToken sends one POST, once. `sendExpirationType`, only with an expiry, adds `expirationType`, which is documented in
   * prose alone. Throws only what happens before anything was sent.
   */
  createToken(spec: TokenSpec, sendExpirationType: boolean): Promise<Creation>;
  /** updateToken replaces what the change contains. It returns the token after that; undefined for the API's own 404. */
  updateToken(id: string, change: TokenChange): Promise<Token | undefined>;
  /**
   * deleteToken sends one DELETE, once: what an aborted one did must be looked at before it is sent again. Throws only what
   * happens before anything was sent.
   */
  deleteToken(id: string): Promise<Deletion>;
}

/** DataPlane is the cluster, where tokens are tried out. */
export interface DataPlane {
  /** probe sends one probe and waits at most so many milliseconds for the response. Throws only defects. */
  probe(target: ProbeTarget, token: Secret, timeoutMs: number): Promise<ProbeResult>;
}

/** Deps are the parts of the world that operations speak to. */
export interface Deps {
  readonly api: ManagementApi;
  readonly dataPlane: DataPlane;
  readonly retryControl: RetryControl;
  readonly runner: Runner;
  /** Tells people what the operation does now. */
  readonly progress: (progress: Progress) => void;
  readonly clock: Clock;
  /** 16 random hex digits, new each time. */
  readonly nonce: () => string;
  /** Makes a ledger in the step's state, for what creates a token. Throws like `ManagementApi.endpoint`. */
  readonly newLedger: (failOnRevokeError: boolean) => Promise<Ledger>;
}

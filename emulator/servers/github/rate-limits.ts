import type { GithubRoute } from './github-path.ts';
import { GithubRefusal } from './github-refusal.ts';

/** LimitStatus is a status that GitHub documents for both kinds of limit. */
export type LimitStatus = 403 | 429;

/** SecondaryLimit starts with the next request on a route, and refuses this request and all others until it is over. */
export interface SecondaryLimit {
  readonly seconds: number;
  /** Default: 403. */
  readonly status?: LimitStatus;
  /** Whether `Retry-After` contains the duration. Default: true. */
  readonly announced?: boolean;
}

interface PlannedLimit extends SecondaryLimit {
  readonly route: GithubRoute;
}

interface Refusing {
  /** The end of the limit, in milliseconds since 1970. */
  readonly until: number;
  readonly refusal: (leftMs: number) => GithubRefusal;
}

/** The quota of a personal access token. Most of it is left, so the headers alone do not mean a limit. */
const QUOTA = {
  'X-RateLimit-Limit': '5000',
  'X-RateLimit-Remaining': '4711',
  'X-RateLimit-Used': '289',
  'X-RateLimit-Resource': 'core',
};

const HOUR_MS = 3_600_000;

const DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

/** RateLimits refuses requests that come too early, with GitHub's headers. A repeated request before the end is refused again. */
export class RateLimits {
  readonly #clock: () => number;
  #planned: PlannedLimit[] = [];
  #refusing: Refusing | undefined;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** plan starts a secondary limit with the next request on the route. */
  plan(route: GithubRoute, limit: SecondaryLimit): void {
    this.#planned.push({ ...limit, route });
  }

  /** useUp uses up the quota until a date, in milliseconds since 1970. */
  useUp(resetAt: number, status: LimitStatus): void {
    const headers = {
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Used': QUOTA['X-RateLimit-Limit'],
      'X-RateLimit-Reset': String(Math.ceil(resetAt / 1000)),
    };
    const message =
      'API rate limit exceeded for installation ID 4711. If you reach out to GitHub Support for help, please include the ' +
      'request ID 7C1A:2F0B:1A2B3C:4D5E6F:6700AABB.';
    const refusal = () => new GithubRefusal(status, message, { headers, documentation: DOCUMENTATION });
    this.#refusing = { until: resetAt, refusal };
  }

  /** admit throws a refusal for a request that comes too early. */
  admit(route: GithubRoute): void {
    const planned = this.#planned.find((limit) => limit.route === route);
    if (planned !== undefined) {
      this.#planned = this.#planned.filter((limit) => limit !== planned);
      this.#refusing = secondary(planned, this.#clock());
    }
    const leftMs = (this.#refusing?.until ?? 0) - this.#clock();
    if (this.#refusing !== undefined && leftMs > 0) throw this.#refusing.refusal(leftMs);
  }

  /** headers are the headers of every response. */
  headers(): Readonly<Record<string, string>> {
    return { ...QUOTA, 'X-RateLimit-Reset': String(Math.ceil((this.#clock() + HOUR_MS) / 1000)) };
  }
}

function secondary({ seconds, status = 403, announced = true }: PlannedLimit, now: number): Refusing {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub ' +
    'Support for help, please include the request ID 7C1A:2F0B:1A2B3C:4D5E6F:6700AABB.';
  const headers = (leftMs: number): Record<string, string> =>
    announced ? { 'Retry-After': String(Math.ceil(leftMs / 1000)) } : {};
  const documentation = `${DOCUMENTATION}#about-secondary-rate-limits`;
  return {
    until: now + seconds * 1000,
    refusal: (leftMs) => new GithubRefusal(status, message, { headers: headers(leftMs), documentation }),
  };
}

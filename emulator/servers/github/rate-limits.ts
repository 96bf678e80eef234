import type { GithubRoute } from './github-path.ts';
import { GithubRefusal } from './github-refusal.ts';

/** SecondaryLimit begins with the next request on a route, and refuses that one and every other until it is over. */
export interface SecondaryLimit {
  readonly seconds: number;
  /** GitHub documents both. Default: 403. */
  readonly status?: 403 | 429;
  /** Whether `Retry-After` tells how long it lasts. Default: true. */
  readonly announced?: boolean;
}

interface PlannedLimit extends SecondaryLimit {
  readonly route: GithubRoute;
}

interface Refusing {
  /** When it is over, in milliseconds since 1970. */
  readonly until: number;
  readonly refusal: (leftMs: number) => GithubRefusal;
}

/** Far from used up, so that nobody takes the mere presence of the headers for a limit. */
const QUOTA = { 'X-RateLimit-Limit': '5000', 'X-RateLimit-Remaining': '4711' };

const HOUR_MS = 3_600_000;

/** RateLimits refuses requests that come too early. Like GitHub it does not wait for anybody: to ask on is refused on. */
export class RateLimits {
  readonly #clock: () => number;
  #planned: PlannedLimit[] = [];
  #refusing: Refusing | undefined;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** plan lets a secondary limit begin with the next request on the route. */
  plan(route: GithubRoute, limit: SecondaryLimit): void {
    this.#planned.push({ ...limit, route });
  }

  /** useUp spends the quota of requests until a date, in milliseconds since 1970. */
  useUp(resetAt: number): void {
    const headers = {
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(Math.ceil(resetAt / 1000)),
    };
    const refusal = () =>
      new GithubRefusal(403, 'API rate limit exceeded for installation ID 4711.', headers);
    this.#refusing = { until: resetAt, refusal };
  }

  /** admit throws the refusal of a request that comes too early. */
  admit(route: GithubRoute): void {
    const planned = this.#planned.find((limit) => limit.route === route);
    if (planned !== undefined) {
      this.#planned = this.#planned.filter((limit) => limit !== planned);
      this.#refusing = secondary(planned, this.#clock());
    }
    const leftMs = (this.#refusing?.until ?? 0) - this.#clock();
    if (this.#refusing !== undefined && leftMs > 0) throw this.#refusing.refusal(leftMs);
  }

  /** headers are in every response. */
  headers(): Readonly<Record<string, string>> {
    return { ...QUOTA, 'X-RateLimit-Reset': String(Math.ceil((this.#clock() + HOUR_MS) / 1000)) };
  }
}

function secondary({ seconds, status = 403, announced = true }: PlannedLimit, now: number): Refusing {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  const headers = (leftMs: number): Record<string, string> =>
    announced ? { 'Retry-After': String(Math.ceil(leftMs / 1000)) } : {};
  return {
    until: now + seconds * 1000,
    refusal: (leftMs) => new GithubRefusal(status, message, headers(leftMs)),
  };
}

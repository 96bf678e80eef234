import type { Exchange } from './exchange.ts';
import type { Behavior, Outcome } from './fault-point.ts';
import type { EmulatedResponse } from './response.ts';
import type { StoredToken } from './token-store.ts';

/**
 * Storing is called with the value that is about to be stored, and can change it. By default, the value is a token. `before` is the
 * stored value so far. Undefined for a new one.
 */
export type Storing<Stored = StoredToken> = (stored: Stored, before?: Stored) => void;

/**
 * runCourse runs the faults of a request: those before the effect, the effect itself, and those after it. The first fault that ends
 * the exchange wins. A response passes through all later faults.
 */
export async function runCourse<R extends string, Stored>(
  exchange: Exchange<R>,
  behaviors: readonly Behavior<R, Stored>[],
  effect: (storing: Storing<Stored>) => EmulatedResponse,
): Promise<Outcome> {
  let outcome = await beforeEffect(exchange, behaviors);
  outcome ??= effect((stored, before) => {
    for (const behavior of behaviors) behavior.storing?.(stored, before);
  });
  for (const behavior of behaviors) {
    if (typeof outcome === 'string') return outcome;
    outcome = (await behavior.after?.(exchange, outcome)) ?? outcome;
  }
  return outcome;
}

async function beforeEffect<R extends string, Stored>(
  exchange: Exchange<R>,
  behaviors: readonly Behavior<R, Stored>[],
): Promise<Outcome | undefined> {
  for (const behavior of behaviors) {
    const outcome = await behavior.before?.(exchange);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

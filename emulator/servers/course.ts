import type { Exchange } from './exchange.ts';
import type { Behaviour, Outcome } from './fault-point.ts';
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
  behaviours: readonly Behaviour<R, Stored>[],
  effect: (storing: Storing<Stored>) => EmulatedResponse,
): Promise<Outcome> {
  let outcome = await beforeEffect(exchange, behaviours);
  outcome ??= effect((stored, before) => {
    for (const behaviour of behaviours) behaviour.storing?.(stored, before);
  });
  for (const behaviour of behaviours) {
    if (typeof outcome === 'string') return outcome;
    outcome = (await behaviour.after?.(exchange, outcome)) ?? outcome;
  }
  return outcome;
}

async function beforeEffect<R extends string, Stored>(
  exchange: Exchange<R>,
  behaviours: readonly Behaviour<R, Stored>[],
): Promise<Outcome | undefined> {
  for (const behaviour of behaviours) {
    const outcome = await behaviour.before?.(exchange);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

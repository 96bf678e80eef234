import type { Exchange } from './exchange.ts';
import type { Behaviour, Outcome } from './fault-point.ts';
import type { EmulatedResponse } from './response.ts';
import type { StoredToken } from './token-store.ts';

/**
 * Storing is called with whatever is about to be stored, a token by default, and can alter it. `before` is what was stored until
 * then, undefined for something new.
 */
export type Storing<Stored = StoredToken> = (stored: Stored, before?: Stored) => void;

/**
 * runCourse takes a request through its faults: what happens before the effect, the effect, what happens after it. The
 * first fault to end the exchange wins; answers pass through all the faults that come after.
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

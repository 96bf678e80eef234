import type { TwoClocks } from '../clocks.ts';
import type { TokenRecord } from '../token.ts';
import { quoteVisibly, type Series, similarSeries } from './series.ts';
import type { RotationSpec } from './spec.ts';

/** warnOfNoExpiry warns that `renew-before` cannot make a rotation due. Empty if it can. Pure. */
export function warnOfNoExpiry(
  { renewBeforeMs }: Pick<RotationSpec, 'renewBeforeMs'>,
  inUse: TokenRecord | undefined,
): string[] {
  return renewBeforeMs !== undefined && inUse?.expiresAt === 'unset'
    ? [`Token ${inUse.id} never expires, so \`renew-before\` never makes a rotation due.`]
    : [];
}

/** warnOfSimilarNames warns about the name of a new series: if another one is similar, it is usually a typing error. Pure. */
export function warnOfSimilarNames(
  series: Series,
  tokens: readonly TokenRecord[],
  clocks: TwoClocks,
): string[] {
  const alike = similarSeries(tokens, series, clocks).map(quoteVisibly);
  return alike.length > 0
    ? [
        alike.length === 1
          ? `A series with a similar name exists: ${alike.join()}. If you meant this series, set \`description\` to its exact name.`
          : `Series with similar names exist: ${alike.join(', ')}. If you meant one of them, set \`description\` to its exact name.`,
      ]
    : [];
}

/** firstOfSeries is the notice about the first token of a series. */
export function firstOfSeries({ plainDescription }: Series): string {
  return `The series "${plainDescription}" has no valid token, so the new token replaces no other token.`;
}

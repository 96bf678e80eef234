import fc from 'fast-check';
import type { Permission } from '../../emulator/servers/token-store.ts';
import { hostileText } from '../runner/hostile-text.ts';

/** TokenRequest is a token that somebody wants, and the inputs that request it. */
export interface TokenRequest {
  readonly permissions: readonly Permission[];
  readonly description: string;
  /** Milliseconds after the time of the step, or the instant itself. */
  readonly expiry: { readonly afterMs: number } | { readonly at: number };
  readonly inputs: Readonly<Record<string, string>>;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Text that an environment variable can contain. */
export const typeable = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  text.map((value) => value.toWellFormed().replaceAll('\0', ''));

const blank = fc.constantFrom('', ' ', '  ', '\t');

const actions = fc.constantFrom<readonly Permission['action'][]>(['read'], ['write'], ['read', 'write']);
const grant = fc.record({ resource: fc.constantFrom('metrics', 'logs', '*'), actions });
const grantsArbitrary = fc.uniqueArray(grant, {
  selector: ({ resource }) => resource,
  minLength: 1,
  maxLength: 3,
});

type Grant = { readonly resource: string; readonly actions: readonly Permission['action'][] };

/** The forms in which permissions can be typed. */
const typedPermissions = grantsArbitrary.chain((grants) => {
  const permissions = grants.flatMap(({ resource, actions }) =>
    actions.map((action) => ({ action, resource })),
  );
  const forms: fc.Arbitrary<Record<string, string>>[] = [
    mapping(grants).map((text) => ({ permissions: text })),
    fc.constant({ permissions: JSON.stringify(permissions) }),
  ];
  const [first] = grants;
  if (first && grants.every(({ actions }) => actions.join() === first.actions.join())) {
    forms.push(
      fc.record({
        databases: fc
          .constantFrom(',', '\n', ' , ', '\n\n# the others\n')
          .map((between) => grants.map(({ resource }) => resource).join(between)),
        permissions: fc.constantFrom(', ', ',', '\n').map((between) => first.actions.join(between)),
      }),
    );
  }
  return fc.oneof(...forms).map((inputs) => ({ permissions, inputs }));
});

/** Lines of `NAME: read, write`, with text that is allowed between and around them. */
function mapping(grants: readonly Grant[]): fc.Arbitrary<string> {
  const lines = grants.map(({ resource, actions }) =>
    fc
      .tuple(blank, blank, blank, fc.constantFrom('', '# for the dashboards\n', '\n'))
      .map(
        ([before, colon, comma, above]) =>
          `${above}${before}${resource}${colon}:${comma}${actions.join(`${comma},${colon}`)}`,
      ),
  );
  return fc.tuple(...lines).map((all) => all.join('\n'));
}

const typedExpiry = fc.oneof(
  fc
    .record({ d: fc.nat(30), h: fc.nat(23), m: fc.nat(59) })
    .filter(({ d, h, m }) => d + h + m > 0)
    .map(({ d, h, m }) => ({
      expiry: { afterMs: ((d * 24 + h) * 60 + m) * MINUTE_MS },
      text: `${d ? `${d}d` : ''}${h ? `${h}h` : ''}${m ? `${m}m` : ''}`,
    })),
  fc
    .record({
      at: fc.integer({ min: Date.UTC(2030, 0), max: Date.UTC(9999, 11, 30) }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      fraction: fc.constantFrom('', '.5', '.123456789'),
    })
    .map(({ at, offset, fraction }) => {
      const second = at - (at % SECOND_MS);
      const local = new Date(second + offset * MINUTE_MS).toISOString().replace(/\.000Z$/, '');
      const zone = `${offset < 0 ? '-' : '+'}${twoDigits(offset / 60)}:${twoDigits(offset % 60)}`;
      return { expiry: { at: second }, text: `${local}${fraction}${zone}` };
    }),
);

function twoDigits(value: number): string {
  return String(Math.floor(Math.abs(value))).padStart(2, '0');
}

/** Any text that might be a description, and often a text that looks like a tag or a command. */
const typedDescription: fc.Arbitrary<string> = typeable(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 230 }),
    hostileText,
    fc
      .tuple(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom('job', 'kept', 'current', 'x'),
        blank,
      )
      .map(
        ([text, kind, after]) =>
          `${text} [gha:github.com/acme/web#4711 99.1 ${kind} 0123456789abcdef]${after}`,
      ),
  ),
);

/** arbitraryTokenRequest is a token that can be requested, except that its description might be invalid. */
export const arbitraryTokenRequest: fc.Arbitrary<TokenRequest> = fc
  .record({ typedPermissions, typedExpiry, description: typedDescription })
  .map(({ typedPermissions: { permissions, inputs }, typedExpiry: { expiry, text }, description }) => ({
    permissions,
    description,
    expiry,
    inputs: { ...inputs, 'expires-at': text, description },
  }));

import { ACTIONS, type Action } from '../../tokens/permissions.ts';
import { lettersOf, nearestValue, type Vocabulary } from './nearest.ts';

/** isAction tells whether a value is an action of the API. */
export function isAction(value: unknown): value is Action {
  return (ACTIONS as readonly unknown[]).includes(value);
}

const BOTH = 'read, write';

/** The words of people and other products for an action, for both actions, and for none. */
const VOCABULARY: Vocabulary<Action | typeof BOTH | 'none'> = {
  values: ['read', 'write', BOTH, 'none'],
  synonyms: {
    r: 'read',
    ro: 'read',
    readonly: 'read',
    query: 'read',
    select: 'read',
    w: 'write',
    wo: 'write',
    writeonly: 'write',
    insert: 'write',
    rw: BOTH,
    wr: BOTH,
    writeread: BOTH,
    readandwrite: BOTH,
    both: BOTH,
    all: BOTH,
    any: BOTH,
    admin: BOTH,
    owner: BOTH,
    full: BOTH,
    no: 'none',
    null: 'none',
    nothing: 'none',
  },
};

/** nearestActions returns the actions to write for an invalid text, such as `read, write` for `rw`. Undefined if that is not clear. */
export function nearestActions(text: string): string | undefined {
  return text === '*' ? BOTH : nearestValue(text, VOCABULARY);
}

/** meantActions are the actions that a text probably means. Empty if that is not clear. */
export function meantActions(text: string): readonly Action[] {
  const nearest = nearestActions(text);
  return nearest === BOTH ? ACTIONS : ACTIONS.filter((action) => action === nearest);
}

/** isActionPhrase tells whether a text is another spelling of actions, such as `read-only`, without a database. */
export function isActionPhrase(text: string): boolean {
  const typed = lettersOf(text);
  return (
    VOCABULARY.values.some((value) => lettersOf(value) === typed) ||
    Object.hasOwn(VOCABULARY.synonyms ?? {}, typed)
  );
}

import { ACTIONS, type Action } from '../../tokens/permissions.ts';
import { lettersOf, nearestValue, type Vocabulary } from './nearest.ts';

/** isAction tells whether a value is an action of the API. */
export function isAction(value: unknown): value is Action {
  return (ACTIONS as readonly unknown[]).includes(value);
}

const BOTH = 'read, write';

/** What people and other products write for an action, for both, and for none. */
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

/** nearestActions is what to write for a text that is no action, such as `read, write` for `rw`. Undefined when nobody can tell. */
export function nearestActions(text: string): string | undefined {
  return text === '*' ? BOTH : nearestValue(text, VOCABULARY);
}

/** meantActions are the actions that a text probably stands for; none when nobody can tell. */
export function meantActions(text: string): readonly Action[] {
  const nearest = nearestActions(text);
  return nearest === BOTH ? ACTIONS : ACTIONS.filter((action) => action === nearest);
}

/** isActionPhrase tells whether a text is another spelling of actions, such as `read-only`, and names no database. */
export function isActionPhrase(text: string): boolean {
  const typed = lettersOf(text);
  return (
    VOCABULARY.values.some((value) => lettersOf(value) === typed) ||
    Object.hasOwn(VOCABULARY.synonyms ?? {}, typed)
  );
}

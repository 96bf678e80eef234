import { NO_GRANTS } from './description.ts';
import {
  ADOPT,
  CLEANUP,
  cutting,
  type Edit,
  type Job,
  type Limit,
  PROMOTE,
  QUARANTINE_MS,
  REGRANT,
  RENAME,
  RESTORE,
  RETIRE,
  type Setting,
  STRICT,
} from './setting.ts';

/** Given contains the differences of a setting from the smallest one. */
type Given = Partial<Omit<Setting, 'rules'>>;

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

const EDITS: readonly Edit[] = [
  'gives the permissions back',
  'grants something else',
  'removes the permissions',
  'edits the description',
  'replaces the description',
  'revokes',
];
const AT_ONCE: Job = { kind: 'cleanup', quarantineMs: 0, maxAgeMs: 0 };
const RETIRE_AT_ONCE: Job = { kind: 'retire', quarantineMs: 0 };
const NONE: Job = { kind: 'update', grants: NO_GRANTS };

const TWO_CLEANUPS = { jobs: [CLEANUP, CLEANUP], faults: 1 };
const PERSON = { edits: EDITS, maxEdits: 1, faults: 1 };
const CURRENT: Given = { kind: 'current', faults: 1 };
const PENDING: Given = { kind: 'pending', faults: 1 };
const KEPT: Given = { kind: 'kept', faults: 1 };

/** A server cuts a description off inside the record. The tag of a kept token stays complete. */
const CUTTING = cutting(130);

const SERVERS: [name: string, given: Given][] = [
  ['that cuts descriptions off', { ...KEPT, server: CUTTING }],
  ['that cuts descriptions off, and shows them complete', { ...KEPT, server: { ...CUTTING, echoes: true } }],
  ['that cuts descriptions off at the record', { ...KEPT, server: cutting(102) }],
  [
    'that writes descriptions in lower case',
    { ...KEPT, server: { ...STRICT, stores: (text) => text.toLowerCase() } },
  ],
  [
    'that collapses white space and removes it at the ends',
    { ...KEPT, server: { ...STRICT, stores: (text) => text.trim().replaceAll(/\s+/g, ' ') } },
  ],
  [
    'that removes everything in brackets',
    { faults: 1, server: { ...STRICT, stores: (text) => text.replaceAll(/ \[[^\]]*\]/g, '') } },
  ],
  [
    'that ignores an empty list of permissions',
    { faults: 1, server: { ...STRICT, ignoresNoPermissions: true } },
  ],
  [
    'that ignores an empty list of permissions, and shows it',
    { faults: 1, server: { ...STRICT, ignoresNoPermissions: true, echoes: true } },
  ],
];

/** One wrong clock at a time: the clock of the run that suspends, or of the next run. */
const WRONG_CLOCKS = [-YEAR_MS, -HOUR_MS, HOUR_MS, YEAR_MS].flatMap((offMs) =>
  (['dateOffMs', 'runnerOffMs'] as const).flatMap((clock) => [
    [{ ...CLEANUP, [clock]: offMs }, CLEANUP],
    [CLEANUP, { ...CLEANUP, [clock]: offMs }],
  ]),
);

/** BOUNDED are settings that need seconds. */
export const BOUNDED: [name: string, given: Given][] = [
  ['one cleanup, two faults', { faults: 2, maxPasses: 3 }],
  ['two cleanups', TWO_CLEANUPS],
  ['a cleanup and a restore', { ...KEPT, jobs: [CLEANUP, RESTORE] }],
  ['a retirement and a restore', { ...CURRENT, jobs: [RETIRE, RESTORE] }],
  ['a cleanup and a person', PERSON],
  ['a retirement and a person', { ...PERSON, ...PENDING, jobs: [RETIRE] }],
  ['a cleanup and an update of the description', { ...KEPT, jobs: [CLEANUP, RENAME] }],
  ['a cleanup and an update of the permissions', { ...KEPT, jobs: [CLEANUP, REGRANT] }],
  ['a cleanup and an update to no permissions', { ...KEPT, jobs: [CLEANUP, NONE] }],
  ['a cleanup and an adoption', { ...KEPT, jobs: [CLEANUP, ADOPT] }],
  ['a retirement and a promotion', { ...PENDING, jobs: [RETIRE, PROMOTE] }],
  ['a retirement and a cleanup', { ...CURRENT, jobs: [RETIRE, CLEANUP] }],
  ['cleanups with and without quarantine', { ...KEPT, jobs: [CLEANUP, AT_ONCE] }],
  ['retirements with and without quarantine', { ...CURRENT, jobs: [RETIRE, RETIRE_AT_ONCE] }],
  [
    'a token without permissions, a restore, a person',
    { ...PERSON, grants: NO_GRANTS, jobs: [CLEANUP, RESTORE] },
  ],
  ['a token that no record can describe', { faults: 1, grants: 'x:metrics' }],
  [
    'dates between whole seconds',
    { jobs: [CLEANUP, CLEANUP], startMs: 900, passMs: QUARANTINE_MS / 2 - 400 },
  ],
  ...SERVERS.map(([name, given]): (typeof BOUNDED)[number] => [`one cleanup, a server ${name}`, given]),
  ...WRONG_CLOCKS.map((jobs, index): (typeof BOUNDED)[number] => [
    `two cleanups, one wrong clock (${index + 1})`,
    { jobs, passMs: QUARANTINE_MS - HOUR_MS },
  ]),
];

/** FULL are settings that need minutes. */
export const FULL: typeof BOUNDED = [
  ['two cleanups, two faults', { ...TWO_CLEANUPS, faults: 2, maxPasses: 3 }],
  ['three cleanups', { ...TWO_CLEANUPS, jobs: [CLEANUP, CLEANUP, CLEANUP], maxPasses: 3 }],
  ['two cleanups and a person', { ...PERSON, ...TWO_CLEANUPS }],
  ['two cleanups and a person who edits twice', { ...PERSON, ...TWO_CLEANUPS, maxEdits: 2 }],
  ['one cleanup, two faults, a person who edits twice', { ...PERSON, faults: 2, maxEdits: 2 }],
  ['a cleanup, a restore, a person', { ...PERSON, jobs: [CLEANUP, RESTORE] }],
  ['a retirement, two restores, a person', { ...PERSON, ...CURRENT, jobs: [RETIRE, RESTORE, RESTORE] }],
  ['two retirements, a restore, a person', { ...PERSON, ...CURRENT, jobs: [RETIRE, RETIRE, RESTORE] }],
  ['two cleanups, a restore, two faults', { ...TWO_CLEANUPS, jobs: [CLEANUP, CLEANUP, RESTORE], faults: 2 }],
  [
    'two cleanups, a restore, three days',
    { ...TWO_CLEANUPS, jobs: [CLEANUP, CLEANUP, RESTORE], maxPasses: 4 },
  ],
  [
    'a retirement, a promotion, a restore, a person',
    { ...PERSON, ...PENDING, jobs: [RETIRE, PROMOTE, RESTORE] },
  ],
  [
    'a retirement, a cleanup, a restore, a person',
    { ...PERSON, ...CURRENT, jobs: [RETIRE, CLEANUP, RESTORE] },
  ],
  ['two retirements, a promotion, a person', { ...PERSON, ...PENDING, jobs: [RETIRE, RETIRE, PROMOTE] }],
  ['a cleanup, an adoption, a restore, a person', { ...PERSON, jobs: [CLEANUP, ADOPT, RESTORE] }],
  ['a cleanup, an adoption, a retirement', { ...KEPT, jobs: [CLEANUP, ADOPT, RETIRE] }],
  ['a cleanup, two updates, a person', { ...PERSON, jobs: [CLEANUP, RENAME, REGRANT] }],
  ['a cleanup, two updates, two faults', { jobs: [CLEANUP, RENAME, REGRANT], faults: 2 }],
  ['cleanups with and without quarantine, a person', { ...PERSON, jobs: [CLEANUP, AT_ONCE] }],
  ...SERVERS.map(([name, given]): (typeof BOUNDED)[number] => [
    `two cleanups, a restore, a server ${name}`,
    { ...given, jobs: [CLEANUP, CLEANUP, RESTORE] },
  ]),
  ...WRONG_CLOCKS.map((jobs, index): (typeof BOUNDED)[number] => [
    `two cleanups, a restore, one wrong clock (${index + 1})`,
    { jobs: [...jobs, RESTORE], passMs: QUARANTINE_MS - HOUR_MS, faults: 1 },
  ]),
];

/** MET contains for each limit a setting in which the limit is reached. */
export const MET: Record<Limit, Given> = {
  'an edit within the round trip of a PATCH that sets permissions': {
    jobs: [RENAME],
    edits: ['grants something else'],
    maxEdits: 1,
  },
  'an edit within the round trip of a PATCH that writes a record': {
    grants: NO_GRANTS,
    ...TWO_CLEANUPS,
    faults: 0,
    edits: ['grants something else'],
    maxEdits: 1,
  },
  'permissions removed from a token with a record': {
    jobs: [CLEANUP, RESTORE],
    edits: ['removes the permissions'],
    maxEdits: 1,
  },
  'a restore within the round trip before a DELETE': { jobs: [CLEANUP, CLEANUP, RESTORE] },
  'half of a PATCH within the round trip of another change': { faults: 1, jobs: [CLEANUP, RENAME] },
};

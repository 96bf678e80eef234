import fc from 'fast-check';
import { ACTIONS, type Permission } from '../../src/tokens/permissions.ts';

/** arbitraryName is any name that a database can have. */
export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9/-][A-Za-z0-9_/-]{0,63}$/),
  fc.constantFrom('read', 'write', 'none', 'metrics', 'METRICS', '-', '/', '0'),
);

/** arbitraryPermissions is any list of grants, sometimes with duplicates. */
export const arbitraryPermissions: fc.Arbitrary<Permission[]> = fc.array(
  fc.record({
    action: fc.constantFrom(...ACTIONS),
    resource: fc.oneof(arbitraryName, fc.constantFrom('*', 'metrics', 'logs')),
  }),
  { maxLength: 12 },
);

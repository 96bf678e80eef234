import fc from 'fast-check';
import type { SuspensionRecord } from '../../src/tokens/record.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';

/** Names that the current API does not allow, and names that it allows. */
const anyName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((name) => name.isWellFormed());

const anyPermissions = fc.array(fc.record({ action: fc.constantFrom('read', 'write'), resource: anyName }), {
  maxLength: 6,
});

/** arbitraryRecord is any record that can be written. */
export const arbitraryRecord: fc.Arbitrary<SuspensionRecord> = fc.record({
  state: fc.constantFrom('suspending', 'suspended', 'restored'),
  since: fc.integer({ min: 1, max: 9_000_000_000 }).map((seconds) => seconds * 1000),
  grants: fc.oneof(arbitraryPermissions, anyPermissions),
});

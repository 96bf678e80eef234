import fc from 'fast-check';
import { INPUTS, type InputName, type OperationName } from '../../src/request/inputs.ts';
import { VALID } from '../inputs/step.ts';
import { hostileText } from '../runner/hostile-text.ts';
import { typeable } from './token-requests.ts';

const OPERATIONS = Object.keys(VALID) as OperationName[];

/** All inputs except those that name servers or files. */
const FUZZED = (Object.keys(INPUTS) as InputName[]).filter(
  (name) => !['operation', 'api-url', 'cluster-url', 'influxctl-config', 'ca-certificate'].includes(name),
);

/** Texts that are almost valid. */
const PLAUSIBLE = [
  ...[
    'true',
    'false',
    'yes',
    '0',
    '1',
    '-1',
    '1e9',
    '5s',
    '6m',
    '30d',
    '999999999w',
    'never',
    'none',
    '*',
    '[]',
    '[1]',
    '{}',
  ],
  ...[
    'metrics',
    'metrics: read',
    'read: metrics',
    'read, write',
    'metrics: read\nmetrics: write',
    'nosuch: read',
  ],
  ...[
    'repo = NAME',
    'later-steps',
    'env:prod = X',
    'org:acme = Y',
    'repo:../.. = Z',
    'active',
    'all',
    'cluster',
    'organization',
  ],
  ...['2030-02-29T00:00:00Z', '2032-02-29T00:00:00Z', '9999-12-31T23:59:59+00:00', '0000-00-00T00:00:00Z'],
  ...[
    '11111111-1111-4111-8111-111111111111',
    '["11111111-1111-4111-8111-111111111111"]',
    '../databases/metrics',
    '***',
    '**a*b?',
  ],
];

const anything = typeable(fc.oneof(fc.constantFrom(...PLAUSIBLE), hostileText));

/** An operation, and any texts in some of its inputs. */
export const arbitraryInputs = fc.record({
  operation: fc.constantFrom(...OPERATIONS),
  others: fc.uniqueArray(fc.tuple(fc.constantFrom(...FUZZED), anything), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 6,
  }),
});

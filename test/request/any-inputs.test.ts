import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryInputs } from '../fuzz/arbitrary-inputs.ts';
import { inputNames } from '../inputs/given.ts';
import { inputErrors } from '../inputs/step.ts';

test('any text in the inputs is accepted, or causes input errors that name an input and are plain text', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInputs, async ({ operation, others }) => {
      for (const { input, message } of await inputErrors(operation, Object.fromEntries(others))) {
        expect(inputNames).toContain(input);
        expect(message).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+[.?)]$/);
      }
    }),
    { numRuns: 500 },
  );
});

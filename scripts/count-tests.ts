/** Prints `N passed, N failed` from the JSON report of the test runner. Fails if no test has run. */
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file ?? '', 'utf8'));
console.log(`${passed} passed, ${failed} failed`);
if (passed + failed === 0) process.exitCode = 1;

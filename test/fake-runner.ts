import type { Runner } from '../src/runner/runner.ts';

/** fakeRunner does nothing except what a test adds. */
export function fakeRunner(does: Partial<Runner> = {}): Runner {
  return {
    info: () => {},
    debug: () => {},
    notice: () => {},
    warning: () => {},
    error: () => {},
    outputs: () => {},
    token: () => {},
    writeFile: (name) => name,
    saveState: () => {},
    summary: () => {},
    hasSummary: () => false,
    ...does,
  };
}

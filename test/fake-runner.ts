import type { Runner } from '../src/runner/runner.ts';

/** fakeRunner does nothing, except for what a test gives it to do. */
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

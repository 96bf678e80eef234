import { main } from './main.ts';
import { post } from './post.ts';

/** The steps of the action, which are packed as one: what both need is in dist/ once. */
const STEPS = { main, post };

/**
 * run carries out one step and ends its process. All that is printed and written by then has left it, so that nothing left
 * open needs to be waited for.
 */
export async function run(step: keyof typeof STEPS): Promise<void> {
  process.exit((await STEPS[step]()) ? 0 : 1);
}

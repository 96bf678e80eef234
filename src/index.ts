/** The bundle: each entry of dist/ is one line, which calls one of these. */
export { runMain } from './main.ts';
export { runManagementMain, runManagementPost } from './management-token.ts';
export { runPost } from './post.ts';

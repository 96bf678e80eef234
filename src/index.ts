/** The entries of the bundle. Each entry file of dist/ calls one of these. */
export { runMain } from './main.ts';
export { runManagementMain, runManagementPost } from './management-token.ts';
export { runPost } from './post.ts';

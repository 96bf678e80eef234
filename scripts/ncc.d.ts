/** The part of ncc that is used. The package has no types. */
declare module '@vercel/ncc' {
  import type { Stats } from './chunks.ts';

  export default function ncc(
    input: string,
    options: { readonly cache: false; readonly quiet: true; readonly target: string },
  ): Promise<{
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
    readonly stats: Stats;
  }>;
}

/** Page is one part of a list, and the header with links to other pages. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** pageOf returns a page with the size and the number in the query. `url` is the URL of the list without a query. */
export function pageOf<Item>(all: readonly Item[], query: URLSearchParams, url: string): Page<Item> {
  const size = Math.min(positive(query.get('per_page')) ?? DEFAULT_SIZE, MAX_SIZE);
  const page = positive(query.get('page')) ?? 1;
  const items = all.slice((page - 1) * size, page * size);
  const relations = relationsOf(page, Math.max(1, Math.ceil(all.length / size)));
  const links = relations.map(([rel, to]) => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`);
  return { items, headers: links.length > 0 ? { Link: links.join(', ') } : {} };
}

/** The links lead only to pages that exist. */
function relationsOf(page: number, last: number): [string, number][] {
  const back: [string, number][] = [
    ['prev', Math.min(page - 1, last)],
    ['first', 1],
  ];
  const on: [string, number][] = [
    ['next', page + 1],
    ['last', last],
  ];
  return [...(page > 1 ? back : []), ...(page < last ? on : [])];
}

/** Ignores a text that is not a number or is too small. */
function positive(text: string | null): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return number > 0 ? number : undefined;
}

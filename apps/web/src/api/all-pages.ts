import type { Page } from '@tongyun/contracts';

const LIMIT = 200;
/** Far above any list a screen shows whole; a server that never ends a list must not hang a page. */
const MAX_PAGES = 50;

/** Reads a paged list to its end. */
export async function allPages<View>(
  list: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page<View>>,
): Promise<View[]> {
  const items: View[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const read: Page<View> = await list({ limit: LIMIT, ...(cursor === null ? {} : { cursor }) });
    items.push(...read.items);
    cursor = read.nextCursor;
    if (cursor === null) break;
  }
  return items;
}

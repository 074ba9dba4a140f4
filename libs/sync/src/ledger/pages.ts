/** Goes through what is numbered, page by page, so that no more than a page is in memory. */
export async function* pages<Item extends { readonly id: number }>(
  size: number,
  read: (after: number, limit: number) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  let after = 0;
  for (;;) {
    const page = await read(after, size);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    if (page.length < size) return;
    after = last.id;
  }
}

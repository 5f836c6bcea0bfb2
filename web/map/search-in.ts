/** What would contradict "in this part": how far from where, which area, which page. */
const replaced = ['bbox', 'within', 'area', 'page', 'per_page'];

/** The page's search, in a box (`west,south,east,north`) instead. */
export function searchIn(box: string): string {
  const query = new URLSearchParams(location.search);
  for (const name of replaced) query.delete(name);
  query.set('bbox', box);
  return `${location.pathname}?${query}`;
}

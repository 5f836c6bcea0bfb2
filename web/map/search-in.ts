/** What would contradict "in this part": how far from where, which area, which page. */
const elsewhere = ['bbox', 'within', 'area', 'page', 'per_page'];
/** What would contradict "from here"; how far may stay. */
const otherPlace = ['bbox', 'near', 'area', 'page', 'per_page'];

/** The page's search, in a box (`west,south,east,north`) instead. */
export const searchIn = (box: string): string => changed(elsewhere, 'bbox', box);

/** The page's search, from a spot (`lat,lng`) instead. */
export const searchFrom = (spot: string): string => changed(otherPlace, 'near', spot);

function changed(replaced: string[], name: string, value: string): string {
  const query = new URLSearchParams(location.search);
  for (const each of replaced) query.delete(each);
  query.set(name, value);
  return `${location.pathname}?${query}`;
}

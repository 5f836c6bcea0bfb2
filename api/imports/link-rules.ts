/** Whether readers may follow it: a link of any other scheme (`javascript:`, `data:`) could run something in their browser. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Why a listing with this link is refused; null when there is none or it is one that readers may follow. */
export function linkProblem(web: string | null): string | null {
  if (web === null || isWebLink(web)) return null;
  return `its web address “${web.slice(0, 60)}” does not begin with http:// or https:// (the filter |web adds it where it can)`;
}

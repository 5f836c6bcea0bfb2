import type { ListingKind } from '../../api/contract/vocabulary.ts';

/** As in the vocabulary of kinds that ships. */
export const kindLetters: Record<ListingKind, string> = {
  group: 'G',
  place: 'P',
  people: 'N',
  exchange: 'E',
  institution: 'I',
  story: 'S',
  signpost: '+',
};

/** Pins in a box of 40 by 48 (`several`: 68 wide), the tip at 20,47; their heads have the outlines of kind-pin.css, so that a kind is known without its colour. */
const pinOutlines: Record<ListingKind | 'several', string> = {
  group: 'M20 47C17 40 4 32 4 18a16 16 0 0 1 32 0C36 32 23 40 20 47z',
  place: 'M20 47 15 34.5H4V18a16 16 0 1 1 20 15.5z',
  people: 'M20 47 15 34H7a3 3 0 0 1-3-3V18a16 16 0 0 1 32 0v13a3 3 0 0 1-3 3h-8z',
  exchange: 'M20 47 16 34A16 16 0 0 1 4 18V2h16a16 16 0 0 1 16 16v16H24z',
  institution: 'M20 47 15 34H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h28a2 2 0 0 1 2 2v28a2 2 0 0 1-2 2h-9z',
  story: 'M20 47 15 34H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h14a16 16 0 0 1 5 31.2z',
  signpost: 'M20 47 17 34H4V6h32v28H23z',
  several: 'M34 47 29 34H20A15 15 0 0 1 20 4H48A15 15 0 0 1 48 34H39z',
};

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** A pin as an SVG element, made node by node: the page's policy refuses styles inside markup. Its colours come from map.css. */
export function drawPin(kind: ListingKind | 'several'): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', kind === 'several' ? '-2 -1 72 50' : '-2 -1 44 50');
  svg.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(svgNamespace, 'path');
  outline.setAttribute('d', pinOutlines[kind]);
  svg.append(outline);
  return svg;
}

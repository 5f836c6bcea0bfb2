import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import { walkSteps } from '../../contract/walks.ts';
import { emptyFacets, type IndexAnswer } from '../asset-index.ts';
import type { ListingTable } from './listing-table.ts';
import { type Choices, groupBit, whenBit, withinBit } from './match-choices.ts';

export interface Counts {
  /** `failed`: the bit of the one group that it fails, or 0. */
  add(number: number, failed: number): void;
  facets(): IndexAnswer['facets'];
}

/** Each group is counted with the other groups' choices and without its own: assets everywhere, a signpost only as a kind. */
export function createCounts(table: ListingTable, choices: Choices): Counts {
  const { columns, values } = table;
  const byCode = new Int32Array(values.length);
  const groupOf = Uint16Array.from(values, ({ facet }) => groupBit(facet));
  const kindBit = groupBit('kind');
  // There are few patterns of moments, and many listings.
  const byMoments = new Map<number, number>();
  const byPattern = new Int32Array(table.patterns.length);
  const byWalk = new Int32Array(walkSteps.length);
  let atAnyTime = 0;

  return {
    add(number, failed) {
      const isSignpost = columns.tier[number] !== 0;
      const end = columns.firstCode[number + 1] ?? 0;
      for (let at = columns.firstCode[number] ?? 0; at < end; at += 1) {
        const code = columns.codes[at] ?? 0;
        if (isSignpost && groupOf[code] !== kindBit) continue;
        if (failed === 0 || groupOf[code] === failed) byCode[code] = (byCode[code] ?? 0) + 1;
      }
      if (isSignpost) return;
      if (failed === 0 || failed === withinBit) addWalks(choices.metres(number));
      if (failed !== 0 && failed !== whenBit) return;
      const pattern = columns.pattern[number] ?? 0;
      if (columns.anyTime[number] === 1) atAnyTime += 1;
      else if (!choices.dated) byPattern[pattern] = (byPattern[pattern] ?? 0) + 1;
      else if (table.patterns[pattern] !== 0) {
        const moments = choices.moments(number);
        byMoments.set(moments, (byMoments.get(moments) ?? 0) + 1);
      }
    },
    facets() {
      const facets = emptyFacets();
      for (const [code, count] of byCode.entries()) {
        const known = values[code];
        if (count > 0 && known) facets[known.facet][known.value] = count;
      }
      for (const [pattern, count] of byPattern.entries()) if (count > 0) byMoments.set(table.patterns[pattern] ?? 0, count);
      for (const [position, day] of weekdays.entries()) setCount(facets.day, day, happening(choices.days[position]));
      for (const [position, part] of dayParts.entries()) setCount(facets.time, part, happening(choices.parts[position]));
      for (const [step, metres] of walkSteps.entries()) setCount(facets.within, String(metres), byWalk[step] ?? 0);
      return facets;
    },
  };

  function addWalks(metres: number): void {
    for (let step = walkSteps.length - 1; step >= 0 && metres <= (walkSteps[step] ?? 0); step -= 1) byWalk[step] = (byWalk[step] ?? 0) + 1;
  }

  function happening(wanted = 0): number {
    let sum = atAnyTime;
    for (const [moments, count] of byMoments) if ((moments & wanted) !== 0) sum += count;
    return sum;
  }
}

function setCount(facet: Record<string, number>, value: string, count: number): void {
  if (count > 0) facet[value] = count;
}

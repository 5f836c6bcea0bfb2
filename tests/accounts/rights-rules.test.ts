import { describe, expect, test } from 'vitest';
import { mayByLink, mayDo, mayDoSomewhere, mayKeepPage } from '../../api/accounts/rights-rules.ts';
import { type DeskAction, deskActions, type SignedIn, type ViewerArea } from '../../api/contract/viewer.ts';

const area = (id: string, how: ViewerArea['how']): ViewerArea => ({ id, slug: id, name: id, name_cy: null, how });
const person = (role: SignedIn['role'], areas: ViewerArea[], trusted = false): SignedIn => ({
  ...{ accountId: 'a', name: 'Ann Other', role, trusted, locale: 'en', coordinatorId: null, areas },
});

const people = {
  steward: person('steward', []),
  coordinator: person('coordinator', [area('own', 'lead'), area('covered', 'cover')]),
  builder: person('builder', [area('own', 'builder')]),
  trusted: person('builder', [area('own', 'builder')], true),
};
type Person = keyof typeof people;

/** Who may do what: in an area of their own, in one they cover today, and with what lies in no area. In any other area, only stewards. */
const table: Record<DeskAction, { own: Person[]; covered: Person[]; none: Person[] }> = {
  'asset.draft': { own: ['coordinator', 'builder', 'trusted'], covered: ['coordinator'], none: ['coordinator'] },
  'asset.publish': { own: ['coordinator', 'trusted'], covered: ['coordinator'], none: ['coordinator'] },
  'asset.retire': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
  'asset.merge': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
  'link.give': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
  'suggestion.review': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
  'check.log': { own: ['coordinator', 'builder', 'trusted'], covered: ['coordinator'], none: ['coordinator'] },
  'connection.log': { own: ['coordinator', 'builder', 'trusted'], covered: ['coordinator'], none: ['coordinator'] },
  'coordinator.edit': { own: [], covered: [], none: [] },
  'area.draw': { own: ['coordinator'], covered: [], none: [] },
  'area.cover': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'account.invite': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'account.suspend': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'builder.trust': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'import.run': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'bulk.change': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
  'vocabulary.edit': { own: [], covered: [], none: [] },
  'signpost.edit': { own: [], covered: [], none: [] },
  'insight.read': { own: ['coordinator'], covered: ['coordinator'], none: [] },
  'private.read': { own: ['coordinator'], covered: ['coordinator'], none: ['coordinator'] },
};

const places = { own: 'own', covered: 'covered', other: 'other', none: null } as const;
const names: Person[] = ['steward', 'coordinator', 'builder', 'trusted'];
const rows = deskActions.flatMap((action) =>
  names.flatMap((name) =>
    (Object.keys(places) as (keyof typeof places)[]).map((place) => ({
      action,
      name,
      place,
      may: name === 'steward' || (place !== 'other' && table[action][place].includes(name)),
    })),
  ),
);

describe('who may do what, where', () => {
  test.each(rows)('$name · $action · $place: $may', ({ action, name, place, may }) => {
    expect(mayDo(people[name], action, places[place])).toBe(may);
  });

  test.each(deskActions.map((action) => ({ action, may: ['asset.draft', 'asset.retire', 'check.log'].includes(action) })))(
    'a group by its own link · $action · its own: $may, any other: false',
    ({ action, may }) => {
      expect([mayByLink({ assetId: 'ours' }, action, 'ours'), mayByLink({ assetId: 'ours' }, action, 'theirs')]).toEqual([may, false]);
    },
  );

  test('nobody who is not signed in may do anything', () => {
    for (const action of deskActions) expect([mayDo(null, action, 'own'), mayDo(null, action, null)]).toEqual([false, false]);
  });

  test('a coordinator without an area today may do nothing, even where no area is', () => {
    const resting = person('coordinator', []);
    for (const action of deskActions) expect([mayDo(resting, action, null), mayDoSomewhere(resting, action)]).toEqual([false, false]);
  });

  test('a coordinator keeps their own page, a steward anyone’s, nobody else any', () => {
    const sian = { ...people.coordinator, coordinatorId: 'sian' };
    expect([mayKeepPage(sian, 'sian'), mayKeepPage(sian, 'amina'), mayKeepPage(people.steward, 'amina')]).toEqual([true, false, true]);
    expect([mayKeepPage(people.builder, 'sian'), mayKeepPage(people.trusted, 'sian')]).toEqual([false, false]);
  });

  test('somewhere is anywhere of theirs', () => {
    expect(names.filter((name) => mayDoSomewhere(people[name], 'area.draw'))).toEqual(['steward', 'coordinator']);
    expect(names.filter((name) => mayDoSomewhere(people[name], 'asset.draft'))).toEqual(names);
    expect(mayDoSomewhere(person('coordinator', [area('covered', 'cover')]), 'area.draw')).toBe(false);
  });
});

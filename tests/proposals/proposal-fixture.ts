import type { Proposal } from '../../api/contract/proposal.ts';

/** As a neighbour would tell of it. */
export const aProposal = (given: Partial<Proposal> = {}): Proposal => ({
  ...{
    name: 'Kite Makers',
    happens: 'We make kites from old curtains and fly them on the hill. Bring a friend.',
    when: 'Thursdays 10am to noon',
  },
  ...{ place: 'QX3 2AB', area: '', home: false, join: 'Just turn up', contact_name: 'Mo', contact: '01632 960 555', may_show: 'yes' },
  ...{ anyone: 'yes', neighbours: 'yes', freely: 'yes', kind: null, topics: ['make'], reply_email: 'mo@example.org' },
  ...given,
});

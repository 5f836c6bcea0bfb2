/** Every page and every state worth looking at; each is also there in Welsh. */
export const everyPage = [
  '/',
  '/find',
  '/find?q=choir&near=QX3+2AB&within=1200&kind=group&topic=music',
  '/find?q=underwater+chess&near=QX3+2AB',
  '/find?near=Nowhere',
  '/whats-on',
  '/whats-on?day=2026-11-26&area=bryn-melyn',
  '/around/mend-and-natter',
  '/areas',
  '/areas?near=QX3+2AB',
  '/areas?near=Nowhere',
  '/areas/abbey-and-riverside',
  '/coordinators/sian-prosser',
  '/help-now',
  '/about',
  '/privacy',
  '/accessibility',
];

export const refusedPages = ['/around/not-a-thing', '/no-such-page', '/find?kind=zebra'];

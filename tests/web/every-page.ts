/** Every page and every state worth looking at; each is also there in Welsh. */
export const everyPage = [
  '/',
  '/find',
  '/find?q=choir&near=QX3+2AB&within=1200&kind=group&topic=music',
  '/find?q=choir&on=2030-01-01&near=QX3+2AB',
  '/find?near=Riverside+Hall&sort=distance&per_page=40',
  '/find?near=Nowhere',
  '/find?near=52.251,-3.012&q=kayaking&within=800',
  '/find?near=SW1A+1AA&kind=zebra',
  '/find?page=50&on=2026-12-25&bbox=-3.2,52.1,-2.8,52.4',
  '/whats-on',
  '/whats-on?day=2026-11-26&area=bryn-melyn',
  '/around/mend-and-natter',
  '/areas',
  '/areas?near=QX3+2AB',
  '/areas?near=Nowhere',
  '/areas/abbey-and-riverside',
  '/areas/castle-and-market',
  '/coordinators/sian-prosser',
  '/help-now',
  '/about',
  '/privacy',
  '/accessibility',
];

export const refusedPages = ['/around/not-a-thing', '/no-such-page'];

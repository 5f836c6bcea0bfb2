import { expect, test } from 'vitest';
import { guessReading } from '../../api/imports/guess-reading-rules.ts';

test.each([
  [
    ['club_no', 'Club name', 'What we do', 'Post code', 'Hall', 'When we meet', 'Website', 'Phone no', 'Contact name'],
    {
      id: 'club_no',
      name: 'Club name',
      summary: 'What we do',
      postcode: 'Post code',
      venue: 'Hall',
      usually: 'When we meet',
      web: 'Website',
    },
  ],
  [
    [
      'registered_charity_number',
      'charity_company_registration_number',
      'charity_name',
      'charity_type',
      'charity_activities',
      'date_of_registration',
      'charity_contact_postcode',
      'charity_contact_phone',
      'charity_contact_email',
      'charity_contact_web',
    ],
    {
      id: 'registered_charity_number',
      name: 'charity_name',
      summary: 'charity_activities',
      description: 'charity_activities',
      postcode: 'charity_contact_postcode',
      web: 'charity_contact_web',
    },
  ],
  [
    ['Enw', 'Disgrifiad', 'Cod post', 'Lleoliad', 'Pryd', 'Gwefan'],
    {
      name: 'Enw',
      summary: 'Disgrifiad',
      description: 'Disgrifiad',
      postcode: 'Cod post',
      venue: 'Lleoliad',
      usually: 'Pryd',
      web: 'Gwefan',
    },
  ],
  [['lat', 'lon', 'title', 'email address'], { lat: 'lat', lng: 'lon', name: 'title' }],
  [['a', 'b'], {}],
])('the columns %j are guessed by their names, and whom to ask is not', (columns, expected) => {
  expect(guessReading(columns, ',').columns).toEqual(expected);
});

test('an export of ours is known by its first column', () => {
  expect(guessReading(['open_door_id', 'name'], ',').ours).toBe(true);
});

import { expect, test } from 'vitest';
import { realContacts } from './seed-privacy.ts';
import { readFiles } from './source-files.ts';

test('the sample district holds no phone number, address or site that could be real', () => {
  const files = readFiles(/\.(json|csv|geojson|md)$/, 'seed-data').filter(
    ({ path }) => !/basemap|areas\.geojson|postcodes\.csv|mappings/.test(path),
  );
  expect(files.length).toBeGreaterThan(8);
  expect(files.flatMap(realContacts)).toEqual([]);
});

test.each([
  '"phone": "0161 496 0123"',
  'Ring Dee on 07911 123456',
  '+44 20 7946 0958',
  '"phone": "116 123"',
  'dee@gmail.com',
  '"web": "https://www.bbc.co.uk/wales"',
])('the contact guard catches %s', (text) => {
  expect(realContacts({ path: 'a.json', text })).not.toEqual([]);
});

test.each([
  '"phone": "01632 960114"',
  '"phone": "07700 900 123"',
  '"phone": "999"',
  '"phone": "111"',
  'mend@example.org, https://mend.example.org/tea',
  '"lat": 52.2513011111, "lng": -3.0079',
  '"from": "2026-01-08", "start": "10:00"',
])('the contact guard lets %s be', (text) => {
  expect(realContacts({ path: 'a.json', text })).toEqual([]);
});

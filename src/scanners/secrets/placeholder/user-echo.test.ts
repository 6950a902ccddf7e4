import { expect, it } from 'vitest';
import { findUserEcho } from './user-echo.ts';

it.each([
  ['postgres', 'DATABASE_URL=postgres://postgres:'],
  ['gorm', 'mysqladmin ping -ugorm -p'],
  ['wiki', 'Server=db;User=wiki;Password='],
  ['Judy', "user='judy', password='"],
])('%s repeats its user in %s', (value, left) => {
  expect(findUserEcho(value, left)).toBe('same as its user');
});

it.each([
  ['shop', 'postgres://shopper:'],
  ['sh0pkeeper', 'login sh0pkeeper password '],
  ['hunter', 'postgres://wiki:'],
  ['', 'a '],
])('%s does not in %s', (value, left) => {
  expect(findUserEcho(value, left)).toBeUndefined();
});

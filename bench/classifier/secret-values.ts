import type { Dice } from './random.ts';

/** Lists of words to make passwords from. */
export interface Words {
  /** Passwords that people chose, most frequent first. */
  readonly passwords: readonly string[];
  readonly english: readonly string[];
  readonly names: readonly string[];
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const base62 = lower + upper + digits;
const signs = '!@#$%^&*-_=+?.';
const fewSigns = '!!!!@#$%&*?._-';
const leet: Readonly<Record<string, string>> = { a: '4@', e: '3', i: '1!', o: '0', s: '5$', t: '7', b: '8', g: '9' };
const systems =
  'db database mysql postgres pg sql mongo redis rabbit mq kafka smtp mail ftp sftp ldap ssh vpn api app web admin root svc service user test dev prod stage ci deploy jenkins nexus grafana backup shop store crm erp portal wiki cache queue auth sso bot mobile android ios iot wifi router cisco corp acme data report etl batch job'.split(
    ' ',
  );

function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function word(dice: Dice, words: Words): string {
  const list = dice.chance(0.6) ? words.english : dice.chance(0.5) ? words.names : systems;
  for (let tries = 0; tries < 20; tries++) {
    const found = dice.pick(list);
    if (found.length >= 3 && found.length <= 9) return found;
  }
  return 'garden';
}

function leeted(dice: Dice, text: string): string {
  let changed = '';
  for (const character of text) {
    const options = leet[character.toLowerCase()];
    changed += options !== undefined && dice.chance(0.55) ? dice.pick(options.split('')) : character;
  }
  return changed;
}

function tail(dice: Dice): string {
  const number = dice.pick([
    () => String(dice.whole(1950, 2026)),
    () => dice.text(digits, dice.whole(1, 4)),
    () => dice.text(digits, dice.whole(2, 3)),
    () => '123',
    () => '1',
  ])();
  const sign = dice.text(fewSigns, 1);
  return dice.pick([number, number, number + sign, sign + number, sign, number + sign + sign]);
}

/** Words joined by signs, some of them bent or numbered. */
function chain(dice: Dice, words: Words): string {
  const parts = Array.from({ length: dice.whole(2, 4) }, () =>
    dice.chance(0.4) ? leeted(dice, word(dice, words)) : word(dice, words),
  );
  if (dice.chance(0.6)) parts.push(String(dice.whole(1, 9999)));
  return parts.join(dice.pick(['-', '-', '_', '.', '']));
}

const passwordStyles: readonly (readonly [number, (dice: Dice, words: Words) => string])[] = [
  [3, (dice, words) => dice.pick(words.passwords)],
  [4, (dice, words) => title(word(dice, words)) + tail(dice)],
  [2, (dice, words) => word(dice, words) + tail(dice)],
  [4, (dice, words) => leeted(dice, title(word(dice, words))) + (dice.chance(0.7) ? tail(dice) : '')],
  [
    4,
    (dice, words) =>
      leeted(
        dice,
        title(word(dice, words)) + dice.pick(['', '', '-', '_', '.', '!', '#', '@']) + title(word(dice, words)),
      ) + (dice.chance(0.5) ? tail(dice) : ''),
  ],
  [
    3,
    (dice, words) =>
      word(dice, words) +
      dice.pick(['-', '_', '.', '#', '@', '$', '&', '+']) +
      leeted(dice, word(dice, words)) +
      (dice.chance(0.5) ? tail(dice) : ''),
  ],
  [
    2,
    (dice, words) =>
      [word(dice, words), word(dice, words), dice.chance(0.5) ? word(dice, words) : String(dice.whole(1, 999))].join(
        dice.pick(['-', '-', '_', '.', ' ']),
      ),
  ],
  [
    1,
    (dice, words) =>
      [word(dice, words), word(dice, words), word(dice, words), word(dice, words)].join(dice.pick(['-', ' ', '_', ''])),
  ],
  [5, chain],
  [4, (dice) => dice.text(base62, dice.whole(8, 20))],
  [4, (dice) => dice.text(base62 + signs, dice.whole(8, 24))],
  [1, (dice) => dice.text(lower + digits, dice.whole(8, 16))],
  [1, (dice) => dice.text(lower, 16)],
  [1, (dice) => dice.text('0123456789abcdef', dice.pick([8, 12, 16, 20, 24, 32]))],
  [2, (dice) => pronounceable(dice) + (dice.chance(0.6) ? tail(dice) : '')],
  [
    3,
    (dice, words) =>
      dice.pick(systems) +
      dice.pick(['', '-', '_', '@', '.', '#']) +
      dice.pick([
        leeted(dice, word(dice, words)),
        dice.text(base62, dice.whole(4, 8)),
        dice.pick(['pass', 'p4ss', 'Pa55', 'pw', 'Pwd', 'P@ss']),
      ]) +
      tail(dice),
  ],
  [
    2,
    (dice, words) =>
      leeted(
        dice,
        title(
          dice.pick([
            'pass',
            'password',
            'secret',
            'admin',
            'root',
            'welcome',
            'letmein',
            'login',
            'access',
            'changeme',
          ]),
        ),
      ) +
      dice.pick(['', word(dice, words), title(word(dice, words))]) +
      dice.text(digits, dice.whole(2, 4)) +
      dice.text(fewSigns, dice.whole(0, 2)),
  ],
  [
    1,
    (dice, words) =>
      dice.text(digits, dice.whole(1, 4)) +
      title(word(dice, words)) +
      dice.text(fewSigns, 1) +
      dice.text(base62, dice.whole(0, 3)),
  ],
];

function pronounceable(dice: Dice): string {
  let text = '';
  const parts = dice.whole(2, 4);
  for (let index = 0; index < parts; index++)
    text +=
      dice.pick('b c d f g h k l m n p r s t v w z sh ch th qu ph'.split(' ')) +
      dice.pick('a e i o u ai ee oo ie'.split(' '));
  return dice.chance(0.5) ? title(text) : text;
}

function weighted<T>(dice: Dice, choices: readonly (readonly [number, T])[]): T {
  let rest = dice.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  throw new Error('no choice');
}

/** A password as people and password generators make them. */
export function makePassword(dice: Dice, words: Words): string {
  for (;;) {
    const value = weighted(dice, passwordStyles)(dice, words);
    if (value.length >= 6 && !/^[a-z]{1,9}$|^\d+$/.test(value)) return value;
  }
}

const tokenStyles: readonly (readonly [number, (dice: Dice) => string])[] = [
  [5, (dice) => dice.text('0123456789abcdef', dice.pick([16, 20, 24, 32, 32, 32, 36, 40, 40, 48, 64, 64, 128]))],
  [1, (dice) => dice.text('0123456789ABCDEF', dice.pick([16, 32, 40, 64]))],
  [6, (dice) => dice.text(base62, dice.pick([16, 18, 20, 22, 24, 24, 27, 30, 32, 32, 36, 40, 40, 43, 48, 50, 64, 80]))],
  [2, (dice) => dice.text(lower + digits, dice.pick([16, 20, 24, 25, 32, 40, 50]))],
  [1, (dice) => dice.text(upper + digits, dice.pick([16, 20, 24, 32]))],
  [4, (dice) => base64(dice, dice.pick([12, 16, 18, 24, 32, 32, 48, 64]), '+/')],
  [3, (dice) => base64(dice, dice.pick([16, 20, 24, 32, 32, 48]), '-_').replace(/=+$/, '')],
  [1, (dice) => dice.text('0123456789abcdef', 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
  [
    2,
    (dice) =>
      dice.text(lower, dice.whole(2, 6)) +
      dice.pick(['_', '-', '_live_', '-live-', '_prod_', '_sk_', '.']) +
      dice.text(base62, dice.pick([20, 24, 32, 36, 40])),
  ],
  [1, (dice) => `${dice.text(base62, dice.whole(8, 24))}.${dice.text(`${base62}-_`, dice.whole(20, 43))}`],
  [1, (dice) => dice.text(`${lower}${digits}!@#$%^&*(-_=+)`, 50)],
  [1, (dice) => dice.text(`${base62}${signs}()[]{}~,:;/|`, dice.pick([24, 32, 64]))],
];

function base64(dice: Dice, size: number, extra: string): string {
  const length = Math.ceil((size * 4) / 3);
  return dice.text(base62 + extra, length) + '='.repeat((3 - (size % 3)) % 3);
}

/** A token or key as programs make them. */
export function makeToken(dice: Dice): string {
  return weighted(dice, tokenStyles)(dice);
}

/** The value of something named `secret`: a token, or what a person typed in a hurry. */
export function makeSecret(dice: Dice, words: Words): string {
  if (dice.chance(0.55)) return makeToken(dice);
  if (dice.chance(0.5)) return makePassword(dice, words);
  const parts = [
    dice.pick(['my', 'our', 'the', 'super', 'top', word(dice, words), dice.pick(systems)]),
    leeted(dice, dice.pick(['secret', 'signing', 'jwt', 'session', 'hmac', 'cookie', word(dice, words)])),
    leeted(dice, dice.pick(['key', 'secret', 'salt', 'token', word(dice, words)])),
  ];
  return (
    parts.join(dice.pick(['-', '_', '', '.', ' '])) +
    (dice.chance(0.7) ? tail(dice) : dice.text(base62, dice.whole(3, 8)))
  );
}

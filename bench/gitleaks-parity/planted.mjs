// What is planted: values in the shapes of well-known tokens, made anew on each run so that none stands in a file.
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const mixed = `${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Keeps a prefix out of this file: joined only when it runs. */
const apart = (text) => text;

const shapes = [
  (random) => `gh${apart('p_')}${random.text(mixed, 36)}`,
  (random) => `github_${apart('pat_')}${random.text(mixed, 22)}_${random.text(mixed, 59)}`,
  (random) => `gl${apart('pat-')}${random.text(mixed, 20)}`,
  (random) => `AK${apart('IA')}${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
  (random) => `sk_${apart('live_')}${random.text(mixed, 28)}`,
  (random) =>
    `xo${apart('xb-')}${random.text('123456789', 12)}-${random.text('123456789', 12)}-${random.text(mixed, 24)}`,
  (random) => `AI${apart('za')}${random.text(mixed, 35)}`,
  (random) => `np${apart('m_')}${random.text(lower, 36)}`,
  (random) => `SG${apart('.')}${random.text(mixed, 22)}.${random.text(mixed, 43)}`,
  (random) =>
    `ey${apart('J')}${base64({ alg: 'HS256', n: random.below(99) }).slice(3)}.${base64({ sub: random.text(lower, 12), admin: true })}.${random.text(mixed, 43)}`,
  (random) =>
    `-----BEGIN RSA ${apart('PRIVATE')} KEY-----\n${random.text(mixed, 64)}\n${random.text(mixed, 64)}\n-----END RSA ${apart('PRIVATE')} KEY-----`,
  (random) => `hv${apart('s.')}${random.text(mixed, 94)}`,
  (random) => `ticket-${random.text(lower, 8)}`,
  (random) => `pair-${random.text(lower, 6)} ${random.text(mixed, 12)}`,
];

function base64(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A token in a random one of the shapes. */
export function token(random) {
  return random.pick(shapes)(random);
}

const wraps = [
  (value) => value,
  (value) => `api_key = "${value}"`,
  (value) => `  password: '${value}' # x`,
  (value) => `export SECRET_TOKEN=${value}`,
  (value) => `{"access_token":"${value}","n":1}`,
  (value) => `curl -H "Authorization: Bearer ${value}" https://example.org/`,
  (value) => `${value} ${apart('gitleaks')}:allow`,
  (value) => `é ü 漢字 "${value}" \u{1f600}`,
  (value) => `data: ${Buffer.from(`token=${value};`).toString('base64')}`,
  (value) => `data: ${Buffer.from(Buffer.from(`token=${value} and more`).toString('base64')).toString('base64')}`,
  (value) => `hex = ${Buffer.from(`key ${value}`).toString('hex')}`,
  (value) => `url=${encodeURIComponent(`secret=${value}&é`).replaceAll('_', '%5F')}`,
  (value) =>
    `u = "${value
      .slice(0, 60)
      .split('')
      .map((c) => `\\u${c.codePointAt(0).toString(16).padStart(4, '0')}`)
      .join('')}"`,
  (value) => `\t\t${value}\r`,
];

/** A line that may hold a token. */
export function line(random) {
  if (random.next() < 0.4) return random.pick(wraps)(token(random));
  return random.text(`${lower}     .,;:(){}="'/`, random.below(90));
}

/** A text of `count` lines. */
export function text(random, count, newline = '\n') {
  return Array.from({ length: count }, () => line(random)).join(newline) + (random.next() < 0.8 ? newline : '');
}

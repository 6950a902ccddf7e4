// Makes report templates at random: every action of text/template and most functions, now and then with arguments of a
// wrong type, so that errors are compared, too.
const words = [
  '""',
  '"a"',
  '"foo bar"',
  '"x,y,,z"',
  '`raw "q"`',
  '"ünï漢"',
  '"<a href=\'x\'>&\\n"',
  '"Hello World"',
  '"a\\tb\\x00\\xff"',
  '"007"',
  '"12.50"',
  '"snake_case-and CamelCaseHTML"',
  '"/usr/../lib/x.tar.gz"',
];
const ints = ['0', '1', '2', '-1', '3', '7', '10', '42', '0x1F', '017', '1_000', "'a'", '1234', '-5'];
const floats = ['0.5', '1.5', '-2.25', '3.14159', '1e6', '1e-7', '123456.789', '1e21', '2.0', '.5'];
const verbs = [
  '%s',
  '%d',
  '%v',
  '%q',
  '%x',
  '%X',
  '%5d',
  '%-6s|',
  '%06d',
  '%+d',
  '%.2f',
  '%8.3f',
  '%e',
  '%g',
  '%G',
  '%t',
  '%T',
  '%c',
  '%U',
  '%#v',
  '%+v',
  '%o',
  '%O',
  '%b',
  '%#x',
  '% x',
  '%5t',
  '%.3s',
  '%-8q|',
  '%%',
  '%08.3f',
  '%+.1e',
  '%3c',
  '%z',
  '%6.2f%%',
  '%[1]v',
  '%[2]d %[1]s',
  '%*d',
  '%.*f',
  '%!',
  '%#q',
  '%+q',
  '% d',
  '%x',
  '%05s',
  '%-05d|',
  '%.0f',
  '%#o',
  '%10.4v|',
];
const texts = ['.RuleID', '.Description', '.Match', '.Secret', '.File', '.Commit', '.Fingerprint', '.Line', '.Link'];
const numbers = ['.StartLine', '.EndLine', '.StartColumn', '.EndColumn'];

export function makeTemplate(random) {
  const pick = (list) => list[random.below(list.length)];
  const chance = (share) => random.next() < share;
  const inner = (make, depth) => {
    const made = make(depth - 1);
    return /^[\w.$"'`+-][^ ]*$/.test(made) || /^"[^"]*"$/.test(made) ? made : `(${made})`;
  };
  let inFinding = false;
  let variables = [];

  const text = (depth) => {
    if (chance(0.008)) return number(depth);
    if (depth <= 0) return inFinding && chance(0.6) ? pick(texts) : pick(words);
    const t = () => inner(text, depth);
    const n = () => inner(number, depth);
    return pick([
      () => pick(words),
      () => (inFinding ? pick(texts) : pick(words)),
      () =>
        `${pick(['upper', 'lower', 'title', 'untitle', 'trim', 'nospace', 'initials', 'quote', 'squote', 'html', 'js', 'urlquery', 'b64enc', 'b32enc', 'sha1sum', 'sha256sum', 'adler32sum', 'base', 'dir', 'clean', 'ext', 'osBase', 'toString', 'regexQuoteMeta', 'b64dec', 'b32dec', 'swapcase', 'toJson', 'toRawJson', 'toPrettyJson', 'typeOf', 'kindOf'])} ${t()}`,
      () =>
        `printf ${JSON.stringify(Array.from({ length: 1 + random.below(3) }, () => pick(verbs)).join(' '))} ${Array.from({ length: random.below(4) }, () => inner(any, depth)).join(' ')}`.trim(),
      () => `print ${Array.from({ length: random.below(4) }, () => inner(any, depth)).join(' ')}`.trim(),
      () => `println ${inner(any, depth)}`,
      () =>
        `${t()} | ${pick(['upper', 'quote', 'printf "%q"', 'printf "%-20s|"', 'trunc 5', 'trunc -3', 'abbrev 6', 'abbrevboth 4 8', 'html', 'js', 'replace "a" "bb"', 'repeat 2', 'indent 2', 'nindent 3', 'substr 1 3', 'trimSuffix "r"', 'trimPrefix "f"', 'trimAll "\\"f"', 'wrap 6', 'wrapWith 4 "+"', 'default "d"', 'regexReplaceAll "([a-z])(o*)" "${2}-$1"', 'regexReplaceAllLiteral "[ao]" "$1"', 'regexFind "[a-z]+"', 'cat "x"', 'toJson', 'b64enc'])}`,
      () => `join ${t()} ${inner(list, depth)}`,
      () => `replace ${t()} ${t()} ${t()}`,
      () => `repeat ${pick(['0', '1', '3', '-1'])} ${t()}`,
      () => `ternary ${t()} ${t()} ${inner(bool, depth)}`,
      () => `default ${t()} ${inner(any, depth)}`,
      () => `coalesce ${t()} ${inner(any, depth)}`,
      () => `plural "one" "many" (len ${inner(list, depth)})`,
      () => `index ${inner(list, depth)} ${n()}`,
      () => `cat ${t()} ${inner(any, depth)} ${n()}`,
      () => `seq ${pick(['3', '2 5', '5 1', '0 2 7', '5 -2 0', '-2'])}`,
      () => `get (dict "a" ${t()}) ${pick(['"a"', '"b"'])}`,
      () => `first ${inner(list, depth)}`,
      () =>
        `dateInZone ${pick(['"02/01/2006"', '"Mon Jan _2 15:04:05 MST 2006"', '"January 2, 06 03:04PM -0700"', '"2006-01-02T15:04:05Z07:00"'])} (toDate "2006-01-02" "2017-12-31") "UTC"`,
      () => `duration ${pick(['"95"', '3600', '"0"', '86461'])}`,
    ])();
  };
  const number = (depth) => {
    if (chance(0.008)) return text(depth);
    if (depth <= 0) return inFinding && chance(0.5) ? pick(numbers) : pick(ints);
    const n = () => inner(number, depth);
    return pick([
      () => pick(ints),
      () => pick(floats),
      () => (inFinding ? pick([...numbers, '.Entropy']) : pick(ints)),
      () => `len ${inner(pick([list, text]), depth)}`,
      () =>
        `${pick(['add', 'sub', 'mul', 'div', 'mod', 'max', 'min', 'addf', 'subf', 'mulf', 'divf', 'maxf', 'minf'])} ${n()} ${n()}`,
      () => `${pick(['add1', 'floor', 'ceil', 'int', 'int64', 'float64', 'add1f'])} ${n()}`,
      () => `round ${n()} ${pick(['0', '1', '2', '3'])}`,
      () => `atoi ${inner(text, depth)}`,
      () => `toDecimal ${inner(any, depth)}`,
    ])();
  };
  const bool = (depth) => {
    if (depth <= 0) return pick(['true', 'false']);
    const a = () => inner(any, depth);
    return pick([
      () => pick(['true', 'false']),
      () => `${pick(['eq', 'ne'])} ${inner(text, depth)} ${inner(text, depth)}`,
      () => `${pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'])} ${inner(number, depth)} ${inner(number, depth)}`,
      () => `eq ${a()} ${a()} ${a()}`,
      () => `${pick(['and', 'or'])} ${a()} ${inner(bool, depth)}`,
      () => `not ${a()}`,
      () => `${pick(['contains', 'hasPrefix', 'hasSuffix'])} ${inner(text, depth)} ${inner(text, depth)}`,
      () => `regexMatch ${pick(['"^[a-z]+$"', '"o{2}"', '"("', '"\\\\bfoo"'])} ${inner(text, depth)}`,
      () => `empty ${a()}`,
      () => `has ${a()} ${inner(list, depth)}`,
      () => `kindIs ${pick(['"string"', '"int"', '"slice"', '"map"'])} ${a()}`,
      () => `deepEqual ${a()} ${a()}`,
      () => `hasKey (dict "a" 1) ${inner(text, depth)}`,
      () => `any ${a()} ${a()}`,
      () => `all ${a()} ${a()}`,
    ])();
  };
  const list = (depth) => {
    if (chance(0.008)) return any(depth);
    if (depth <= 0) return inFinding && chance(0.6) ? '.Tags' : 'list 1 "b" 2.5';
    const l = () => inner(list, depth);
    return pick([
      () => `list ${Array.from({ length: random.below(4) }, () => inner(any, depth)).join(' ')}`.trim(),
      () => (inFinding ? '.Tags' : 'list "x" "y"'),
      () => `splitList ${pick(['","', '" "', '"o"', '""'])} ${inner(text, depth)}`,
      () => `${pick(['rest', 'initial', 'reverse', 'uniq', 'compact', 'sortAlpha', 'toStrings'])} ${l()}`,
      () => `${pick(['append', 'prepend', 'without'])} ${l()} ${inner(any, depth)}`,
      () => `concat ${l()} ${l()}`,
      () => `until ${pick(['3', '0', '-2'])}`,
      () => `untilStep 1 9 3`,
      () => `slice ${l()} ${pick(['', '0', '1', '0 1', '1 2'])}`.trim(),
      () => `chunk ${pick(['1', '2', '3'])} ${l()}`,
      () => `regexFindAll "[a-z]" ${inner(text, depth)} ${pick(['-1', '2'])}`,
      () => `regexSplit ${pick(['"[ ,]+"', '"o"', '""'])} ${inner(text, depth)} ${pick(['-1', '2', '0'])}`,
    ])();
  };
  const map = (depth) =>
    pick([
      () => `dict "a" ${inner(any, depth)} "b" ${inner(any, depth)}`,
      () => `fromJson ${pick(['"{\\"k\\":[1,2.5,null,true],\\"s\\":\\"<x>\\"}"', '"[1,2]"', '"bad"', '"3"'])}`,
      () => `split "," ${inner(text, depth)}`,
      () => `splitn "," 2 ${inner(text, depth)}`,
      () => `merge (dict "a" 1) (dict "a" 2 "c" ${inner(any, depth)})`,
      () => `pick (dict "a" 1 "b" 2) ${pick(['"a"', '"a" "z"'])}`,
      () => `omit (dict "a" 1 "b" 2) "a"`,
      () => `set (dict "a" 1) "b" ${inner(any, depth)}`,
    ])();
  const any = (depth) => {
    if (chance(0.15) && variables.length > 0) return pick(variables);
    if (chance(0.008)) return 'nil';
    return pick([text, text, number, bool, list, map])(depth);
  };
  const action = (make) => `{{${pick(['', ' ', '- '])}${make()}${pick(['', ' ', ' -'])}}}`;
  const blank = () => pick(['', ' ', '\n', ' \n  ', 'text', '\tä ', '"']);

  const nodes = (depth) => {
    const mark = variables.length;
    let out = '';
    for (let count = 1 + random.below(3); count > 0; count--) out += blank() + node(depth);
    variables = variables.slice(0, mark);
    return out + blank();
  };
  const node = (depth) => {
    if (depth <= 0) return action(() => any(2));
    const end = () => action(() => 'end');
    return pick([
      () => action(() => any(3)),
      () => action(() => any(2)),
      () => {
        const name = pick(['$x', '$y', '$long_name']);
        const made = action(() => `${name} := ${any(2)}`);
        variables.push(name);
        return made;
      },
      () => (variables.length > 0 ? action(() => `${pick(variables)} = ${any(2)}`) : ''),
      () =>
        action(() => `if ${any(2)}`) +
        nodes(depth - 1) +
        (chance(0.5) ? action(() => 'else') + nodes(depth - 1) : '') +
        end(),
      () =>
        action(() => `if ${bool(2)}`) +
        nodes(depth - 1) +
        action(() => `else if ${any(2)}`) +
        nodes(depth - 1) +
        action(() => 'else') +
        nodes(depth - 1) +
        end(),
      () => action(() => `with ${text(2)}`) + '{{ . }}' + action(() => 'else') + nodes(depth - 1) + end(),
      () =>
        action(() => `range ${pick(['$i, $e := ', '$e := ', ''])}${inner(list, 2)}`).replace(
          /range(.*)\((.*)\)/,
          'range$1$2',
        ) +
        '[{{ . }}]' +
        (chance(0.3) ? '{{ if eq . "b" }}{{ break }}{{ else }}{{ continue }}{{ end }}' : '') +
        (chance(0.3) ? action(() => 'else') + nodes(depth - 1) : '') +
        end(),
      () => action(() => `range $k, $v := ${map(2)}`) + '{{ $k }}={{ $v }};' + end(),
      () => action(() => `range $i := ${pick(['3', 'until 2', '0'])}`) + '{{ $i }}' + end(),
      () =>
        action(() => `/* a comment ${pick(['', '\n'])}*/`)
          .replace(/\{\{(-?) ?\/\*/, (_, minus) => (minus ? '{{- /*' : '{{/*'))
          .replace(/\*\/ ?(-?)\}\}/, (_, minus) => (minus ? '*/ -}}' : '*/}}')),
      () => action(() => `template "part" ${any(1)}`),
      () => action(() => `block "b${random.below(1e6)}" ${any(1)}`) + '<{{ . }}>' + end(),
    ])();
  };
  const head = '{{ define "part" }}({{ . }}){{ end }}';
  inFinding = false;
  const before = nodes(1);
  variables = [];
  inFinding = true;
  const body = nodes(2);
  const broken = chance(0.05)
    ? pick([
        '{{',
        '{{ end }}',
        '{{ nofunction }}',
        '{{ "a }}',
        '{{ .A..B }}',
        '{{ $none }}',
        '{{ 1 | 2 }}',
        '{{ () }}',
        '{{ if }}x{{ end }}',
        '{{ 09 }}',
        '{{ break }}',
        '{{ else }}',
        '{{/* x',
        "{{ 'ab' }}",
        '{{ range $a, $b, $c := . }}{{ end }}',
        '{{ .a: }}',
        '{{ 1.2.3 }}',
        '{{ template }}',
        '{{ define "x" }}',
        '{{ (1 }}',
        '{{ 1) }}',
      ])
    : '';
  return `${head}${before}{{ range $index, $finding := . }}${body}{{ end }}${broken}`;
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { executeTemplate } from './execute.ts';
import type { TemplateLimits } from './limits.ts';
import { parseProgram } from './parse-program.ts';
import { sprigFunctions } from './sprig/sprig-functions.ts';
import { TemplateError } from './template-error.ts';
import { GoFloat, GoInt, GoList, GoMap, GoStruct, type GoValue } from './value/go-value.ts';

const now = (): number => Date.UTC(2026, 0, 2, 3, 4, 5);
const data = new GoList([
  new GoStruct('report.Finding', [
    { name: 'RuleID', value: 'ticket' },
    { name: 'StartLine', value: new GoInt(7) },
    { name: 'Entropy', value: new GoFloat(3.25, 'float32') },
    { name: 'Tags', value: new GoList(['one', 'two'], 'string') },
    { name: 'Line', value: 'hidden', json: 'never' },
    { name: 'Link', value: '', json: 'unless empty' },
    { name: 'inner', value: 'x', exported: false },
  ]),
]);

function run(template: string, dot: GoValue = data, limits?: TemplateLimits): string {
  const program = parseProgram(Buffer.from(template).toString('latin1'), 't', sprigFunctions(now));
  const pieces: string[] = [];
  executeTemplate(program, dot, (bytes) => pieces.push(bytes), limits);
  return Buffer.from(pieces.join(''), 'latin1').toString('utf8');
}

// What Go's text/template and sprig 3.3 print, looked up by running them.
test.each([
  ['{{ range . }}{{ .RuleID }}:{{ .StartLine }} {{ .Entropy }}{{ end }}', 'ticket:7 3.25'],
  ['{{ range $i, $f := . }}{{ $i }}={{ $f.Tags }}{{ end }}', '0=[one two]'],
  ['a {{- 1 -}} b{{/* c */}}{{- /* d */ -}} e', 'a1be'],
  ['{{ if eq 1 2 }}a{{ else if 0 }}b{{ else }}c{{ end }}', 'c'],
  ['{{ with $x := "v" }}{{ $x }}{{ . }}{{ else }}none{{ end }}', 'vv'],
  ['{{ define "p" }}<{{ . }}>{{ end }}{{ template "p" 3 }}{{ block "q" "z" }}[{{ . }}]{{ end }}', '<3>[z]'],
  ['{{ range 5 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if gt . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}', '023'],
  ['{{ $x := 1 }}{{ range until 3 }}{{ $x = add $x . }}{{ end }}{{ $x }}', '4'],
  [
    '{{ printf "%05.1f|%-6s|%+d|%q|%x|%v|%T" 3.14159 "ab" 5 "ü\\n" "hi" nil 1.5 }}',
    '003.1|ab    |+5|"ü\\n"|6869|<nil>|float64',
  ],
  ['{{ printf "%d %s %z" "x" 1 true }}', '%!d(string=x) %!s(int=1) %!z(bool=true)'],
  ['{{ printf "%[2]*[1]d|%.2s|%" 12 6 }}', '    12|%!s(int=06)|%!(NOVERB)'],
  ['{{ 1000000.0 }} {{ 0.1 }} {{ 1e21 }} {{ 12345678.0 }}', '1e+06 0.1 1e+21 1.2345678e+07'],
  [
    '{{ html "<a&\'>" }} {{ js "it\'s <b>" }} {{ urlquery "a b/ü" }}',
    "&lt;a&amp;&#39;&gt; it\\'s \\u003Cb\\u003E a+b%2F%C3%BC",
  ],
  ['{{ index (index . 0).Tags 1 }} {{ len . }} {{ len "ü" }}', 'two 1 2'],
  ['{{ and 1 0 2 }} {{ or 0 "" "x" }} {{ not 1 }}', '0 x false'],
  ['{{ .missing }} {{ .missing.deeper }}', '<no value> <no value>', new GoMap()],
  ['{{ . | toJson }}', '[{"RuleID":"ticket","StartLine":7,"Entropy":3.25,"Tags":["one","two"]}]'],
  ['{{ dict "b" 1 "a" (list 1 "x" nil) | toJson }}', '{"a":[1,"x",null],"b":1}'],
  ['{{ "a,b,,c" | splitList "," | join "-" }} {{ quote "a" 1 }} {{ cat "a" 1 }}', 'a-b--c "a" "1" a 1'],
  ['{{ "hello world" | title | repeat 2 | trunc 13 }} {{ abbrev 6 "abcdefgh" }}', 'Hello WorldHe abc...'],
  ['{{ addf 0.1 0.2 }} {{ div 7 2 }} {{ round 2.345 2 }} {{ max 1 5 3 }} {{ mul 3 "4" }}', '0.3 3 2.35 5 12'],
  ['{{ regexReplaceAll "a(x*)b" "-ab-axxb-" "${1}W" }} {{ regexFind "[0-9]+" "ab123" }}', '-W-xxW- 123'],
  ['{{ default "d" "" }} {{ ternary "y" "n" true }} {{ coalesce 0 "" "c" }} {{ empty 0 }}', 'd y c true'],
  ['{{ "x" | b64enc }} {{ sha256sum "" | trunc 8 }} {{ base "a/b.c" }} {{ ext "a/b.c" }}', 'eA== e3b0c442 b.c .c'],
  [
    '{{ toDate "2006-01-02" "2017-12-31" | unixEpoch }} {{ duration "95" }} {{ dateInZone "Jan _2 15:04 MST" now "UTC" }}',
    '1514678400 1m35s Jan  2 03:04 UTC',
  ],
  ['{{ wrap 5 "Hello World foo" }}', 'Hello\nWorld\nfoo'],
  ['{{ merge (dict "a" 1) (dict "a" 2 "b" 3) }} {{ keys (dict "z" 1 "y" 2) }}', 'map[a:1 b:3] [y z]'],
  [
    '{{ $l := list 3 1 2 }}{{ first $l }}{{ rest $l }}{{ has 2 $l }}{{ without $l 1 }}{{ sortAlpha $l }}',
    '3[1 2]true[3 2][1 2 3]',
  ],
])('%s prints %j', (template, printed, dot: GoValue = data) => {
  expect(run(template, dot)).toBe(printed);
});

test.each([
  ['{{ range . }', 'template: t:1: unexpected "}" in operand'],
  ['\n{{ nofunction }}', 'template: t:2: function "nofunction" not defined'],
  ['{{ $x }}', 'template: t:1: undefined variable "$x"'],
  ['{{ if 1 }}', 'template: t:1: unexpected EOF'],
  ['{{ end }}', 'template: t:1: unexpected {{end}}'],
  ['{{ env "HOME" }}', 'template: t:1: function "env" not defined'],
  [
    '{{ range . }}{{ .Nope }}{{ end }}',
    'template: t:1:16: executing "t" at <.Nope>: can\'t evaluate field Nope in type report.Finding',
  ],
  ['{{ upper 3 }}', 'template: t:1:9: executing "t" at <3>: expected string; found 3'],
  [
    '{{ repeat (add 1 1) "x" }}',
    'template: t:1:17: executing "t" at <1>: wrong type for value; expected int; got int64',
  ],
  [
    '{{ eq 1 "a" }}',
    'template: t:1:3: executing "t" at <eq 1 "a">: error calling eq: incompatible types for comparison: int and string',
  ],
  ['{{ fail "no" }}', 'template: t:1:3: executing "t" at <fail "no">: error calling fail: no'],
  ['{{ template "x" }}', 'template: t:1:12: executing "t" at <{{template "x"}}>: template "x" not defined'],
  ['{{ index . 5 }}', 'template: t:1:3: executing "t" at <index . 5>: error calling index: index out of range: 5'],
])('%s is refused as Go does', (template, message) => {
  expect(() => run(template)).toThrow(new TemplateError(message));
});

const small: TemplateLimits = { output: 1000, steps: 5000, depth: 20, made: 100_000 };

test.each([
  ['output', '{{ range until 100 }}{{ "0123456789abcdef" }}{{ end }}', 'output too large'],
  ['loops', '{{ range until 1000 }}{{ range until 1000 }}{{ end }}{{ end }}', 'too many steps'],
  ['recursion', '{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}', 'exceeded maximum template depth'],
  ['texts', '{{ repeat 2000000000 "abc" }}', 'result too large'],
  ['widths', '{{ $x := printf "%999999d" 1 }}{{ range until 50 }}{{ $x = print $x $x }}{{ end }}', 'too much'],
  ['lists', '{{ until 1000000000 }}', 'result too large'],
])('%s have a limit', (_, template, message) => {
  expect(() => run(template, data, small)).toThrow(message);
});

test('members of JavaScript objects are out of reach', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'entries']) {
    expect(run(`{{ .${name} }}`, new GoMap())).toBe('<no value>');
    expect(() => run(`{{ (index . 0).${name} }}`)).toThrow("can't evaluate field");
  }
  for (const name of ['constructor', '__proto__', 'hasOwnProperty']) {
    expect(() => run(`{{ ${name} . }}`)).toThrow(`function "${name}" not defined`);
  }
});

const pieces = [
  '{{',
  '}}',
  '{{-',
  '-}}',
  ' ',
  '.',
  '.A',
  '$',
  '$x',
  ':=',
  '=',
  '|',
  '(',
  ')',
  '"a"',
  '`',
  "'a'",
  '1',
  '-',
  '1.5',
  'if',
  'else',
  'end',
  'range',
  'with',
  'define',
  'template',
  'block',
  'break',
  'printf',
  '"%d"',
  'len',
  'nil',
  'true',
  '/*',
  '*/',
  ',',
  '\n',
  'é',
];

/** The name of the error that a template ends with, or the one that is expected when there is none. */
function failureOf(template: string): string {
  try {
    run(template, data, small);
    return 'TemplateError';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

test('any text is carried out or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      expect(failureOf(parts.join(''))).toBe('TemplateError');
    }),
    { numRuns: 3000 },
  );
});

test('text without actions is printed as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = Buffer.from(text.replaceAll('{{', ''), 'utf8').toString('utf8');
      fc.pre(!written.includes('{{'));
      expect(run(written)).toBe(written);
    }),
  );
});

test('a number is printed so that it reads as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(run('{{ . }}', new GoFloat(value)))).toBe(value);
      expect(Number(run('{{ printf "%.17g" . }}', new GoFloat(value)))).toBe(value);
    }),
  );
});

test('a quoted text is a constant of the same text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      const text = Buffer.from(bytes).toString('latin1');
      const quoted = parseProgram('{{ printf "%q" . }}', 't');
      let constant = '';
      executeTemplate(quoted, text, (piece) => (constant += piece));
      let again = '';
      executeTemplate(parseProgram(`{{ ${constant} }}`, 't'), null, (piece) => (again += piece));
      expect(again).toBe(text);
    }),
  );
});

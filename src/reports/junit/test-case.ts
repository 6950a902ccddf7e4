import { escapeMarkup } from '../../lib/html/escape.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';

/** What became of a test: nothing to say, or an element of the JUnit format with a message and a text. */
export interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** One line. */
  readonly message?: string;
  /** For `type` of a failure or error. */
  readonly type?: string;
  readonly text?: readonly string[];
  readonly file?: string;
  readonly line?: number | undefined;
}

export function testCaseXml(test: TestCase): string {
  const open = `    <testcase${attributes({ classname: test.className, name: test.name, file: test.file, line: test.line })}`;
  const body = escapeMarkup((test.text ?? []).join('\n'));
  if (test.outcome === 'passed') {
    return body === '' ? `${open}/>\n` : `${open}>\n      <system-out>${body}</system-out>\n    </testcase>\n`;
  }
  const message = attributes({ message: test.message ?? '' });
  const element =
    test.outcome === 'skipped'
      ? `<skipped${message}/>`
      : `<${test.outcome}${message}${attributes({ type: test.type })}>${body}</${test.outcome}>`;
  return `${open}>\n      ${element}\n    </testcase>\n`;
}

/** Attribute values are one line: a parser would turn a raw line break into a space anyway (XML 1.0 §3.3.3). */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeMarkup(flatten(String(value)))}"`)
    .join('');
}

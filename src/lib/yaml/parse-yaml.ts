import { parseAllDocuments, type CollectionTag, type Document } from 'yaml';
import type { SourceText, TextRange } from '../text/source-text.ts';
import { readCommon } from './common-reader.ts';
import { convertDocument } from './convert-document.ts';
import type { YamlNode } from './node.ts';
import { hide, show } from './opaque.ts';

/** What is wrong with a file's YAML. The nodes that could be read are there nevertheless. */
export interface YamlProblem {
  readonly code: 'syntax' | 'duplicate-key' | 'limit';
  readonly message: string;
  readonly range: TextRange;
}

export interface YamlFile {
  readonly source: SourceText;
  /** One a document; undefined for an empty one. */
  readonly documents: readonly (YamlNode | undefined)[];
  readonly problems: readonly YamlProblem[];
}

export interface YamlDialect {
  /** 1.1: `on`, `yes` and `012` are not strings (GitLab's Psych); 1.2: they are (GitHub). */
  readonly version: '1.1' | '1.2';
  /** Local tags on sequences that mean something, such as `!reference`. */
  readonly sequenceTags?: readonly string[];
  /** Parts of a text whose brackets and commas are no punctuation, such as `$[[ inputs.name ]]`; global. */
  readonly opaque?: RegExp;
}

const longest = 5_000_000;

/**
 * Reads YAML with the place of every value. Never throws; what is hostile (too deep, too long, aliases that multiply)
 * becomes a problem with code `limit` and no document.
 */
export function parseYaml(source: SourceText, dialect: YamlDialect): YamlFile {
  if (source.text.length > longest) {
    return refuse(source, 'limit', `${source.text.length} characters are more than the ${longest} that are read`);
  }
  const text = dialect.opaque ? hide(source.text, dialect.opaque) : source.text;
  const shown = text === source.text ? undefined : show;
  const common = readCommon(text, source, dialect, shown);
  return common ? { source, documents: [common], problems: [] } : parseFully(text, source, dialect, shown);
}

/**
 * Reads whatever YAML is, and says what is wrong with what is not.
 * @param shown takes back what was hidden in the text
 */
export function parseFully(
  text: string,
  source: SourceText,
  dialect: YamlDialect,
  shown?: (text: string) => string,
): YamlFile {
  const documents = parseDocuments(text, dialect);
  if (documents === undefined) return refuse(source, 'limit', 'values are nested too deeply');
  const problems: YamlProblem[] = [];
  const nodes: (YamlNode | undefined)[] = [];
  for (const document of documents) {
    // Later ones follow from the first.
    const [error] = [...document.errors, ...document.warnings];
    if (error) {
      const [start, end] = error.pos;
      problems.push({ code: 'syntax', message: error.message, range: { source, start, end } });
    }
    const { node, problems: found } = convertDocument(document, source, shown);
    problems.push(...found);
    nodes.push(node);
  }
  return { source, documents: nodes, problems };
}

function parseDocuments(text: string, dialect: YamlDialect): readonly Document.Parsed[] | undefined {
  const documents = parseStrictly(text, dialect);
  const folded = documents && withClosersFolded(text, documents);
  return folded === undefined ? documents : parseStrictly(folded, dialect);
}

/**
 * libyaml, which the platforms read with, lets a flow collection end at the indentation of its key; the specification
 * does not (YAML 1.2.2 §7.4). The line break before such an end becomes a space, so that every offset stays.
 */
function withClosersFolded(text: string, documents: readonly Document.Parsed[]): string | undefined {
  const breaks = documents
    .flatMap(({ errors }) => errors)
    .flatMap(({ code, pos: [at] }) => (code === 'BAD_INDENT' ? breakBefore(text, at) : []))
    .toSorted((a, b) => a - b);
  if (breaks.length === 0) return undefined;
  let result = '';
  let from = 0;
  for (const at of new Set(breaks)) {
    result += `${text.slice(from, at)} `;
    from = at + 1;
  }
  return result + text.slice(from);
}

/** Where the line before a closing bracket ends; none if the bracket would end up in a comment. */
function breakBefore(text: string, at: number): readonly number[] {
  const line = text.lastIndexOf('\n', at);
  const isCloser = line !== -1 && /^[ \t]*[\]}]/.test(text.slice(line + 1, at + 1));
  const previous = text.slice(text.lastIndexOf('\n', line - 1) + 1, line);
  return isCloser && !previous.includes('#') ? [line] : [];
}

function parseStrictly(text: string, dialect: YamlDialect): readonly Document.Parsed[] | undefined {
  const customTags = (dialect.sequenceTags ?? []).map((tag) => sequenceTag(tag));
  try {
    const parsed = parseAllDocuments(text, {
      version: dialect.version,
      merge: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      customTags,
    });
    return 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sequenceTag(tag: string): CollectionTag {
  return { tag, collection: 'seq', resolve: (value) => value };
}

function refuse(source: SourceText, code: YamlProblem['code'], message: string): YamlFile {
  return { source, documents: [], problems: [{ code, message, range: { source, start: 0, end: 0 } }] };
}

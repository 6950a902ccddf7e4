import type { SourceText } from '../../lib/text/source-text.ts';
import type { YamlMap, YamlNode } from '../../lib/yaml/node.ts';
import { parseYaml } from '../../lib/yaml/parse-yaml.ts';
import { Budget } from '../budget.ts';
import type { Resource } from '../resource.ts';
import type { Mapping } from '../value.ts';
import { Intrinsics } from './intrinsics.ts';

/** Short forms of functions that take a list (AWS CloudFormation User Guide, "Intrinsic function reference"). */
const sequenceTags = [
  '!And',
  '!Cidr',
  '!Equals',
  '!FindInMap',
  '!GetAtt',
  '!If',
  '!Join',
  '!Not',
  '!Or',
  '!Select',
  '!Split',
  '!Sub',
];

/** Words without which a file is no template. */
const mentions = /AWSTemplateFormatVersion|AWS::[A-Za-z0-9]+::/;

/**
 * The resources of some types in a template of CloudFormation or SAM, JSON or YAML, with parameters as their defaults;
 * none when the file is no template.
 */
export function templateResources(source: SourceText, types: ReadonlySet<string>): readonly Resource[] {
  if (!mentions.test(source.text)) return [];
  const { documents } = parseYaml(source, { version: '1.2', sequenceTags });
  return documents.flatMap((document) => (document?.kind === 'map' ? resourcesOf(document, types) : []));
}

function resourcesOf(template: YamlMap, types: ReadonlySet<string>): readonly Resource[] {
  const intrinsics = new Intrinsics(template, new Budget());
  const entries = template.map('Resources')?.entries ?? [];
  return entries.flatMap(({ key, value }): readonly Resource[] => {
    if (value.kind !== 'map') return [];
    const type = value.text('Type');
    if (type === undefined || !types.has(type)) return [];
    // What a condition leaves out is not made.
    const condition = value.text('Condition');
    if (condition !== undefined && intrinsics.condition(condition) === false) return [];
    return [
      {
        framework: 'cloudformation',
        type,
        address: `${type}.${key.text}`,
        attributes: attributesOf(value.get('Properties'), value, intrinsics),
        at: key.range,
        calls: [],
      },
    ];
  });
}

function attributesOf(properties: YamlNode | undefined, { range }: YamlMap, intrinsics: Intrinsics): Mapping {
  const value = properties && intrinsics.value(properties);
  return value?.kind === 'map' ? value : { kind: 'map', entries: new Map(), at: range };
}

import type { TextRange } from '../../lib/text/source-text.ts';
import { textOf as nodeText, type YamlMap, type YamlNode } from '../../lib/yaml/node.ts';
import type { Budget } from '../budget.ts';
import { joinText, sameValue, toNumber } from '../conversions.ts';
import { isOpen, itemsOf, opensIn, scalar, symbolicText, textOf, unknown, type Value } from '../value.ts';

/** A function with its argument, in either form: `!Ref X`, `{ "Ref": "X" }`. */
interface Call {
  readonly name: string;
  readonly argument: YamlNode;
}

/** Undefined stands for `AWS::NoValue`: what has it is not there. */
type Computed = Value | undefined;

/** Works out values of a template: functions, parameters by their defaults, conditions in three values. */
export class Intrinsics {
  readonly #template: YamlMap;
  readonly #budget: Budget;

  constructor(template: YamlMap, budget: Budget) {
    this.#template = template;
    this.#budget = budget;
  }

  value(node: YamlNode): Computed {
    if (!this.#budget.spend(1)) return unknown('the template', 'it takes too long to work it out', node.range);
    const computed = this.#budget.nested(() => ({ value: this.#valueOf(node) }));
    return computed ? computed.value : unknown('the template', 'it is nested too deeply', node.range);
  }

  #valueOf(node: YamlNode): Computed {
    const call = callOf(node);
    if (call) return this.#call(call, node.range);
    if (node.kind === 'scalar') return scalar(node.value, node.range);
    if (node.kind === 'sequence') return this.#list(node.items, node.range);
    const entries = node.entries.flatMap(({ key, value }) => {
      const made = this.value(value);
      return made ? [[key.text, made] as const] : [];
    });
    return { kind: 'map', entries: new Map(entries), at: node.range };
  }

  #list(nodes: readonly YamlNode[], at: TextRange): Value {
    return { kind: 'list', items: nodes.flatMap((item) => this.value(item) ?? []), at };
  }

  #call({ name, argument }: Call, at: TextRange): Computed {
    switch (name) {
      case 'Ref':
        return this.#reference(nodeText(argument) ?? '', at);
      case 'Fn::GetAtt':
        return this.#attribute(argument, at);
      case 'Fn::Sub':
        return this.#substitute(argument, at);
      case 'Fn::If':
        return this.#choose(argument, at);
      default:
        return this.#compute(name, this.value(argument), at);
    }
  }

  #compute(name: string, argument: Computed, at: TextRange): Value {
    const result = argument && this.#apply(name, itemsOf(argument), at);
    if (result) return result;
    const [open] = argument ? opensIn(argument) : [];
    return open ?? unknown(name, `${name} is not worked out`, at);
  }

  #apply(name: string, args: readonly Value[], at: TextRange): Value | undefined {
    const [first, second, third] = args;
    if (name === 'Fn::Join' && first && second) {
      const items = itemsOf(second);
      return joinText(
        items.flatMap((item, index) => (index === 0 ? [item] : [first, item])),
        at,
      );
    }
    if (name === 'Fn::Select' && first && second) {
      const index = toNumber(first);
      return index === undefined ? undefined : itemsOf(second)[index];
    }
    if (name === 'Fn::Split') {
      const [separator, text] = [textOf(first), textOf(second)];
      if (separator === undefined || text === undefined || separator === '') return undefined;
      return { kind: 'list', items: text.split(separator).map((part) => scalar(part, at)), at };
    }
    if (name !== 'Fn::FindInMap') return undefined;
    const keys = [textOf(second), textOf(third)];
    const map = this.#template.map('Mappings')?.map(textOf(first) ?? '');
    const found = keys.every((key) => key !== undefined) ? map?.map(keys[0] ?? '')?.get(keys[1] ?? '') : undefined;
    return found && this.value(found);
  }

  #reference(name: string, at: TextRange): Computed {
    if (name === 'AWS::NoValue') return undefined;
    if (name === 'AWS::Partition') return scalar('aws', at);
    if (name === 'AWS::URLSuffix') return scalar('amazonaws.com', at);
    if (name.startsWith('AWS::')) return unknown(name, `${name} is known when it is deployed`, at);
    const parameter = this.#template.map('Parameters')?.map(name);
    if (!parameter) return { kind: 'reference', address: name, path: [], at };
    const fallback = parameter.get('Default');
    const isList = /^List<|CommaDelimitedList/.test(parameter.text('Type') ?? '');
    if (!fallback) return unknown(name, `the parameter ${name} has no default`, at);
    if (!isList) return fallback.kind === 'scalar' ? scalar(fallback.value, fallback.range) : undefined;
    const items = (nodeText(fallback) ?? '').split(',').map((item) => scalar(item.trim(), fallback.range));
    return { kind: 'list', items, at: fallback.range };
  }

  #attribute(argument: YamlNode, at: TextRange): Value {
    const written =
      nodeText(argument)?.split('.') ?? (argument.kind === 'sequence' ? argument.items.map(nodeText) : []);
    const [address = '', ...path] = written.map((part) => part ?? '?');
    return { kind: 'reference', address, path, at };
  }

  /** `${Name}`, `${Resource.Attribute}`, `${!Literal}`. */
  #substitute(argument: YamlNode, at: TextRange): Value {
    const [template, names] = argument.kind === 'sequence' ? argument.items : [argument];
    const text = nodeText(template) ?? '';
    const given = names?.kind === 'map' ? names : undefined;
    const pieces = text.split(/(\$\{[^}]*\})/).flatMap((piece): readonly Value[] => {
      const name = /^\$\{([^}]*)\}$/.exec(piece)?.[1]?.trim();
      if (name === undefined) return [scalar(piece, at)];
      if (name.startsWith('!')) return [scalar(`\${${name.slice(1)}}`, at)];
      const own = given?.get(name);
      const value = own ? this.value(own) : this.#named(name, at);
      return value ? [value] : [];
    });
    return joinText(pieces, at) ?? unknown('Fn::Sub', 'a part of the text is none', at);
  }

  #named(name: string, at: TextRange): Computed {
    if (name.startsWith('AWS::') || !name.includes('.')) return this.#reference(name, at);
    const [address = '', ...path] = name.split('.');
    return { kind: 'reference', address, path, at };
  }

  #choose(argument: YamlNode, at: TextRange): Computed {
    const [name, whenTrue, whenFalse] = argument.kind === 'sequence' ? argument.items : [];
    if (!whenTrue || !whenFalse) return unknown('Fn::If', 'Fn::If has three arguments', at);
    const holds = this.condition(nodeText(name) ?? '');
    if (holds !== undefined) return this.value(holds ? whenTrue : whenFalse);
    const [yes, no] = [this.value(whenTrue), this.value(whenFalse)];
    if (yes && no && sameValue(yes, no) === true) return yes;
    return unknown(nodeText(name) ?? 'Fn::If', `the condition ${nodeText(name)} is not known`, at);
  }

  /** Whether a condition of the template holds; undefined when parameters decide that have no default. */
  condition(name: string): boolean | undefined {
    const node = this.#template.map('Conditions')?.get(name);
    return node && this.#budget.spend(1) ? this.#budget.nested(() => ({ truth: this.#truth(node) }))?.truth : undefined;
  }

  #truth(node: YamlNode): boolean | undefined {
    const call = callOf(node);
    if (!call) return nodeText(node) === undefined ? undefined : nodeText(node) === 'true';
    const { name, argument } = call;
    if (name === 'Condition') return this.condition(nodeText(argument) ?? '');
    const parts = argument.kind === 'sequence' ? argument.items : [argument];
    if (name === 'Fn::Equals') {
      const [a, b] = parts.map((part) => this.value(part));
      return a && b && !isOpen(a) && !isOpen(b) ? symbolicText(a) === symbolicText(b) : undefined;
    }
    const truths = parts.map((part) =>
      this.#budget.spend(1) ? this.#budget.nested(() => ({ truth: this.#truth(part) }))?.truth : undefined,
    );
    if (name === 'Fn::Not') return truths[0] === undefined ? undefined : !truths[0];
    const decides = name === 'Fn::Or';
    if (truths.some((truth) => truth === decides)) return decides;
    return truths.some((truth) => truth === undefined) ? undefined : !decides;
  }
}

function callOf(node: YamlNode): Call | undefined {
  if (node.tag !== undefined && node.tag.startsWith('!')) {
    const short = node.tag.slice(1);
    return { name: short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`, argument: withoutTag(node) };
  }
  const [entry, another] = node.kind === 'map' ? node.entries : [];
  if (!entry || another) return undefined;
  const name = entry.key.text;
  const isCall = name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && entry.value.kind === 'scalar');
  return isCall ? { name, argument: entry.value } : undefined;
}

function withoutTag(node: YamlNode): YamlNode {
  if (node.kind === 'map') return node;
  const { tag: _, ...rest } = node;
  return rest;
}

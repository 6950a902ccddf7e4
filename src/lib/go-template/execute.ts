import { Budget } from './budget.ts';
import { formatValue } from './format/format-value.ts';
import { fitArgument, fitConstant, type FittedArgument } from './functions/fit-argument.ts';
import type { FunctionTable, ParameterType, TemplateFunction } from './functions/template-function.ts';
import { defaultLimits, type TemplateLimits } from './limits.ts';
import type { Branch, Command, Node, Operand, Pipeline } from './syntax/node.ts';
import type { Templates } from './syntax/parse-template.ts';
import { printNode } from './syntax/print-node.ts';
import { FunctionError, TemplateError } from './template-error.ts';
import { fieldOf } from './value/field-of.ts';
import { GoInt, GoList, GoMap, isTrue, type GoValue } from './value/go-value.ts';

/** A template that was parsed, and what its functions do. */
export interface TemplateProgram {
  readonly name: string;
  readonly text: string;
  readonly templates: Templates;
  readonly functions: FunctionTable;
}

/**
 * Carries out a template; what it prints is given to `write` piece by piece, as bytes, also what stands before an error.
 * Throws `TemplateError`.
 */
export function executeTemplate(
  program: TemplateProgram,
  data: GoValue,
  write: (bytes: string) => void,
  limits: TemplateLimits = defaultLimits,
): void {
  const budget = new Budget(limits);
  new Execution(program, program.name, data, write, budget, 0).run();
}

interface Variable {
  readonly name: string;
  value: GoValue;
}

/** An argument that comes through a pipeline; absent in its first command. */
type Piped = { readonly value: GoValue } | undefined;

class Execution {
  readonly #program: TemplateProgram;
  readonly #name: string;
  readonly #data: GoValue;
  readonly #write: (bytes: string) => void;
  readonly #budget: Budget;
  readonly #depth: number;
  readonly #variables: Variable[];
  /** What messages name. */
  #node: Node | Command | Operand = { kind: 'dot', position: 0 };

  constructor(
    program: TemplateProgram,
    name: string,
    data: GoValue,
    write: (bytes: string) => void,
    budget: Budget,
    depth: number,
  ) {
    this.#program = program;
    this.#name = name;
    this.#data = data;
    this.#write = write;
    this.#budget = budget;
    this.#depth = depth;
    this.#variables = [{ name: '$', value: data }];
  }

  run(): void {
    this.#walk(this.#data, this.#program.templates.get(this.#name) ?? []);
  }

  /** Says how a loop was left. */
  #walk(dot: GoValue, nodes: readonly Node[]): 'break' | 'continue' | undefined {
    for (const node of nodes) {
      this.#node = node;
      if (!this.#budget.step()) this.#fail('too many steps');
      switch (node.kind) {
        case 'text':
          this.#print(node.text);
          break;
        case 'action': {
          const value = this.#evaluate(dot, node.pipeline);
          this.#node = node;
          if (node.pipeline.variables.length === 0) this.#print(formatValue(value, 'v'));
          break;
        }
        case 'break':
        case 'continue':
          return node.kind;
        case 'template':
          this.#call(dot, node.name, node.pipeline);
          break;
        default: {
          const left = node.kind === 'range' ? this.#loop(dot, node) : this.#branch(dot, node);
          if (left !== undefined) return left;
        }
      }
    }
    return undefined;
  }

  #print(text: string): void {
    if (!this.#budget.write(text.length)) this.#fail('output too large');
    this.#write(text);
  }

  #branch(dot: GoValue, { kind, pipeline, body, otherwise }: Branch): 'break' | 'continue' | undefined {
    const mark = this.#variables.length;
    const value = this.#evaluate(dot, pipeline);
    const inner = isTrue(value) ? this.#walk(kind === 'with' ? value : dot, body) : this.#walk(dot, otherwise ?? []);
    this.#variables.length = mark;
    return inner;
  }

  #loop(dot: GoValue, node: Branch): 'break' | 'continue' | undefined {
    const outer = this.#variables.length;
    const value = this.#evaluate(dot, node.pipeline);
    const mark = this.#variables.length;
    let count = 0;
    for (const [key, item] of this.#items(value, node.pipeline)) {
      count++;
      this.#setLoopVariables(node.pipeline, key, item);
      const left = this.#walk(item, node.body);
      this.#variables.length = mark;
      if (left === 'break') break;
      if (!this.#budget.step()) this.#fail('too many steps');
    }
    const left = count === 0 ? this.#walk(dot, node.otherwise ?? []) : undefined;
    this.#variables.length = outer;
    return left;
  }

  *#items(value: GoValue, pipeline: Pipeline): Generator<readonly [key: GoValue, item: GoValue]> {
    if (value instanceof GoList) {
      for (const [index, item] of value.items.entries()) yield [new GoInt(index), item];
    } else if (value instanceof GoMap) {
      for (const key of value.sortedKeys()) yield [key, value.entries.get(key)];
    } else if (value instanceof GoInt) {
      if (pipeline.variables.length > 1) {
        this.#fail(`can't use ${formatValue(value, 'v')} to iterate over more than one variable`);
      }
      for (let index = 0n; index < value.value; index++) {
        const item = new GoInt(index, value.type);
        yield [item, item];
      }
    } else if (value !== undefined && value !== null) {
      this.#fail(`range can't iterate over ${formatValue(value, 'v')}`);
    }
  }

  /** Two variables are key and element, one is the element. */
  #setLoopVariables({ variables, assigns }: Pipeline, key: GoValue, item: GoValue): void {
    const values = variables.length > 1 ? [key, item] : [item];
    for (const [index, name] of variables.entries()) {
      if (assigns) this.#assign(name, values[index]);
      else {
        const variable = this.#variables[this.#variables.length - variables.length + index];
        if (variable !== undefined) variable.value = values[index];
      }
    }
  }

  #call(dot: GoValue, name: string, pipeline: Pipeline | undefined): void {
    if (!this.#program.templates.has(name)) this.#fail(`template ${JSON.stringify(name)} not defined`);
    if (this.#depth >= this.#budget.depth) this.#fail(`exceeded maximum template depth (${this.#budget.depth})`);
    const data = pipeline === undefined ? undefined : this.#evaluate(dot, pipeline);
    new Execution(this.#program, name, data, this.#write, this.#budget, this.#depth + 1).run();
  }

  #evaluate(dot: GoValue, pipeline: Pipeline): GoValue {
    this.#node = pipeline;
    let piped: Piped;
    for (const command of pipeline.commands) piped = { value: this.#command(dot, command, piped) };
    const value = piped?.value;
    for (const name of pipeline.variables) {
      if (pipeline.assigns) this.#assign(name, value);
      else this.#variables.push({ name, value });
    }
    return value ?? undefined;
  }

  #assign(name: string, value: GoValue): void {
    const variable = this.#variables.findLast((each) => each.name === name);
    if (variable === undefined) this.#fail(`undefined variable: ${name}`);
    variable.value = value;
  }

  #command(dot: GoValue, command: Command, piped: Piped): GoValue {
    const [first, ...rest] = command.operands;
    if (first === undefined) return undefined;
    const hasArguments = rest.length > 0 || piped !== undefined;
    switch (first.kind) {
      case 'identifier':
        return this.#callFunction(dot, first.name, first, command, rest, piped);
      case 'field':
      case 'variable':
      case 'chain':
        return this.#operand(dot, first, hasArguments);
      default:
        if (first.kind !== 'pipeline') this.#node = first;
        if (hasArguments) this.#fail(`can't give argument to non-function ${printNode(first)}`);
        if (first.kind === 'nil') this.#fail('nil is not a command');
        return this.#operand(dot, first, false);
    }
  }

  /** `hasArguments`: something stands behind that only a method could take. */
  #operand(dot: GoValue, operand: Operand, hasArguments = false): GoValue {
    this.#node = operand;
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'boolean':
      case 'string':
        return operand.value;
      case 'number':
        return operand.ideal;
      case 'field':
        return this.#fields(dot, operand.names, operand, hasArguments);
      case 'variable': {
        const [name = '', ...names] = operand.names;
        const value = this.#variable(name);
        if (names.length === 0 && hasArguments) {
          this.#fail(`can't give argument to non-function ${printNode(operand)}`);
        }
        return this.#fields(value, names, operand, hasArguments);
      }
      case 'chain':
        return this.#chain(dot, operand, hasArguments);
      case 'identifier':
        return this.#callFunction(dot, operand.name, operand, operand, [], undefined);
      default:
        return this.#evaluate(dot, operand);
    }
  }

  #chain(dot: GoValue, chain: Operand & { readonly kind: 'chain' }, hasArguments: boolean): GoValue {
    if (chain.of.kind === 'nil') this.#fail(`indirection through explicit nil in ${printNode(chain)}`);
    return this.#fields(this.#operand(dot, chain.of), chain.names, chain, hasArguments);
  }

  #variable(name: string): GoValue {
    const variable = this.#variables.findLast((each) => each.name === name);
    if (variable === undefined) this.#fail(`undefined variable: ${name}`);
    return variable.value;
  }

  #fields(start: GoValue, names: readonly string[], node: Operand, hasArguments: boolean): GoValue {
    let value = start;
    for (const [index, name] of names.entries()) {
      this.#node = node;
      const found = fieldOf(value, name, hasArguments && index === names.length - 1);
      if ('problem' in found) this.#fail(found.problem);
      value = found.value;
    }
    return value;
  }

  #callFunction(
    dot: GoValue,
    name: string,
    identifier: Operand,
    command: Command | Operand,
    operands: readonly Operand[],
    piped: Piped,
  ): GoValue {
    this.#node = identifier;
    const called = this.#program.functions.get(name);
    if (called === undefined) this.#fail(`${JSON.stringify(name)} is not a defined function`);
    this.#checkCount(name, called, operands.length, piped !== undefined);
    if (name === 'and' || name === 'or') return this.#shortCircuit(dot, name, operands, piped);
    const values = operands.map((operand, index) => this.#argument(dot, operand, typeAt(called, index)));
    if (piped !== undefined) values.push(this.#pipedArgument(piped.value, typeAt(called, operands.length)));
    const result = this.#apply(called, values, name, command);
    if (!this.#budget.make(result)) this.#fail('functions make too much');
    return result;
  }

  #apply(called: TemplateFunction, values: readonly GoValue[], name: string, command: Command | Operand): GoValue {
    try {
      return called.call(...values);
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      this.#node = command;
      return this.#fail(`error calling ${name}: ${error.message}`);
    }
  }

  #checkCount(name: string, { parameters, rest }: TemplateFunction, written: number, piped: boolean): void {
    const given = written + (piped ? 1 : 0);
    if (rest === undefined && given !== parameters.length) {
      this.#fail(`wrong number of args for ${name}: want ${parameters.length} got ${given}`);
    }
    if (given < parameters.length) {
      this.#fail(`wrong number of args for ${name}: want at least ${parameters.length} got ${written}`);
    }
  }

  /** `and` and `or` look at no more arguments than they need. */
  #shortCircuit(dot: GoValue, name: 'and' | 'or', operands: readonly Operand[], piped: Piped): GoValue {
    let value: GoValue;
    for (const operand of operands) {
      value = this.#argument(dot, operand, 'any');
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped === undefined ? value : this.#pipedArgument(piped.value, 'any');
  }

  #argument(dot: GoValue, operand: Operand, type: ParameterType): GoValue {
    this.#node = operand;
    const constant = fitConstant(operand, type);
    return constant === undefined ? this.#pipedArgument(this.#operand(dot, operand), type) : this.#take(constant);
  }

  #pipedArgument(value: GoValue, type: ParameterType): GoValue {
    return this.#take(fitArgument(value, type));
  }

  #take(fitted: FittedArgument): GoValue {
    return 'problem' in fitted ? this.#fail(fitted.problem) : fitted.value;
  }

  #fail(message: string): never {
    const { text } = this.#program;
    const { position } = this.#node;
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - (before.lastIndexOf('\n') + 1);
    throw new TemplateError(
      `template: ${this.#program.name}:${line}:${column}: executing ${JSON.stringify(this.#name)} at ` +
        `<${printNode(this.#node)}>: ${message}`,
    );
  }
}

function typeAt({ parameters, rest }: TemplateFunction, index: number): ParameterType {
  return parameters[index] ?? rest ?? 'any';
}

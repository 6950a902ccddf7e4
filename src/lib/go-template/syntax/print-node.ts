import type { Command, Node, Operand, Pipeline } from './node.ts';

/** The source of a node, as Go's messages show it. */
export function printNode(node: Node | Command | Operand): string {
  switch (node.kind) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'boolean':
      return String(node.value);
    case 'string':
    case 'number':
      return node.source;
    case 'field':
      return node.names.map((name) => `.${name}`).join('');
    case 'variable':
      return node.names.join('.');
    case 'chain': {
      const inner = printNode(node.of);
      return `${node.of.kind === 'pipeline' ? `(${inner})` : inner}${node.names.map((name) => `.${name}`).join('')}`;
    }
    case 'identifier':
      return node.name;
    case 'command':
      return node.operands
        .map((operand) => (operand.kind === 'pipeline' ? `(${printNode(operand)})` : printNode(operand)))
        .join(' ');
    case 'pipeline':
      return printPipeline(node);
    case 'text':
      return JSON.stringify(node.text);
    case 'action':
      return `{{${printNode(node.pipeline)}}}`;
    case 'if':
    case 'with':
    case 'range':
      return `{{${node.kind} ${printNode(node.pipeline)}}}`;
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`;
    default:
      return `{{template ${JSON.stringify(node.name)}${node.pipeline ? ` ${printNode(node.pipeline)}` : ''}}}`;
  }
}

function printPipeline({ variables, assigns, commands }: Pipeline): string {
  const declared = variables.length === 0 ? '' : `${variables.join(', ')} ${assigns ? '=' : ':='} `;
  return declared + commands.map(printNode).join(' | ');
}

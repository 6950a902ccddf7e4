import { GoMap, GoNil, GoStruct, typeName, type GoValue } from './go-value.ts';

/** The field of a struct or the value of a key; `hasArguments` means that it would have to be a method. */
export function fieldOf(
  receiver: GoValue,
  name: string,
  hasArguments: boolean,
): { readonly value: GoValue } | { readonly problem: string } {
  if (receiver === undefined) return { value: undefined };
  if (receiver === null) return { problem: `nil pointer evaluating interface {}.${name}` };
  if (receiver instanceof GoNil) return { problem: `nil pointer evaluating ${receiver.type}.${name}` };
  if (receiver instanceof GoMap) {
    if (hasArguments) return { problem: `${name} is not a method but has arguments` };
    return { value: receiver.entries.get(name) };
  }
  const field = receiver instanceof GoStruct ? receiver.fields.find((each) => each.name === name) : undefined;
  if (field === undefined) return { problem: `can't evaluate field ${name} in type ${typeName(receiver)}` };
  if (field.exported === false) {
    return { problem: `field ${name} of struct type ${typeName(receiver)} is unexported` };
  }
  if (hasArguments) return { problem: `${name} has arguments but cannot be invoked as function` };
  return { value: field.value };
}

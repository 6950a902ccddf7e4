import { joinText, toBoolean, toNumber } from '../../conversions.ts';
import { readDataText } from '../../json-value.ts';
import { isOpen, scalar, type Value } from '../../value.ts';
import { distinct } from './distinct.ts';
import type { NamedFunction, TerraformFunction } from './function.ts';

const same: TerraformFunction = ([value]) => value;

const toList: TerraformFunction = ([value], at) => (value?.kind === 'list' ? { ...value, at } : undefined);

const toSet: TerraformFunction = ([value], at) =>
  value?.kind === 'list' ? { kind: 'list', items: distinct(value.items), at } : undefined;

const decode: TerraformFunction = ([value]) => value && readDataText(value);

/** The first that is not missing; what is only unknown may well be there. */
const tryEach: TerraformFunction = (args) => args.find((arg) => !isMissing(arg)) ?? args.at(-1);

function isMissing(value: Value): boolean {
  return value.kind === 'unknown' && value.missing === true;
}

const toText: TerraformFunction = ([value], at) => {
  if (value?.kind === 'scalar' && value.value === null) return value;
  return value && joinText([value], at);
};

export const conversionFunctions: readonly NamedFunction[] = [
  ['tolist', toList],
  ['toset', toSet],
  ['tomap', same],
  ['tostring', toText],
  [
    'tonumber',
    ([value], at) => {
      const number = value && toNumber(value);
      return number === undefined ? undefined : scalar(number, at);
    },
  ],
  [
    'tobool',
    ([value], at) => {
      const truth = value && toBoolean(value);
      return truth === undefined ? undefined : scalar(truth, at);
    },
  ],
  ['sensitive', same],
  ['nonsensitive', same],
  ['ephemeralasnull', same],
  ['jsonencode', ([value], at) => value && { kind: 'json', value, at }],
  ['jsondecode', decode],
  ['yamldecode', decode],
  ['try', tryEach],
  ['can', ([value], at) => (value === undefined || isOpen(value) ? missingIsFalse(value, at) : scalar(true, at))],
];

function missingIsFalse(value: Value | undefined, at: Value['at']): Value | undefined {
  return value && isMissing(value) ? scalar(false, at) : undefined;
}

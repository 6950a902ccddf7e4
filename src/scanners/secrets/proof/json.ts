import type { Proof, Random } from '../secret-rule.ts';
import { decodeJsonObject } from './base64.ts';

export interface JsonBody {
  /** Characters before the base64 text. */
  readonly prefix: number;
  /** Its last occurrence ends the base64 text; without one it reaches to the end of the value. */
  readonly separator?: string;
  readonly encoding: 'base64' | 'base64url';
  /** Members that the object must have. */
  readonly keys: readonly string[];
  /** An object for the examples. */
  example(random: Random): Readonly<Record<string, unknown>>;
}

/** A token whose body is a JSON object in base64 with known members. */
export function json(body: JsonBody): Proof {
  const endOf = (value: string): number =>
    body.separator === undefined ? value.length : value.lastIndexOf(body.separator);
  return {
    id: 'json',
    check: (value) => {
      const object = decodeJsonObject(value.slice(body.prefix, endOf(value)));
      const known = object !== undefined && body.keys.every((key) => Object.hasOwn(object, key));
      return { outcome: known ? 'proven' : 'refuted' };
    },
    complete: (sample, random) => {
      const text = Buffer.from(JSON.stringify(body.example(random))).toString(body.encoding);
      return sample.slice(0, body.prefix) + text + sample.slice(endOf(sample));
    },
  };
}

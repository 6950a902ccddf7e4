import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

/** Body, then the body's length in base36 (2 characters) and the CRC-32 of all before it (7 characters). */
const parts = /^([a-z]+-)([\w-]+)((?:\.[a-z0-9]{2})?\.)([a-z0-9]{2})([a-z0-9]{7})$/;

/** GitLab's routable tokens (GitLab handbook, design document "Cells: Routable Tokens"). */
export function gitlabRoutable(): Proof {
  return {
    id: 'glroute',
    check: (value) => {
      const [, , body = '', , size = '', checksum = ''] = parts.exec(value) ?? [];
      const whole = size === base36(body.length, 2) && checksum === base36(crc32(value.slice(0, -7)), 7);
      return { outcome: whole ? 'proven' : 'refuted' };
    },
    complete: (sample) => {
      const [, prefix = '', body = '', dots = ''] = parts.exec(sample) ?? [];
      const head = `${prefix}${body}${dots}${base36(body.length, 2)}`;
      return head + base36(crc32(head), 7);
    },
  };
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}

import type { Proof } from '../secret-rule.ts';

/** The time after which a shared access signature is worthless stands beside it as `se=`. */
export function sasExpiry(): Proof {
  return {
    id: 'sas',
    check: (value, window, now) => {
      const at = window.indexOf(value);
      const url = window.slice(Math.max(0, at - 400), at + value.length + 200);
      const [, written = ''] = /[?&;]se=([\dTZ:.%Aa-]+)/.exec(url) ?? [];
      const expires = new Date(/^\d{9,11}$/.test(written) ? Number(written) * 1000 : written.replaceAll(/%3a/gi, ':'));
      if (written === '' || Number.isNaN(expires.getTime())) return { outcome: 'plausible' };
      const facts = { expires: expires.toISOString(), expired: expires < now };
      return { outcome: 'plausible', facts, ...(expires < now ? { severity: 'info' as const } : {}) };
    },
    complete: (sample) => sample,
  };
}

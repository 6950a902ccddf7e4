/** Whether a literal stands for a credential that is not one: an example, a switch, a password of a throw-away service. */
export function isPlaceholder(value: string): boolean {
  const plain = value.trim();
  if (plain.length < 6 || /^(?:true|false|yes|no|null|none|undefined|\d+)$/i.test(plain)) return true;
  if (
    /^<.*>$|^\*+$|^x+$|^\$|^%|\$\{|\$\(|\$\[|\{\{|^(?:[./~]|[A-Za-z]:\\)|^https?:\/\/|^\/?[\w.-]+\/[\w./-]+$/i.test(
      plain,
    )
  )
    return true;
  return /^(?:[\w.-]*(?:example|change.?me|replace|your|dummy|fake|sample|placeholder|redacted|insert|todo|not.?a.?secret|testing|test|demo|local|default|foo|bar|secret|passw(?:or)?d|postgres|root|admin|mysql|guest|user|docker|gitlab|runner|develop|dev|ci)[\w.!@-]*)$/i.test(
    plain,
  );
}

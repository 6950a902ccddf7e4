/** Where and why a configuration is wrong, beside what gitleaks says. */
export interface ConfigFault {
  /** What is wrong in the document, like `rules[2].regex`. */
  readonly key?: string;
  /** Id of the rule. */
  readonly rule?: string;
  readonly hint?: string;
  /** File and line. */
  readonly at?: string;
}

/** A configuration that gitleaks would refuse, in its words. Always fatal. */
export class ConfigError extends Error {
  readonly fault: ConfigFault;

  constructor(message: string, fault: ConfigFault = {}) {
    super(message);
    this.name = 'ConfigError';
    this.fault = fault;
  }
}

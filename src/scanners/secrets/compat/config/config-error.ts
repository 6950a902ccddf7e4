/** A configuration that gitleaks would refuse, in its words. Always fatal. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

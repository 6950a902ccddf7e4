/** Receives what is wrong with a configuration without making it useless. */
export interface ConfigWarnings {
  warn(message: string, fields: Readonly<Record<string, string>>): void;
}

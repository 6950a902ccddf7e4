const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof levels)[number];

const marks: Readonly<Record<LogLevel, readonly [label: string, color: string]>> = {
  trace: ['TRC', '35'],
  debug: ['DBG', '33'],
  info: ['INF', '32'],
  warn: ['WRN', '33'],
  error: ['ERR', '31'],
  fatal: ['FTL', '31'],
};

export type LogFields = Readonly<Record<string, string | number>>;

/** Messages for people, on standard error: time, level, text, then fields. */
export class Log {
  readonly #write: (line: string) => void;
  readonly #now: () => Date;
  #threshold = levels.indexOf('info');
  #color = false;

  constructor(write: (line: string) => void, now: () => Date) {
    this.#write = write;
    this.#now = now;
  }

  /** Sets what is printed from now on; false when there is no such level, and the default stays. */
  configure(level: string, color: boolean): boolean {
    this.#color = color;
    const index = levels.findIndex((each) => each === level.toLowerCase());
    if (index >= 0) this.#threshold = index;
    return index >= 0;
  }

  info(message: string, fields: LogFields = {}): void {
    this.#log('info', message, fields);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.#log('warn', message, fields);
  }

  error(message: string, fields: LogFields = {}): void {
    this.#log('error', message, fields);
  }

  fatal(message: string, fields: LogFields = {}): void {
    this.#log('fatal', message, fields);
  }

  #log(level: LogLevel, message: string, fields: LogFields): void {
    if (levels.indexOf(level) < this.#threshold) return;
    const [label, color] = marks[level];
    const pairs = Object.entries(fields).map(([name, value]) => ` ${this.#paint('36', `${name}=`)}${quote(value)}`);
    const time = this.#paint('90', clock(this.#now()));
    this.#write(`${time} ${this.#paint(color, label)} ${this.#paint('1', message)}${pairs.join('')}\n`);
  }

  #paint(code: string, text: string): string {
    return this.#color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

function quote(value: string | number): string {
  const text = String(value);
  return /[\s"\\=]|[^ -~]/.test(text) ? JSON.stringify(text) : text;
}

/** For example `3:04PM`. */
function clock(time: Date): string {
  const hours = time.getHours();
  const minutes = String(time.getMinutes()).padStart(2, '0');
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes}${hours < 12 ? 'AM' : 'PM'}`;
}

import type { Line } from './lines.ts';
import type { ImageName, Pins } from './pins.ts';

/** A command of a script, and why it is there. */
export interface Command {
  readonly run: string;
  readonly why: string;
}

/** A part of the project that is built with one language's tools. */
export interface Toolchain {
  /** Lower case, for names of jobs. */
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** Relative to the root; `.` for the root itself. */
  readonly directory: string;
  /** In which its jobs run where jobs run in images. */
  readonly image: ImageName;
  /** Steps of a workflow that put it on a runner which has none; paths are relative to the root. */
  setup(pins: Pins): readonly Line[];
  readonly variables?: readonly { readonly name: string; readonly value: string; readonly why: string }[];
  readonly install: readonly Command[];
  readonly lint: readonly Command[];
  readonly build: readonly Command[];
  readonly test: readonly Command[];
  /** Where downloads go that a lock file's hashes check again when they are used. */
  readonly cache?: { readonly lock: string; readonly path: string; readonly variable: string };
  /** A JUnit report of the tests, relative to its directory. */
  readonly junit?: string;
  /** What the build leaves, relative to its directory. */
  readonly output?: string;
}

/** The files of a project, as far as a toolchain is recognised by them. */
export interface ProjectFiles {
  /** Repository-relative, without code of others. */
  readonly paths: readonly string[];
  /** The text of a file of a sane size; empty when there is none. */
  read(path: string): string;
}

/** A directory with the file that says that a language's tools are used there. */
export interface Place {
  readonly directory: string;
  /** The files in it, by name. */
  readonly names: ReadonlySet<string>;
  /** Repository-relative path of a file in it. */
  path(name: string): string;
}

/** Knows one language. */
export interface Language {
  /** Whether a file's name says that the language's tools are used where it lies. */
  readonly manifest: RegExp;
  /** Whether a file's name says that versions are locked there. */
  readonly lock: RegExp;
  toolchain(place: Place, files: ProjectFiles): Toolchain;
}

import type { Recipe } from './planted.ts';
import { applications } from './applications.ts';
import { commands } from './commands.ts';
import { documents } from './documents.ts';
import { infrastructure } from './infrastructure.ts';
import { sources } from './sources.ts';

/** Files as vendors' documentation describes them, written without looking at what is found. */
export const recipes: readonly Recipe[] = [...applications, ...commands, ...documents, ...infrastructure, ...sources];

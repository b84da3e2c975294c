import { type AskedForm, definitionOf } from './forms/form-record.ts';
import { canRefusePartner } from './forms/purposes.ts';
import type { ProgramDefinition } from './program/program-definition.ts';

/**
 * Whether somebody has said no to working together: "no thanks" to the agreement as a whole, or no to one of its yes-or-no
 * questions. Such a pair is asked nothing more; the coordinator talks to the two.
 */
export function isRefusal(form: AskedForm, program: ProgramDefinition): boolean {
  if (!canRefusePartner(form.purpose)) return false;
  if (form.status === 'declined') return true;
  return definitionOf(form, program).questions.some(({ key, type }) => type === 'yesno' && form.answers[key] === false);
}

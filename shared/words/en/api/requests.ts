/** What the API says besides `faults`. */
export const api = {
  either: '{$all} or {$one}',
  /** A fault with an example from the built-in program; `ends`: whether the fault is a whole sentence. */
  withExample: `.input {$ends :string}
.match $ends
yes {{{$fault} In the built-in program it is {$example}.}}
* {{{$fault}. In the built-in program it is {$example}.}}`,
  notValid: 'The request is not valid',
  wrong: `.input {$n :integer useGrouping=never}
.match $n
1 {{One thing is wrong with it; see errors. Nothing was changed.}}
* {{{$n} things are wrong with it; see errors. Nothing was changed.}}`,
} as const;

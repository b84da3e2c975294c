/** Where the two of a pair work. */
export const workplaces = {
  place: '{$department} ({$location})',
  same: 'Both work in {$place}.',
  both: '{$mentor} works in {$mentorPlace}, {$mentee} in {$menteePlace}.',
  one: '{$name} works in {$place}.',
} as const;

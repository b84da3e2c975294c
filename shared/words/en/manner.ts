/** How English is written here. */
export const manner = {
  tag: 'en',
  locale: 'en-GB',
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

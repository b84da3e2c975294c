/** The two grounds that emails and pages are read on. */
export const ground = { light: '#ffffff', dark: '#17181a' } as const;
const fallback = '#0b6377';

/**
 * The program's accent as it can be read: darkened for white paper until its contrast is 4.5 to 1 (WCAG 2.2, 1.4.3), and
 * lightened for dark, where thin letters need more, until it is 7 to 1. Anything but `#rrggbb` gives the house's own accent.
 */
export function readableAccent(accent?: string): { light: string; dark: string } {
  const colour = accent && /^#[0-9a-f]{6}$/i.test(accent) ? accent : fallback;
  return { light: towards(colour, '#000000', ground.light, 4.5), dark: towards(colour, '#ffffff', ground.dark, 7) };
}

function towards(colour: string, end: string, paper: string, wanted: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, end, share);
    if (contrast(mixed, paper) >= wanted) return mixed;
  }
  return end;
}

function mix(from: string, to: string, share: number): string {
  const mixed = channels(from).map((value, index) => Math.round(value + ((channels(to)[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of two colours, 1..21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

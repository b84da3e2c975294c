/** A reader that strips quotations from HTML. */
export interface HtmlReader {
  name: string;
  strip(mail: { text?: string | undefined; html?: string | undefined }): string;
}

interface Planer {
  extractFrom(body: string, type: string, document?: unknown): string;
}

/** planer (Mailgun's talon in JavaScript) with a DOM, when both are installed. */
export async function planerHere(): Promise<HtmlReader | undefined> {
  // Names in variables, so that the bench runs and its types are checked where they are not installed.
  const [library, dom] = [process.env.BENCH_PLANER ?? 'planer', process.env.BENCH_DOM ?? 'jsdom'];
  try {
    const planer = ((await import(library)) as { default: Planer }).default;
    const { JSDOM } = ((await import(dom)) as { default: { JSDOM: new () => { window: { document: unknown } } } })
      .default;
    const { document } = new JSDOM().window;
    return {
      name: 'planer',
      strip: ({ text, html }) =>
        html === undefined
          ? planer.extractFrom(text ?? '', 'text/plain')
          : linesOf(planer.extractFrom(html, 'text/html', document)),
    };
  } catch {
    return undefined;
  }
}

function linesOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

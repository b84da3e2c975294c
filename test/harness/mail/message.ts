/** A file that somebody attaches to a reply. */
export interface Enclosure {
  name: string;
  type: string;
  content: string | Uint8Array;
  /** Further header fields, such as a Content-ID. */
  fields?: string;
  disposition?: 'attachment' | 'inline';
}

interface Message {
  from: string;
  to: string;
  id: string;
  text?: string;
  html?: string;
  files?: readonly Enclosure[];
}

/** A message with text, HTML or both, and files, as a mail program writes it. */
export function messageOf({ from, to, id, text, html, files = [] }: Message): string {
  const bodies = [
    ...(text === undefined ? [] : [`Content-Type: text/plain; charset=utf-8\n\n${text}`]),
    ...(html === undefined ? [] : [`Content-Type: text/html; charset=utf-8\n\n${html}`]),
  ];
  const body =
    bodies.length === 1
      ? bodies[0]
      : `Content-Type: multipart/alternative; boundary="inner"\n\n${bodies.map((one) => `--inner\n${one}\n`).join('')}--inner--`;
  const parts = files.map(({ name, type, content, fields = '', disposition = 'attachment' }) => {
    const heads = [
      `Content-Type: ${type}`,
      `Content-Disposition: ${disposition}; filename*=utf-8''${encodeURIComponent(name)}`,
      ...(fields === '' ? [] : [fields]),
      'Content-Transfer-Encoding: base64',
    ];
    const bytes = Buffer.from(content as Uint8Array)
      .toString('base64')
      .replace(/.{76}/g, '$&\n');
    return `--outer\n${heads.join('\n')}\n\n${bytes}\n`;
  });
  const whole =
    parts.length === 0
      ? body
      : `Content-Type: multipart/mixed; boundary="outer"\n\n${body === undefined ? '' : `--outer\n${body}\n`}${parts.join('')}--outer--`;
  const heads = [`From: ${from}`, `To: ${to}`, `Message-ID: <${id}>`, 'Subject: Re: Mentoring', 'MIME-Version: 1.0'];
  return `${heads.join('\n')}\n${whole}\n`.replace(/\r?\n/g, '\r\n');
}

/** A message as Outlook wraps it up in "rich text" (MS-OXTNEF): its words as text and as RTF, in a file called winmail.dat. */
export function tnefOf(words: string): Buffer {
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\fromtext \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n\\uc1\\pard\\plain\\deftab360 \\f0\\fs20 ${words.replace(/\n/g, '\\par\r\n')}}`;
  const properties = [
    // PidTagBody, PtypUnicode (MS-OXCMSG 2.2.1.56.1); the string ends in a null.
    property(0x1000, 0x001f, Buffer.from(`${words.replace(/\n/g, '\r\n')}\0`, 'utf16le')),
    // PidTagRtfCompressed, PtypBinary, stored as it is (MS-OXRTFCP 2.1.3.1.1: "MELA").
    property(
      0x1009,
      0x0102,
      Buffer.concat([long(rtf.length + 12, rtf.length, 0x414c454d, 0), Buffer.from(rtf, 'latin1')]),
    ),
  ];
  return Buffer.concat([
    long(0x223e9f78),
    short(0x0001),
    attribute(0x00089006, long(0x00010000)),
    attribute(0x00069007, long(1252, 0)),
    attribute(0x00078008, Buffer.from('IPM.Microsoft Mail.Note\0', 'latin1')),
    attribute(0x00069003, Buffer.concat([long(properties.length), ...properties])),
  ]);
}

/** An attribute of the message: its level, id, length, data and checksum (MS-OXTNEF 2.1.3.2). */
function attribute(id: number, data: Buffer): Buffer {
  const sum = data.reduce((all, byte) => (all + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([1]), long(id, data.length), data, short(sum)]);
}

/** A property with one value of its own length, filled up to four bytes (MS-OXTNEF 2.1.3.4). */
function property(id: number, type: number, value: Buffer): Buffer {
  return Buffer.concat([
    short(type),
    short(id),
    long(1, value.length),
    value,
    Buffer.alloc((4 - (value.length % 4)) % 4),
  ]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(...values: number[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}

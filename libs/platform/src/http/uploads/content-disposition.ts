/**
 * `Content-Disposition` of a download (RFC 6266): a plain name for old clients, the real one by RFC 8187 for all others.
 * Whatever the name holds, the header stays one line of ASCII.
 */
export function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(fileName)}`;
}

// RFC 8187 allows fewer characters unencoded than encodeURIComponent leaves alone; a lone surrogate has no encoding at all.
function encoded(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Marks that steer or hide text would lie to a person who reads the file. For YAML and TOML whose plain words are ASCII:
 * such a mark can then stand in double quotes alone, where both read these escapes.
 */
export const escapeInvisible = (text: string) =>
  text.replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (mark) => {
    const code = (mark.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });

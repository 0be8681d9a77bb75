/** The phrases of a comma-separated text: a word list reads better in lines than one phrase a line. */
export function listed(text: string): string[] {
  return text
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}

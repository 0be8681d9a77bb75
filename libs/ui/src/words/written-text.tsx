import type { ReactNode } from 'react';
import classes from './words.module.css';

export interface WrittenTextProps {
  children: ReactNode;
  /** Language of the words, which may not be the reader's. */
  lang?: string | undefined;
  direction?: 'ltr' | 'rtl' | 'auto';
  /** Set as a quotation from a source, on paper with a margin rule. */
  quoted?: boolean;
}

/** Words as somebody wrote them: their own language, direction and line breaks. */
export function WrittenText({ children, lang, direction = 'auto', quoted = false }: WrittenTextProps) {
  const Element = quoted ? 'blockquote' : 'div';
  return (
    <Element className={classes.written} data-quoted={quoted || undefined} lang={lang} dir={direction}>
      {children}
    </Element>
  );
}

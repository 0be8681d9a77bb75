import { Anchor } from '@mantine/core';
import classes from './admin.module.css';

const address = /(https?:\/\/[^\s<>"]+)/u;

/** A mail's text as it was written; links into this application open here. */
export function MailText({ text }: { text: string }) {
  return (
    <div className={classes.mailText} dir="auto">
      {text.split(address).map((part, index) =>
        index % 2 === 1 ? (
          <Anchor key={index} href={part} dir="ltr" rel="noreferrer" underline="always">
            {part}
          </Anchor>
        ) : (
          part
        ),
      )}
    </div>
  );
}

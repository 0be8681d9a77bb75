import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

const LooksLikeLink = (props: AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>) => (
  <Anchor {...props} />
);
const LooksLikeButton = (props: ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>) => (
  <Button component="a" {...props} />
);

/** Links within the application, checked against the routes: `<AnchorLink to="/w/$workspace/inbox" params={...}>`. */
export const AnchorLink = createLink(LooksLikeLink);
export const ButtonLink = createLink(LooksLikeButton);

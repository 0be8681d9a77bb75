import { SetMetadata } from '@nestjs/common';
import type { Action } from '@uptake/contracts';

export const PUBLIC_ROUTE = 'uptake:public';
export const REQUIRED_ACTION = 'uptake:requires';

/** A route that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

export const SIGN_IN_OPTIONAL = 'uptake:sign-in-optional';
/** A route for people signed in or not: whoever brings a live session or token has a scope there (`MaybeScoped`). */
export const SignInOptional = (): MethodDecorator & ClassDecorator => SetMetadata(SIGN_IN_OPTIONAL, true);

/** Refused before the handler runs unless the roles could allow it with some part in some item; the verb decides the rest. */
export const Requires = (action: Action): MethodDecorator & ClassDecorator => SetMetadata(REQUIRED_ACTION, action);

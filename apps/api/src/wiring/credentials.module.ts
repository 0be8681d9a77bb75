import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '@uptake/identity';

/** Lets other features ask whether a password is somebody's, by the same throttle as signing in: they know the check, not identity. */
@Global()
@Module({ imports: [IdentityModule], exports: [IdentityModule] })
export class CredentialsModule {}

import type { ItemRef } from '@uptake/contracts';
import { Reference } from '@uptake/ui';
import { itemAddress, shownReference } from './item-address.js';
import { AnchorLink } from './links.js';

/** An item by its reference and its title. */
export function ItemLink({ workspace, item }: { workspace: string; item: ItemRef }) {
  return (
    <AnchorLink to={itemAddress(workspace, item) as '/'}>
      <Reference>{shownReference(item)}</Reference> <bdi>{item.title}</bdi>
    </AnchorLink>
  );
}

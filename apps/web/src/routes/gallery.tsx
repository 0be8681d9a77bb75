import { createFileRoute } from '@tanstack/react-router';
import { GalleryPage } from '../features/gallery/components/gallery-page.js';

export const Route = createFileRoute('/gallery')({ component: GalleryPage });

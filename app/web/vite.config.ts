// Builds the pages into build/web, where CMake takes them from to embed them in the program.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

import { mexico } from './build_steps/mexico';

export default defineConfig({
  plugins: [mexico(), svelte()],
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the content policy allows no data: scripts or styles
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 320,
  },
});

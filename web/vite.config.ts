import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Development: `vite --config web/vite.config.ts` beside a running server; the build goes to web/dist, which the server serves. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:4870' } },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true },
})

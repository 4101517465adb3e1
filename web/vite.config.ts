import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server's port, as the server reads it. */
const { PORT = '4870' } = process.env

/**
 * Development: `vite web` beside a running server; the build goes to web/dist, which the server serves. The proxy keeps the
 * page's own host, since the server refuses writes from another origin.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': { target: `http://localhost:${PORT}`, changeOrigin: false } } },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true },
})

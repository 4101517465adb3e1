import './theme/kit'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api/problem'
import { ready } from './i18n'
import { queryClient, router } from './routes'
import { kitVariables, theme } from './theme/theme'

await ready
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// a refusal that a page shows in its place is no error of the page
const onCaughtError = (error: unknown): void => {
  if (!(error instanceof Problem)) console.error(error)
}
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto" theme={theme} cssVariablesResolver={kitVariables}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

import type { StorybookConfig } from '@storybook/react-vite'
import { msw } from 'msw/vite'
import { fakeS3 } from './fake-s3.js'

const config: StorybookConfig = {
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // With highlights Storybook asks for the style of every element after each change: more work than all uploads of a story.
  features: { sidebarOnboardingChecklist: false, highlight: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), msw({ mode: 'worker-only' }), fakeS3()],
  }),
}

export default config

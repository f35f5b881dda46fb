import { defineConfig, drivers } from '@adonisjs/core/encryption'

export default defineConfig({
  default: 'gcm',
  list: { gcm: drivers.aes256gcm({ keys: ['bare-app-key-bare-app-key-bare-app-key'], id: 'gcm' }) },
})

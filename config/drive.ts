import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'

/** What storage that is not Amazon's own needs; nothing for Amazon's. */
export function compatibleS3(endpoint: string) {
  if (!endpoint) return {}
  return {
    endpoint,
    forcePathStyle: true,
    supportsACL: false,
    /* checksums beside the signature are Amazon's own: not every S3 knows them */
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
  }
}

function s3Disk() {
  return services.s3({
    credentials: {
      accessKeyId: env.get('S3_ACCESS_KEY_ID'),
      secretAccessKey: env.get('S3_SECRET_ACCESS_KEY'),
    },
    region: env.get('S3_REGION'),
    bucket: env.get('S3_BUCKET'),
    ...compatibleS3(env.get('S3_ENDPOINT')),
    visibility: 'private',
  })
}

/** Files are private on both disks: the API's own routes decide who may read one. */
const driveConfig = defineConfig({
  default: env.get('DRIVE_DISK'),
  services: {
    fs: services.fs({
      location: app.makePath(env.get('DRIVE_ROOT')),
      serveFiles: false,
      visibility: 'private',
    }),
    /* only when chosen: Amazon's SDK is slow to load and large */
    ...(env.get('DRIVE_DISK') === 's3' && { s3: s3Disk() }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}

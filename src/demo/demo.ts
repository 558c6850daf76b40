import type { Platform } from '../platform/platform.ts'

export async function seedDemo(_platform: Platform, _options: { people: number }): Promise<void> {}

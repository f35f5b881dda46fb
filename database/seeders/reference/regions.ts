/** Where Souk sells at first: the currency and the standard rate of VAT, GST or sales tax. */
export interface ReferenceRegion {
  name: string
  currency: string
  taxBps: number
  countries: string[]
}

export const REGIONS: ReferenceRegion[] = [
  { name: 'United States', currency: 'USD', taxBps: 0, countries: ['US'] },
  { name: 'Canada', currency: 'CAD', taxBps: 500, countries: ['CA'] },
  { name: 'Mexico', currency: 'MXN', taxBps: 1600, countries: ['MX'] },
  { name: 'United Kingdom', currency: 'GBP', taxBps: 2000, countries: ['GB', 'IM'] },
  { name: 'Germany', currency: 'EUR', taxBps: 1900, countries: ['DE'] },
  { name: 'France', currency: 'EUR', taxBps: 2000, countries: ['FR', 'MC'] },
  { name: 'Austria', currency: 'EUR', taxBps: 2000, countries: ['AT'] },
  { name: 'Italy', currency: 'EUR', taxBps: 2200, countries: ['IT'] },
  {
    name: 'Spain and the Low Countries',
    currency: 'EUR',
    taxBps: 2100,
    countries: ['BE', 'ES', 'NL'],
  },
  { name: 'Ireland and Portugal', currency: 'EUR', taxBps: 2300, countries: ['IE', 'PT'] },
  { name: 'Switzerland', currency: 'CHF', taxBps: 810, countries: ['CH', 'LI'] },
  { name: 'Poland', currency: 'PLN', taxBps: 2300, countries: ['PL'] },
  { name: 'Sweden', currency: 'SEK', taxBps: 2500, countries: ['SE'] },
  { name: 'United Arab Emirates', currency: 'AED', taxBps: 500, countries: ['AE'] },
  { name: 'Bahrain', currency: 'BHD', taxBps: 1000, countries: ['BH'] },
  { name: 'India', currency: 'INR', taxBps: 1800, countries: ['IN'] },
  { name: 'Singapore', currency: 'SGD', taxBps: 900, countries: ['SG'] },
  { name: 'Japan', currency: 'JPY', taxBps: 1000, countries: ['JP'] },
  { name: 'Australia', currency: 'AUD', taxBps: 1000, countries: ['AU'] },
  { name: 'South Africa', currency: 'ZAR', taxBps: 1500, countries: ['ZA'] },
]

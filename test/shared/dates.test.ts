import { describe, expect, test } from 'vitest'
import { formatDate, formatDays } from '../../shared/locale/dates.ts'
import { formatNumber } from '../../shared/locale/numbers.ts'
import { compareText } from '../../shared/locale/sorting.ts'

describe('a date', () => {
  test('is written as people say it', () => {
    expect(formatDate('2027-06-01', 'nb')).toBe('1. juni')
    expect(formatDate('2027-06-01', 'nn')).toBe('1. juni')
    expect(formatDate('2027-06-01', 'en')).toBe('1 June')
    expect(formatDate('2027-02-15', 'nb', { short: true })).toBe('15. feb.')
    expect(formatDate('2027-06-01', 'nb', { year: true })).toBe('1. juni 2027')
  })

  test('has Nynorsk weekdays of its own', () => {
    const week = ['2027-03-14', '2027-03-15', '2027-03-16', '2027-03-17', '2027-03-18', '2027-03-19', '2027-03-20']
    const days = week.map((date) => formatDate(date, 'nn', { weekday: true }).split(' ')[0])
    expect(days).toEqual(['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'])
  })

  test('that is none is given back as it is', () => {
    expect(formatDate('2027-02-30', 'nb')).toBe('2027-02-30')
    expect(formatDate('snart', 'nn')).toBe('snart')
  })
})

describe('the days of a gathering', () => {
  test('in a row are a span', () => {
    expect(formatDays(['2027-03-17', '2027-03-18'], 'nb')).toBe('17.–18. mars')
    expect(formatDays(['2027-03-17', '2027-03-18'], 'en')).toBe('17–18 March')
    expect(formatDays(['2027-03-18', '2027-03-17'], 'nn', { year: true })).toBe('17.–18. mars 2027')
    expect(formatDays(['2027-03-31', '2027-04-01'], 'nb')).toBe('31. mars – 1. april')
    expect(formatDays(['2027-12-31', '2028-01-01'], 'nb', { year: true })).toBe('31. desember – 1. januar 2028')
  })

  test('apart are a list', () => {
    expect(formatDays(['2027-03-17', '2027-03-24'], 'nb')).toBe('17. og 24. mars')
    expect(formatDays(['2027-03-17', '2027-03-24', '2027-04-02'], 'en')).toBe('17 March, 24 March and 2 April')
  })

  test('leave out doubles and what is no date', () => {
    expect(formatDays(['2027-03-17', '2027-03-17', 'x'], 'nb')).toBe('17. mars')
    expect(formatDays([], 'nb')).toBe('')
  })
})

test('names are sorted the Norwegian way, numbers by size', () => {
  const sorted = ['Åse', 'Øyvind', 'Ærlend', 'Zoe', 'Arne'].sort(compareText)
  expect(sorted).toEqual(['Arne', 'Zoe', 'Ærlend', 'Øyvind', 'Åse'])
  expect(['Team 10', 'Team 9'].sort(compareText)).toEqual(['Team 9', 'Team 10'])
})

test('numbers have a decimal comma in Norwegian', () => {
  expect(formatNumber(12.5, 'nb')).toBe('12,5')
  expect(formatNumber(12.5, 'nn')).toBe('12,5')
  expect(formatNumber(12.5, 'en')).toBe('12.5')
})

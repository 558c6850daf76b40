import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const sea: MantineColorsTuple = [
  '#e6f2f2',
  '#cfe4e4',
  '#a3cccd',
  '#77b4b6',
  '#4f9da0',
  '#2f868a',
  '#187277',
  '#0d5f65',
  '#0a4d52',
  '#073b40',
]

const gold: MantineColorsTuple = [
  '#f8f2e2',
  '#efe3c3',
  '#e0ca90',
  '#d1b062',
  '#c39a41',
  '#ab8230',
  '#8f6a22',
  '#785819',
  '#614612',
  '#4a350c',
]

const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f1efeb',
  '#e6e3dd',
  '#d8d4cc',
  '#bdb8ae',
  '#938d82',
  '#6f6a61',
  '#58544c',
  '#3d3a34',
  '#24221e',
]

const dark: MantineColorsTuple = [
  '#e8e5de',
  '#cdc9c0',
  '#aaa59b',
  '#7d786f',
  '#4a4640',
  '#383530',
  '#2a2824',
  '#211f1c',
  '#191815',
  '#12110f',
]

const green: MantineColorsTuple = [
  '#e7f3ea',
  '#cfe6d5',
  '#a2cdae',
  '#75b488',
  '#4d9c65',
  '#34864e',
  '#22713d',
  '#185c30',
  '#114825',
  '#0a351a',
]

const amber: MantineColorsTuple = [
  '#fbf0dc',
  '#f5dfb6',
  '#ecc57d',
  '#e3aa45',
  '#d18f1d',
  '#b07410',
  '#8f5c08',
  '#744a06',
  '#5b3904',
  '#432a03',
]

const red: MantineColorsTuple = [
  '#fbeae7',
  '#f6d3ce',
  '#eba89f',
  '#df7d70',
  '#d05648',
  '#bd3d2f',
  '#a32e22',
  '#87251b',
  '#6b1d15',
  '#4f150f',
]

/** The look of every Mantine part: type, colour, space. Page widths and surfaces are CSS variables of `base.css`. */
export const theme = createTheme({
  fontFamily: "'Plus Jakarta Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Plus Jakarta Sans Variable', system-ui, sans-serif",
  colors: { sea, gold, gray, dark, green, amber, red },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  black: '#24221e',
  defaultRadius: 4,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '28px', xl: '36px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgb(0 0 0 / 14%)',
    lg: '0 8px 24px rgb(0 0 0 / 18%)',
    xl: '0 8px 32px rgb(0 0 0 / 22%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 }, multiline: true, maw: 320 } },
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 120, transition: 'fade' },
        padding: 'lg',
      },
    },
    Drawer: {
      defaultProps: { attributes: { header: { role: 'presentation' } }, transitionProps: { duration: 120 }, padding: 'lg' },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Table: { defaultProps: { verticalSpacing: 7 } },
    Input: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Skeleton: { defaultProps: { radius: 4 } },
  },
})

/** What light and dark mean beyond Mantine's own colours: ground, surface, lines, quiet text, and the text colours of states. */
export const surfaces: CSSVariablesResolver = () => ({
  variables: { '--row': '36px', '--row-compact': '28px' },
  light: {
    '--mantine-color-body': '#f6f4f0',
    '--mantine-color-text': '#24221e',
    '--mantine-color-dimmed': '#625d54',
    '--mantine-color-placeholder': '#6f6a61',
    '--mantine-color-error': '#a32e22',
    '--mantine-color-default': '#fefdfb',
    '--mantine-color-default-hover': '#f1efeb',
    '--mantine-color-default-border': '#bdb8ae',
    '--surface': '#fefdfb',
    '--surface-sunken': '#efece6',
    '--surface-chosen': '#e1eeee',
    '--line': '#dedad2',
    '--line-strong': '#bdb8ae',
    '--link': '#0d5f65',
    '--chart': '#0d5f65',
    '--category-1': '#0d5f65',
    '--category-2': '#b3872c',
    '--category-3': '#3c8cc4',
    '--category-4': '#b5533c',
    '--category-5': '#7a6aa8',
    '--category-6': '#3f8a57',
    '--programme': '#785819',
    '--programme-fill': '#c39a41',
    '--good': '#185c30',
    '--warn': '#744a06',
    '--bad': '#9a2b20',
    '--calm': '#58544c',
    '--good-fill': '#e7f3ea',
    '--warn-fill': '#fbf0dc',
    '--bad-fill': '#fbeae7',
    '--calm-fill': '#ece9e3',
    '--now-fill': '#e1eeee',
  },
  dark: {
    '--mantine-color-body': '#171613',
    '--mantine-color-text': '#e8e5de',
    '--mantine-color-dimmed': '#aaa59b',
    '--mantine-color-placeholder': '#9a958b',
    '--mantine-color-error': '#eba89f',
    '--mantine-color-default': '#211f1c',
    '--mantine-color-default-hover': '#2a2824',
    '--mantine-color-default-border': '#56524b',
    '--surface': '#1f1d1a',
    '--surface-sunken': '#121110',
    '--surface-chosen': '#17343680',
    '--line': '#34312c',
    '--line-strong': '#56524b',
    '--link': '#8cc5c7',
    '--chart': '#4f9da0',
    '--category-1': '#4f9da0',
    '--category-2': '#d1b062',
    '--category-3': '#6db3e3',
    '--category-4': '#d9806b',
    '--category-5': '#a396cc',
    '--category-6': '#75b488',
    '--programme': '#e0ca90',
    '--programme-fill': '#c39a41',
    '--good': '#a2cdae',
    '--warn': '#ecc57d',
    '--bad': '#eeb1a9',
    '--calm': '#cdc9c0',
    '--good-fill': '#1a2f20',
    '--warn-fill': '#352810',
    '--bad-fill': '#3b1f1b',
    '--calm-fill': '#2c2a26',
    '--now-fill': '#163335',
  },
})

/** Six colours that colour-blind readers tell apart (after Okabe and Ito), then grey for the rest. */
export const categoryColours = [1, 2, 3, 4, 5, 6].map((place) => `var(--category-${place})`)

/** The grey of "the rest". */
export const restColour = '#938d82'

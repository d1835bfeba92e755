import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '**/.*/', 'test-results/']),
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always'],
      // A text tool names control characters on purpose.
      'no-control-regex': 'off',
      'no-restricted-imports': ['error', { name: 'vscode', message: 'Only client/ and test/vscode/ know VS Code.' }],
    },
  },
  {
    files: ['client/**', 'test/vscode/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.{ts,mts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.config.mts', 'scripts/*/*.ts'] } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Contracts are written as methods of plain records, which never use `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // A test may take an answer apart without proving each step to the compiler.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: readonly([
        'Buffer',
        'clearTimeout',
        'console',
        'performance',
        'process',
        'setTimeout',
        'structuredClone',
        'URL',
      ]),
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: readonly(['__dirname', 'module', 'require']) },
  },
)

/** User settings of a VS Code that asks nothing, announces nothing and talks to nobody. */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What a test wants besides: no question about trust, nothing that happens later than the test thinks. */
export const testSettings = {
  ...calmSettings,
  'files.simpleDialog.enable': true,
  'security.workspace.trust.enabled': false,
};

import assert from 'node:assert/strict';

export default {
  'what is typed into a survey is what is saved': async (workbench) => {
    const before = await workbench.fileText('survey.md');
    await workbench.openFile('survey.md');
    await workbench.cursorAfter('survey.md', '# Layer 2 Scaling Survey');
    await workbench.type(' of today');
    const after = await workbench.save('survey.md');
    assert.equal(after, before.replace('Survey', 'Survey of today'));
    await workbench.screenshot('smoke');
  },
};

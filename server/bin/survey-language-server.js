#!/usr/bin/env node
require('./launch.js')('survey-language-server', 'node.js')

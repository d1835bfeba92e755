#!/usr/bin/env node
require('./launch.js')('survey', 'cli.js')

#!/usr/bin/env node
require('../dist/node.js')

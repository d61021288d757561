// addEnumValue
// Adds a value to an enumeration. On SQLite the checks of its columns grow with it.
// given
createEnum 'mood', ['sad', 'happy']
createTable('people') { column 'mood', enumeration('mood', ['sad', 'happy']) }
// shown
addEnumValue 'mood', 'ok', before: 'happy'

// enumeration
// The type of a column that holds one of some words.
// given
createEnum 'mood', ['sad', 'ok', 'happy']
// shown
createTable('people') { column 'mood', enumeration('mood', ['sad', 'ok', 'happy']) }

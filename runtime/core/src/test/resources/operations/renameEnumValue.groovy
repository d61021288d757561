// renameEnumValue
// Gives a value of an enumeration another name; rows and defaults follow.
// given
createEnum 'mood', ['sad', 'ok']
createTable('people') { column 'mood', enumeration('mood', ['sad', 'ok']) }
// shown
renameEnumValue 'mood', 'ok', 'fine'

// renameEnum
// Gives an enumeration another name; its columns follow.
// given
createEnum 'mood', ['sad', 'ok']
createTable('people') { column 'mood', enumeration('mood', ['sad', 'ok']) }
// shown
renameEnum 'mood', 'temper'

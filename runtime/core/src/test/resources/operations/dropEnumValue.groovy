// dropEnumValue
// Takes a value out of an enumeration. It refuses while rows use it, unless `replaceWith:` gives them another one.
// given
createEnum 'mood', ['sad', 'ok', 'happy']
createTable('people') { column 'mood', enumeration('mood', ['sad', 'ok', 'happy']) }
// shown
dropEnumValue 'mood', 'happy', replaceWith: 'ok'
// down
addEnumValue 'mood', 'happy', after: 'ok'

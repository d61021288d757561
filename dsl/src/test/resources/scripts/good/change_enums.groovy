revision 'e2'

change {
    addEnumValue 'mood', 'ok'
    addEnumValue 'mood', 'bad', before: 'ok'
    renameEnumValue 'mood', 'ok', 'fine'
    dropEnumValue 'mood', 'sad', after: 'bad'
    addColumn 'users', 'mood', enumeration('mood', ['sad'], create: true)
}

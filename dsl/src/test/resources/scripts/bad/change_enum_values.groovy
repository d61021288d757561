revision 'e4'

change {
    addEnumValue 'mood', 'ok', ifNotExists: true
    dropEnumValue 'mood', 'sad'
    dropEnumValue 'mood', 'bad', replaceWith: 'ok', after: 'ok'
}

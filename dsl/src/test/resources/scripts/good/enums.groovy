revision 'e1'

upgrade {
    createEnum 'mood', ['sad'], schema: 'app', ifNotExists: true
    addEnumValue 'mood', 'ok'
    addEnumValue 'mood', 'bad', before: 'sad', schema: 'app', ifNotExists: true
    addEnumValue 'mood', 'glad', after: 'ok'
    renameEnumValue 'mood', 'glad', 'happy', schema: 'app'
    dropEnumValue 'mood', 'bad'
    dropEnumValue 'mood', 'ok', replaceWith: 'happy', after: 'sad', schema: 'app'
    addColumn 'users', 'mood', enumeration('mood', ['sad'], create: true)
    addColumn 'users', 'moods', array(enumeration('mood', ['sad'], create: true)), ifNotExists: true
    def size = enumeration('size', ['s', 'm'], create: true)
    createTable('shirts') {
        column 'size', size
        column 'other', size
    }
    alterColumn 'users', 'state', type: text, existingType: enumeration('state', ['on'], create: true)
    batchAlterTable('shirts') {
        addColumn 'fit', enumeration('fit', ['slim'], create: true)
        dropColumn 'size', was: size
    }
}

downgrade { }

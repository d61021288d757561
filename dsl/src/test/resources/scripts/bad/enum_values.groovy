revision 'e3'

change {
    addEnumValue 'mood', 'ok', before: 'a', after: 'b'
}

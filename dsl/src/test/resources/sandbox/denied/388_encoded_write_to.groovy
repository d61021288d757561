revision 'd388'

upgrade {
    'abc'.bytes.encodeHex().writeTo(new StringWriter())
}
downgrade { }

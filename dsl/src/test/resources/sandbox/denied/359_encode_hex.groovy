revision 'd359'

upgrade {
    execute 'x'.bytes.encodeHex().toString()
}
downgrade { }

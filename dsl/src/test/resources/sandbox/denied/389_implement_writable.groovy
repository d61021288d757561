revision 'd389'

upgrade {
    execute "${new Own()}"
}
downgrade { }

class Own implements Writable {
    Writer writeTo(Writer out) { out }
}

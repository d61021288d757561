revision 'd200'

upgrade {
    execute java.nio.charset.Charset.forName('x').newEncoder().toString()
}
downgrade { }

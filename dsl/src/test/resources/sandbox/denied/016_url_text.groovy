revision 'd016'

upgrade {
    execute new URL('file:pom.xml').text
}
downgrade { }

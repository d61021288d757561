revision 'd017'

upgrade {
    execute new URI('file:pom.xml').toURL().text
}
downgrade { }

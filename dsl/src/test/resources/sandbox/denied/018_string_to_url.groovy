revision 'd018'

upgrade {
    execute 'file:pom.xml'.toURL().text
}
downgrade { }
